using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Chancery.Reading.Packs;
using Chancery.Register;
using Chancery.Server.Languages;
using Chancery.Storage;

namespace Chancery.Server.Tests;

/// <summary>The pages in every language: nothing missing, nothing left in English, texts of sources in their own.</summary>
public sealed class LanguageTests
{
    private static readonly string[] s_shown = ["placeholder", "title", "aria-label", "alt"];

    /// <summary>Names of formats, programs and keys, the same everywhere.</summary>
    private static readonly HashSet<string> s_international = new(StringComparer.OrdinalIgnoreCase)
    {
        "Chancery", "PLOVER", "CSV", "JSON", "Word", "Atom", "RSS", "HTML", "Markdown", "Lines", "UTC", "NET", "EN", "RU", "gz", "KGZ", "ETag", "OpenAPI", "kremlin", "https", "Wikidata",
        "person", "Model", "Context", "Protocol", "mcp", "ics", "atom", "csv", "json", "Authorization", "Bearer", "KEY", "next", "English", "occurred", "planned", "visit", "talks", "state", "official", "working", "openapi", "v1", "zzzz", "Q123",
    };

    [Fact]
    public void Every_language_says_everything_with_the_same_gaps()
    {
        var first = InterfaceLanguage.All[0];
        foreach (var language in InterfaceLanguage.All)
        {
            Assert.Empty(first.Texts.Keys.Except(language.Texts.Keys));
            Assert.Empty(language.Texts.Keys.Except(first.Texts.Keys));
            foreach (var (key, text) in language.Texts)
            {
                Assert.False(text.Length == 0, key);
                if (key.StartsWith("n.", StringComparison.Ordinal)) Assert.True(text.Split('|').Length == language.Plural.Forms, $"{language.Code}: {key}");
                else Assert.True(Gaps(text).IsSubsetOf(Gaps(first.Texts[key])), $"{language.Code}: {key}");
            }
        }
    }

    [Fact]
    public void Every_text_that_a_page_asks_for_is_there()
    {
        var root = Path.GetFullPath(Path.Combine(DataRoot.Find().Source, "..", "src", "Chancery.Server"));
        var texts = InterfaceLanguage.All[0].Texts;
        var asked = Directory.EnumerateFiles(root, "*.*", SearchOption.AllDirectories).Where(f => f.EndsWith(".razor", StringComparison.Ordinal) || f.EndsWith(".cs", StringComparison.Ordinal)).Select(File.ReadAllText)
            .SelectMany(source => Regex.Matches(source, """\b(?:W|words|this)\["([a-z][a-z-]*\.[a-z.-]+|undated|unknown|pair|disputed)"|\? "([a-z-]+\.[a-z.-]+)" : "([a-z-]+\.[a-z.-]+)"\]""").SelectMany(m => m.Groups.Values.Skip(1)).Where(g => g.Success).Select(g => g.Value)
                .Concat(Regex.Matches(source, """(?:W|words)\.(?:Count|Form)\([^;]*?, "([a-z-]+)"\)""").Select(m => "n." + m.Groups[1].Value)));
        Assert.Empty(asked.Distinct().Where(key => !texts.ContainsKey(key)));
        foreach (var word in TypeRule.All.Select(t => "type." + t.Type).Concat(Chancery.Server.Listing.EventFilters.Statuses.Select(s => "status." + s))) Assert.Contains(word, texts.Keys);
    }

    [Theory]
    [InlineData(1, "событие")]
    [InlineData(3, "события")]
    [InlineData(12, "событий")]
    [InlineData(21, "событие")]
    [InlineData(1_000_004, "события")]
    public void Russian_counts_as_Russians_do(long number, string word) => Assert.EndsWith(" " + word, Russian.Count(number, "event"));

    [Fact]
    public void Dates_states_and_names_are_written_as_Russians_do()
    {
        Assert.Equal("12 окт. 2023", Russian.Date("2023-10-12"));
        Assert.Equal("9–13 окт. 2023", Russian.Period("2023-10-09", "2023-10-13"));
        Assert.Equal("четверг, 12 октября 2023", Russian.LongDay(new DateOnly(2023, 10, 12)));
        Assert.Equal("Россия и Киргизия", Russian.Pair("RUS", "KGZ"));
        Assert.Equal("Putin Japarov", KnownNames.Original("Путин Жапаров"));
        Assert.Equal("KGZ", KnownNames.State("Киргизия"));
        Assert.Equal("исправлено: amina", Russian.Said("corrected by amina"));
    }

    [Fact]
    public async Task The_language_is_chosen_by_address_then_cookie_then_browser()
    {
        await using var server = await RunningServer.Start(Seeds.Visit());
        Assert.Contains("lang=\"en\"", await Page(server, "/", "en-GB", null));
        Assert.Contains("lang=\"ru\"", await Page(server, "/", "kk, ru-RU;q=0.8, en;q=0.5", null));
        Assert.Contains("lang=\"en\"", await Page(server, "/", "ru", "lang=en"));
        using var answer = await server.Client.GetAsync("/map?type=talks&lang=ru", TestContext.Current.CancellationToken);
        Assert.Contains(answer.Headers.GetValues("Set-Cookie"), c => c.StartsWith("lang=ru", StringComparison.Ordinal) && c.Contains("httponly", StringComparison.Ordinal));
        Assert.Contains("href=\"/map?type=talks&amp;lang=en\"", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        // Programs are answered in English, whatever their machine speaks.
        Assert.Contains("Official visit of Vladimir Putin to Kyrgyzstan", await Page(server, "/events.json", "ru", "lang=ru"));
    }

    [Fact]
    public async Task No_English_is_left_on_a_Russian_page()
    {
        await using var server = await RunningServer.Start(Seeds.Visit());
        var events = server.Store.Find(new EventQuery()).Items;
        var visit = events.First(e => e.Type == "visit" && e.Start!.StartsWith("2023", StringComparison.Ordinal));
        var known = events.SelectMany(e => e.Participants.Select(p => p.Name).Concat([e.Place?.Name, e.Place?.Venue, e.Name, e.QuoteSource, .. e.Attribution])).Concat(server.Store.Event(visit.Id)!.Reports.SelectMany(r => new[] { r.Document.Publisher, r.Document.Header.Title })).OfType<string>()
            .SelectMany(n => n.Split(' ', '.')).Append(Environment.UserName).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var found = new List<string>();
        foreach (var path in new[]
        {
            "/", "/events", "/events?status=planned", "/search?q=zzzz", "/relations/RUS/KGZ", "/relations/RUS/FRA", $"/events/{visit.Id}", "/articles/sha256:kremlin", "/states/KGZ", "/persons/Sadyr%20Japarov", "/organisations/Putin",
            "/add", "/add/visit", "/review", "/review/history", "/nowhere", "/map", "/calendar?month=2023-10", "/coverage", "/codebook", "/status", "/v1", "/account", "/events?since=x", "/events/e0000000000000",
        })
        {
            var left = Words(await Page(server, path, "ru", null)).Where(w => !s_international.Contains(w) && !known.Contains(w) && !Regex.IsMatch(w, "^[ed]?[0-9a-z]{12,}$")).Distinct().ToArray();
            if (left.Length > 0) found.Add($"{path}: {string.Join(", ", left.Take(20))}");
        }
        Assert.True(found.Count == 0, string.Join(Environment.NewLine, found));
    }

    private static Wording Russian => Wording.Of(InterfaceLanguage.Find("ru")!);

    private static HashSet<string> Gaps(string text) => [.. Regex.Matches(text, @"\{\d\}").Select(m => m.Value)];

    /// <summary>Words in Latin script that are shown, those that are marked as of another language left out.</summary>
    private static IEnumerable<string> Words(string html)
    {
        var page = new HtmlParser().ParseDocument(html);
        foreach (var element in page.QuerySelectorAll("[lang]:not(html), script, style, code, pre, kbd, option[value]:empty, input[type=hidden]").ToArray()) element.Remove();
        var texts = page.DocumentElement.GetDescendants().OfType<IText>().Select(t => t.Data).Concat(page.All.SelectMany(e => s_shown.Select(e.GetAttribute).OfType<string>()));
        return texts.SelectMany(t => Regex.Matches(t, "[A-Za-z][A-Za-z0-9'-]+").Select(m => m.Value)).Where(w => w.Length > 1);
    }

    private static async Task<string> Page(RunningServer server, string path, string asked, string? cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.AcceptLanguage.ParseAdd(asked);
        if (path.EndsWith(".json", StringComparison.Ordinal)) request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        if (cookie is not null) request.Headers.Add("Cookie", cookie);
        using var answer = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
