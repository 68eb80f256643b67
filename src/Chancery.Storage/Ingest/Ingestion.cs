using System.Globalization;
using Chancery.Register;
using Chancery.Register.Events;
using Chancery.Register.Judgements;
using Chancery.Register.Merging;
using Chancery.Storage.Sql;

namespace Chancery.Storage.Ingest;

/// <summary>One batch of documents into the register, in one transaction: all of it or nothing.</summary>
internal sealed class Ingestion(SqlWriter writer, ProfileCache cache, DateTimeOffset now)
{
    public IngestOutcome Run(IReadOnlyList<IngestItem> batch)
    {
        var readings = batch.DistinctBy(r => r.Article.Document.Id).ToArray();
        var readers = writer.Select($"SELECT id, reader FROM document WHERE {writer.Database.In("number", "@keys")}", readings.Select(r => RegisterId.Document(r.Article.Document.Id)).ToArray(), r => (Id: r.GetString(0), Reader: r.GetString(1)))
            .ToDictionary(d => d.Id, d => d.Reader, StringComparer.Ordinal);
        var wanted = readings.Where(r => !readers.TryGetValue(r.Article.Document.Id, out var reader) || reader != r.ReaderVersion).ToArray();
        var again = wanted.Where(r => readers.ContainsKey(r.Article.Document.Id)).ToArray();
        var merger = new Merger(writer, cache);
        var taken = again.Length == 0 ? [] : new Rereading(writer, cache).TakeOut(again, merger);
        var reports = Insert(wanted);
        merger.Add([.. reports.Select(r => r.Profile)]);
        if (taken.Count > 0) new Rereading(writer, cache).Redirect(taken, [.. reports.Select(r => r.Profile)]);
        var events = Regroup(merger, [.. taken.Select(t => t.Event)], reports.ToDictionary(r => r.Report.Number, r => r.Report));
        return new(wanted.Length - again.Length, again.Length, batch.Count - wanted.Length, reports.Count, reports.Sum(r => ClaimsOf.Report(r.Report).Count()), events);
    }

    /// <summary>Groups what the merger touched, projects the events that changed; yields their number.</summary>
    public int Regroup(Merger merger, HashSet<long> lost, IReadOnlyDictionary<long, SourcedReport> known)
    {
        var judgements = JudgementTable.Active(writer);
        var changed = merger.Regroup([.. judgements.Where(j => j.Kind is JudgementKind.Same or JudgementKind.Different).Select(j => new JudgedPair(j.Left, j.Right, j.Kind == JudgementKind.Same))], lost);
        foreach (var number in lost) changed.TryAdd(number, []);
        new EventTable(writer, now).Write(changed, known, judgements);
        return changed.Count(c => c.Value.Count > 0);
    }

    private List<(SourcedReport Report, int Ordinal, Profile Profile)> Insert(IReadOnlyList<IngestItem> readings)
    {
        var reports = new List<(SourcedReport, int, Profile)>();
        var documents = new List<SourceDocument>(readings.Count);
        foreach (var reading in readings)
        {
            var document = reading.Document();
            documents.Add(document);
            var own = Distinct(reading);
            var profiles = ProfileOf.Document(document, own);
            // The text stays in the table of documents; reports in memory do without it.
            var light = document with { Text = null };
            for (var i = 0; i < own.Count; i++) reports.Add((new SourcedReport(light, own[i]) { Quote = Quotes.Of(own[i], reading.Text) }, i, profiles[i]));
        }
        ReportTable.Insert(writer, documents, reports, now);
        CoverageTable.Move(writer, readings.Zip(documents, (r, d) => (d.Header.Source, d.Header.Published, (long)r.Article.Events.Length)), 1);
        return reports;
    }

    /// <summary>Ids must differ within a document; a second report of the same id gets a number behind it.</summary>
    private static List<Chancery.Reading.Reports.Report> Distinct(IngestItem reading)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var reports = new List<Chancery.Reading.Reports.Report>(reading.Article.Events.Length);
        foreach (var given in reading.Article.Events)
        {
            var report = Completed.Of(given);
            var id = report.Id;
            for (var n = 2; !seen.Add(id); n++) id = string.Create(CultureInfo.InvariantCulture, $"{report.Id}~{n}");
            reports.Add(id == report.Id ? report : report with { Id = id });
        }
        return reports;
    }
}
