using System.Net;
using Chancery.Server.Failures;
using Microsoft.AspNetCore.Http;

namespace Chancery.Server.Access;

/// <summary>Answers only under its own names: a page elsewhere that points a name of its own at this machine must not read the register through a visitor's browser.</summary>
internal sealed class HostNames(ServeSettings settings)
{
    private readonly HashSet<string> _names = new(["localhost", Environment.MachineName, .. settings.Hosts], StringComparer.OrdinalIgnoreCase);

    public Task Pass(HttpContext http, RequestDelegate next) => IsOwn(http) ? next(http)
        : Failure.Of(StatusCodes.Status400BadRequest, "Not this server", "This server is not called so. Who keeps it can start it with --host and the name.").ExecuteAsync(http);

    private bool IsOwn(HttpContext http)
    {
        var host = http.Request.Host.Host;
        // By number it is reached only at the very address of the connection.
        return _names.Contains(host) || IPAddress.TryParse(host.Trim('[', ']'), out var number) && (IPAddress.IsLoopback(number) || Plain(number).Equals(Plain(http.Connection.LocalIpAddress ?? IPAddress.None)));
    }

    private static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
}
