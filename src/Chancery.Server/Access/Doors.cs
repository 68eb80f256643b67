using System.Net;
using Chancery.Storage;
using Microsoft.AspNetCore.Http;

namespace Chancery.Server.Access;

/// <summary>Whether the register stands open: only on this machine, and only while it has no users and no single sign-on.</summary>
internal sealed class Doors(RegisterStore store, IReadOnlyList<ServerAddress> addresses, ServeSettings settings)
{
    private readonly bool _loopback = addresses.All(a => IPAddress.IsLoopback(a.Address)) && settings is { SignOn: null, Hosts: [], Proxies: [] };

    /// <summary>Asked anew for each request, so that the first user closes the door of a server that runs.</summary>
    public bool AreOpen => _loopback && !store.People.Any();

    /// <summary>Refuses to open a register to others that knows nobody.</summary>
    /// <exception cref="FormatException">It would be open; the message says what to do.</exception>
    public void DemandSomebody()
    {
        if (_loopback || settings.SignOn is not null || store.People.Any()) return;
        var which = addresses.FirstOrDefault(a => !IPAddress.IsLoopback(a.Address))?.ToString() ?? "under a name or behind a proxy, this register";
        throw new FormatException($"{which} can be reached from other machines, and this register has no users yet, so anybody could read and change it; add one with 'chancery users add NAME --role keeper', set up single sign-on, or listen on {ServerAddress.Default}");
    }

    /// <summary>True where a proxy stands between: then the visitor is not at this machine, whatever the address says.</summary>
    public static bool CameThroughProxy(HttpContext http) =>
        http.Connection.RemoteIpAddress is { } from && !IPAddress.IsLoopback(from)
        || s_marks.Any(http.Request.Headers.ContainsKey);

    private static readonly string[] s_marks = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Via"];
}
