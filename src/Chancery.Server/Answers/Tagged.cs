using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Chancery.Server.Answers;

/// <summary>Writes a body with a tag of its content; who has it already is told so instead.</summary>
internal static class Tagged
{
    public static async Task Write(HttpContext http, string type, ReadOnlyMemory<byte> body)
    {
        // A page with a form's token belongs to one visitor and is not kept anywhere.
        if (http.Response.StatusCode == StatusCodes.Status200OK && IsRead(http) && !http.Response.Headers.CacheControl.ToString().Contains("no-store", StringComparison.Ordinal))
        {
            // Weak, because the same body leaves here compressed in several ways.
            var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(body.Span))[..24]}\"", isWeak: true);
            http.Response.Headers.ETag = tag.ToString();
            if (Has(http, tag))
            {
                http.Response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }
        }
        http.Response.ContentType = type;
        await http.Response.Body.WriteAsync(body, http.RequestAborted);
    }

    private static bool IsRead(HttpContext http) => HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);

    private static bool Has(HttpContext http, EntityTagHeaderValue tag) =>
        EntityTagHeaderValue.TryParseList(http.Request.Headers.IfNoneMatch, out var known) && known.Any(k => k.Equals(EntityTagHeaderValue.Any) || k.Compare(tag, useStrongComparison: false));
}
