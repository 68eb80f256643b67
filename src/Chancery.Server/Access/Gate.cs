using System.Globalization;
using Chancery.Server.Answers;
using Chancery.Server.Failures;
using Chancery.Storage;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Chancery.Server.Access;

/// <summary>Stands between routing and the features: who may not, or was sent by another site, gets no further and has changed nothing. What passes and changes something is written to the log.</summary>
internal static class Gate
{
    public static async Task Pass(HttpContext http, Visitor visitor, IAntiforgery antiforgery, RequestDelegate next)
    {
        var least = RoleDemand.Of(http).Least;
        if (least is { } demanded && !visitor.May(demanded)) await Refuse(http, visitor, demanded).ExecuteAsync(http);
        else if (!Posts(http)) await next(http);
        else if (!visitor.ByKey && !await OfThisSite(http, antiforgery)) await Failure.Of(StatusCodes.Status403Forbidden, "Not taken", "This came from another site or from a form that is too old. Nothing was changed; open the page again and send it once more.").ExecuteAsync(http);
        else if (least is null || OnlyAsks(http)) await next(http);
        else await Logged(http, visitor, next);
    }

    private static IResult Refuse(HttpContext http, Visitor visitor, Role least)
    {
        if (visitor.Name is { } name)
        {
            if (Posts(http)) Log(http, name, "refused");
            return Failure.Of(StatusCodes.Status403Forbidden, "Not allowed", $"Only a {Roles.Print(least)} may do this; who keeps this register can give you the role. Nothing was changed.");
        }
        var form = AnswerForms.Of(http);
        // What calendars and feed readers subscribe to is asked for in the one way that they know.
        if (form is AnswerForm.Calendar or AnswerForm.Atom) http.Response.Headers.WWWAuthenticate = "Basic realm=\"Chancery\"";
        return HttpMethods.IsGet(http.Request.Method) && form == AnswerForm.Page
            ? Results.Redirect(SignInFeature.Path + QueryString.Create("to", http.Request.Path + http.Request.QueryString))
            : Failure.Of(StatusCodes.Status401Unauthorized, "Sign in", "This register is open to people whom it knows. A program sends its key: 'Authorization: Bearer KEY'.");
    }

    // What routing made itself (no such page, not by this method) is no route and changes nothing.
    private static bool Posts(HttpContext http) => http.GetEndpoint() is RouteEndpoint && !HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method) && !HttpMethods.IsOptions(http.Request.Method);

    private static bool OnlyAsks(HttpContext http) => http.GetEndpoint()!.Metadata.GetMetadata<PostedQuestion>() is not null;

    /// <summary>Where the browser says from where it comes, that decides first: a post of another site is refused before its body is read.</summary>
    private static async Task<bool> OfThisSite(HttpContext http, IAntiforgery antiforgery)
    {
        var headers = http.Request.Headers;
        var from = headers["Sec-Fetch-Site"].ToString();
        if (from.Length > 0 && from is not ("same-origin" or "none")) return false;
        // Under "no-referrer" a browser writes the origin of this site's own forms as null too, and says by the other header that they are its own.
        if (headers.Origin.ToString() is { Length: > 0 } origin && !(origin == "null" && from == "same-origin") && !origin.Equals($"{http.Request.Scheme}://{http.Request.Host}", StringComparison.OrdinalIgnoreCase)) return false;
        return OnlyAsks(http) || await antiforgery.IsRequestValidAsync(http);
    }

    private static async Task Logged(HttpContext http, Visitor visitor, RequestDelegate next)
    {
        var outcome = "failed";
        try
        {
            await next(http);
            outcome = http.Response.StatusCode < StatusCodes.Status400BadRequest ? "done" : http.Response.StatusCode.ToString(CultureInfo.InvariantCulture);
        }
        finally
        {
            Log(http, visitor.Signature, outcome);
        }
    }

    private static void Log(HttpContext http, string who, string outcome)
    {
        var store = http.RequestServices.GetRequiredService<RegisterStore>();
        var about = http.Items.TryGetValue(typeof(Logbook), out var said) ? said as string : http.Request.QueryString.Value is { Length: > 0 } query ? query : null;
        store.Audit.Add(who, SignInFeature.Via(http), $"{http.Request.Method} {http.Request.Path}", about, outcome, store.Now);
    }
}

/// <summary>What a feature says for the log of the request under way.</summary>
internal static class Logbook
{
    /// <summary>Says what was done to what: "merged e0abc and e0def".</summary>
    public static void Says(this HttpContext http, string about) => http.Items[typeof(Logbook)] = about;
}
