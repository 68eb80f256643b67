using System.Net;
using System.Text.Json;
using Chancery.Storage;
using Microsoft.AspNetCore.Builder;

namespace Chancery.Server.Tests;

/// <summary>A server on a free loopback port over a register of its own.</summary>
public sealed class RunningServer : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("chancery-server-").FullName;
    private readonly WebApplication _app;

    private RunningServer(IReadOnlyList<IngestItem> documents, ServeSettings? settings, Action<RegisterStore>? prepare)
    {
        Store = RegisterStore.Open(Path.Combine(_folder, "register.db"), new Clock());
        if (documents.Count > 0) Store.Ingest(documents);
        prepare?.Invoke(Store);
        _app = ChanceryServer.Build(Store, [new ServerAddress(IPAddress.Loopback, 0)], settings);
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
    }

    public RegisterStore Store { get; }

    public HttpClient Client { get; }

    public WebApplication App => _app;

    public static Task<RunningServer> Start(params IReadOnlyList<IngestItem> documents) => Start(documents, null, null);

    /// <summary>A server that is told more, over a register that is prepared first.</summary>
    public static async Task<RunningServer> Start(IReadOnlyList<IngestItem> documents, ServeSettings? settings, Action<RegisterStore>? prepare)
    {
        var server = new RunningServer(documents, settings, prepare);
        await server._app.StartAsync(TestContext.Current.CancellationToken);
        server.Client.BaseAddress = new Uri(server._app.Urls.First());
        return server;
    }

    /// <summary>The body of a page, decoded, so that a name is found whatever entities it was written with.</summary>
    public async Task<string> Text(string path, HttpStatusCode status = HttpStatusCode.OK) => WebUtility.HtmlDecode(await Html(path, status));

    public async Task<string> Html(string path, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var answer = await Client.GetAsync(path, TestContext.Current.CancellationToken);
        var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(status == answer.StatusCode, $"{path}: {answer.StatusCode}\n{body}");
        return body;
    }

    public async Task<JsonElement> Json(string path, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var answer = await Client.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
        using var document = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return document.RootElement.Clone();
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
        Store.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, true);
    }

    private sealed class Clock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2023, 11, 1, 12, 0, 0, TimeSpan.Zero);
    }
}
