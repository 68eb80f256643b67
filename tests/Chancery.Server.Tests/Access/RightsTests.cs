using System.Net;
using Chancery.Server.Access;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Chancery.Server.Tests.Access;

/// <summary>Every route that the server has, tried by everybody who may not; routes that come later are tried too.</summary>
public sealed class RightsTests
{
    // What is open to all, on purpose; a route added here is a decision.
    private static readonly string[] s_open = ["/style.css", "/review.js", "/add.js", "/health", "/sign-in", "/sign-out"];

    [Fact]
    public async Task Each_route_is_closed_to_who_may_not()
    {
        await using var server = await RunningServer.Start(Seeds.Visit(), null, Guest.Invite);
        var before = server.Store.Fingerprint();
        var routes = Routes(server).ToArray();
        Assert.True(routes.Length > 10);
        using var nobody = new Guest(server);
        using var reader = await Guest.Of(server, "reader");
        using var reviewer = await Guest.Of(server, "reviewer");
        foreach (var (path, method, least) in routes)
        {
            Assert.Equal(s_open.Any(o => path == o || path.StartsWith(o + "/", StringComparison.Ordinal)), least is null);
            if (least is not { } role) continue;
            await Closed(server, nobody, method, path, HttpStatusCode.Unauthorized);
            if (role > Role.Reader) await Closed(server, reader, method, path, HttpStatusCode.Forbidden);
            if (role > Role.Reviewer) await Closed(server, reviewer, method, path, HttpStatusCode.Forbidden);
        }
        Assert.Equal(before, server.Store.Fingerprint());
        Assert.Empty(server.Store.Judgements());
    }

    [Fact]
    public async Task Each_post_of_another_site_or_without_a_token_is_refused()
    {
        await using var server = await RunningServer.Start(Seeds.Visit(), null, Guest.Invite);
        using var keeper = await Guest.Of(server, "keeper");
        foreach (var (path, method, least) in Routes(server).Where(r => r.Method is not ("GET" or "HEAD")))
        {
            foreach (var (header, value) in new[] { ("Origin", "https://evil.example"), ("Origin", "null"), ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Site", "same-site") })
            {
                using var request = new HttpRequestMessage(new HttpMethod(method), path) { Headers = { { header, value } }, Content = Content(server, path) };
                using var answer = await keeper.Client.SendAsync(request, TestContext.Current.CancellationToken);
                Assert.True(answer.StatusCode == HttpStatusCode.Forbidden, $"{method} {path} {header}: {value}: {answer.StatusCode}");
            }
            if (OnlyAsks(server, path)) continue;
            using var bare = await keeper.Client.PostAsync(path, new FormUrlEncodedContent([new("_token", "x")]), TestContext.Current.CancellationToken);
            Assert.True(bare.StatusCode == HttpStatusCode.Forbidden, $"{method} {path} without a token: {bare.StatusCode}");
        }
        Assert.Empty(server.Store.Judgements());
        // The session still lives: a sign-out of another site was refused as well.
        Assert.Equal(HttpStatusCode.OK, (await keeper.Get("/events")).StatusCode);
    }

    private static async Task Closed(RunningServer server, Guest guest, string method, string path, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path) { Headers = { { "Accept", "application/json" } } };
        if (method != "GET") request.Content = Content(server, path);
        using var answer = await guest.Client.SendAsync(request, TestContext.Current.CancellationToken);
        var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.StatusCode == status, $"{method} {path}: {answer.StatusCode}");
        Assert.DoesNotContain("Putin", body);
        Assert.DoesNotContain("Bishkek", body);
    }

    // Routing itself refuses a body of another kind than the route takes; here it is the gate that is tried.
    private static HttpContent Content(RunningServer server, string path) =>
        Endpoints(server).Any(e => Fill(e.RoutePattern.RawText!) == path && e.Metadata.GetMetadata<Microsoft.AspNetCore.Http.Metadata.IAcceptsMetadata>() is { } takes && takes.ContentTypes.Contains("application/json"))
            ? new StringContent("{}", System.Text.Encoding.UTF8, "application/json") : new FormUrlEncodedContent([new("to", "/")]);

    private static bool OnlyAsks(RunningServer server, string path) =>
        Endpoints(server).Any(e => Fill(e.RoutePattern.RawText!) == path && e.Metadata.GetMetadata<PostedQuestion>() is not null);

    private static IEnumerable<(string Path, string Method, Role? Least)> Routes(RunningServer server) =>
        from e in Endpoints(server)
        from method in e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET", "POST"]
        select (Fill(e.RoutePattern.RawText!), method, e.Metadata.GetMetadata<RoleDemand>() is { } demand ? demand.Least : Role.Reader);

    private static IEnumerable<RouteEndpoint> Endpoints(RunningServer server) => server.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    private static string Fill(string pattern) => "/" + System.Text.RegularExpressions.Regex.Replace(pattern, @"\{([^}:?*]*)[^}]*\}", m => m.Groups[1].Value switch { "a" => "RUS", "b" or "code" => "KGZ", _ => "x1" }).TrimStart('/');
}
