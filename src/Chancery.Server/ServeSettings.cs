namespace Chancery.Server;

/// <summary>What a server is told beside its addresses.</summary>
public sealed record ServeSettings
{
    /// <summary>Names under which people reach it (<c>register.example.org</c>), beside this machine's own.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>Addresses of proxies whose word on the visitor's address, host and scheme is taken.</summary>
    public IReadOnlyList<System.Net.IPAddress> Proxies { get; init; } = [];

    /// <summary>Single sign-on, or null.</summary>
    public SignOnSettings? SignOn { get; init; }
}

/// <summary>A provider of OpenID Connect.</summary>
/// <param name="Authority">Its address; <c>/.well-known/openid-configuration</c> stands below it.</param>
/// <param name="Client">Id of this register there.</param>
/// <param name="Secret">Its secret there.</param>
public sealed record SignOnSettings(string Authority, string Client, string Secret)
{
    /// <summary>Claim that names the person.</summary>
    public string NameClaim { get; init; } = "preferred_username";

    /// <summary>Claim that lists <c>chancery-reader</c>, <c>chancery-reviewer</c> or <c>chancery-keeper</c>; people named by <c>users add --sign-on</c> need none.</summary>
    public string RoleClaim { get; init; } = "roles";
}
