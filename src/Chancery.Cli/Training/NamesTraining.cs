using System.CommandLine;
using System.Text.Json.Nodes;
using Chancery.Cli.Evaluation;
using Chancery.Reading;
using Chancery.Reading.Packs;
using Chancery.Reading.Syntax;
using Chancery.Reading.Training;

namespace Chancery.Cli.Training;

/// <summary><c>train names</c>.</summary>
internal static class NamesTraining
{
    private static readonly Option<string> Language = new("--language") { Description = "Language code", DefaultValueFactory = _ => "en" };
    private static readonly Option<string[]> From = new("--from") { Description = "Names (IOB2), GUM with its entities, and raw texts, files or folders", AllowMultipleArgumentsPerToken = true, Required = true };
    private static readonly Option<string?> Out = new("--out") { Description = "The model's path; default data/languages/CODE/models/names.bin" };
    private static readonly Option<string?> Syntax = new("--syntax") { Description = "The tagger whose parts of speech are used; default that of the language" };
    private static readonly Option<int> Epochs = new("--epochs") { Description = "Passes over the data", DefaultValueFactory = _ => new NamesSettings().Epochs };
    private static readonly Option<int> Width = new("--width") { Description = "Width of the layers", DefaultValueFactory = _ => new NamesSettings().Width };
    private static readonly Option<int> Layers = new("--layers") { Description = "Number of layers", DefaultValueFactory = _ => new NamesSettings().Layers };
    private static readonly Option<int> Networks = new("--networks") { Description = "Networks that vote", DefaultValueFactory = _ => new NamesSettings().Networks };
    private static readonly Option<int> Stop = new("--stop") { Description = "Passes after which training ends before the learning rate is down" };
    private static readonly Option<float> Dropout = new("--dropout") { Description = "Share of the units between layers that are left out while training", DefaultValueFactory = _ => new NamesSettings().Dropout };
    private static readonly Option<string[]> Teacher = new("--teacher") { Description = "Models whose beliefs about raw text are learned too, the mean of them", AllowMultipleArgumentsPerToken = true };
    private static readonly Option<int> Seed = new("--seed") { Description = "Seed of every random choice", DefaultValueFactory = _ => 1 };

    public static Command Create()
    {
        var command = new Command("names", "Trains the name recogniser on Universal NER, with GUM's entities beside it.\n\nExample: chancery train names --language en --from ../shared/gold/names ../shared/gold/syntax/en_gum-train.conllu.gz")
        {
            Language, From, Out, Syntax, Epochs, Width, Layers, Networks, Stop, Dropout, Teacher, Seed,
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult arguments)
    {
        var code = arguments.GetValue(Language)!;
        var root = DataRoot.Find();
        var files = TrainingFiles.Find(arguments.GetValue(From)!);
        var syntax = SyntaxModel.Load(arguments.GetValue(Syntax) ?? root.Language(code, Path.Combine("models", "syntax.bin")));
        var treebanks = files.Where(f => TrainingFiles.IsTreebank(f, code, "train")).SelectMany(Conllu.Read).ToList();
        var first = files.Where(f => IsNames(f, code, "train")).SelectMany(f => Iob2.Read(f, others: true)).ToList();
        var second = treebanks.Where(s => s.Words.Any(w => w.Misc.Contains("Entity=", StringComparison.Ordinal))).Select(GumNames.Of).ToList();
        var raw = RawSentences.Of(files, treebanks, code);
        var marks = NameLists.Read(root);
        marks.AddCapitals(raw);
        var settings = new NamesSettings { Epochs = arguments.GetValue(Epochs), Width = arguments.GetValue(Width), Networks = arguments.GetValue(Networks), Layers = arguments.GetValue(Layers), Dropout = arguments.GetValue(Dropout), Stop = arguments.GetValue(Stop), Seed = (ulong)arguments.GetValue(Seed) };
        var vectors = raw.Count == treebanks.Count ? null : VectorCache.Learn(raw, SyntaxTraining.VectorSize, SyntaxTraining.VectorPasses, settings.Seed, root, Console.Error.WriteLine);
        var reader = new Jackknife(treebanks, vectors, marks, settings.Seed, Console.Error.WriteLine);
        var phrases = PhraseLists.Read(root, code);
        var train = Tagged([.. first.Select(s => (s.Forms, s.Names, s.Forms, false)), .. Lowered(first, settings), .. second.Select(s => (s.Forms, s.Names, s.Forms, true))], reader);
        if (arguments.GetValue(Teacher) is { Length: > 0 } teachers) train = Taught.Of(train, files, code, syntax, [.. teachers.Select(NameModel.Load)], settings);
        if (train.Count == 0) throw new FormatException($"no names {code}_*-train.iob2 in what --from names");
        var path = arguments.GetValue(Out) ?? root.Language(code, Path.Combine("models", "names.bin"));
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var trainer = new NamesTrainer(settings, train, vectors, marks, phrases, Console.Error.WriteLine);
        var dev = files.Where(f => IsNames(f, code, "dev")).ToList();
        var scores = new JsonObject();
        trainer.Run(_ =>
        {
            trainer.Write(path);
            foreach (var file in dev)
            {
                var score = NameScores.Of(Iob2.Read(file), syntax, NameModel.Load(path));
                scores[Path.GetFileName(file)] = score.ToJson();
                Console.Error.WriteLine($"  {Path.GetFileName(file)}: {score}");
            }
        });
        ModelManifest.Write(path, "chancery train names", files.Where(f => !dev.Contains(f)).Concat(NameLists.Files(root)).Concat(PhraseLists.Files(root, code)).Distinct(), settings, scores, Environment.CpuUsage.TotalTime);
        return ExitCode.Done;
    }

    // The web writes whole sentences in small letters, names and all, more often than so few sentences teach.
    private static IEnumerable<(string[] Forms, NameTag[] Names, string[] Origin, bool Second)> Lowered(IEnumerable<(string[] Forms, NameTag[] Names, bool Opens)> sentences, NamesSettings settings)
    {
        var random = new Random((int)settings.Seed + 11);
        foreach (var (forms, names, _) in sentences.Where(s => Array.Exists(s.Names, n => n is > NameTag.None and <= NameTag.PlaceInside)))
            if (random.NextSingle() < settings.Lowered) yield return (Array.ConvertAll(forms, f => f.ToLowerInvariant()), names, forms, false);
    }

    private static bool IsNames(string path, string code, string portion)
    {
        var name = Path.GetFileName(path);
        return name.StartsWith(code + "_", StringComparison.Ordinal) && name.Contains("-" + portion + ".iob2", StringComparison.Ordinal);
    }

    private static List<NamedSentence> Tagged(List<(string[] Forms, NameTag[] Names, string[] Origin, bool Second)> sentences, Jackknife reader)
    {
        var document = DocumentOf([.. sentences.Select(s => s.Forms)]);
        reader.Analyse(document, [.. sentences.Select(s => s.Origin)]);
        return [.. sentences.Select((s, i) =>
        {
            var tokens = document.Tokens.AsSpan(document.Sentences[i].First, s.Forms.Length).ToArray();
            return new NamedSentence(s.Forms, [.. tokens.Select(t => t.Pos)], [.. tokens.Select(t => t.Relation)], s.Names, s.Second);
        })];
    }

    /// <summary>A document of sentences of forms.</summary>
    public static Document DocumentOf(IReadOnlyList<string[]> sentences) =>
        Conllu.ToDocument([.. sentences.Select(s => new ConlluSentence([.. s.Select(f => new ConlluWord(f, "_", "_", "_", "_", 0, "_", true, 0))], null, false, null))]);
}
