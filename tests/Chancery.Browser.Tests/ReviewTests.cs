using Chancery.Server.Tests;
using Chancery.Storage;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Chancery.Browser.Tests;

/// <summary>Deciding by keys, by the mouse and without script; nothing decided is lost.</summary>
public sealed class ReviewTests(Browser browser)
{
    private const int Sitting = 20;

    [Fact]
    public async Task Twenty_decisions_by_keys_outlive_a_killed_server()
    {
        var folder = Directory.CreateTempSubdirectory("chancery-browser-").FullName;
        var register = Path.Combine(folder, "register.db");
        using (var store = RegisterStore.Open(register)) store.Ingest(Questions.Doubtful(26));
        var port = ServerProcess.FreePort();
        using (var first = await ServerProcess.Start(register, port))
        {
            var page = await browser.Open(first.Address);
            await page.GotoAsync("/review?kind=doubtful");
            for (var i = 0; i < 8; i++) await Decide(page, "a");
            await Expect(page.Locator(".local .kept")).ToHaveCountAsync(8);
            first.Kill();
            for (var i = 8; i < 12; i++) await Decide(page, "r");
            await Expect(page.Locator(".sync")).ToContainTextAsync("wait here until the server answers");
            // A page that is closed meanwhile takes nothing with it: the queue is in the browser's store.
            using var second = await ServerProcess.Start(register, port);
            await page.ReloadAsync();
            // Either page may be the one that sends it, whichever asks first once the server answers.
            await page.WaitForFunctionAsync("() => Object.keys(localStorage).filter(k => k.startsWith('chancery-review')).every(k => localStorage.getItem(k) === '[]')", null, new() { Timeout = 20_000 });
            for (var i = 12; i < Sitting; i++) await Decide(page, i % 2 == 0 ? "a" : "u");
            await Expect(page.Locator(".local .kept")).ToHaveCountAsync(Sitting - 12);
            await page.Context.CloseAsync();
        }
        using (var store = RegisterStore.Open(register))
        {
            var judged = store.Judgements();
            Assert.Equal(Sitting, judged.Count);
            Assert.Equal(Sitting, judged.Select(j => j.Left).Distinct().Count());
            Assert.Equal(4, judged.Count(j => j.Kind == Chancery.Register.Judgements.JudgementKind.Reject));
        }
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, true);
    }

    [Fact]
    public async Task A_merge_is_accepted_and_taken_back()
    {
        await using var server = await RunningServer.Start(Questions.Twins());
        Assert.Equal(2, server.Store.Size().Events);
        var page = await browser.Open(server.Client.BaseAddress!);
        await page.GotoAsync("/review?kind=merge");
        await Expect(page.Locator(".card:visible h2")).ToContainTextAsync("Are these one event?");
        await page.Keyboard.PressAsync("m");
        await Expect(page.Locator(".local .kept")).ToHaveCountAsync(1);
        Assert.Equal(1, server.Store.Size().Events);
        await page.Keyboard.PressAsync("z");
        await Expect(page.Locator(".local .kept")).ToHaveCountAsync(0);
        await Expect(page.Locator(".card:visible")).ToHaveCountAsync(1);
        await page.GotoAsync("/review/history");
        await Expect(page.Locator(".decisions .undone")).ToHaveCountAsync(1);
        Assert.Equal(2, server.Store.Size().Events);
    }

    [Fact]
    public async Task Without_script_forms_do_the_same()
    {
        await using var server = await RunningServer.Start(Questions.Doubtful(2));
        var page = await browser.Open(server.Client.BaseAddress!, script: false);
        await page.GotoAsync("/review");
        await page.GetByRole(AriaRole.Button, new() { Name = "No such event" }).ClickAsync();
        await Expect(page.Locator(".mine")).ToContainTextAsync("no such event");
        Assert.Single(server.Store.Judgements());
        await page.GetByRole(AriaRole.Button, new() { Name = "Take back decision 1" }).ClickAsync();
        await Expect(page.Locator(".mine")).ToContainTextAsync("taken back");
        Assert.Single(server.Store.Questions(by: Environment.UserName), q => q.Score < 0.302);
    }

    [Fact]
    public async Task A_field_is_corrected_by_the_keyboard_alone()
    {
        await using var server = await RunningServer.Start(Questions.Doubtful(1));
        var page = await browser.Open(server.Client.BaseAddress!);
        await page.GotoAsync("/review");
        await page.Keyboard.PressAsync("c");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("2022-01-05");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("the protocol says so");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".local .kept")).ToHaveCountAsync(1);
        Assert.Equal("2022-01-05", server.Store.Find(new EventQuery()).Items[0].Start);
        Assert.Equal("the protocol says so", server.Store.Judgements()[0].Why);
    }

    private static async Task Decide(IPage page, string key)
    {
        var card = page.Locator(".card:visible");
        var was = await card.GetAttributeAsync("data-key");
        await page.Keyboard.PressAsync(key);
        await Expect(page.Locator($".card:visible:not([data-key=\"{was}\"])")).ToHaveCountAsync(1);
    }
}
