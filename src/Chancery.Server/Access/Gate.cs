using Chancery.Server.Failures;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Chancery.Server.Access;

/// <summary>Stands between routing and the features: who may not, or was sent by another site, gets no further and has changed nothing.</summary>
internal static class Gate
{
    public static async Task Pass(HttpContext http, Visitor visitor, IAntiforgery antiforgery, RequestDelegate next)
    {
        if (RoleDemand.Of(http).Least is { } least && !visitor.May(least)) await Refuse(visitor, least).ExecuteAsync(http);
        else if (Changes(http) && !visitor.ByKey && !await OfThisSite(http, antiforgery)) await Failure.Of(StatusCodes.Status403Forbidden, "Not taken", "This came from another site or from a form that is too old. Nothing was changed; open the page again and send it once more.").ExecuteAsync(http);
        else await next(http);
    }

    private static IResult Refuse(Visitor visitor, Role least) => visitor.Name is null
        ? Failure.Of(StatusCodes.Status401Unauthorized, "Sign in", "This register is open to people whom it knows.")
        : Failure.Of(StatusCodes.Status403Forbidden, "Not allowed", $"Only a {least.ToString().ToLowerInvariant()} may do this; who keeps this register can give you the role. Nothing was changed.");

    // What routing made itself (no such page, not by this method) is no route and changes nothing.
    private static bool Changes(HttpContext http) => http.GetEndpoint() is RouteEndpoint && !HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method) && !HttpMethods.IsOptions(http.Request.Method);

    /// <summary>Where the browser says from where it comes, that decides first: a post of another site is refused before its body is read.</summary>
    private static async Task<bool> OfThisSite(HttpContext http, IAntiforgery antiforgery)
    {
        var headers = http.Request.Headers;
        if (headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } from && from is not ("same-origin" or "none")) return false;
        if (headers.Origin.ToString() is { Length: > 0 } origin && !origin.Equals($"{http.Request.Scheme}://{http.Request.Host}", StringComparison.OrdinalIgnoreCase)) return false;
        return http.GetEndpoint()!.Metadata.GetMetadata<PostedQuestion>() is not null || await antiforgery.IsRequestValidAsync(http);
    }
}
