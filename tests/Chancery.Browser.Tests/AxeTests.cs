using Chancery.Server.Tests;
using Chancery.Storage;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Chancery.Browser.Tests;

/// <summary>Every page by the rules of WCAG 2.2 AA, light and dark, wide and narrow; none asks anything of another host.</summary>
public sealed class AxeTests(Browser browser)
{
    private static readonly AxeRunOptions s_rules = new() { RunOnly = RunOnlyOptions.Tags("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"), ResultTypes = [ResultType.Violations] };

    [Theory]
    [InlineData(1200, ColorScheme.Light)]
    [InlineData(360, ColorScheme.Dark)]
    public async Task No_page_has_a_violation(int width, ColorScheme colours)
    {
        await using var server = await RunningServer.Start([.. Seeds.Visit(), .. Questions.Doubtful(1), .. Questions.Twins()]);
        var visit = server.Store.Find(new EventQuery { Types = ["visit"], Until = new DateOnly(2023, 11, 1), Since = new DateOnly(2023, 1, 1) }).Items[0].Id;
        var page = await browser.Open(server.Client.BaseAddress!, width, colours: colours);
        var elsewhere = new List<string>();
        page.Request += (_, request) => { if (!request.Url.StartsWith(server.Client.BaseAddress!.ToString(), StringComparison.Ordinal)) elsewhere.Add(request.Url); };
        var found = new List<string>();
        foreach (var path in Pages(visit))
        {
            await page.GotoAsync(path);
            var result = await page.RunAxe(s_rules);
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
    ];
}
