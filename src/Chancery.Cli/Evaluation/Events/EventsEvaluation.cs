using Chancery.Intake.Extraction;
using System.CommandLine;
using Chancery.Cli.Extraction;
using Chancery.Cli.Talking;
using Chancery.Reading;
using Chancery.Reading.Packs;
using Chancery.Reading.Text;

namespace Chancery.Cli.Evaluation.Events;

/// <summary><c>evaluate events PATH</c>: what the reader finds against what people annotated.</summary>
internal static class EventsEvaluation
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH") { Description = "Corpus folder, or JSON Lines as extract --with-text prints them with events put right by hand", Arity = ArgumentArity.OneOrMore };
        var errors = new Option<int>("--errors") { Description = "Lists up to so many misses, extras and wrong fields of each kind, with their sentences", HelpName = "N" };
        var (json, jobs) = (CommonOptions.Json(), CommonOptions.Jobs());
        var command = new Command("events", "Precision, recall and F1 of events, and how often the fields of matched events are right.\n\nExample: chancery evaluate events corpus/dev --errors 20")
        { paths, errors, json, jobs };
        command.SetAction(parsed =>
        {
            var articles = parsed.GetValue(paths)!.SelectMany(GoldArticle.At);
            var most = parsed.GetValue(errors);
            var score = Score(articles, Readers.OfPacks(), Names.Of(DataRoot.Find()), parsed.GetValue(jobs), most > 0 ? new EventFaults(parsed.GetValue(json) ? Console.Error : Console.Out, most) : null);
            if (parsed.GetValue(json)) Console.WriteLine(EventScorePrinter.Json(score).ToJsonString());
            else EventScorePrinter.Table(score, Console.Out);
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>Reads the articles and counts.</summary>
    public static EventScore Score(IEnumerable<GoldArticle> articles, Readers readers, Names names, int jobs, EventFaults? faults)
    {
        var score = new EventScore(names);
        foreach (var (article, reading) in InOrder.Map(articles, a => (Article: a, Reading: Read(a, readers)), jobs))
            score.Add(article, reading.Events, faults);
        return score;
    }

    private static Reading.Reports.ArticleReading Read(GoldArticle gold, Readers readers)
    {
        var header = gold.Reading.Document;
        var reader = readers.For(header.Language) ?? throw new FormatException($"{gold.Slug}: no language pack for '{header.Language}'");
        return reader.Read(new Article(CanonicalText.Of(gold.Text))
        {
            Key = header.Key,
            Source = header.Source,
            Url = header.Url,
            Title = header.Title,
            Published = header.Published is null ? null : DateOnly.ParseExact(header.Published, "yyyy-MM-dd", null),
            PublishedFrom = header.Published is null ? null : "metadata",
            Language = header.Language,
        });
    }
}
