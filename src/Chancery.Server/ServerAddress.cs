using System.Globalization;
using System.Net;

namespace Chancery.Server;

/// <summary>Where the server listens.</summary>
/// <param name="Address">Address of this machine.</param>
/// <param name="Port">Port; 0 for any free one.</param>
public sealed record ServerAddress(IPAddress Address, int Port)
{
    /// <summary>Where it listens when nobody says otherwise.</summary>
    public const string Default = "http://127.0.0.1:5080";

    /// <summary>Reads one or more addresses, separated by semicolons.</summary>
    /// <exception cref="FormatException">Not an address; the message says what to write.</exception>
    public static IReadOnlyList<ServerAddress> ParseAll(string urls)
    {
        ServerAddress[] all = [.. urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Parse)];
        if (all.Length == 0) throw new FormatException($"no address to listen on; write {Default}");
        return all;
    }

    /// <inheritdoc/>
    public override string ToString() => new UriBuilder("http", Address.ToString(), Port).Uri.GetLeftPart(UriPartial.Authority);

    private static ServerAddress Parse(string url)
    {
        // The wild cards that Kestrel knows are no hosts of an address; they mean every network.
        var any = url.Replace("://*", "://0.0.0.0", StringComparison.Ordinal).Replace("://+", "://0.0.0.0", StringComparison.Ordinal);
        if (!Uri.TryCreate(any, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttp || uri.PathAndQuery != "/")
            throw new FormatException($"'{url}' is no address to listen on; write {Default}");
        if (uri.Host == "localhost") return new(IPAddress.Loopback, uri.Port);
        if (IPAddress.TryParse(uri.Host.Trim('[', ']'), out var address)) return new(address, uri.Port);
        throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"'{uri.Host}' is no address of this machine by number; write 127.0.0.1, [::1], localhost, or 0.0.0.0 for every network"));
    }
}
