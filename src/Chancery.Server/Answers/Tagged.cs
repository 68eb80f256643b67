using System.Text.Encodings.Web;
using Chancery.Server.Access;
using Chancery.Server.Keeping;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace Chancery.Server.Answers;

/// <summary>Writes a body with a tag of its content; who has it already is told so instead.</summary>
internal static class Tagged
{
    /// <summary>Writes what was just made, and keeps it where answers of this address are kept.</summary>
    public static async Task Write(HttpContext http, string type, ReadOnlyMemory<byte> body)
    {
        var made = new MadeAnswer(type, body, http.Response.Headers.Vary, http.Response.Headers.Link);
        var place = http.Response.StatusCode == StatusCodes.Status200OK ? http.Features.Get<KeptPlace>() : null;
        await Send(http, made);
        place?.Keep(made);
    }

    /// <summary>Writes what was made now or before.</summary>
    public static async Task Send(HttpContext http, MadeAnswer made)
    {
        var visitor = http.RequestServices.GetRequiredService<Visitor>();
        // A page with a form's token belongs to one visitor and is not kept anywhere; giving the token says so in the headers.
        var token = made.HasToken ? visitor.GiveToken() : "";
        if (http.Response.StatusCode == StatusCodes.Status200OK && IsRead(http) && !made.HasToken)
        {
            // Weak, because the same body leaves here compressed in several ways.
            var tag = new EntityTagHeaderValue($"\"{made.Hash}{(made.HasName ? MadeAnswer.HashOf(visitor.Name) : "")}\"", isWeak: true);
            http.Response.Headers.ETag = tag.ToString();
            if (Has(http, tag))
            {
                http.Response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }
        }
        http.Response.ContentType = made.Type;
        var body = made.IsPlain && TakesBrotli(http) ? Brotli(http, made) : made.For(token, HtmlEncoder.Default.Encode(visitor.Name ?? ""));
        await http.Response.Body.WriteAsync(body, http.RequestAborted);
    }

    private static bool IsRead(HttpContext http) => HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);

    private static bool Has(HttpContext http, EntityTagHeaderValue tag) =>
        EntityTagHeaderValue.TryParseList(http.Request.Headers.IfNoneMatch, out var known) && known.Any(k => k.Equals(EntityTagHeaderValue.Any) || k.Compare(tag, useStrongComparison: false));

    /// <summary>Where the middleware would compress too: what is kept need not be compressed again for each reader.</summary>
    private static bool TakesBrotli(HttpContext http) => !http.Request.IsHttps && http.Request.GetTypedHeaders().AcceptEncoding.Any(e => e.Value == "br" && e.Quality is null or > 0);

    private static ReadOnlyMemory<byte> Brotli(HttpContext http, MadeAnswer made)
    {
        http.Response.Headers.ContentEncoding = "br";
        http.Response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
        http.Response.ContentLength = made.Brotli.Length;
        return made.Brotli;
    }
}
