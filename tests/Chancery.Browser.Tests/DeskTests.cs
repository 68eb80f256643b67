using Chancery.Server.Tests;
using Chancery.Storage;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Chancery.Browser.Tests;

/// <summary>Finding, filtering, following a quote into its article, printing; by the keyboard alone.</summary>
public sealed class DeskTests(Browser browser)
{
    [Fact]
    public async Task From_the_search_by_keyboard_to_the_sentence()
    {
        await using var server = await RunningServer.Start(Seeds.Visit());
        var page = await browser.Open(server.Client.BaseAddress!);
        await page.GotoAsync("/");
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.Locator(".skip")).ToBeFocusedAsync();
        await page.GetByPlaceholder("Putin Japarov").FocusAsync();
        await page.Keyboard.TypeAsync("Russia and Kyrgyzstan");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Link, new() { Name = "Russia and Kyrgyzstan" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".timeline rect")).ToHaveCountAsync(5);
        await page.GetByRole(AriaRole.Link, new() { Name = "Official visit of Vladimir Putin to Kyrgyzstan", Exact = true }).First.ClickAsync();
        await Expect(page.Locator(".programme")).ToContainTextAsync("Protocol on the border");
        await page.Locator(".field summary").Filter(new() { HasText = "First day" }).ClickAsync();
        await page.Locator(".field[open] mark").Filter(new() { HasText = "Thursday" }).First.ClickAsync();
        await Expect(page.Locator("a:target")).ToHaveTextAsync("Thursday");
        await page.Locator(".text a:target").ClickAsync();
        await Expect(page.Locator("h1")).ToContainTextAsync("Official visit");
    }

    [Fact]
    public async Task Filters_stay_in_the_address()
    {
        await using var server = await RunningServer.Start(Seeds.Visit());
        var page = await browser.Open(server.Client.BaseAddress!, script: false);
        foreach (var path in new[] { "/map", "/calendar?month=2023-10", "/events" })
        {
            await page.GotoAsync(path);
            await page.GetByLabel("Type").SelectOptionAsync("talks");
            await page.GetByRole(AriaRole.Button, new() { Name = "Filter" }).ClickAsync();
            Assert.Contains("type=talks", page.Url);
            await Expect(page.GetByLabel("Type")).ToHaveValueAsync("talks");
            await Expect(page.Locator("main")).Not.ToContainTextAsync("Official visit");
        }
    }

    [Fact]
    public async Task A_visit_is_printed_as_a_programme()
    {
        await using var server = await RunningServer.Start(Seeds.Visit());
        var visit = server.Store.Find(new EventQuery { Types = ["visit"], Until = new DateOnly(2023, 11, 1) }).Items[0].Id;
        var page = await browser.Open(server.Client.BaseAddress!);
        await page.GotoAsync($"/events/{visit}");
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(page.Locator(".programme")).ToBeVisibleAsync();
        foreach (var hidden in new[] { ".judging", ".evidence >> nth=0", ".top nav >> nth=0", ".languages", ".split >> nth=0" }) await Expect(page.Locator(hidden)).ToBeHiddenAsync();
        Assert.True((await page.PdfAsync()).Length > 5000);
    }

    [Fact]
    public async Task A_report_is_split_off_on_the_page_of_the_event()
    {
        await using var server = await RunningServer.Start(Seeds.Visit());
        var visit = server.Store.Find(new EventQuery { Types = ["visit"], Until = new DateOnly(2023, 11, 1) }).Items[0].Id;
        var page = await browser.Open(server.Client.BaseAddress!);
        await page.GotoAsync($"/events/{visit}");
        await page.GetByRole(AriaRole.Button, new() { Name = "The report of kabar.kg is of another event" }).ClickAsync();
        await Expect(page.Locator(".reports > li")).ToHaveCountAsync(1);
        Assert.Equal(2, server.Store.Find(new EventQuery { Types = ["visit"], Until = new DateOnly(2023, 11, 1) }).Items.Length);
    }
}
