using Chancery.Intake.Extraction;
using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Chancery.Cli.Extraction;
using Chancery.Cli.Register;
using Chancery.Cli.Talking;
using Chancery.Intake;
using Chancery.Reading.Reports;
using Chancery.Storage;

namespace Chancery.Cli.Verbs;

/// <summary><c>ingest</c>: documents, or readings that <c>extract</c> printed, into the register.</summary>
internal static class IngestVerb
{
    private const int Batch = 200;

    public static Command Create()
    {
        var (intake, register) = (new IntakeArguments(), RegisterOption.Create());
        var readings = new Option<bool>("--readings") { Description = "The input is what extract printed (JSON Lines), not texts" };
        var reader = new Option<string>("--reader") { Description = "Name under which readings are kept", DefaultValueFactory = _ => "readings", HelpName = "NAME" };
        var (json, quiet, jobs) = (CommonOptions.Json(), CommonOptions.Quiet(), CommonOptions.Jobs());
        var verb = new Command("ingest", "Takes documents into the register; one that is there already is not read twice. Cut off at any moment it can simply be run again.\n\nExample: chancery ingest articles/\nExample: chancery extract --with-text articles/ | chancery ingest --readings -");
        intake.AddTo(verb);
        foreach (var option in new Option[] { register, readings, reader, jobs, json, quiet }) verb.Add(option);
        verb.SetAction(parsed =>
        {
            var isQuiet = parsed.GetValue(quiet);
            var meter = ProgressLine.IsWanted(isQuiet) && !parsed.GetValue(readings) ? new IntakeMeter() : null;
            var talk = new Talk(Console.Error, isQuiet, meter is null ? null : new ProgressLine(meter));
            using var store = register.Open(parsed);
            var passed = 0;
            var paths = parsed.GetValue(intake.Paths)!;
            var items = parsed.GetValue(readings) ? Readings(paths, parsed.GetValue(reader)!, talk)
                : Read(store, paths, intake.Options(parsed, meter), parsed.GetValue(jobs), talk, () => passed++);
            var done = Ingest(store, items);
            done = done with { AlreadyThere = done.AlreadyThere + passed };
            talk.End();
            if (parsed.GetValue(json)) Console.WriteLine(Json(done, talk.Refused));
            else if (!isQuiet) Console.Error.WriteLine(Words(done, store.Name));
            return done.AlreadyThere > 0 && talk.Refused > 0 ? ExitCode.InPart : talk.Code;
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

    /// <summary>Reads documents that are not there yet; <c>demo</c> uses it too.</summary>
    public static IEnumerable<IngestItem> Read(RegisterStore store, string[] paths, IntakeOptions options, int jobs, Talk talk, Action passed)
    {
        var intake = new ArticleIntake(options);
        var readers = Readers.OfPacks();
        var extractor = new Extractor(intake, readers);
        bool IsThere(IntakeResult taken) => taken.Article is { } article && readers.For(article.Language) is { } reader && store.Known([Id(article.Text)], reader.Version).Count > 0;
        foreach (var extract in InOrder.Map(intake.Items(paths), item => extractor.ReadUnless(item, IsThere), jobs))
        {
            foreach (var warning in extract.Taken.Warnings) talk.Warn(extract.Taken.Name, warning);
            if (extract.Reading is { } reading)
            {
                talk.Count();
                yield return new IngestItem(reading, readers.For(reading.Document.Language)!.Version) { Text = extract.Taken.Article!.Text };
            }
            else if (extract.Refusal is { } refusal) talk.Refuse(extract.Taken.Name, refusal);
            else passed();
        }
    }

    /// <summary>Id of a document by its canonical text, as the reader gives it.</summary>
    private static string Id(string text) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static IEnumerable<IngestItem> Readings(string[] paths, string reader, Talk talk)
    {
        foreach (var path in paths)
        {
            if (path != "-" && !File.Exists(path)) { talk.Refuse(path, "no such file"); continue; }
            using var input = path == "-" ? Console.In : new StreamReader(path);
            var number = 0;
            while (input.ReadLine() is { } line)
            {
                number++;
                if (line.Length == 0 || Parse(line, $"{path}:{number}", talk) is not { } reading) continue;
                talk.Count();
                yield return new IngestItem(reading with { Document = reading.Document with { Text = null } }, reader) { Text = reading.Document.Text };
            }
        }
    }

    private static ArticleReading? Parse(string line, string where, Talk talk)
    {
        try
        {
            if (JsonSerializer.Deserialize(line, ReportJsonOptions.Compact.ArticleReading) is { Document: not null, Events.IsDefault: false } reading) return reading;
            talk.Refuse(where, "no reading (document and events are missing)");
        }
        catch (JsonException e)
        {
            talk.Refuse(where, e.Message);
        }
        return null;
    }

    /// <summary>What was taken in, for people.</summary>
    public static string Words(IngestOutcome done, string register) => string.Create(CultureInfo.InvariantCulture,
        $"{register}: {done.Documents} new documents, {done.Replaced} read again, {done.AlreadyThere} already there; {done.Reports} reports, {done.Events} events made or changed");

    /// <summary>What was taken in, for programs.</summary>
    public static string Json(IngestOutcome done, int failed) => string.Create(CultureInfo.InvariantCulture,
        $$"""{"documents":{{done.Documents}},"replaced":{{done.Replaced}},"alreadyThere":{{done.AlreadyThere}},"reports":{{done.Reports}},"claims":{{done.Claims}},"events":{{done.Events}},"failed":{{failed}}}""");
}
