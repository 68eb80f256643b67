using Chancery.Server.Tests;
using Chancery.Storage;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Chancery.Browser.Tests;

/// <summary>Adding by paste, by file and by hand; what is corrected in the preview stays corrected.</summary>
public sealed class AddTests(Browser browser)
{
    private const string Article = "BISHKEK, Oct. 12 - President Vladimir Putin arrived in Bishkek on Thursday on an official visit. He held talks with President Sadyr Japarov. They signed an agreement on trade.";

    [Fact]
    public async Task A_pasted_article_is_previewed_corrected_and_kept()
    {
        await using var server = await RunningServer.Start();
        var page = await browser.Open(server.Client.BaseAddress!);
        await page.GotoAsync("/add");
        await page.GetByLabel("A text", new() { Exact = true }).FillAsync(Article);
        await page.GetByLabel("Published on").FillAsync("2023-10-12");
        await page.GetByLabel("Source").FillAsync("wire.example");
        await page.GetByRole(AriaRole.Button, new() { Name = "See what would be read" }).ClickAsync();
        await Expect(page.Locator(".preview .text")).ToContainTextAsync("President Vladimir Putin arrived in Bishkek");
        Assert.Equal(0, server.Store.Size().Documents);
        var visit = page.Locator("fieldset.report").Filter(new() { HasText = "visit of Vladimir Putin to Kyrgyzstan" });
        await visit.GetByLabel("Until").FillAsync("2023-10-13");
        await page.Locator("fieldset.report").Filter(new() { HasText = "Talks:" }).GetByRole(AriaRole.Checkbox).UncheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep it" }).ClickAsync();
        await Expect(page.Locator(".article .text")).ToContainTextAsync("signed an agreement");
        var events = server.Store.Find(new EventQuery()).Items;
        Assert.Equal("2023-10-13", events.Single(e => e.Type == "visit").End);
        Assert.DoesNotContain(events, e => e.Type == "talks");
    }

    [Fact]
    public async Task Files_are_read_and_what_cannot_be_is_named()
    {
        await using var server = await RunningServer.Start();
        var page = await browser.Open(server.Client.BaseAddress!, script: false);
        await page.GotoAsync("/add");
        await page.GetByLabel("Choose files").SetInputFilesAsync(new FilePayload[]
        {
            new() { Name = "visit.txt", MimeType = "text/plain", Buffer = System.Text.Encoding.UTF8.GetBytes("---\npublished: 2023-10-12\nsource: wire.example\n\n" + Article) },
            new() { Name = "picture.bin", MimeType = "application/octet-stream", Buffer = [0, 1, 2, 3, 0, 255] },
        });
        await page.GetByRole(AriaRole.Button, new() { Name = "See what would be read" }).ClickAsync();
        await Expect(page.Locator(".error")).ToContainTextAsync("picture.bin");
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep it" }).ClickAsync();
        Assert.Equal(1, server.Store.Size().Documents);
        Assert.Contains(server.Store.Find(new EventQuery()).Items, e => e is { Type: "visit", Start: "2023-10-12" });
    }

    [Fact]
    public async Task Addresses_of_private_networks_are_not_fetched()
    {
        await using var server = await RunningServer.Start();
        var page = await browser.Open(server.Client.BaseAddress!);
        await page.GotoAsync("/add");
        await page.GetByLabel("An address", new() { Exact = true }).FillAsync(server.Client.BaseAddress + "events");
        await page.GetByRole(AriaRole.Button, new() { Name = "See what would be read" }).ClickAsync();
        await Expect(page.Locator(".error")).ToContainTextAsync("private or special network");
    }

    [Fact]
    public async Task A_visit_is_entered_by_hand_with_its_programme()
    {
        await using var server = await RunningServer.Start();
        var page = await browser.Open(server.Client.BaseAddress!);
        await page.GotoAsync("/add/visit");
        await page.Locator("[name='visitor.name']").FillAsync("Sadyr Japarov");
        await page.Locator("[name='visitor.office']").FillAsync("president");
        await page.Locator("[name='visitor.country']").FillAsync("Kyrgyzstan");
        await page.Locator("[name='host.name']").FillAsync("Vladimir Putin");
        await page.Locator("[name='country']").FillAsync("Russia");
        await page.Locator("[name='city']").FillAsync("Moscow");
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep the visit" }).ClickAsync();
        await Expect(page.Locator(".error")).ToContainTextAsync("needs its first day");
        await page.GetByLabel("From").FillAsync("2024-03-01");
        await page.Locator("[name='p0.type']").SelectOptionAsync("talks");
        await page.Locator("[name='p0.day']").FillAsync("2024-03-01");
        await page.Locator("[name='c0.title']").FillAsync("Agreement on water");
        await page.GetByRole(AriaRole.Button, new() { Name = "More people" }).ClickAsync();
        await page.Locator("[name='d6.name']").FillAsync("Jeenbek Kulubaev");
        await page.Locator("[name='d6.office']").FillAsync("foreign minister");
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep the visit" }).ClickAsync();
        await Expect(page.Locator("h1")).ToContainTextAsync("Visit of Sadyr Japarov to Russia");
        await Expect(page.Locator("main")).ToContainTextAsync("Agreement on water");
        await Expect(page.Locator("main")).ToContainTextAsync("Jeenbek Kulubaev");
        Assert.Equal(["signing", "talks", "visit"], server.Store.Find(new EventQuery()).Items.Select(e => e.Type).Order());
    }
}
