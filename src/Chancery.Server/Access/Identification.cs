using System.Security.Claims;
using System.Text;
using Chancery.Server.Failures;
using Chancery.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;

namespace Chancery.Server.Access;

/// <summary>Says who asks: a program by its key, a browser by its session, or whoever sits at this machine while the register is open.</summary>
internal sealed class Identification(RegisterStore store, Doors doors)
{
    private const string Bearer = "Bearer ", Basic = "Basic ";

    public async Task Pass(HttpContext http, Visitor visitor, RequestDelegate next)
    {
        if (await Refusal(http, visitor) is { } refusal) await refusal.ExecuteAsync(http);
        else await next(http);
    }

    private async Task<IResult?> Refusal(HttpContext http, Visitor visitor)
    {
        if (http.Request.Headers.Authorization.ToString() is { Length: > 0 } authorization) return Key(http, visitor, authorization);
        if (doors.AreOpen)
        {
            if (Doors.CameThroughProxy(http)) return Failure.Of(StatusCodes.Status403Forbidden, "Only on this machine", "This register has no users and is open only to its own machine; this request came through a proxy. 'chancery users add' gives it users.");
            visitor.Is(Environment.UserName, Role.Keeper, local: true);
        }
        else if (await http.AuthenticateAsync(CookieAuthenticationDefaults.AuthenticationScheme) is { Succeeded: true, Principal: var principal })
        {
            if (Session(principal) is not var (name, role)) return null;
            http.User = principal;
            visitor.Is(name, role);
        }
        return null;
    }

    private IResult? Key(HttpContext http, Visitor visitor, string authorization)
    {
        if (Given(http, authorization) is { } text && ApiKeys.Open(store, text) is var (person, role))
        {
            visitor.Is(person, role, byKey: true);
            return null;
        }
        http.Response.Headers.WWWAuthenticate = "Bearer";
        return Failure.Of(StatusCodes.Status401Unauthorized, "Unknown key", "This key opens nothing here; it may have been taken back.");
    }

    /// <summary>The key itself. Calendars and feed readers know only names and passwords: to them the key is the password, and the name is not looked at.
    /// A browser sends a password again by itself, so that it opens nothing but reading.</summary>
    private static string? Given(HttpContext http, string authorization)
    {
        if (authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)) return authorization[Bearer.Length..].Trim();
        if (!authorization.StartsWith(Basic, StringComparison.OrdinalIgnoreCase) || !HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method)) return null;
        var bytes = new byte[authorization.Length];
        if (!Convert.TryFromBase64String(authorization[Basic.Length..].Trim(), bytes, out var length)) return null;
        var pair = Encoding.UTF8.GetString(bytes, 0, length);
        return pair.IndexOf(':', StringComparison.Ordinal) is >= 0 and var at ? pair[(at + 1)..] : null;
    }

    /// <summary>The role is looked up anew: who was taken away or down a step has it at once.</summary>
    private (string Name, Role Role)? Session(ClaimsPrincipal principal)
    {
        if (principal.FindFirstValue(ClaimTypes.Name) is not { } name) return null;
        var (person, given) = (store.People.Find(name), Roles.Parse(principal.FindFirstValue(ClaimTypes.Role)));
        var fromElsewhere = principal.HasClaim(c => c.Type == SignOn.Mark);
        if (person is not null) return fromElsewhere == person.Password is null && Roles.Parse(person.Role) is { } role ? (name, role) : null;
        return fromElsewhere && given is { } claimed ? (name, claimed) : null;
    }
}
