using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Chancery.Cli.Register;
using Chancery.Reading.Reports;
using Chancery.Storage;

namespace Chancery.Cli.Verbs;

/// <summary><c>ingest</c>: documents, or readings that <c>extract</c> printed, into the register.</summary>
internal static class IngestVerb
{
    private const int Batch = 500;

    public static Command Create()
    {
        var paths = new Argument<string[]>("path") { Description = "Files or folders; - is standard input.", Arity = ArgumentArity.OneOrMore };
        var register = RegisterOption.Create();
        var readings = new Option<bool>("--readings") { Description = "The input is what extract printed (JSON Lines), not texts." };
        var reader = new Option<string>("--reader") { Description = "Name under which readings are kept.", DefaultValueFactory = _ => "readings", HelpName = "NAME" };
        var json = new Option<bool>("--json") { Description = "Print what was done as JSON." };
        var quiet = new Option<bool>("--quiet") { Description = "Say nothing but errors." };
        var verb = new Command("ingest", "Takes documents into the register; one that is there already is not read twice. Cut off at any moment it can simply be run again.\n\nExample: chancery ingest articles/\nExample: chancery extract articles/ | chancery ingest --readings -")
        { paths, register, readings, reader, json, quiet };
        verb.SetAction(parsed =>
        {
            if (!parsed.GetValue(readings)) throw new FormatException("this build reads only what extract printed: chancery extract PATH | chancery ingest --readings -");
            using var store = register.Open(parsed);
            var failures = new List<string>();
            var done = Ingest(store, Readings(parsed.GetValue(paths)!, parsed.GetValue(reader)!, failures));
            foreach (var failure in failures) Console.Error.WriteLine($"chancery: {failure}");
            if (parsed.GetValue(json)) Console.WriteLine(Json(done, failures.Count));
            else if (!parsed.GetValue(quiet)) Console.Error.WriteLine(Words(done, store.Name));
            return failures.Count == 0 ? ExitCode.Done : ExitCode.InPart;
        });
        return verb;
    }

    /// <summary>Writes items in batches; each batch is safe before the next is read.</summary>
    public static IngestOutcome Ingest(RegisterStore store, IEnumerable<IngestItem> items)
    {
        var done = default(IngestOutcome);
        foreach (var batch in items.Chunk(Batch)) done += store.Ingest(batch);
        return done;
    }

    private static IEnumerable<IngestItem> Readings(string[] paths, string reader, List<string> failures)
    {
        foreach (var path in paths)
        {
            if (path != "-" && !File.Exists(path)) { failures.Add($"{path}: no such file"); continue; }
            using var input = path == "-" ? Console.In : new StreamReader(path);
            var number = 0;
            while (input.ReadLine() is { } line)
            {
                number++;
                if (line.Length == 0) continue;
                if (Parse(line, $"{path}:{number}", failures) is { } reading) yield return new IngestItem(reading, reader);
            }
        }
    }

    private static ArticleReading? Parse(string line, string where, List<string> failures)
    {
        try
        {
            if (JsonSerializer.Deserialize(line, ReportJsonOptions.Compact.ArticleReading) is { Document: not null, Events.IsDefault: false } reading) return reading;
            failures.Add($"{where}: no reading (document and events are missing)");
        }
        catch (JsonException e)
        {
            failures.Add($"{where}: {e.Message}");
        }
        return null;
    }

    private static string Words(IngestOutcome done, string register) => string.Create(CultureInfo.InvariantCulture,
        $"{register}: {done.Documents} new documents, {done.Replaced} read again, {done.AlreadyThere} already there; {done.Reports} reports, {done.Events} events made or changed");

    private static string Json(IngestOutcome done, int failed) => string.Create(CultureInfo.InvariantCulture,
        $$"""{"documents":{{done.Documents}},"replaced":{{done.Replaced}},"alreadyThere":{{done.AlreadyThere}},"reports":{{done.Reports}},"claims":{{done.Claims}},"events":{{done.Events}},"failed":{{failed}}}""");
}
