using Microsoft.Security.AntiSSRF;

namespace Chancery.Intake.Fetching;

/// <summary>What an address gave.</summary>
/// <param name="Address">Where it was found in the end, redirects followed.</param>
/// <param name="MediaType">As the server says, or null.</param>
/// <param name="Bytes">The body.</param>
public sealed record Fetched(Uri Address, string? MediaType, byte[] Bytes)
{
    /// <summary>Tag of this state of it, as the server names it, or null.</summary>
    public string? Tag { get; init; }
}

/// <summary>
/// Fetches addresses that people and feeds give. Whoever gives one must not reach through this machine what only this machine reaches: private, local and
/// special networks are refused by the address that is really connected to, anew for each redirect.
/// </summary>
public sealed class OuterWeb : IDisposable
{
    /// <summary>Most bytes of a body.</summary>
    public const int Largest = 10 * 1024 * 1024;

    private const int MostRedirects = 5;
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(30);
    private readonly HttpClient _client;

    /// <summary>Reaches public addresses only.</summary>
    public OuterWeb() : this([])
    {
    }

    /// <summary>Reaches public addresses, and some networks that whoever runs this machine names.</summary>
    /// <param name="allowed">Networks that are reached all the same, such as 10.1.0.0/16.</param>
    public OuterWeb(string[] allowed)
    {
        var policy = new AntiSSRFPolicy(PolicyConfigOptions.ExternalOnlyLatest) { AllowPlainTextHttp = true, AddXFFHeader = false };
        if (allowed.Length > 0) policy.AddAllowedAddresses(allowed);
        var handler = policy.GetHandler();
        handler.UseCookies = false;
        handler.MaxAutomaticRedirections = MostRedirects;
        handler.ConnectTimeout = TimeSpan.FromSeconds(10);
        _client = new HttpClient(handler) { Timeout = s_longest, MaxResponseContentBufferSize = Largest };
        _client.DefaultRequestHeaders.UserAgent.ParseAdd("Chancery/0.1 (+register of diplomatic events)");
    }

    /// <summary>Fetches an address.</summary>
    /// <exception cref="FormatException">It is no address of the web.</exception>
    /// <exception cref="IOException">It cannot be had; the message says why, and no more of a private network than that it is not reached.</exception>
    public async Task<Fetched> Get(string address, CancellationToken stop = default) => (await Get(address, null, stop))!;

    /// <summary>Fetches an address where it is not as it was.</summary>
    /// <param name="address">The address.</param>
    /// <param name="tag"><see cref="Fetched.Tag"/> of what was fetched before, or null.</param>
    /// <param name="stop">Stops.</param>
    /// <returns>Null where it has not changed since.</returns>
    public async Task<Fetched?> Get(string address, string? tag, CancellationToken stop)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps || uri.UserInfo.Length > 0)
            throw new FormatException($"'{address}' is no address of the web; write https://…");
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, uri);
            if (tag is not null) request.Headers.TryAddWithoutValidation("If-None-Match", tag);
            using var answer = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop);
            if (tag is not null && answer.StatusCode == System.Net.HttpStatusCode.NotModified) return null;
            if (!answer.IsSuccessStatusCode) throw new IOException($"{uri.Host} answers {(int)answer.StatusCode}");
            return new Fetched(answer.RequestMessage?.RequestUri ?? uri, answer.Content.Headers.ContentType?.MediaType, await Body(answer, stop)) { Tag = answer.Headers.ETag?.ToString() };
        }
        // ArgumentException: an address that means no machine, such as 0.0.0.0.
        catch (Exception e) when (e is AntiSSRFException or ArgumentException)
        {
            throw new IOException($"{uri.Host} is not fetched: it lies in a private or special network", e);
        }
        catch (OperationCanceledException e) when (!stop.IsCancellationRequested)
        {
            throw new IOException($"{uri.Host} did not answer within {s_longest.TotalSeconds} seconds", e);
        }
        catch (HttpRequestException e)
        {
            throw new IOException(e.InnerException is AntiSSRFException ? $"{uri.Host} is not fetched: it lies in a private or special network" : $"{uri.Host} cannot be reached", e);
        }
    }

    /// <summary>Read piece by piece, because a length that a server tells may be a lie; the time limit holds for the body too.</summary>
    private static async Task<byte[]> Body(HttpResponseMessage answer, CancellationToken stop)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(s_longest);
        await using var from = await answer.Content.ReadAsStreamAsync(limit.Token);
        using var to = new MemoryStream();
        var piece = new byte[1 << 14];
        for (int n; (n = await from.ReadAsync(piece, limit.Token)) > 0; to.Write(piece, 0, n))
            if (to.Length + n > Largest) throw new IOException($"the page is larger than {Largest / 1024 / 1024} MB");
        return to.ToArray();
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();
}
