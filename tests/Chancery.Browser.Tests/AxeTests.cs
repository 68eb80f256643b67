using Chancery.Server.Tests;
using Chancery.Storage;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Chancery.Browser.Tests;

/// <summary>Every page by the rules of WCAG 2.2 AA, light and dark, wide and narrow; none asks anything of another host.</summary>
public sealed class AxeTests(Browser browser)
{
    private static readonly AxeRunOptions s_all = new() { RunOnly = RunOnlyOptions.Tags("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"), ResultTypes = [ResultType.Violations] };
    private static readonly AxeRunOptions s_colours = new() { RunOnly = RunOnlyOptions.Rules("color-contrast"), ResultTypes = [ResultType.Violations] };

    [Fact]
    public Task No_page_has_a_violation() => Look(1200, ColorScheme.Light, "en-GB", s_all, _ => true);

    // Colours are the same on wide and narrow screens; the dark ones are looked at where the layout is the other one, and in Russian, whose words are longer.
    // A phone of 360 is also a desktop of 720 at 200 %.
    [Fact]
    public Task In_the_dark_and_on_a_phone_every_page_can_be_read() => Look(360, ColorScheme.Dark, "ru-RU", s_colours, path => !path.Contains("=s", StringComparison.Ordinal) && !path.Contains("zzzz", StringComparison.Ordinal) && !path.StartsWith("/persons", StringComparison.Ordinal) && !path.StartsWith("/status", StringComparison.Ordinal));

    private async Task Look(int width, ColorScheme colours, string language, AxeRunOptions rules, Func<string, bool> wanted)
    {
        await using var server = await RunningServer.Start([.. Seeds.Visit(), .. Questions.Doubtful(1), .. Questions.Twins()]);
        var visit = server.Store.Find(new EventQuery { Types = ["visit"], Until = new DateOnly(2023, 11, 1), Since = new DateOnly(2023, 1, 1) }).Items[0].Id;
        var page = await browser.Open(server.Client.BaseAddress!, width, colours: colours, language: language);
        var elsewhere = new List<string>();
        page.Request += (_, request) => { if (!request.Url.StartsWith(server.Client.BaseAddress!.ToString(), StringComparison.Ordinal)) elsewhere.Add(request.Url); };
        var found = new List<string>();
        foreach (var path in Pages(visit).Where(wanted))
        {
            await page.GotoAsync(path);
            var result = await page.RunAxe(rules);
            found.AddRange(result.Violations.SelectMany(v => v.Nodes.Select(n => $"{path}: {v.Id}: {n.Html} {n.Any.FirstOrDefault()?.Message}")));
            if (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth")) found.Add($"{path}: wider than the screen");
        }
        Assert.True(found.Count == 0, string.Join(Environment.NewLine, found));
        Assert.Empty(elsewhere);
    }

    internal static string[] Pages(string visit) =>
    [
        "/", "/events", "/search?q=putin", "/search?q=zzzz", "/relations/RUS/KGZ", $"/events/{visit}", "/articles/sha256:kremlin", "/states/KGZ", "/persons/Sadyr%20Japarov",
        "/add", "/add/visit", "/review", "/review?kind=opinion", "/review/history", "/nowhere",
        "/map", "/map?type=statement", "/calendar?month=2023-10", "/coverage", "/codebook", "/status", "/organisations/Putin",
    ];
}
