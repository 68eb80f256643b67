using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Chancery.Cli.Exports;
using Chancery.Cli.Verbs;
using Chancery.Register;
using Chancery.Register.Historian;
using Chancery.Register.Merging;
using Chancery.Storage;

namespace Chancery.Cli.Evaluation;

/// <summary><c>evaluate historian</c>: the Office of the Historian's lists in, out and in again, with what the validator and the tours find.</summary>
internal static class HistorianEvaluation
{
    public static Command Create()
    {
        var path = new Argument<string>("path") { Description = "Folder of the Historian's XML." };
        var json = new Option<bool>("--json") { Description = "Print the figures as JSON." };
        var verb = new Command("historian", "Imports the lists into a register of its own, exports them as historian, imports that file, and compares row by row; counts repeats, overlaps, handovers, merges and tours.\n\nExample: chancery evaluate historian ../shared/gold/chronologies/travels") { path, json };
        verb.SetAction(parsed =>
        {
            var folder = Directory.CreateTempSubdirectory("chancery-historian-");
            try
            {
                var figures = Figures(parsed.GetValue(path)!, folder.FullName);
                if (parsed.GetValue(json)) Console.WriteLine(JsonSerializer.Serialize(figures, CliJson.Default.DictionaryStringDouble));
                else foreach (var (name, value) in figures) Console.WriteLine($"{name,-58}{value.ToString("#,0", CultureInfo.InvariantCulture),8}");
                return ExitCode.Done;
            }
            finally
            {
                Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
                folder.Delete(true);
            }
        });
        return verb;
    }

    internal static Dictionary<string, double> Figures(string path, string folder)
    {
        using var first = RegisterStore.Open(Path.Combine(folder, "first.db"));
        var (done, read) = ImportVerb.Import(first, path);
        var again = ImportVerb.Import(first, path).Done;
        var csv = Path.Combine(folder, "stays.csv");
        ExportFormats.Write(first, new EventQuery { Limit = 1000 }, "historian", csv);
        using var second = RegisterStore.Open(Path.Combine(folder, "second.db"));
        var (_, back) = ImportVerb.Import(second, csv);
        var third = Path.Combine(folder, "again.csv");
        ExportFormats.Write(second, new EventQuery { Limit = 1000 }, "historian", third);
        var faults = HistorianCheck.Faults(read);
        var handovers = HistorianCheck.Handovers(read).ToArray();
        return new()
        {
            ["stays read"] = read.Count,
            ["entries written"] = done.Reports,
            ["entries written by importing once more"] = again.Reports,
            ["stays exported"] = back.Count,
            ["stays that came back row by row"] = Common(read, back),
            ["second export is the same file (1: yes)"] = File.ReadAllText(csv) == File.ReadAllText(third) ? 1 : 0,
            ["repeats of person, start and country"] = faults.Count(f => f.Fault == StayFault.Repeat),
            ["overlaps of a day or more in two countries"] = faults.Count(f => f.Fault == StayFault.Overlap),
            ["same-day handovers"] = handovers.Length,
            ["handovers that merging would join were each stay an article"] = handovers.Count(Merged),
            ["tours (at most one day between)"] = HistorianCheck.Tours(read).Count(),
        };
    }

    private static int Common(IReadOnlyList<HistorianStay> a, IReadOnlyList<HistorianStay> b)
    {
        static string Key(HistorianStay s) => string.Create(CultureInfo.InvariantCulture, $"{s.Principal}|{s.Role}|{s.Country}|{s.Locales}|{s.Start:O}|{s.End:O}|{s.Remarks}");
        var left = a.GroupBy(Key).ToDictionary(g => g.Key, g => g.Count());
        return b.GroupBy(Key).Sum(g => Math.Min(g.Count(), left.GetValueOrDefault(g.Key)));
    }

    /// <summary>Each of the two as an article of its own: are they put together?</summary>
    private static bool Merged((HistorianStay From, HistorianStay To) pair)
    {
        var profiles = new[] { pair.From, pair.To }.Select((stay, i) =>
        {
            var reading = HistorianXml.Of($"article {i}", string.Create(CultureInfo.InvariantCulture, $"{i} {stay}"), [stay]);
            return ProfileOf.Document(new SourceDocument(reading.Document, "evaluation"), reading.Events)[0];
        }).ToArray();
        return Clusters.Of(profiles, []).Events.Length == 1;
    }
}
