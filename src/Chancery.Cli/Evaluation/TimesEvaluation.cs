using System.CommandLine;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using Chancery.Reading;
using Chancery.Reading.Packs;
using Chancery.Reading.Text;
using Chancery.Reading.Times;

namespace Chancery.Cli.Evaluation;

/// <summary><c>evaluate times PATH</c>: TempEval-3 measures of times.</summary>
internal static class TimesEvaluation
{
    public static Command Create()
    {
        var path = new Argument<string>("path") { Description = "A .tml or WikiWars key file, a folder of them, or a .tar.gz" };
        var heldOut = new Option<bool>("--held-out") { Description = "Only documents kept out of development (by a hash of the file's name)" };
        var development = new Option<bool>("--development") { Description = "Only the others" };
        var unpublished = new Option<bool>("--unpublished") { Description = "Hide the day of creation from the reader" };
        var errors = new Option<int>("--errors") { Description = "Print so many misses" };
        var json = new Option<bool>("--json") { Description = "Print JSON" };
        var command = new Command("times", "Scores the reading of times: strict, relaxed, type and value F1 as in TempEval-3.\n\nExample: chancery evaluate times gold/tbaq.tar.gz --held-out")
        { path, heldOut, development, unpublished, errors, json };
        command.SetAction(parsed => Run(parsed.GetValue(path)!, parsed.GetValue(heldOut), parsed.GetValue(development), parsed.GetValue(unpublished), parsed.GetValue(errors), parsed.GetValue(json)));
        return command;
    }

    private static int Run(string path, bool heldOut, bool development, bool unpublished, int errors, bool json)
    {
        var root = DataRoot.Find();
        var tagger = TimeTagger.Open(root, "en");
        var resolver = new TimeResolver(tagger);
        var abbreviations = Abbreviations.Open(root, "en");
        var score = new TimesScore();
        var wrong = new List<string>();
        var documents = TimesGold.Read(path).Where(d => !(heldOut && !d.IsHeldOut) && !(development && d.IsHeldOut)).ToList();
        if (documents.Count == 0) throw new InvalidDataException($"{path} has no gold times that were asked for");
        foreach (var gold in documents)
        {
            var document = abbreviations.Cut(new Article(gold.Text));
            var mentions = resolver.Resolve(tagger.Tag(document), document, unpublished ? null : gold.Created);
            score.Add(gold, [.. mentions.SelectMany(m => m.Parts.IsEmpty ? [m] : m.Parts.AsEnumerable()).Where(m => m.Value is not null)], wrong);
        }
        foreach (var line in wrong.Take(errors)) Console.WriteLine(line);
        Print(score, documents, Speed(tagger, abbreviations, documents), json);
        return ExitCode.Done;
    }

    // Megabytes of text a second that the tagger alone passes, on one core, best of several rounds.
    private static double Speed(TimeTagger tagger, Abbreviations abbreviations, List<GoldTimesDocument> gold)
    {
        var documents = gold.Take(200).Select(g => abbreviations.Cut(new Article(g.Text))).ToList();
        var megabytes = documents.Sum(d => (double)d.Text.Length) / 1_000_000;
        var best = double.MaxValue;
        for (var round = 0; round < 30; round++)
        {
            // Processor time, so that a busy machine does not count.
            var start = Environment.CpuUsage.TotalTime;
            foreach (var document in CollectionsMarshal.AsSpan(documents)) tagger.Tag(document);
            best = Math.Min(best, (Environment.CpuUsage.TotalTime - start).TotalSeconds);
        }
        return megabytes / best;
    }

    private static void Print(TimesScore score, List<GoldTimesDocument> documents, double speed, bool json)
    {
        var figures = new (string Name, double Value)[]
        {
            ("strict", score.F1(score.Strict)), ("relaxed", score.F1(score.Relaxed)), ("type", score.F1(score.Type)), ("value", score.F1(score.Value)),
            ("relaxed precision", 100.0 * score.Relaxed / Math.Max(1, score.Found)), ("relaxed recall", 100.0 * score.Relaxed / Math.Max(1, score.Gold)), ("MB a second, tagging", speed),
        };
        if (json)
        {
            var node = new JsonObject { ["task"] = "times", ["documents"] = documents.Count, ["gold"] = score.Gold, ["found"] = score.Found };
            foreach (var (name, value) in figures) node[name] = Math.Round(value, 2);
            Console.WriteLine(node.ToJsonString());
            return;
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{documents.Count} documents, {score.Gold} times in the gold, {score.Found} found"));
        foreach (var (name, value) in figures) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-22}{value,8:0.0}"));
    }
}
