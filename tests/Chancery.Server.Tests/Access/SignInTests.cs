using System.Net;
using Chancery.Server.Access;

namespace Chancery.Server.Tests.Access;

/// <summary>Passwords, sessions, keys.</summary>
public sealed class SignInTests
{
    private static Task<RunningServer> Start(ServeSettings? settings = null) => RunningServer.Start(Seeds.Visit(), settings, Guest.Invite);

    [Fact]
    public async Task A_stranger_is_led_to_the_sign_in_page_and_back()
    {
        await using var server = await Start();
        using var guest = new Guest(server);
        using var closed = await guest.Get("/relations/RUS/KGZ?type=talks");
        Assert.Equal("/sign-in?to=%2Frelations%2FRUS%2FKGZ%3Ftype%3Dtalks", closed.Headers.Location?.OriginalString);
        using var opened = await guest.SignIn("reader", Guest.Password, "/relations/RUS/KGZ?type=talks");
        Assert.Equal("/relations/RUS/KGZ?type=talks", opened.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await guest.Get("/relations/RUS/KGZ")).StatusCode);
        var cookie = guest.Cookies.GetAllCookies().Single(c => c.Name == "chancery-session");
        Assert.True(cookie.HttpOnly);
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("https://evil.example")]
    [InlineData("/\tx")]
    [InlineData("")]
    public async Task No_sign_in_leads_elsewhere(string to)
    {
        await using var server = await Start();
        using var guest = new Guest(server);
        using var opened = await guest.SignIn("reader", Guest.Password, to);
        Assert.Equal("/", opened.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("reader", "seven grey hens")]
    [InlineData("nobody", Guest.Password)]
    [InlineData("", "")]
    public async Task A_wrong_password_opens_nothing(string name, string password)
    {
        await using var server = await Start();
        using var guest = new Guest(server);
        using var refused = await guest.SignIn(name, password);
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await guest.Get("/events")).StatusCode);
    }

    [Fact]
    public async Task Guessing_is_slowed_down()
    {
        await using var server = await Start();
        using var guest = new Guest(server);
        HttpStatusCode last = default;
        for (var i = 0; i < 12; i++) last = (await guest.SignIn("reader", "wrong")).StatusCode;
        Assert.Equal(HttpStatusCode.TooManyRequests, last);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await guest.SignIn("reader", Guest.Password)).StatusCode);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_on_the_server()
    {
        await using var server = await Start();
        using var guest = await Guest.Of(server, "reader");
        var stolen = guest.Cookies.GetCookieHeader(server.Client.BaseAddress!);
        using var ended = await guest.Post("/sign-in", "/sign-out");
        Assert.Equal(HttpStatusCode.Redirect, ended.StatusCode);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/events.json") { Headers = { { "Cookie", stolen } } };
        Assert.Equal(HttpStatusCode.Unauthorized, (await server.Client.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task Who_is_taken_away_or_down_a_step_has_it_at_once()
    {
        await using var server = await Start();
        using var keeper = await Guest.Of(server, "keeper");
        Assert.Equal(HttpStatusCode.OK, (await keeper.Get("/log")).StatusCode);
        server.Store.People.Put(server.Store.People.Find("keeper")! with { Role = "reader" });
        Assert.Equal(HttpStatusCode.Forbidden, (await keeper.Get("/log")).StatusCode);
        server.Store.People.Remove("keeper", server.Store.Now);
        Assert.Equal(HttpStatusCode.Redirect, (await keeper.Get("/events")).StatusCode);
    }

    [Fact]
    public async Task A_restart_signs_nobody_out()
    {
        await using var server = await Start();
        using var guest = await Guest.Of(server, "reader");
        await using var second = ChanceryServer.Build(server.Store, [new ServerAddress(IPAddress.Loopback, 0)]);
        await second.StartAsync(TestContext.Current.CancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Get, second.Urls.First() + "/events.json") { Headers = { { "Cookie", guest.Cookies.GetCookieHeader(server.Client.BaseAddress!) } } };
        Assert.Equal(HttpStatusCode.OK, (await server.Client.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task A_key_opens_until_it_is_taken_back_and_never_more_than_its_person_may()
    {
        await using var server = await Start();
        var (key, text) = ApiKeys.Make(server.Store, "reader", Role.Keeper, "test");
        Assert.Equal(HttpStatusCode.OK, await Ask(server, "/v1/events", text));
        Assert.Equal(HttpStatusCode.Forbidden, await Ask(server, "/log.json", text));
        Assert.Equal(HttpStatusCode.Unauthorized, await Ask(server, "/v1/events", text[..^1]));
        Assert.Equal(HttpStatusCode.Unauthorized, await Ask(server, "/v1/events", "chancery_x"));
        Assert.DoesNotContain(text[^20..], key.Hash);
        server.Store.People.Revoke(key.Id, server.Store.Now);
        Assert.Equal(HttpStatusCode.Unauthorized, await Ask(server, "/v1/events", text));
    }

    [Fact]
    public async Task The_first_user_closes_an_open_register()
    {
        await using var server = await RunningServer.Start(Seeds.Visit());
        await server.Html("/events");
        Guest.Invite(server.Store);
        Assert.Equal(HttpStatusCode.Redirect, (await server.Client.GetAsync("/events", TestContext.Current.CancellationToken)).StatusCode);
        Assert.False((await server.Json("/health")).TryGetProperty("events", out var events) && events.ValueKind == System.Text.Json.JsonValueKind.Number);
    }

    [Theory]
    [InlineData("X-Forwarded-For")]
    [InlineData("Forwarded")]
    [InlineData("Via")]
    public async Task An_open_register_is_not_open_through_a_proxy(string header)
    {
        await using var server = await RunningServer.Start(Seeds.Visit());
        using var request = new HttpRequestMessage(HttpMethod.Get, "/events");
        request.Headers.TryAddWithoutValidation(header, "1.1 proxy");
        Assert.Equal(HttpStatusCode.Forbidden, (await server.Client.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task The_log_says_who_came_and_nobody_edits_it()
    {
        await using var server = await Start();
        using var keeper = await Guest.Of(server, "keeper");
        await keeper.SignIn("mallory", "guess guess guess");
        using var answer = await keeper.Get("/log");
        var log = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("mallory", log);
        Assert.Contains("refused", log);
        Assert.Null(server.Store.Audit.FirstBroken());
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={server.Store.Name}");
        connection.Open();
        foreach (var sql in new[] { "UPDATE audit SET who = 'x'", "DELETE FROM audit" })
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            Assert.Contains("only added to", Assert.Throws<Microsoft.Data.Sqlite.SqliteException>(() => command.ExecuteNonQuery()).Message);
        }
        using var force = connection.CreateCommand();
        force.CommandText = "DROP TRIGGER audit_update; UPDATE audit SET who = 'somebody else' WHERE id = 1";
        force.ExecuteNonQuery();
        Assert.Equal(1, server.Store.Audit.FirstBroken());
    }

    private static async Task<HttpStatusCode> Ask(RunningServer server, string path, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Authorization = new("Bearer", key) } };
        using var answer = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}
