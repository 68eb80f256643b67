using System.Security.Claims;
using Chancery.Server.Failures;
using Chancery.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Chancery.Server.Access;

/// <summary>Single sign-on by OpenID Connect: code flow with PKCE; what is kept of it is a name and, where the provider says so, a role.</summary>
internal static class SignOn
{
    /// <summary>Claim of a session that was opened elsewhere.</summary>
    public const string Mark = "chancery:sign-on";

    public const string Path = SignInFeature.Path + "/elsewhere";
    private const string Back = SignInFeature.Path + "/back";
    private const string RolePrefix = "chancery-";

    public static AuthenticationBuilder AddSignOn(this AuthenticationBuilder authentication, ServeSettings settings) =>
        settings.SignOn is { } provider ? authentication.AddOpenIdConnect(o => Provider(o, provider)) : authentication;

    public static void Map(IEndpointRouteBuilder routes, ServeSettings settings)
    {
        if (settings.SignOn is null) return;
        routes.MapGet(Path, (string? to) => Results.Challenge(new AuthenticationProperties { RedirectUri = SignInFeature.Local(to) }, [OpenIdConnectDefaults.AuthenticationScheme])).OpenToAll();
        // The provider's answer is taken by the platform's handler before anything is routed to.
        routes.MapGet(Back, async (HttpContext http) => await Take(http)).OpenToAll();
    }

    private static void Provider(OpenIdConnectOptions o, SignOnSettings provider)
    {
        o.Authority = provider.Authority;
        o.ClientId = provider.Client;
        o.ClientSecret = provider.Secret;
        o.CallbackPath = Back;
        o.ResponseType = OpenIdConnectResponseType.Code;
        // By query the answer is a plain redirect, and its cookies need not be sent along with posts of other sites.
        o.ResponseMode = OpenIdConnectResponseMode.Query;
        o.UsePkce = true;
        o.MapInboundClaims = false;
        o.SaveTokens = false;
        o.SignInScheme = CookieAuthenticationDefaults.AuthenticationScheme;
        o.RequireHttpsMetadata = !new Uri(provider.Authority).IsLoopback;
        o.Scope.Clear();
        foreach (var scope in new[] { "openid", "profile", "email" }) o.Scope.Add(scope);
        foreach (var cookie in new[] { o.NonceCookie, o.CorrelationCookie })
        {
            cookie.SameSite = SameSiteMode.Lax;
            cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        }
        o.Events.OnTokenValidated = context => Recognise(context, provider);
        o.Events.OnRemoteFailure = async context =>
        {
            context.HandleResponse();
            await Failure.Of(StatusCodes.Status401Unauthorized, "Not signed in", "The sign-in elsewhere did not succeed. Try again, or ask who keeps this register.").ExecuteAsync(context.HttpContext);
        };
    }

    /// <summary>A person whom the register names keeps the role that it gives; another needs one from the provider.</summary>
    private static async Task Recognise(TokenValidatedContext context, SignOnSettings provider)
    {
        var store = context.HttpContext.RequestServices.GetRequiredService<RegisterStore>();
        var name = context.Principal?.FindFirstValue(provider.NameClaim)?.Trim() ?? "";
        var claimed = context.Principal?.FindAll(provider.RoleClaim).Select(c => c.Value.StartsWith(RolePrefix, StringComparison.Ordinal) ? Roles.Parse(c.Value[RolePrefix.Length..]) : null).Max();
        var known = name.Length == 0 ? null : store.People.Find(name);
        // A name that has a password here belongs to somebody else than whoever bears it there.
        var role = known is { Password: not null } ? null : known is not null ? Roles.Parse(known.Role) : claimed;
        store.Audit.Add(name, SignInFeature.Via(context.HttpContext), "sign-in elsewhere", null, name.Length > 0 && role is not null ? "done" : "refused", store.Now);
        if (name.Length is 0 or > 100 || role is not { } given)
        {
            context.HandleResponse();
            await Failure.Of(StatusCodes.Status403Forbidden, "Not known here", $"You are signed in as {(name.Length == 0 ? "somebody without a name" : name)}, whom this register does not know. Who keeps it can add you: 'chancery users add NAME --sign-on'.").ExecuteAsync(context.HttpContext);
            return;
        }
        context.Principal = new ClaimsPrincipal(new ClaimsIdentity([new(ClaimTypes.Name, name), new(ClaimTypes.Role, Roles.Print(given)), new(Mark, "yes")], "sign-on"));
    }

    private static async Task Take(HttpContext http)
    {
        var handlers = http.RequestServices.GetRequiredService<IAuthenticationHandlerProvider>();
        if (await handlers.GetHandlerAsync(http, OpenIdConnectDefaults.AuthenticationScheme) is IAuthenticationRequestHandler handler && await handler.HandleRequestAsync()) return;
        await Failure.NotFound().ExecuteAsync(http);
    }
}
