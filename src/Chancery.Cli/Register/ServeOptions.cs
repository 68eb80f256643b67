using System.CommandLine;
using System.Net;
using Chancery.Server;

namespace Chancery.Cli.Register;

/// <summary>What a server is told: flags, and single sign-on by settings, whose secret belongs on no command line.</summary>
internal sealed class ServeOptions
{
    private readonly Option<string[]> _host = new("--host") { Description = "Name under which people reach the server, as register.example.org; several may be given.", AllowMultipleArgumentsPerToken = true, HelpName = "NAME" };
    private readonly Option<string[]> _proxy = new("--proxy") { Description = "Address of a reverse proxy whose X-Forwarded-For, -Proto and -Host are believed.", AllowMultipleArgumentsPerToken = true, HelpName = "ADDRESS" };

    public void AddTo(Command command)
    {
        command.Options.Add(_host);
        command.Options.Add(_proxy);
    }

    /// <exception cref="FormatException">A proxy that is no address, or a provider without client or secret.</exception>
    public ServeSettings Read(ParseResult parsed) => new()
    {
        Hosts = parsed.GetValue(_host) is { Length: > 0 } hosts ? hosts : Words("CHANCERY_HOST", "host"),
        Proxies = [.. (parsed.GetValue(_proxy) is { Length: > 0 } proxies ? proxies : Words("CHANCERY_PROXY", "proxy"))
            .Select(p => IPAddress.TryParse(p, out var address) ? address : throw new FormatException($"'{p}' is no address of a proxy; write 127.0.0.1"))],
        SignOn = SignOn(),
    };

    private static SignOnSettings? SignOn()
    {
        if (RegisterOption.Setting("CHANCERY_SIGN_ON_AUTHORITY", "signOnAuthority") is not { } authority) return null;
        var client = RegisterOption.Setting("CHANCERY_SIGN_ON_CLIENT", "signOnClient");
        var secret = RegisterOption.Setting("CHANCERY_SIGN_ON_SECRET", "signOnSecret");
        if (client is null || secret is null) throw new FormatException("single sign-on needs CHANCERY_SIGN_ON_CLIENT and CHANCERY_SIGN_ON_SECRET beside CHANCERY_SIGN_ON_AUTHORITY");
        var settings = new SignOnSettings(authority, client, secret);
        return settings with
        {
            NameClaim = RegisterOption.Setting("CHANCERY_SIGN_ON_NAME_CLAIM", "signOnNameClaim") ?? settings.NameClaim,
            RoleClaim = RegisterOption.Setting("CHANCERY_SIGN_ON_ROLE_CLAIM", "signOnRoleClaim") ?? settings.RoleClaim,
        };
    }

    private static string[] Words(string variable, string key) => RegisterOption.Setting(variable, key)?.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries) ?? [];
}
