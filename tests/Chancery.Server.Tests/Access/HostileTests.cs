using System.Net;
using System.Net.Sockets;
using System.Text;
using Chancery.Register.Judgements;
using Chancery.Storage;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Chancery.Server.Tests.Access;

/// <summary>What people of ill will send: script in every text, bodies too large or too slow, tricks with paths and headers.</summary>
public sealed class HostileTests
{
    private const string Bad = "<script>alert(1)</script>";

    [Fact]
    public async Task Script_in_any_text_is_never_markup_on_any_page()
    {
        await using var server = await RunningServer.Start([.. Seeds.Visit(), Seeds.Hostile()], null, Guest.Invite);
        var visit = server.Store.Find(new EventQuery { Source = Bad + ".example" }).Items[0];
        server.Store.Judge(new Judgement { Kind = JudgementKind.Correct, Left = visit.Number, Field = "name", Value = Bad + "\" onmouseover=\"x", By = Bad, Why = Bad, At = server.Store.Now });
        server.Store.Audit.Add(Bad, Bad, Bad, Bad, Bad, server.Store.Now);
        using var keeper = await Guest.Of(server, "keeper");
        await keeper.SignIn(Bad, Bad, Bad);
        using var labelled = await keeper.Post("/account", "/account/keys", ("label", Bad));
        Assert.Equal(HttpStatusCode.OK, labelled.StatusCode);
        var seen = 0;
        foreach (var path in Pages(server, visit.Id))
        {
            using var answer = await keeper.Get(path);
            if (answer.Content.Headers.ContentType?.MediaType != "text/html") continue;
            var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.False(html.Contains(Bad, StringComparison.OrdinalIgnoreCase), $"{path} holds markup of a text");
            Assert.False(html.Contains("\" onmouseover=\"", StringComparison.OrdinalIgnoreCase), $"{path} holds an attribute of a text");
            Assert.False(html.Contains("href=\"javascript:", StringComparison.OrdinalIgnoreCase), $"{path} links to script");
            Assert.DoesNotContain("<script>", html);
            if (html.Contains("&lt;script&gt;", StringComparison.Ordinal)) seen++;
        }
        Assert.True(seen >= 6, $"the text was looked at on {seen} pages only");
    }

    [Theory]
    [InlineData("/sign-in", 70_000)]
    [InlineData("/account/keys", 70_000)]
    [InlineData("/v1/match", 70_000)]
    [InlineData("/mcp", 70_000)]
    public async Task A_body_too_large_is_refused_plainly(string path, int bytes)
    {
        await using var server = await RunningServer.Start(Seeds.Visit());
        var before = server.Store.Fingerprint();
        HttpContent content = path is "/mcp" or "/v1/match" ? new StringContent(new string(' ', bytes) + "{}", Encoding.UTF8, "application/json") : new FormUrlEncodedContent([new("label", new string('x', bytes))]);
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        request.Headers.Accept.ParseAdd("application/json, text/event-stream");
        using var answer = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Equal(before, server.Store.Fingerprint());
    }

    [Fact]
    public async Task A_body_that_trickles_in_is_not_waited_for()
    {
        await using var server = await RunningServer.Start(Seeds.Visit());
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, server.Client.BaseAddress!.Port, TestContext.Current.CancellationToken);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes("POST /v1/reconcile HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 5000\r\n\r\nq"), TestContext.Current.CancellationToken);
        // The test ends when the server does: with an answer that is no success, or by closing.
        var answer = await new StreamReader(stream, Encoding.ASCII).ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain(" 200 ", answer.Split('\n')[0]);
    }

    [Theory]
    [InlineData("/log/../log")]
    [InlineData("/sign-in/../log")]
    [InlineData("/style.css/../log")]
    [InlineData("/%2e%2e/log")]
    [InlineData("/health/%2e%2e/log")]
    [InlineData("//log")]
    [InlineData("/LOG")]
    [InlineData("/log/")]
    [InlineData("/log.json")]
    [InlineData("/log.json.json")]
    [InlineData("/log%2ejson")]
    [InlineData("/log?x=/sign-in")]
    [InlineData("http://localhost/log")]
    public async Task No_spelling_of_a_path_opens_it(string path)
    {
        await using var server = await RunningServer.Start(Seeds.Visit(), null, Guest.Invite);
        server.Store.Audit.Add("somebody", null, "told", "in confidence", "done", server.Store.Now);
        var answer = await Raw(server, $"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        Assert.DoesNotContain("in confidence", answer);
        Assert.DoesNotContain(" 200 ", answer.Split('\n')[0]);
    }

    [Theory]
    [InlineData("X-Original-URL: /sign-in")]
    [InlineData("X-Rewrite-URL: /sign-in")]
    [InlineData("X-Forwarded-For: 127.0.0.1")]
    [InlineData("X-Forwarded-Host: localhost\r\nX-Forwarded-Proto: https")]
    [InlineData("X-Forwarded-User: keeper")]
    [InlineData("Remote-User: keeper")]
    [InlineData("X-HTTP-Method-Override: GET")]
    [InlineData("Cookie: chancery-session=keeper")]
    [InlineData("Authorization: Bearer keeper")]
    [InlineData("Authorization: Negotiate x")]
    public async Task No_header_opens_a_door(string header)
    {
        await using var server = await RunningServer.Start(Seeds.Visit(), null, Guest.Invite);
        var answer = await Raw(server, $"GET /events.json HTTP/1.1\r\nHost: localhost\r\n{header}\r\nConnection: close\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 401", answer);
        Assert.DoesNotContain("Putin", answer);
    }

    [Fact]
    public async Task Another_host_is_not_this_server()
    {
        await using var server = await RunningServer.Start(Seeds.Visit());
        foreach (var host in new[] { "evil.example", "localhost.evil.example", "127.0.0.1.nip.io", "10.1.2.3", "[fd00::1]", "" })
            Assert.StartsWith("HTTP/1.1 400", await Raw(server, $"GET /events HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"));
        Assert.StartsWith("HTTP/1.1 400", await Raw(server, "GET /events HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\nConnection: close\r\n\r\n"));
        Assert.StartsWith("HTTP/1.1 431", await Raw(server, $"GET /events HTTP/1.1\r\nHost: localhost\r\nX-Long: {new string('x', 40_000)}\r\nConnection: close\r\n\r\n"));
    }

    [Fact]
    public async Task A_proxy_is_believed_only_where_it_is_known()
    {
        await using var server = await RunningServer.Start(Seeds.Visit(), new ServeSettings { Hosts = ["register.example.org"], Proxies = [IPAddress.Loopback] }, Guest.Invite);
        var answer = await Raw(server, "GET /sign-in HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-Host: register.example.org\r\nX-Forwarded-Proto: https\r\nX-Forwarded-For: 203.0.113.7\r\nConnection: close\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 200", answer);
        Assert.Contains("chancery-form=", answer);
        Assert.Contains("; secure", answer, StringComparison.OrdinalIgnoreCase);
        Assert.StartsWith("HTTP/1.1 400", await Raw(server, "GET /sign-in HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-Host: evil.example\r\nConnection: close\r\n\r\n"));
    }

    private static async Task<string> Raw(RunningServer server, string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, server.Client.BaseAddress!.Port, TestContext.Current.CancellationToken);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request), TestContext.Current.CancellationToken);
        return await new StreamReader(stream, Encoding.UTF8).ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Every page that the server has, with ids of the hostile document, and lists with hostile filters.</summary>
    private static IEnumerable<string> Pages(RunningServer server, string id)
    {
        var routes = server.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") == true).Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/'));
        var values = new Dictionary<string, string>
        {
            ["a"] = "RUS", ["b"] = "KGZ", ["code"] = "KGZ", ["name"] = Uri.EscapeDataString(Bad + "Person"), ["id"] = id,
        };
        foreach (var route in routes)
        {
            var path = System.Text.RegularExpressions.Regex.Replace(route, @"\{([^}:?*]*)[^}]*\}", m => route.StartsWith("/articles", StringComparison.Ordinal) ? "sha256:hostile" : values.GetValueOrDefault(m.Groups[1].Value, Uri.EscapeDataString(Bad)));
            yield return path;
            yield return path + "?q=" + Uri.EscapeDataString(Bad + "\" onmouseover=\"") + "&person=" + Uri.EscapeDataString(Bad);
            yield return path + "?type=" + Uri.EscapeDataString(Bad) + "&since=" + Uri.EscapeDataString(Bad) + "&to=" + Uri.EscapeDataString("javascript:" + Bad);
        }
    }
}
