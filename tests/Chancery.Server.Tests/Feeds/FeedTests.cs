using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Xml.Linq;
using Chancery.Server.Access;
using Chancery.Server.Tests.Access;

namespace Chancery.Server.Tests.Feeds;

/// <summary>Atom and calendars of any list, tags of content.</summary>
public sealed class FeedTests
{
    private static readonly XNamespace s_atom = "http://www.w3.org/2005/Atom";

    [Theory]
    [InlineData("/events.atom", 6)]
    [InlineData("/events.atom?type=talks", 2)]
    [InlineData("/relations/RUS/KGZ.atom", 5)]
    [InlineData("/states/FRA.atom", 1)]
    [InlineData("/persons/Sadyr%20Japarov.atom?status=planned", 1)]
    [InlineData("/v1/events.atom?since=2023-12", 1)]
    public async Task Any_list_is_a_feed(string path, int entries)
    {
        await using var server = await RunningServer.Start(Seeds.Visit());
        var feed = XElement.Parse(await server.Html(path));
        Assert.Equal(s_atom + "feed", feed.Name);
        Assert.Equal(entries, feed.Elements(s_atom + "entry").Count());
        foreach (var entry in feed.Elements(s_atom + "entry"))
        {
            Assert.StartsWith("urn:chancery:", entry.Element(s_atom + "id")!.Value);
            Assert.True(DateTimeOffset.TryParse(entry.Element(s_atom + "updated")!.Value, out _));
            Assert.Equal(HttpStatusCode.OK, (await server.Client.GetAsync(entry.Element(s_atom + "link")!.Attribute("href")!.Value, TestContext.Current.CancellationToken)).StatusCode);
        }
    }

    [Fact]
    public async Task Hostile_text_leaves_a_feed_well_formed()
    {
        await using var server = await RunningServer.Start(Seeds.Hostile());
        var feed = XElement.Parse(await server.Html("/events.atom"));
        Assert.Contains("<script>", feed.Value);
        Assert.Empty(feed.Descendants("script"));
    }

    [Theory]
    [InlineData("/events")]
    [InlineData("/events.json")]
    [InlineData("/events.atom")]
    [InlineData("/v1/events")]
    [InlineData("/relations/RUS/KGZ")]
    public async Task Who_has_it_is_told_so(string path)
    {
        await using var server = await RunningServer.Start(Seeds.Visit());
        using var first = await server.Client.GetAsync(path, TestContext.Current.CancellationToken);
        var tag = first.Headers.ETag!;
        Assert.True(tag.IsWeak);
        Assert.Equal(HttpStatusCode.NotModified, await Ask(server, path, r => r.Headers.IfNoneMatch.Add(tag)));
        Assert.Equal(HttpStatusCode.OK, await Ask(server, path, r => r.Headers.IfNoneMatch.Add(new("\"other\""))));
        server.Store.Ingest([Seeds.Hostile()]);
        Assert.Equal(HttpStatusCode.OK, await Ask(server, path, r => r.Headers.IfNoneMatch.Add(tag)));
    }

    [Fact]
    public async Task A_calendar_signs_in_with_a_key_as_password_and_may_only_read()
    {
        await using var server = await RunningServer.Start(Seeds.Visit(), null, Guest.Invite);
        using var asked = await server.Client.GetAsync("/events.ics", TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.Unauthorized, "Basic"), (asked.StatusCode, asked.Headers.WwwAuthenticate.Single().Scheme));
        var basic = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes("calendar:" + ApiKeys.Make(server.Store, "keeper", Role.Keeper, "calendar").Text)));
        Assert.Equal(HttpStatusCode.OK, await Ask(server, "/events.ics", r => r.Headers.Authorization = basic));
        Assert.Equal(HttpStatusCode.Unauthorized, await Ask(server, "/sign-out", r => { r.Method = HttpMethod.Post; r.Headers.Authorization = basic; }));
        Assert.Equal(HttpStatusCode.Unauthorized, await Ask(server, "/events.ics", r => r.Headers.Authorization = new("Basic", "%%%")));
    }

    private static async Task<HttpStatusCode> Ask(RunningServer server, string path, Action<HttpRequestMessage> with)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        with(request);
        using var answer = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}
