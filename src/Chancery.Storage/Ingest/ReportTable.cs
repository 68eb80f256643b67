using System.Data.Common;
using System.Text.Json;
using Chancery.Reading.Reports;
using Chancery.Register;
using Chancery.Register.Merging;
using Chancery.Storage.Sql;

namespace Chancery.Storage.Ingest;

/// <summary>Reads and writes documents and reports.</summary>
internal static class ReportTable
{
    public const string DocumentColumns = "d.id, d.key, d.source, d.url, d.title, d.published, d.published_from, d.language, d.characters, d.kind, d.reader, d.sketch";

    public static SourceDocument ReadDocument(DbDataReader r, int at, bool text = false)
    {
        string? Text(int i) => r.IsDBNull(at + i) ? null : r.GetString(at + i);
        var header = new DocumentHeader
        {
            Id = r.GetString(at), Key = Text(1), Source = Text(2), Url = Text(3), Title = Text(4), Published = Text(5), PublishedFrom = Text(6),
            Language = r.GetString(at + 7), Characters = r.GetInt32(at + 8),
        };
        return new SourceDocument(header, r.GetString(at + 10), (SourceKind)r.GetInt32(at + 9)) { Sketch = (byte[])r[at + 11], Text = text ? Text(12) : null };
    }

    /// <summary>Reports with their documents, by a condition on r (report) and d (document).</summary>
    public static string Select(string where) =>
        $"SELECT r.body, r.quote, {DocumentColumns} FROM report r JOIN document d ON d.number = r.document WHERE {where}";

    /// <summary>
    /// The reports of the events @keys, as a table. Most events have one report and go by its number, so only reports of another number stand in the index by event.
    /// </summary>
    public static string OfEvents(SqlDatabase database) =>
        $"(SELECT * FROM report WHERE {database.In("number", "@keys")} AND event = number UNION ALL SELECT * FROM report WHERE {database.In("event", "@keys")} AND event <> number)";

    /// <summary>Reports of the events @keys with their documents.</summary>
    public static string SelectOfEvents(SqlDatabase database) => $"SELECT r.body, r.quote, {DocumentColumns} FROM {OfEvents(database)} r JOIN document d ON d.number = r.document";

    /// <summary>A condition that a report is of an event, both ways by an index.</summary>
    public static string IsOf(string report, string number) => $"{report}.event = {number} AND ({report}.number = {number} OR {report}.event = {number} AND {report}.event <> {report}.number)";

    public static SourcedReport ReadReport(DbDataReader r) =>
        new(ReadDocument(r, 2), JsonSerializer.Deserialize(r.GetString(0), ReportJsonOptions.Compact.Report)!) { Quote = r.IsDBNull(1) ? null : r.GetString(1) };

    public static void Insert(SqlWriter writer, IReadOnlyList<SourceDocument> documents, IReadOnlyList<(SourcedReport Report, int Ordinal, Profile Profile)> reports, DateTimeOffset now)
    {
        writer.Insert("document", ["number", "id", "key", "source", "url", "title", "published", "published_from", "language", "characters", "kind", "reader", "ingested", "text", "sketch"],
            documents.Select(d => new object?[]
            {
                d.Number, d.Header.Id, d.Header.Key, d.Header.Source, d.Header.Url, d.Header.Title, d.Header.Published, d.Header.PublishedFrom, d.Header.Language,
                d.Header.Characters, (int)d.Kind, d.ReaderVersion, Instants.Print(now), d.Text, d.Sketch,
            }));
        writer.Insert("report", ["number", "document", "ordinal", "event", "part", "part_of", "type", "status", "body", "quote", "profile"],
            reports.Select(r => new object?[]
            {
                r.Report.Number, r.Report.Document.Number, r.Ordinal, r.Report.Number, r.Report.Number, r.Report.PartOf, r.Report.Report.Type, r.Report.Report.Status,
                JsonSerializer.Serialize(r.Report.Report, ReportJsonOptions.Compact.Report), r.Report.Quote, ProfileCodec.Write(r.Profile),
            }));
        InsertBlocks(writer, reports.Select(r => r.Profile));
    }

    /// <summary>Writes where reports stand in the blocks, in the order of the table.</summary>
    public static void InsertBlocks(SqlWriter writer, IEnumerable<Profile> profiles) =>
        writer.Insert("block", ["span", "key", "day", "report", "until"],
            profiles.SelectMany(p => BlockKeys.Of(p).Select(b => (b.Span, b.Key, b.Day, p.Report, b.Until))).Order().Select(b => new object?[] { b.Span, b.Key, b.Day, b.Report, b.Until }));

    /// <summary>Takes reports out, with their places in the blocks.</summary>
    public static void Remove(SqlWriter writer, IReadOnlyCollection<Profile> profiles)
    {
        writer.Delete("block", ["span", "key", "day", "report"], [.. profiles.SelectMany(p => BlockKeys.Of(p).Select(b => new object[] { b.Span, b.Key, b.Day, p.Report }))]);
        writer.Delete("report", "number", profiles.Select(p => p.Report).ToArray());
    }
}
