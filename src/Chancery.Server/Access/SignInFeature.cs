using System.Security.Claims;
using Chancery.Server.Answers;
using Chancery.Server.Failures;
using Chancery.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Chancery.Server.Access;

/// <summary><c>/sign-in</c> and <c>/sign-out</c>.</summary>
internal static class SignInFeature
{
    public const string Path = "/sign-in";
    private const int LongestName = 100;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, (HttpContext http, ServeSettings settings, string? to) => Page(settings, to, null)).OpenToAll();
        routes.MapPost(Path, SignIn).OpenToAll();
        routes.MapPost("/sign-out", async (HttpContext http, Visitor visitor, RegisterStore store) =>
        {
            if (visitor.Name is { } name && !visitor.IsLocal)
            {
                await http.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
                store.Audit.Add(name, Via(http), "sign-out", null, "done", store.Now);
            }
            return Results.Redirect(Path);
        }).OpenToAll();
    }

    /// <summary>From where, for the log.</summary>
    public static string? Via(HttpContext http) => http.Connection.RemoteIpAddress?.ToString();

    /// <summary>A place of this server; anything else is the first page, so that no link leads from here to elsewhere.</summary>
    public static string Local(string? to) => to is ['/', ..] && to is not ['/', '/' or '\\', ..] && !to.Any(char.IsControl) ? to : "/";

    private static async Task<IResult> SignIn(HttpContext http, RegisterStore store, SignInTries tries, ServeSettings settings)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var (name, password, to) = (form["name"].ToString().Trim(), form["password"].ToString(), form["to"].ToString());
        if (name.Length is 0 or > LongestName) return Page(settings, to, "Name or password is not right.", StatusCodes.Status401Unauthorized);
        if (!tries.Another(name, Via(http) ?? "")) return Failure.Of(StatusCodes.Status429TooManyRequests, "Too many tries", "Wait some minutes, then try again.");
        var person = store.People.Find(name);
        if (!Passwords.Opens(person, password))
        {
            store.Audit.Add(name, Via(http), "sign-in", null, "refused", store.Now);
            return Page(settings, to, "Name or password is not right.", StatusCodes.Status401Unauthorized);
        }
        await http.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, new ClaimsPrincipal(new ClaimsIdentity([new(ClaimTypes.Name, person!.Name)], "password")));
        store.Audit.Add(name, Via(http), "sign-in", null, "done", store.Now);
        return Results.Redirect(Local(to));
    }

    private static PageAnswer<SignInView, SignInPage> Page(ServeSettings settings, string? to, string? fault, int status = StatusCodes.Status200OK) =>
        new(new SignInPage(Local(to), settings.SignOn is not null, fault), ServerJsonOptions.Readable.SignInPage, status);
}

/// <summary>The page on which one signs in.</summary>
/// <param name="To">Where one goes then.</param>
/// <param name="SignOn">Whether there is single sign-on.</param>
/// <param name="Fault">What went wrong, or null.</param>
public sealed record SignInPage(string To, bool SignOn, string? Fault);
