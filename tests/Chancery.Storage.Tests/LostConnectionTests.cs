using Chancery.Cli.Bench;

namespace Chancery.Storage.Tests;

/// <summary>A PostgreSQL that goes away: a clear word, and nothing lost that was acknowledged.</summary>
public sealed class LostConnectionTests(PostgresServer server) : IClassFixture<PostgresServer>
{
    [Fact]
    public void A_server_that_dies_is_named_and_keeps_what_was_acknowledged()
    {
        var where = server.NewDatabase();
        var documents = new MadeWorld(8).Documents(0, 60).ToArray();
        using (var store = RegisterStore.Open(where))
        {
            store.Ingest(documents[..30]);
            server.Kill();
            var fault = Assert.Throws<RegisterStoreException>(() => store.Ingest(documents[30..]));
            Assert.Contains("what was acknowledged is kept", fault.Message, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', fault.Message);
            Assert.Throws<RegisterStoreException>(() => RegisterStore.Open(where));
            server.Restart();
            Assert.Equal(30, store.Size().Documents);
            store.Ingest(documents[30..]);
            Assert.Equal(Peace(documents), store.Fingerprint());
        }
    }

    [Fact]
    public async Task Connections_cut_in_the_midst_of_work_lose_and_double_nothing()
    {
        var where = server.NewDatabase();
        var documents = new MadeWorld(9).Documents(0, 400).ToArray();
        using var store = RegisterStore.Open(where);
        using var over = new CancellationTokenSource();
        var cutter = Task.Run(() =>
        {
            while (!over.IsCancellationRequested)
            {
                Thread.Sleep(15);
                server.Run(where, "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()");
            }
        }, TestContext.Current.CancellationToken);
        var acknowledged = new List<string>();
        var cut = 0;
        foreach (var batch in documents.Chunk(20))
        {
            try
            {
                store.Ingest(batch);
                acknowledged.AddRange(batch.Select(d => d.Article.Document.Id));
            }
            catch (RegisterStoreException)
            {
                cut++;
            }
        }
        await over.CancelAsync();
        await cutter;
        Assert.True(cut > 0, "no connection was cut while it worked");
        Assert.Equal(acknowledged.Count, store.Known(acknowledged, documents[0].ReaderVersion).Count);
        foreach (var batch in documents.Chunk(20)) store.Ingest(batch);
        Assert.Equal(Peace(documents), store.Fingerprint());
    }

    private string Peace(IReadOnlyList<IngestItem> documents)
    {
        using var store = RegisterStore.Open(server.NewDatabase());
        store.Ingest(documents);
        return store.Fingerprint();
    }
}
