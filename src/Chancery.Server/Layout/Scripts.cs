using System.Collections.Frozen;
using System.Security.Cryptography;
using Chancery.Server.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Chancery.Server.Layout;

/// <summary>The few scripts, each a file of its own under an address that changes with it. Every page works without them.</summary>
internal static class Scripts
{
    private static readonly FrozenDictionary<string, byte[]> s_files = typeof(Scripts).Assembly.GetManifestResourceNames().Where(n => n.EndsWith(".js", StringComparison.Ordinal)).ToFrozenDictionary(n => n, Load, StringComparer.Ordinal);

    /// <summary>Address of a script, with a hash of its content.</summary>
    public static string Address(string name) => $"/{name}?v={Convert.ToHexStringLower(SHA256.HashData(s_files[name]))[..12]}";

    public static void Map(IEndpointRouteBuilder routes)
    {
        foreach (var (name, content) in s_files)
            routes.MapGet("/" + name, (HttpContext http) =>
            {
                http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
                return Results.Bytes(content, "text/javascript; charset=utf-8");
            }).OpenToAll();
    }

    private static byte[] Load(string name)
    {
        using var stream = typeof(Scripts).Assembly.GetManifestResourceStream(name)!;
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
