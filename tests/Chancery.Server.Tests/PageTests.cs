using System.Net;
using Chancery.Storage;

namespace Chancery.Server.Tests;

/// <summary>Each page opens and says what the register knows.</summary>
public sealed class PageTests
{
    [Fact]
    public async Task An_empty_register_says_how_to_fill_it()
    {
        await using var server = await RunningServer.Start();
        Assert.Contains("chancery ingest", await server.Text("/"));
        Assert.Equal(0, (await server.Json("/health")).GetProperty("events").GetInt64());
    }

    [Fact]
    public async Task Home_shows_what_happened_and_what_is_coming()
    {
        await using var server = await RunningServer.Start(Seeds.Visit());
        var page = await server.Text("/");
        Assert.Contains("Official visit of Vladimir Putin to Kyrgyzstan", page);
        Assert.True(page.IndexOf("Visit of Sadyr Japarov to Russia", StringComparison.Ordinal) > page.IndexOf("<h2>Coming</h2>", StringComparison.Ordinal));
        Assert.Contains("nothing heard since", page);
        Assert.Equal(6, (await server.Json("/index.json")).GetProperty("size").GetProperty("events").GetInt64());
    }

    [Fact]
    public async Task A_pair_has_years_counts_and_what_is_next()
    {
        await using var server = await RunningServer.Start(Seeds.Visit());
        var page = await server.Text("/relations/RUS/KGZ");
        Assert.Contains("<h2>2023</h2>", page);
        Assert.Contains("<h2>Next</h2>", page);
        Assert.Contains("Protocol on the border", page);
        Assert.DoesNotContain("Macron", page);
        Assert.Contains("/relations/RUS/KGZ?type=talks&since=2023&until=2023", page);
        var json = await server.Json("/relations/KGZ/rus.json");
        Assert.Equal(5, json.GetProperty("total").GetInt64());
        Assert.Contains(json.GetProperty("tallies").EnumerateArray(), t => t.GetProperty("type").GetString() == "talks" && t.GetProperty("year").GetInt32() == 2023 && t.GetProperty("events").GetInt32() == 1);
        Assert.Equal("Sadyr Japarov", json.GetProperty("coming")[0].GetProperty("participants")[0].GetProperty("name").GetString());
    }

    [Fact]
    public async Task A_list_can_be_taken_along()
    {
        await using var server = await RunningServer.Start(Seeds.Visit());
        var rows = (await server.Html("/relations/RUS/KGZ.csv?type=talks")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("id,type,", rows[0]);
        Assert.Contains(",talks,", Assert.Single(rows[1..]));
        Assert.Contains("BEGIN:VEVENT", await server.Html("/relations/RUS/KGZ.ics"));
        Assert.Equal(7, (await server.Html("/events.csv")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task An_event_shows_values_claims_sentences_life_and_parts()
    {
        await using var server = await RunningServer.Start(Seeds.Visit());
        var visit = server.Store.Find(new EventQuery { Types = ["visit"], Until = new DateOnly(2023, 11, 1) }).Items[0];
        var page = await server.Text($"/events/{visit.Id}");
        Assert.Contains("Vladimir Putin 👋 <a href=\"/articles/", page);
        Assert.Contains("<mark>arrived</mark></a> in Bishkek on Thursday.", page);
        Assert.Contains("en.visit.arrive", page);
        Assert.Contains("Against: <b>1", page);
        Assert.Contains("<h2>Programme</h2>", page);
        Assert.Contains("Talks: ", page);
        Assert.Contains($"event {visit.Id}, revision", page);
        var json = await server.Json($"/events/{visit.Id}.json");
        Assert.Equal(2, json.GetProperty("reports").GetArrayLength());
        Assert.Equal(2, json.GetProperty("parts").GetArrayLength());
        var end = json.GetProperty("fields").EnumerateArray().Single(f => f.GetProperty("field").GetString() == "end");
        Assert.True(end.GetProperty("disputed").GetBoolean());
        Assert.Equal([true, false], end.GetProperty("values").EnumerateArray().Select(v => v.GetProperty("chosen").GetBoolean()));
        Assert.Equal("occurred", json.GetProperty("life")[0].GetProperty("status").GetString());
    }

    [Fact]
    public async Task Any_id_an_event_ever_had_leads_to_it()
    {
        await using var server = await RunningServer.Start(Seeds.Visit());
        var visit = server.Store.Find(new EventQuery { Types = ["visit"], Until = new DateOnly(2023, 11, 1) }).Items[0];
        var other = server.Store.Event(visit.Id)!.Reports.Select(r => Chancery.Register.RegisterId.Print(r.Number)).Single(id => id != visit.Id);
        using var answer = await server.Client.GetAsync($"/events/{other}", TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.Redirect, $"/events/{visit.Id}"), (answer.StatusCode, answer.Headers.Location?.OriginalString));
        using var api = await server.Client.GetAsync($"/v1/events/{other}", TestContext.Current.CancellationToken);
        Assert.Equal($"/v1/events/{visit.Id}", api.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task An_article_is_marked_in_place_and_never_loses_a_character()
    {
        await using var server = await RunningServer.Start(Seeds.Visit());
        var html = await server.Html("/articles/sha256:kremlin");
        var body = html[(html.IndexOf("<div class=\"text\">", StringComparison.Ordinal) + 18)..];
        var text = WebUtility.HtmlDecode(System.Text.RegularExpressions.Regex.Replace(body[..body.IndexOf("</div>", StringComparison.Ordinal)], "<[^>]*>", ""));
        Assert.Equal(Seeds.Text, text);
        Assert.Contains("<mark class=\"trigger\">arrived</mark>", html);
        Assert.Contains("id=\"c17\"", html);
        Assert.Contains("not kept in this register", await server.Text("/articles/sha256:kabar"));
        Assert.Equal(Seeds.Text, (await server.Json("/articles/sha256:kremlin.json")).GetProperty("text").GetString());
    }

    [Fact]
    public async Task States_and_persons_list_their_events()
    {
        await using var server = await RunningServer.Start(Seeds.Visit());
        Assert.Contains("/relations/KGZ/RUS", await server.Text("/states/kgz"));
        var person = await server.Text("/persons/Sadyr%20Japarov");
        Assert.Contains("Vladimir Putin", person);
        Assert.DoesNotContain("Macron", person);
    }

    [Fact]
    public async Task A_first_load_is_small()
    {
        await using var server = await RunningServer.Start(Seeds.Visit());
        var visit = server.Store.Find(new EventQuery { Types = ["visit"], Until = new DateOnly(2023, 11, 1) }).Items[0];
        foreach (var path in new[] { "/", "/relations/RUS/KGZ", $"/events/{visit.Id}", "/map", "/persons/Sadyr%20Japarov", "/review", "/add/visit", "/codebook" })
        {
            var page = await server.Html(path);
            var files = System.Text.RegularExpressions.Regex.Matches(page, "(?:href|src)=\"(/[a-z]+\\.(?:css|js)\\?v=[0-9a-f]+)\"").Select(m => m.Groups[1].Value);
            var bytes = 0;
            foreach (var address in files.Append(path))
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, address);
                request.Headers.AcceptEncoding.ParseAdd("br");
                using var answer = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);
                bytes += (await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length;
            }
            Assert.True(bytes < 150 * 1024, $"{path}: {bytes}");
        }
    }

    [Fact]
    public async Task A_search_leads_to_pairs_and_people_however_they_are_written()
    {
        await using var server = await RunningServer.Start(Seeds.Visit());
        foreach (var (asked, wanted) in new[]
        {
            ("RUS KGZ", "/relations/RUS/KGZ"), ("Russia Kyrgyzstan", "/relations/RUS/KGZ"), ("Россия Киргизия", "/relations/RUS/KGZ"), ("Putin Japarov", "/relations/RUS/KGZ"), ("Japarov", "/persons/Sadyr%20Japarov"),
            ("Sadyr Japarof", "/persons/Sadyr%20Japarov"), ("Жапаров", "/persons/Sadyr%20Japarov"),
        })
            Assert.Contains($"href=\"{wanted}\"", await server.Text("/search?q=" + Uri.EscapeDataString(asked)));
    }

    [Fact]
    public async Task Search_finds_words_and_names_of_states()
    {
        await using var server = await RunningServer.Start(Seeds.Visit());
        var page = await server.Text("/search?q=macron");
        Assert.Contains("Emmanuel Macron", page);
        Assert.DoesNotContain("Japarov", page);
        Assert.Contains("href=\"/relations/RUS/KGZ\"", await server.Text("/search?q=Russia+and+Kyrgyzstan"));
        Assert.Contains("Nothing in the register matches", await server.Text("/search?q=zzzz"));
    }
}
