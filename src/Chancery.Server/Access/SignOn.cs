using Microsoft.AspNetCore.Authentication;

namespace Chancery.Server.Access;

/// <summary>Single sign-on.</summary>
internal static class SignOn
{
    /// <summary>Claim of a session that was opened elsewhere.</summary>
    public const string Mark = "chancery:sign-on";

    public static AuthenticationBuilder AddSignOn(this AuthenticationBuilder authentication, ServeSettings settings)
    {
        _ = settings;
        return authentication;
    }
}
