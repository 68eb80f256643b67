using Chancery.Reading.Reports;

namespace Chancery.Storage.Tests;

public sealed class SqliteIngestTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"chancery-{Guid.NewGuid():n}.db");

    [Fact]
    public void A_document_is_not_taken_twice_and_two_reports_become_one_event()
    {
        using var store = RegisterStore.Open(_path);
        var first = new IngestItem(Reading("sha256:1", "planned", "2023-10-05"), "test");
        var second = new IngestItem(Reading("sha256:2", "occurred", "2023-10-13"), "test");
        Assert.Equal(1, store.Ingest([first]).Documents);
        Assert.Equal(1, store.Ingest([first]).AlreadyThere);
        store.Ingest([second]);
        var found = Assert.Single(store.Find(new EventQuery { Between = ["RUS", "KGZ"] }).Items);
        Assert.Equal(("occurred", 2, 2), (found.Status, found.Sources, found.Reports));
        Assert.Equal(["confirmed", "occurred"], store.Event(found.Id)!.Life.Select(s => s.Status == "planned" ? "confirmed" : s.Status));
    }

    private static ArticleReading Reading(string id, string status, string published) => new(
        new DocumentHeader { Id = id, Source = id, Published = published, Language = "en", Characters = 10 },
        [new Report
        {
            Id = "e1", Type = "visit", Status = status, Start = "2023-10-12", Place = new("Bishkek", null, "KGZ", null, null, "city"), Confidence = 0.9, Plover = new("CONSULT", "visit", []),
            Participants = [new("Vladimir Putin", "person", "RUS", "president", "visitor"), new("Sadyr Japarov", "person", "KGZ", "president", "host")],
        }]);

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        File.Delete(_path);
    }
}
