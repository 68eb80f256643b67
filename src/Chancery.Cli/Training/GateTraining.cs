using System.CommandLine;
using System.Text.Json;
using Chancery.Cli.Checking;
using Chancery.Cli.Evaluation;
using Chancery.Intake;
using Chancery.Reading;
using Chancery.Reading.Packs;
using Chancery.Reading.Syntax;
using Chancery.Reading.Training;

namespace Chancery.Cli.Training;

/// <summary><c>train gate</c>.</summary>
internal static class GateTraining
{
    private static readonly Option<string> Language = new("--language") { Description = "Language code", DefaultValueFactory = _ => "en" };
    private static readonly Option<string[]> From = new("--from") { Description = "Documents as extract reads them, treebanks, raw texts; files or folders", AllowMultipleArgumentsPerToken = true, Required = true };
    private static readonly Option<string?> Out = new("--out") { Description = "The model's path; default data/languages/CODE/models/gate.bin" };
    private static readonly Option<double> Keep = new("--keep") { Description = "Least share of the sentences with evidence of an event that stay open, on documents not learned from", DefaultValueFactory = _ => new GateTrainer().Keep };

    public static Command Create()
    {
        var command = new Command("gate", "Trains the gate before the parser on what the reader reads without it; the examples and rejects of all patterns are learned from too.\n\nExample: chancery train gate --from corpus/dev ../shared/gold/releases ../shared/gold/places/GeoVirus.xml.gz")
        {
            Language, From, Out, Keep,
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult arguments)
    {
        var code = arguments.GetValue(Language)!;
        var root = DataRoot.Find();
        var files = TrainingFiles.Find(arguments.GetValue(From)!);
        var reader = Reader.Open(root, code);
        var trainer = new GateTrainer { Keep = arguments.GetValue(Keep) };
        foreach (var (article, field) in Articles(files, code)) trainer.Add(reader, article, field);
        foreach (var article in PatternCheck.Articles(root, code)) trainer.Add(reader, article, true);
        var path = arguments.GetValue(Out) ?? root.Language(code, Path.Combine("models", "gate.bin"));
        var scores = trainer.Run(path);
        Console.Error.WriteLine(scores);
        var corpus = Path.Combine(Path.GetDirectoryName(root.Source)!, "corpus");
        ModelManifest.Write(path, "chancery train gate", files.Where(f => !Path.GetFullPath(f).StartsWith(corpus, StringComparison.Ordinal)), new { trainer.Keep, trainer.Passes }, JsonSerializer.SerializeToNode(scores, JsonSerializerOptions.Web)!, Environment.CpuUsage.TotalTime);
        return ExitCode.Done;
    }

    // Treebanks and archives of raw text say what events do not look like; what the gate keeps is measured on documents of the field.
    private static IEnumerable<(Article Article, bool Field)> Articles(List<string> files, string code)
    {
        foreach (var file in files)
        {
            if (file.EndsWith(".json", StringComparison.Ordinal)) continue;
            var field = !file.Contains(".conllu", StringComparison.Ordinal) && !file.EndsWith(".tar.gz", StringComparison.Ordinal);
            var texts = file.Contains(".conllu", StringComparison.Ordinal) ? Texts(file) : !field || file.EndsWith(".xml.gz", StringComparison.Ordinal) ? RawText.Read(file) : null;
            foreach (var article in texts?.Select(t => new Article(t) { Language = code }) ?? Taken(file, code)) yield return (article, field);
        }
    }

    private static IEnumerable<Article> Taken(string file, string code) =>
        new ArticleIntake(new IntakeOptions { Language = code, StandardInput = Console.OpenStandardInput }).Articles([file]).Select(t => t.Article).OfType<Article>();

    // The documents of a treebank.
    private static IEnumerable<string> Texts(string file)
    {
        var part = new List<ConlluSentence>();
        foreach (var sentence in Conllu.Read(file))
        {
            if (sentence.Document is not null && part.Count > 0) { yield return ConllWords.TextOf(part); part.Clear(); }
            part.Add(sentence);
        }
        if (part.Count > 0) yield return ConllWords.TextOf(part);
    }
}
