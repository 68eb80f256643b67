using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Chancery.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Chancery.Server.Access;

/// <summary>Keeps sessions in the register: a cookie names one, and what ends it here ends it in every browser.</summary>
internal sealed class SessionTickets(RegisterStore store) : ITicketStore
{
    private static readonly TimeSpan s_longest = TimeSpan.FromDays(7);

    public Task<string> StoreAsync(AuthenticationTicket ticket)
    {
        var key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        return RenewAsync(key, ticket).ContinueWith(_ => key, TaskScheduler.Default);
    }

    public Task RenewAsync(string key, AuthenticationTicket ticket)
    {
        var now = store.Now;
        store.Sessions.Put(Id(key), ticket.Principal.FindFirstValue(ClaimTypes.Name) ?? "", TicketSerializer.Default.Serialize(ticket), ticket.Properties.ExpiresUtc ?? now + s_longest, now);
        return Task.CompletedTask;
    }

    public Task<AuthenticationTicket?> RetrieveAsync(string key) =>
        Task.FromResult(store.Sessions.Find(Id(key), store.Now) is { } bytes ? TicketSerializer.Default.Deserialize(bytes) : null);

    public Task RemoveAsync(string key)
    {
        store.Sessions.Remove(Id(key));
        return Task.CompletedTask;
    }

    private static string Id(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(key)));
}
