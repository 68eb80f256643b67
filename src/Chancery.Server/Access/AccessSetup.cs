using Chancery.Storage;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.DependencyInjection;

namespace Chancery.Server.Access;

/// <summary>Puts the parts of access together.</summary>
internal static class AccessSetup
{
    private static readonly TimeSpan s_signedIn = TimeSpan.FromDays(7);

    public static void AddAccess(this IServiceCollection services, RegisterStore store, Doors doors, ServeSettings settings)
    {
        services.AddSingleton(doors).AddSingleton(settings).AddSingleton<Identification>().AddSingleton<SignInTries>().AddSingleton<RequestRates>();
        services.AddHttpContextAccessor();
        services.AddScoped<Visitor>();
        services.AddDataProtection().SetApplicationName("chancery");
        services.Configure<KeyManagementOptions>(o => o.XmlRepository = new KeyRing(store));
        services.AddAntiforgery(Tokens);
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(o => Cookie(o, store)).AddSignOn(settings);
        // The clock of the register is the clock of its sessions.
        services.Configure<ForwardedHeadersOptions>(o =>
        {
            o.ForwardedHeaders = settings.Proxies.Count == 0 ? ForwardedHeaders.None : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
            o.KnownIPNetworks.Clear();
            o.KnownProxies.Clear();
            foreach (var proxy in settings.Proxies) o.KnownProxies.Add(proxy);
        });
    }

    /// <summary>Says who asks, then whether they may. Behind routing, because it is the address that says what it asks for.</summary>
    public static void UseAccess(this WebApplication app)
    {
        var (identification, rates) = (app.Services.GetRequiredService<Identification>(), app.Services.GetRequiredService<RequestRates>());
        app.Use((http, next) => identification.Pass(http, Visitor(http), next));
        app.Use((http, next) => rates.Pass(http, Visitor(http), next));
        app.Use((http, next) => Gate.Pass(http, Visitor(http), http.RequestServices.GetRequiredService<IAntiforgery>(), next));
    }

    private static Visitor Visitor(HttpContext http) => http.RequestServices.GetRequiredService<Visitor>();

    private static void Tokens(AntiforgeryOptions o)
    {
        o.FormFieldName = Access.Visitor.TokenField;
        o.HeaderName = Access.Visitor.TokenHeader;
        o.Cookie.Name = "chancery-form";
        o.Cookie.SameSite = SameSiteMode.Strict;
        o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        // The policy of all answers says it already.
        o.SuppressXFrameOptionsHeader = true;
    }

    private static void Cookie(CookieAuthenticationOptions o, RegisterStore store)
    {
        o.Cookie.Name = "chancery-session";
        o.Cookie.HttpOnly = true;
        // Lax, or a link in a message would lead to the sign-in page; posts carry a token besides.
        o.Cookie.SameSite = SameSiteMode.Lax;
        o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        o.ExpireTimeSpan = s_signedIn;
        o.SlidingExpiration = true;
        o.SessionStore = new SessionTickets(store);
    }
}
