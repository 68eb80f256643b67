using System.CommandLine;
using System.Globalization;
using Chancery.Cli.Exports;
using Chancery.Cli.Talking;
using Chancery.Cli.Verbs;
using Chancery.Intake;
using Chancery.Register;
using Chancery.Register.Events;
using Chancery.Register.Historian;
using Chancery.Storage;

namespace Chancery.Cli.Evaluation;

/// <summary><c>evaluate stays</c>: releases read, merged and counted as historian, beside the rows that the Office of the Historian later made of those days.</summary>
internal static class StaysEvaluation
{
    private const int StartSlip = 2;

    public static Command Create()
    {
        var releases = new Argument<string>("releases") { Description = "Documents of the time." };
        var lists = new Argument<string>("lists") { Description = "Folder of the Historian's XML." };
        var since = new Option<DateOnly>("--since") { Description = "First day of a stay that counts.", DefaultValueFactory = _ => new DateOnly(2021, 5, 20) };
        var until = new Option<DateOnly>("--until") { Description = "Last first day.", DefaultValueFactory = _ => new DateOnly(2021, 8, 14) };
        var verb = new Command("stays", "Reads documents into a register of its own, counts the Secretary's stays by the Historian's rules and compares them with the Historian's rows: recall, precision, dates, repeats, each miss and each extra.\n\nExample: chancery evaluate stays ../shared/gold/releases ../shared/gold/chronologies/travels/secretary-travels") { releases, lists, since, until };
        verb.SetAction(parsed =>
        {
            var folder = Directory.CreateTempSubdirectory("chancery-stays-");
            try
            {
                using var store = RegisterStore.Open(Path.Combine(folder.FullName, "register.db"));
                var talk = new Talk(Console.Error, true, null);
                IngestVerb.Ingest(store, IngestVerb.Read(store, [parsed.GetValue(releases)!], new IntakeOptions(), Environment.ProcessorCount, talk, () => { }));
                var days = (parsed.GetValue(since), parsed.GetValue(until));
                Compare(Rows(parsed.GetValue(lists)!, days), [.. ExportFormats.Stays(store, new EventQuery { Limit = 1000 }).Where(s => s.Role == "secretary" && s.Start >= days.Item1 && s.Start <= days.Item2)]);
                return talk.Code;
            }
            finally
            {
                Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
                folder.Delete(true);
            }
        });
        return verb;
    }

    private static HistorianStay[] Rows(string lists, (DateOnly Since, DateOnly Until) days) => [.. Directory.EnumerateFiles(lists, "*.xml", SearchOption.AllDirectories).Order(StringComparer.Ordinal).SelectMany(file =>
    {
        if (HistorianXml.Read(Path.GetFileName(file), File.ReadAllBytes(file)) is not { } reading) return [];
        var document = new SourceDocument(reading.Document, HistorianXml.Source, SourceKind.Dataset);
        return reading.Events.SelectMany(r => HistorianCount.Of(Projection.Of([new SourcedReport(document, r)], [])));
    }).Where(s => s.Role == "secretary" && s.Start >= days.Since && s.Start <= days.Until)];

    private static void Compare(HistorianStay[] gold, List<HistorianStay> read)
    {
        // What the list itself says twice is one stay.
        var rows = gold.DistinctBy(s => (s.Where, s.Start)).OrderBy(s => s.Start).ToArray();
        var pairs = new List<(HistorianStay Gold, HistorianStay Read)>();
        var left = read.ToList();
        foreach (var row in rows)
        {
            var best = left.Where(s => s.Where == row.Where && (Math.Abs(s.Start.DayNumber - row.Start.DayNumber) <= StartSlip || s.Start <= row.End && row.Start <= s.End))
                .OrderBy(s => Math.Abs(s.Start.DayNumber - row.Start.DayNumber) + Math.Abs(s.End.DayNumber - row.End.DayNumber)).FirstOrDefault();
            if (best is null) { Console.WriteLine($"missed\t{Words(row)}"); continue; }
            left.Remove(best);
            pairs.Add((row, best));
            if (best.Start != row.Start || best.End != row.End) Console.WriteLine($"dates\t{Words(row)}\tread as {best.Start:yyyy-MM-dd}/{best.End:yyyy-MM-dd}");
        }
        var repeats = left.Count(s => pairs.Exists(p => p.Read.Where == s.Where && p.Read.Start <= s.End && s.Start <= p.Read.End));
        foreach (var extra in left) Console.WriteLine($"extra\t{Words(extra)}");
        static double Share(int n, int of) => of == 0 ? 1 : (double)n / of;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rows.Length} stays in the list, {read.Count} counted: recall {Share(pairs.Count, rows.Length):0.000}  precision {Share(pairs.Count, read.Count):0.000}  start exact {Share(pairs.Count(p => p.Gold.Start == p.Read.Start), pairs.Count):0.000}  both dates exact {Share(pairs.Count(p => p.Gold.Start == p.Read.Start && p.Gold.End == p.Read.End), pairs.Count):0.000}  told twice {repeats}"));
    }

    private static string Words(HistorianStay s) => string.Create(CultureInfo.InvariantCulture, $"{s.Principal}\t{s.Country}\t{s.Start:yyyy-MM-dd}/{s.End:yyyy-MM-dd}\t{s.Locales}");
}
