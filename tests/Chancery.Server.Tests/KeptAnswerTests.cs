using System.Net;
using System.Net.Http.Headers;
using Chancery.Register.Judgements;
using Chancery.Server.Access;
using Chancery.Server.Answers;
using Chancery.Server.Tests.Access;
using Chancery.Storage;
using Chancery.Storage.Access;

namespace Chancery.Server.Tests;

/// <summary>What was answered is answered again while nothing was written, to whoever may see it, and never after.</summary>
public sealed class KeptAnswerTests
{
    [Fact]
    public async Task An_answer_holds_until_anybody_writes()
    {
        await using var server = await RunningServer.Start(Seeds.Visit());
        foreach (var path in new[] { "/events", "/relations/RUS/KGZ", "/states/KGZ", "/", "/map", "/calendar?month=2023-10", "/coverage", "/v1/events", "/relations/RUS/KGZ.atom", "/status.json" })
        {
            var (before, tag) = await Tagged(server, path);
            Assert.Equal((before, tag), await Tagged(server, path));
            Assert.Equal(HttpStatusCode.NotModified, await Again(server, path, tag));
        }
        var pages = new[] { "/events", "/relations/RUS/KGZ", "/states/KGZ", "/", "/map", "/v1/events", "/relations/RUS/KGZ.atom" };
        var old = new Dictionary<string, string>();
        foreach (var path in pages) old[path] = (await Tagged(server, path)).Tag;
        // Another process would write just so: by a store of its own.
        using (var other = RegisterStore.Open(server.Store.Name)) other.Ingest([Talks("elsewhere", "Uzgen")]);
        foreach (var path in pages) Assert.Equal(HttpStatusCode.OK, await Again(server, path, old[path]));
        Assert.Contains("Uzgen", await server.Text("/relations/RUS/KGZ"));
        server.Store.Ingest([Talks("here", "Naryn")]);
        Assert.Contains("Naryn", await server.Text("/relations/RUS/KGZ"));
    }

    [Fact]
    public async Task A_judgement_and_its_undoing_show_at_once()
    {
        await using var server = await RunningServer.Start(Seeds.Visit());
        var visit = server.Store.Find(new EventQuery { Types = ["visit"], Until = new DateOnly(2023, 11, 1) }).Items[0];
        var path = $"/events/{visit.Id}.json";
        Assert.Equal("2023-10-12", (await server.Json(path)).GetProperty("event").GetProperty("start").GetString());
        var said = server.Store.Judge(new Judgement { Kind = JudgementKind.Correct, Left = visit.Number, Field = "start", Value = "2023-10-11", By = "desk", At = default });
        Assert.Equal("2023-10-11", (await server.Json(path)).GetProperty("event").GetProperty("start").GetString());
        server.Store.Judge(new Judgement { Kind = JudgementKind.Undo, Left = said.Id, By = "desk", At = default });
        Assert.Equal("2023-10-12", (await server.Json(path)).GetProperty("event").GetProperty("start").GetString());
    }

    [Fact]
    public async Task What_two_people_say_on_the_same_kept_page_is_two_decisions()
    {
        await using var server = await RunningServer.Start(Seeds.Visit());
        var visit = server.Store.Find(new EventQuery { Types = ["visit"], Until = new DateOnly(2023, 11, 1) }).Items[0];
        var form = new Microsoft.AspNetCore.Http.FormCollection(new() { ["act"] = "made-once", ["left"] = visit.Id, ["answer"] = "accept" });
        foreach (var by in new[] { "amina", "bakyt", "amina" }) server.Store.Judge(Review.Decision.FromForm(form, by).Judgement(server.Store, by));
        Assert.Equal(["amina", "bakyt"], server.Store.Judgements().Select(j => j.By).Order());
    }

    [Fact]
    public async Task Forms_and_addresses_are_not_mixed_up()
    {
        await using var server = await RunningServer.Start(Seeds.Visit());
        Assert.Contains("<h1>", await server.Html("/relations/RUS/KGZ"));
        Assert.Equal(5, (await server.Json("/relations/RUS/KGZ.json")).GetProperty("total").GetInt64());
        Assert.Equal(1, (await server.Json("/relations/RUS/KGZ.json?type=talks")).GetProperty("total").GetInt64());
        Assert.StartsWith("<?xml", await server.Html("/relations/RUS/KGZ.atom"));
        using var asked = new HttpRequestMessage(HttpMethod.Get, "/relations/RUS/KGZ") { Headers = { Accept = { new MediaTypeWithQualityHeaderValue("application/json") } } };
        using var json = await server.Client.SendAsync(asked, TestContext.Current.CancellationToken);
        Assert.Equal("application/json", json.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Compressed_and_plain_are_the_same()
    {
        await using var server = await RunningServer.Start(Seeds.Visit());
        var plain = await server.Html("/events");
        for (var i = 0; i < 2; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/events") { Headers = { AcceptEncoding = { new StringWithQualityHeaderValue("gzip"), new StringWithQualityHeaderValue("br") } } };
            using var answer = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal(["br"], answer.Content.Headers.ContentEncoding);
            Assert.Contains("Accept-Encoding", answer.Headers.Vary);
            await using var brotli = new System.IO.Compression.BrotliStream(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken), System.IO.Compression.CompressionMode.Decompress);
            using var reader = new StreamReader(brotli);
            Assert.Equal(plain, await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task Each_visitor_has_the_own_name_token_and_rights()
    {
        await using var server = await RunningServer.Start(Seeds.Visit(), null, store =>
        {
            Guest.Invite(store);
            store.People.Put(new Person("other", "reviewer", Passwords.Hash("other", Guest.Password), store.Now));
        });
        using var reader = await Guest.Of(server, "reader");
        using var one = await Guest.Of(server, "reviewer");
        using var two = await Guest.Of(server, "other");
        var visit = server.Store.Find(new EventQuery { Types = ["visit"], Until = new DateOnly(2023, 11, 1) }).Items[0];
        foreach (var path in new[] { "/", "/events", $"/events/{visit.Id}", "/review" })
        {
            var (first, second) = (await Text(one, path), await Text(two, path));
            Assert.Contains(">reviewer</a>", first, StringComparison.Ordinal);
            Assert.Contains(">other</a>", second, StringComparison.Ordinal);
            Assert.DoesNotContain(">reviewer</a>", second, StringComparison.Ordinal);
            Assert.DoesNotContain(MadeAnswer.NameMark, first + second, StringComparison.Ordinal);
            Assert.DoesNotContain(MadeAnswer.TokenMark, first + second, StringComparison.Ordinal);
        }
        Assert.DoesNotContain("<form method=\"post\"", await Text(reader, $"/events/{visit.Id}"), StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"/review\"", await Text(reader, "/events"), StringComparison.Ordinal);
        // The token of a page that was made for another opens the own post.
        Assert.NotEqual(Guest.Token(await Text(one, $"/events/{visit.Id}")), Guest.Token(await Text(two, $"/events/{visit.Id}")));
        using var taken = await two.Post($"/events/{visit.Id}", "/review", ("of", visit.Id), ("answer", "accept"));
        Assert.NotEqual(HttpStatusCode.Forbidden, taken.StatusCode);
        using var again = await one.Get("/events");
        using var others = await two.Get("/events");
        Assert.NotEqual(again.Headers.ETag, others.Headers.ETag);
    }

    [Fact]
    public async Task Many_who_ask_at_once_are_all_answered()
    {
        await using var server = await RunningServer.Start(Seeds.Visit());
        var all = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => server.Html(i % 2 == 0 ? "/states/RUS" : "/persons/Nobody%20Known", i % 2 == 0 ? HttpStatusCode.OK : HttpStatusCode.NotFound)));
        Assert.Equal(2, all.Distinct().Count());
    }

    private static async Task<string> Text(Guest guest, string path)
    {
        using var answer = await guest.Get(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<(string Body, string Tag)> Tagged(RunningServer server, string path)
    {
        using var answer = await server.Client.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), answer.Headers.ETag!.ToString());
    }

    private static async Task<HttpStatusCode> Again(RunningServer server, string path, string tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { IfNoneMatch = { EntityTagHeaderValue.Parse(tag) } } };
        using var answer = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    private static IngestItem Talks(string id, string city)
    {
        var first = Seeds.Visit()[0];
        var talks = first.Article.Events.First(e => e.Type == "talks") with { Id = "n", PartOf = null, Start = "2023-10-20", End = "2023-10-20", Place = new(city, null, "KGZ", 42.8, 74.5, "city") };
        return new IngestItem(first.Article with { Document = first.Article.Document with { Id = $"sha256:{id}" }, Events = [talks] }, "test");
    }
}
