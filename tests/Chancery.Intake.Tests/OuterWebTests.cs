using System.Net;
using System.Net.Sockets;
using System.Text;
using Chancery.Intake.Fetching;

namespace Chancery.Intake.Tests;

/// <summary>Addresses that people give reach no private network.</summary>
public sealed class OuterWebTests
{
    [Theory]
    [InlineData("http://127.0.0.1:PORT/")]
    [InlineData("http://localhost:PORT/")]
    [InlineData("http://2130706433:PORT/")]
    [InlineData("http://0x7f.1:PORT/")]
    [InlineData("http://0.0.0.0:PORT/")]
    [InlineData("http://[::ffff:127.0.0.1]:PORT/")]
    [InlineData("http://10.0.0.1/")]
    [InlineData("http://172.16.0.1/")]
    [InlineData("http://192.168.1.1/")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://[::1]/")]
    [InlineData("http://[fd00::1]/")]
    [InlineData("http://100.64.0.1/")]
    public async Task Private_networks_are_not_reached(string address)
    {
        using var server = new OnePage(_ => "200 OK", "secret");
        using var web = new OuterWeb();
        var refused = await Assert.ThrowsAsync<IOException>(() => web.Get(address.Replace("PORT", server.Port, StringComparison.Ordinal), TestContext.Current.CancellationToken));
        Assert.Contains("private or special network", refused.Message);
        Assert.Equal(0, server.Asked);
    }

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://example.org/")]
    [InlineData("gopher://example.org/")]
    [InlineData("https://user:word@example.org/")]
    [InlineData("example.org")]
    [InlineData("")]
    public async Task What_is_no_address_of_the_web_is_refused(string address)
    {
        using var web = new OuterWeb();
        await Assert.ThrowsAsync<FormatException>(() => web.Get(address, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_page_is_fetched_with_its_type()
    {
        using var server = new OnePage(_ => "200 OK\r\nContent-Type: text/html", "<p>Bishkek");
        using var web = new OuterWeb(["127.0.0.1/32"]);
        var page = await web.Get($"http://127.0.0.1:{server.Port}/a", TestContext.Current.CancellationToken);
        Assert.Equal(("text/html", "<p>Bishkek"), (page.MediaType, Encoding.UTF8.GetString(page.Bytes)));
    }

    [Fact]
    public async Task A_redirect_is_looked_at_as_the_address_was()
    {
        using var server = new OnePage(_ => "302 Found\r\nLocation: http://127.0.0.2:1/", "");
        using var web = new OuterWeb(["127.0.0.1/32"]);
        var refused = await Assert.ThrowsAsync<IOException>(() => web.Get($"http://127.0.0.1:{server.Port}/", TestContext.Current.CancellationToken));
        Assert.Contains("private or special network", refused.Message);
    }

    [Fact]
    public async Task A_page_too_large_or_missing_is_said_plainly()
    {
        using var large = new OnePage(_ => "200 OK", new string('x', OuterWeb.Largest + 1));
        using var missing = new OnePage(_ => "404 Not Found", "");
        using var web = new OuterWeb(["127.0.0.1/32"]);
        Assert.Contains("larger than", (await Assert.ThrowsAsync<IOException>(() => web.Get($"http://127.0.0.1:{large.Port}/", TestContext.Current.CancellationToken))).Message);
        Assert.Contains("404", (await Assert.ThrowsAsync<IOException>(() => web.Get($"http://127.0.0.1:{missing.Port}/", TestContext.Current.CancellationToken))).Message);
    }

    /// <summary>Answers every request with the same page.</summary>
    private sealed class OnePage : IDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private int _asked;

        public OnePage(Func<string, string> head, string body)
        {
            _listener.Start();
            _ = Task.Run(async () =>
            {
                while (true)
                {
                    using var client = await _listener.AcceptTcpClientAsync();
                    Interlocked.Increment(ref _asked);
                    try
                    {
                        await using var stream = client.GetStream();
                        var request = new byte[8192];
                        _ = await stream.ReadAsync(request);
                        var bytes = Encoding.UTF8.GetBytes(body);
                        await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {head("")}\r\nContent-Length: {bytes.Length}\r\nConnection: close\r\n\r\n"));
                        await stream.WriteAsync(bytes);
                    }
                    catch (IOException)
                    {
                        // The client had enough.
                    }
                }
            });
        }

        public string Port => ((IPEndPoint)_listener.LocalEndpoint).Port.ToString(System.Globalization.CultureInfo.InvariantCulture);

        public int Asked => _asked;

        public void Dispose() => _listener.Stop();
    }
}
