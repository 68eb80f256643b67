using System.Globalization;
using System.Text;
using Chancery.Cli.Render;
using Chancery.Cli.Verbs;
using Chancery.Reading.Reports;
using Chancery.Register.Chronologies;
using Chancery.Register.Events;
using Chancery.Register.Exports;
using Chancery.Register.Historian;
using Chancery.Register.Merging;
using Chancery.Register.Stays;
using Chancery.Storage;

namespace Chancery.Cli.Exports;

/// <summary>The forms of <c>export</c>.</summary>
internal static class ExportFormats
{
    public static IReadOnlyList<string> Names { get; } =
        ["csv", "parquet", "jsonl", "jsonld", "ics", "geojson", "plover", "ftm", "chronology", "historian", "chinavisits", "colt", "dyad-year", "country-year"];

    /// <summary>Writes to a path or, for <c>-</c>, to standard output; the note is for people, about what the form could not hold.</summary>
    public static (string? Note, int Events) Write(RegisterStore store, EventQuery query, string format, string path)
    {
        using var stream = path == "-" ? Console.OpenStandardOutput() : File.Create(path);
        if (format == "parquet") return (null, ParquetExport.Write(stream, store.All(query)));
        if (format == "geojson") { GeoJsonExport.Write(stream, store.All(query)); return (null, 0); }
        if (format == "jsonld") { LinkedDataExport.Write(stream, Full(store, query)); return (null, 0); }
        if (format == "chronology" && path.EndsWith(".docx", StringComparison.OrdinalIgnoreCase)) { ChronologyDocx.Write(stream, ChronologyVerb.Title(query), Outline.Of(store.All(query))); return (null, 0); }
        using var text = new StreamWriter(stream, new UTF8Encoding(false)) { NewLine = "\n" };
        return (Text(text, store, query, format, path), 0);
    }

    private static string? Text(StreamWriter to, RegisterStore store, EventQuery query, string format, string path)
    {
        var events = store.All(query);
        switch (format)
        {
            case "csv":
                EventTableExport.Write(to, events);
                if (path != "-") File.WriteAllText(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, "datapackage.json"), EventTableExport.DataPackage(Path.GetFileName(path)));
                break;
            case "jsonl": foreach (var e in events) to.WriteLine(EventPrinter.Json(e)); break;
            case "ics": return CalendarExport.Write(to, events, DateTimeOffset.UtcNow) is > 0 and var n ? string.Create(CultureInfo.InvariantCulture, $"{n} events without a day are left out of the calendar") : null;
            case "plover": PloverExport.Write(to, events); break;
            case "ftm": FollowTheMoneyExport.Write(to, events); break;
            case "chronology" when path.EndsWith(".html", StringComparison.OrdinalIgnoreCase): ChronologyText.Html(to, ChronologyVerb.Title(query), Outline.Of(events)); break;
            case "chronology": ChronologyText.Markdown(to, ChronologyVerb.Title(query), Outline.Of(events)); break;
            case "historian": HistorianCsv.Write(to, Stays(store, query)); return StayCount.Rule;
            case "chinavisits": CountingViews.ChinaVisits(to, events); break;
            case "colt": CountingViews.Colt(to, events); break;
            case "dyad-year": CountingViews.DyadYear(to, events); break;
            case "country-year": CountingViews.CountryYear(to, events); break;
        }
        return null;
    }

    /// <summary>Stays by the Historian's rules; of the President and the Secretary where nobody is named. What the Historian's own lists say comes back row by row; what was read is counted.</summary>
    internal static IEnumerable<HistorianStay> Stays(RegisterStore store, EventQuery query)
    {
        Func<Participant, bool>? principal = query.Person is { } name ? p => NameKey.SamePerson(NameKey.Fold(name), NameKey.Fold(p.Name), false) : null;
        var (since, until) = (query.Since, query.Until);
        // Days around the edges, so that a stay that reaches over one of them is seen whole.
        var asked = query with { Types = ["visit", "talks", "summit", "signing", "ceremony"], Between = query.Person is null && query.Between.IsEmpty ? ["USA"] : query.Between, Since = since?.AddDays(-Margin), Until = until?.AddDays(Margin) };
        var read = new List<Event>();
        foreach (var summary in store.All(asked).Where(e => e.Participants.Any(p => p.Kind == "person" && (principal ?? HistorianCount.IsPrincipal)(p))))
        {
            if (store.Event(summary.Id) is not { } made) continue;
            if (!made.Reports.All(r => r.Document.Kind == Chancery.Register.SourceKind.Dataset)) { read.Add(made); continue; }
            foreach (var stay in HistorianCount.Of(made, principal)) if (Inside(stay)) yield return stay;
        }
        foreach (var stay in StayCount.Of(read, principal ?? HistorianCount.IsPrincipal)) if (Inside(stay)) yield return stay;
        bool Inside(HistorianStay stay) => !(stay.End < since) && !(stay.Start > until);
    }

    private const int Margin = 14;

    private static IEnumerable<Event> Full(RegisterStore store, EventQuery query) => store.All(query).Select(e => store.Event(e.Id)).OfType<Event>();
}
