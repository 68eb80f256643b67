using System.CommandLine;
using System.Globalization;
using Chancery.Cli.Register;
using Chancery.Register;
using Chancery.Register.Historian;
using Chancery.Storage;

namespace Chancery.Cli.Verbs;

/// <summary><c>import historian PATH</c>: tables that others keep, as claims of theirs.</summary>
internal static class ImportVerb
{
    public static Command Create() => new("import", "Takes in tables that others keep, as claims of that source.\n\nExample: chancery import historian travels/") { Historian() };

    private static Command Historian()
    {
        var path = new Argument<string>("path") { Description = "A folder or file of the Historian's XML, or a CSV that export --as historian wrote." };
        var register = RegisterOption.Create();
        var check = new Option<bool>("--check") { Description = "List repeats and overlaps; exit 4 where there are any." };
        var verb = new Command("historian", "Travels of US presidents and secretaries, and visits by foreign leaders.\n\nExample: chancery import historian travels/ --check") { path, register, check };
        verb.SetAction(parsed =>
        {
            using var store = register.Open(parsed);
            var (done, stays) = Import(store, parsed.GetValue(path)!);
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{store.Name}: {done.Documents} new files, {done.AlreadyThere} already there; {done.Reports} entries"));
            if (!parsed.GetValue(check)) return ExitCode.Done;
            var faults = HistorianCheck.Faults(stays);
            foreach (var f in faults) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{f.Fault.ToString().ToLowerInvariant()}\t{f.First.Principal}\t{f.First.Country} {f.First.Start:yyyy-MM-dd}/{f.First.End:yyyy-MM-dd}\t{f.Second.Country} {f.Second.Start:yyyy-MM-dd}/{f.Second.End:yyyy-MM-dd}"));
            return faults.IsEmpty ? ExitCode.Done : ExitCode.CheckFailed;
        });
        return verb;
    }

    /// <summary>Imports; also yields the stays of what was read.</summary>
    internal static (IngestOutcome Done, IReadOnlyList<HistorianStay> Stays) Import(RegisterStore store, string path)
    {
        var done = default(IngestOutcome);
        var files = Directory.Exists(path) ? Directory.EnumerateFiles(path, "*.xml", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToArray() : [path];
        var stays = new List<HistorianStay>();
        foreach (var file in files)
        {
            if (Read(file) is not { } reading) continue;
            done += store.Ingest([new IngestItem(reading, HistorianXml.Source) { Kind = SourceKind.Dataset }]);
            var document = new SourceDocument(reading.Document, HistorianXml.Source, SourceKind.Dataset);
            stays.AddRange(reading.Events.SelectMany(r => HistorianCount.Of(Chancery.Register.Events.Projection.Of([new SourcedReport(document, Completed.Of(r))], []))));
        }
        if (done.Documents + done.AlreadyThere == 0) throw new FormatException($"{path} holds no XML of travels or visits");
        return (done, stays);
    }

    private static Chancery.Reading.Reports.ArticleReading? Read(string file)
    {
        if (!file.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)) return HistorianXml.Read(Path.GetFileName(file), File.ReadAllBytes(file));
        var text = File.ReadAllText(file);
        return HistorianXml.Of(Path.GetFileName(file), text, HistorianCsv.Read(new StringReader(text)));
    }
}
