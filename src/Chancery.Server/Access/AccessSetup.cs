using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Chancery.Server.Access;

/// <summary>Puts the parts of access together.</summary>
internal static class AccessSetup
{
    public static void AddAccess(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddScoped<Visitor>();
        services.AddAntiforgery(o =>
        {
            o.FormFieldName = Visitor.TokenField;
            o.HeaderName = Visitor.TokenHeader;
            o.Cookie.Name = "chancery-form";
            o.Cookie.SameSite = SameSiteMode.Strict;
            // The policy of all answers says it already.
            o.SuppressXFrameOptionsHeader = true;
        });
    }

    /// <summary>Says who asks, then whether they may. Behind routing, because it is the address that says what it asks for.</summary>
    public static void UseAccess(this WebApplication app)
    {
        app.Use((http, next) =>
        {
            http.RequestServices.GetRequiredService<Visitor>().Is(Environment.UserName, Role.Keeper, local: true);
            return next(http);
        });
        app.Use((http, next) => Gate.Pass(http, http.RequestServices.GetRequiredService<Visitor>(), http.RequestServices.GetRequiredService<Microsoft.AspNetCore.Antiforgery.IAntiforgery>(), next));
    }
}
