using Chancery.Intake.Extraction;
using System.CommandLine;
using Chancery.Cli.Extraction;
using Chancery.Cli.Render;
using Chancery.Cli.Talking;
using Chancery.Intake;
using Chancery.Reading;
using Chancery.Reading.Reports;

namespace Chancery.Cli.Verbs;

/// <summary><c>extract</c>: text in, one JSON object a document out. Touches no register.</summary>
internal static class ExtractVerb
{
    public static Command Create()
    {
        var intake = new IntakeArguments();
        var format = new Option<string>("--format") { Description = "jsonl: one object a line; table: for people", DefaultValueFactory = _ => "jsonl" };
        format.AcceptOnlyFromAmong("jsonl", "table");
        var withText = new Option<bool>("--with-text") { Description = "Adds the canonical text, in which the offsets count, as document.text" };
        var scope = new Option<ReaderScope>("--scope") { Description = "diplomacy: events between or against states; plover: also what police, courts, crowds, rebels and companies do, with the roots of the PLOVER manual" };
        var (jobs, quiet, noColour) = (CommonOptions.Jobs(), CommonOptions.Quiet(), CommonOptions.NoColour());
        var command = new Command("extract", "Reads documents and prints the events they tell of, one JSON object a document.\n\nExample: chancery extract --published 2023-10-12 report.txt");
        intake.AddTo(command);
        foreach (var option in new Option[] { format, withText, scope, jobs, quiet, noColour }) command.Add(option);
        command.SetAction(parsed =>
        {
            var isQuiet = parsed.GetValue(quiet);
            var meter = ProgressLine.IsWanted(isQuiet) ? new IntakeMeter() : null;
            var talk = new Talk(Console.Error, isQuiet, meter is null ? null : new ProgressLine(meter));
            using var output = Console.OpenStandardOutput();
            Action<ArticleReading> write = parsed.GetValue(format) == "table" ? new ReadingTable(Terminal.Out(parsed.GetValue(noColour))).Write : Lines(output);
            return Run(parsed.GetValue(intake.Paths)!, intake.Options(parsed, meter), parsed.GetValue(jobs), parsed.GetValue(withText), parsed.GetValue(scope), talk, write);
        });
        return command;
    }

    private static int Run(string[] paths, IntakeOptions options, int jobs, bool withText, ReaderScope scope, Talk talk, Action<ArticleReading> write)
    {
        var intake = new ArticleIntake(options);
        var extractor = new Extractor(intake, Readers.OfPacks(scope));
        foreach (var extract in InOrder.Map(intake.Items(paths), extractor.Read, jobs))
        {
            foreach (var warning in extract.Taken.Warnings) talk.Warn(extract.Taken.Name, warning);
            if (extract.Reading is not { } reading) { talk.Refuse(extract.Taken.Name, extract.Refusal!); continue; }
            write(withText ? reading with { Document = reading.Document with { Text = extract.Taken.Article!.Text } } : reading);
            talk.Count();
        }
        talk.End();
        return talk.Code;
    }

    private static Action<ArticleReading> Lines(Stream output)
    {
        var writer = new ReadingWriter();
        return reading => writer.WriteLine(output, reading);
    }
}
