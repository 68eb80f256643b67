using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Chancery.Browser.Tests.Browser))]

namespace Chancery.Browser.Tests;

/// <summary>One browser for all tests: Debian's Chromium, driven over a pipe; nothing is fetched.</summary>
public sealed class Browser : IAsyncLifetime
{
    private const string Chromium = "/usr/bin/chromium";
    private IPlaywright? _driver;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Chromium)) throw new FileNotFoundException("these tests need Chromium; install the package chromium", Chromium);
        // What is compiled of the data packs when they changed is compiled here, and not while a page waits.
        Chancery.Reading.Reader.Open(Chancery.Reading.Packs.DataRoot.Find(), "en");
        _driver = await Playwright.CreateAsync();
        _browser = await _driver.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = ["--no-sandbox", "--disable-background-networking"] });
    }

    /// <summary>A page in a profile of its own. Anything that a page asks of another host fails the test that looks at <see cref="IPage.RequestFailed"/>.</summary>
    public async Task<IPage> Open(Uri server, int width = 1200, bool script = true, ColorScheme colours = ColorScheme.Light, string language = "en-GB")
    {
        var context = await _browser!.NewContextAsync(new() { BaseURL = server.ToString(), ViewportSize = new() { Width = width, Height = 900 }, JavaScriptEnabled = script, ColorScheme = colours, Locale = language });
        context.SetDefaultTimeout(30_000);
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _driver?.Dispose();
    }
}
