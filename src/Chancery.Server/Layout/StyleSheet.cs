using System.Security.Cryptography;
using Chancery.Server.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Chancery.Server.Layout;

/// <summary>The one style sheet, under an address that changes with it, so that browsers keep it for ever.</summary>
internal static class StyleSheet
{
    private static readonly byte[] s_css = Load();

    /// <summary>Address with a hash of the content.</summary>
    public static string Address { get; } = $"/style.css?v={Convert.ToHexStringLower(SHA256.HashData(s_css))[..12]}";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/style.css", (HttpContext http) =>
    {
        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Bytes(s_css, "text/css; charset=utf-8");
    }).OpenToAll();

    private static byte[] Load()
    {
        using var stream = typeof(StyleSheet).Assembly.GetManifestResourceStream("style.css") ?? throw new InvalidOperationException("style.css is not built in");
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
