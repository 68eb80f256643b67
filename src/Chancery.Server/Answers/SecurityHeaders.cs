using Microsoft.AspNetCore.Http;

namespace Chancery.Server.Answers;

/// <summary>What every answer tells the browser.</summary>
internal static class SecurityHeaders
{
    /// <summary>Script and style only from this server's own files, nothing from elsewhere: text that slipped through unencoded could still do nothing.</summary>
    private const string Policy = "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static Task Add(HttpContext http, RequestDelegate next)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.CacheControl = "private, no-cache";
        return next(http);
    }
}
