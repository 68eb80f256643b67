using System.Net;
using Chancery.Storage;

namespace Chancery.Server.Tests;

/// <summary>Hostile text, wrong addresses, headers, where the server may listen.</summary>
public sealed class SafetyTests
{
    [Fact]
    public async Task Script_in_every_field_stays_text()
    {
        await using var server = await RunningServer.Start([.. Seeds.Visit(), Seeds.Hostile()]);
        var id = server.Store.Find(new EventQuery { Source = "<script>alert(1)</script>.example" }).Items[0].Id;
        foreach (var path in new[] { "/", "/events", $"/events/{id}", "/articles/sha256:hostile", "/relations/RUS/KGZ", "/states/RUS", "/search?q=script", "/search?q=%3Cscript%3Ealert(1)%3C/script%3E%22%3E",
            "/events?person=%22%3E%3Cscript%3E", "/persons/%3Cscript%3Ealert(1)%3C%2Fscript%3EPerson" })
        {
            var html = await server.Html(path);
            Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("javascript:", html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("\" onmouseover=", html, StringComparison.OrdinalIgnoreCase);
        }
        Assert.Contains("<script>alert(1)</script>Person", await server.Text($"/events/{id}"));
        Assert.DoesNotContain("<script", await server.Html("/states/%3Cscript%3E", HttpStatusCode.NotFound));
        Assert.DoesNotContain("<script", await server.Html("/events?type=%3Cscript%3E", HttpStatusCode.BadRequest));
    }

    [Theory]
    [InlineData("/nowhere")]
    [InlineData("/events/e0000000000000")]
    [InlineData("/articles/sha256:none")]
    [InlineData("/relations/RUS/XXX")]
    [InlineData("/relations/RUS/RUS")]
    [InlineData("/persons/Nobody")]
    [InlineData("/index.csv")]
    public async Task What_is_not_there_is_said_plainly(string path)
    {
        await using var server = await RunningServer.Start(Seeds.Visit());
        var page = await server.Text(path, HttpStatusCode.NotFound);
        Assert.Contains("Not found", page);
        Assert.Contains("Back to the register", page);
    }

    [Fact]
    public async Task Programs_get_failures_as_json()
    {
        await using var server = await RunningServer.Start();
        Assert.Equal(404, (await server.Json("/v1/events/e0000000000000", HttpStatusCode.NotFound)).GetProperty("status").GetInt32());
        Assert.Contains("is no date", (await server.Json("/v1/events?since=x", HttpStatusCode.BadRequest)).GetProperty("message").GetString());
    }

    [Fact]
    public async Task A_fault_is_told_without_its_secrets()
    {
        await using var server = await RunningServer.Start(Seeds.Visit());
        server.Store.Dispose();
        File.WriteAllText(server.Store.Name, "no database");
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        using var answer = await server.Client.GetAsync("/health", TestContext.Current.CancellationToken);
        Assert.True((int)answer.StatusCode >= 500);
        Assert.DoesNotContain(" at Chancery.", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/nowhere")]
    [InlineData("/events?since=x")]
    [InlineData("/v1/events")]
    [InlineData("/style.css")]
    public async Task Every_answer_forbids_script_and_sniffing(string path)
    {
        await using var server = await RunningServer.Start();
        using var answer = await server.Client.GetAsync(path, TestContext.Current.CancellationToken);
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'none'", policy);
        Assert.DoesNotContain("unsafe", policy);
        Assert.Contains("script-src 'self';", policy);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Fact]
    public async Task Pages_need_nothing_from_elsewhere_and_no_inline_style()
    {
        await using var server = await RunningServer.Start(Seeds.Visit());
        var html = await server.Html("/relations/RUS/KGZ");
        Assert.DoesNotContain(" style=", html);
        Assert.DoesNotContain("src=\"http", html);
        var css = await server.Html("/style.css");
        Assert.DoesNotContain("url(", css);
        Assert.InRange(css.Length, 1000, 28 * 1024);
    }

    [Fact]
    public async Task Only_reading_is_allowed_and_only_under_its_own_name()
    {
        await using var server = await RunningServer.Start();
        using var post = await server.Client.PostAsync("/events", new StringContent("x"), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, post.StatusCode);
        using var rebound = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { Host = "evil.example" } };
        using var answer = await server.Client.SendAsync(rebound, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        using var longLine = await server.Client.GetAsync("/search?q=" + new string('x', 9000), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.RequestUriTooLong, longLine.StatusCode);
    }

    [Theory]
    [InlineData("http://0.0.0.0:5080")]
    [InlineData("http://*:5080")]
    [InlineData("http://+:5080")]
    [InlineData("http://[::]:5080")]
    [InlineData("http://192.168.1.5:5080")]
    [InlineData("http://127.0.0.1:5080;http://10.0.0.1:80")]
    public void Anything_but_loopback_is_refused_while_nobody_is_known(string urls) => WithRegister(store =>
        Assert.Contains("no users yet", Assert.Throws<FormatException>(() => ChanceryServer.Build(store, ServerAddress.ParseAll(urls))).Message));

    [Fact]
    public void A_name_or_a_proxy_is_refused_while_nobody_is_known() => WithRegister(store =>
    {
        var here = ServerAddress.ParseAll(ServerAddress.Default);
        Assert.Throws<FormatException>(() => ChanceryServer.Build(store, here, new ServeSettings { Hosts = ["register.example.org"] }));
        Assert.Throws<FormatException>(() => ChanceryServer.Build(store, here, new ServeSettings { Proxies = [IPAddress.Loopback] }));
    });

    [Fact]
    public void A_register_with_users_may_be_reached_from_elsewhere() => WithRegister(store =>
    {
        store.People.Put(new Chancery.Storage.Access.Person("amina", "keeper", "hash", store.Now));
        ChanceryServer.Build(store, [new ServerAddress(IPAddress.Any, 0)]).DisposeAsync().AsTask().Wait();
    });

    private static void WithRegister(Action<RegisterStore> test)
    {
        var file = Path.Combine(Path.GetTempPath(), $"chancery-{Guid.NewGuid():n}.db");
        using (var store = RegisterStore.Open(file)) test(store);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        File.Delete(file);
    }

    [Theory]
    [InlineData("http://localhost:5080", "http://127.0.0.1:5080")]
    [InlineData("http://[::1]:81", "http://[::1]:81")]
    public void Loopback_is_taken(string urls, string address) => Assert.Equal(address, ServerAddress.ParseAll(urls).Single().ToString());

    [Theory]
    [InlineData("https://127.0.0.1:1")]
    [InlineData("http://example.org:80")]
    [InlineData("")]
    [InlineData("127.0.0.1")]
    public void What_is_no_address_is_refused(string urls) => Assert.Throws<FormatException>(() => ServerAddress.ParseAll(urls));
}
