using Chancery.Cli.Bench;
using Chancery.Reading.Reports;
using Chancery.Storage;

namespace Chancery.Cli.Tests;

/// <summary>A small register of made documents, and one article with what exports find hard: commas, quotes, Cyrillic, a formula, coordinates, a count of documents.</summary>
public sealed class MadeRegister : IDisposable
{
    public MadeRegister()
    {
        Folder = Directory.CreateTempSubdirectory("chancery-test-").FullName;
        Store = RegisterStore.Open(Path.Combine(Folder, "register.db"), new Clock());
        Store.Ingest([.. new MadeWorld(3).Documents(0, 60), Hard()]);
    }

    public string Folder { get; }

    public RegisterStore Store { get; }

    private static IngestItem Hard()
    {
        var visit = new Report
        {
            Id = "v", Type = "visit", Subtype = "official", Status = "occurred", Start = "2023-10-12", End = "2023-10-13", Place = new("Бишкек, \"Ala-Archa\"", "=SUM(A1)", "KGZ", 42.87, 74.59, "city"),
            Confidence = 0.9, Plover = new("CONSULT", "visit", ["diplomatic"]), Topics = ["a; b", "line\nbreak"],
            Participants = [new("Владимир Путин", "person", "RUS", "president", "visitor") { Wikidata = "Q7747" }, new("Sadyr Japarov", "person", "KGZ", "president", "host")],
            Evidence = [new Evidence(0, 6, "Путин 👋", "trigger", "en.visit.arrive")],
        };
        var signing = visit with { Id = "s", Type = "signing", Subtype = null, PartOf = "v", Start = "2023-10-12", End = "2023-10-12", Instruments = [new("agreement", "On <border> & *trade*", null)], Plover = new("AGREE", null, []) };
        var cancelled = visit with { Id = "c", Status = "cancelled", Start = "2024-01", End = null };
        return new IngestItem(new ArticleReading(new DocumentHeader { Id = "sha256:hard", Source = "kremlin.ru", Published = "2023-10-13", Language = "ru", Characters = 60 }, [visit, signing, cancelled]), "test") { Text = "Путин 👋 прилетел в Бишкек." };
    }

    public void Dispose()
    {
        Store.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, true);
    }

    private sealed class Clock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    }
}
