using System.CommandLine;
using System.Text.Json.Nodes;
using Chancery.Cli.Evaluation;
using Chancery.Reading;
using Chancery.Reading.Packs;
using Chancery.Reading.Syntax;
using Chancery.Reading.Text;
using Chancery.Reading.Training;

namespace Chancery.Cli.Training;

/// <summary><c>train syntax</c>.</summary>
internal static class SyntaxTraining
{
    private static readonly Option<string> Language = new("--language") { Description = "Language code; treebanks whose names begin with it are used", DefaultValueFactory = _ => "en" };
    private static readonly Option<string[]> From = new("--from") { Description = "Treebanks (CoNLL-U) and raw texts, files or folders", AllowMultipleArgumentsPerToken = true, Required = true };
    private static readonly Option<string?> Out = new("--out") { Description = "The model's path; default data/languages/CODE/models/syntax.bin" };
    private static readonly Option<int> Epochs = new("--epochs") { Description = "Passes over the treebanks", DefaultValueFactory = _ => new SyntaxSettings().Epochs };
    private static readonly Option<int> Copies = new("--copies") { Description = "Times a treebank of the field is learned from, each but the first with other names in it", DefaultValueFactory = _ => new SyntaxSettings().Copies };
    private static readonly Option<int> Hidden = new("--hidden") { Description = "Units a direction and layer", DefaultValueFactory = _ => new SyntaxSettings().Hidden };
    private static readonly Option<int> Seed = new("--seed") { Description = "Seed of every random choice", DefaultValueFactory = _ => 1 };

    internal const int VectorSize = 96, VectorPasses = 12;

    public static Command Create()
    {
        var command = new Command("syntax", "Trains tagger and parser on Universal Dependencies.\n\nExample: chancery train syntax --language en --from ../shared/gold/syntax/en_ewt-train.conllu.gz corpus/syntax/en-diplomatic.conllu")
        {
            Language, From, Out, Epochs, Copies, Hidden, Seed,
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult arguments)
    {
        var code = arguments.GetValue(Language)!;
        var files = TrainingFiles.Find(arguments.GetValue(From)!);
        var train = files.Where(f => TrainingFiles.IsTreebank(f, code, "train")).SelectMany(Conllu.Read).ToList();
        if (train.Count == 0) throw new FormatException($"no treebank {code}_*-train.conllu in what --from names");
        var dev = files.Where(f => TrainingFiles.IsTreebank(f, code, "dev") || TrainingFiles.IsOwn(f, code, "dev")).ToList();
        var settings = new SyntaxSettings { Copies = arguments.GetValue(Copies), Epochs = arguments.GetValue(Epochs), Hidden = arguments.GetValue(Hidden), Seed = (ulong)arguments.GetValue(Seed) };
        var path = arguments.GetValue(Out) ?? Path.Combine(DataRoot.Find().Source, "languages", code, "models", "syntax.bin");
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        LemmaTrainer.Train(train, Path.GetDirectoryName(Path.GetFullPath(path))!, "EWT, GUM");
        TrainSentences(files.Where(f => TrainingFiles.IsTreebank(f, code, "train")), code, Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, "sentences.bin"));
        var raw = RawSentences.Of(files, train, code);
        var vectors = raw.Count == train.Count ? null : VectorCache.Learn(raw, VectorSize, VectorPasses, settings.Seed, DataRoot.Find(), Console.Error.WriteLine);
        // Without the marks of lists that names need, as the model that ships was made: they move EWT by no more than chance does.
        var trainer = new SyntaxTrainer(settings, [.. train, .. OfField(files, code, settings)], vectors, marks: null, Console.Error.WriteLine);
        var scores = new JsonObject();
        trainer.Run(epoch =>
        {
            trainer.Write(path);
            foreach (var file in dev)
            {
                var score = Score(path, file);
                scores[Path.GetFileName(file)] = score.ToString();
                Console.Error.WriteLine($"  {Path.GetFileName(file)}: {score}");
            }
        });
        if (settings.Epochs > 0) ModelManifest.Write(path, "chancery train syntax", files.Where(f => !dev.Contains(f)), settings, scores, Environment.CpuUsage.TotalTime);
        return ExitCode.Done;
    }

    // Vectors, lemmas and ends of sentences are learned without it.
    private static IEnumerable<ConlluSentence> OfField(List<string> files, string code, SyntaxSettings settings)
    {
        var own = files.Where(f => TrainingFiles.IsOwn(f, code, "train")).SelectMany(Conllu.Read).ToList();
        if (own.Count == 0) return own;
        var swap = NameSwap.Of(DataRoot.Find(), code, settings.Seed);
        return [.. own, .. Enumerable.Range(1, settings.Copies - 1).SelectMany(_ => own.Select(swap.Copy))];
    }

    private static void TrainSentences(IEnumerable<string> treebanks, string code, string path)
    {
        var trainer = new SentenceTrainer();
        var abbreviations = Corpus.Abbreviations(code).GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var treebank in treebanks)
        {
            var (text, ends) = ConllWords.TextAndEnds([.. Conllu.Read(treebank)]);
            var tokens = new List<Token>();
            Tokenizer.Tokenize(text, abbreviations.Contains, tokens);
            trainer.Add(text, tokens, ends);
        }
        trainer.Write(path);
    }

    private static SyntaxScores Score(string model, string treebank)
    {
        var gold = Conllu.Read(treebank).ToList();
        var document = Conllu.ToDocument(gold);
        SyntaxModel.Load(model).Analyse(document, Enumerable.Range(0, gold.Count).ToArray());
        return SyntaxScores.Of(document, gold);
    }
}
