using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Chancery.Cli.Training;
using Chancery.Reading;
using Chancery.Reading.Packs;
using Chancery.Reading.Syntax;
using Chancery.Reading.Text;

namespace Chancery.Cli.Evaluation;

/// <summary><c>evaluate syntax PATH</c>: the CoNLL 2018 measures, from raw text and from gold tokens.</summary>
internal static class SyntaxEvaluation
{
    private static readonly Argument<string> File = new("path") { Description = "A treebank (CoNLL-U), plain or gzipped" };
    private static readonly Option<string?> Model = new("--model") { Description = "The model's path; default data/languages/en/models/syntax.bin" };
    private static readonly Option<bool> Json = new("--json") { Description = "Prints JSON" };

    private static readonly Option<int> Errors = new("--errors") { Description = "Lists so many differences of tokens and sentences each" };

    private static readonly Option<bool> Rules = new("--rules") { Description = "Cuts sentences by rules alone" };

    public static Command Create()
    {
        var command = new Command("syntax", "Tokens, sentences, tags, lemmas and trees by the measures of CoNLL 2018, from raw text and from gold tokens.\n\nExample: chancery evaluate syntax ../shared/gold/syntax/en_ewt-dev.conllu.gz")
        {
            File, Model, Json, Errors, Rules,
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult arguments)
    {
        var gold = Conllu.Read(arguments.GetValue(File)!).ToList();
        var models = DataRoot.Find().Language("en", "models");
        var model = SyntaxModel.Load(arguments.GetValue(Model) ?? Path.Combine(models, "syntax.bin"));
        var lemmatiser = Lemmatiser.Load(models);
        var raw = Analyse(model, RawDocument(ConllWords.TextOf(gold), arguments.GetValue(Rules) ? null : SentenceModel.Load(SentencesBeside(arguments.GetValue(Model), models))));
        if (arguments.GetValue(Errors) is > 0 and var most)
            foreach (var line in ConllErrors.Of(ConllWords.Of(gold), ConllWords.Of(raw, lemmatiser), most)) Console.WriteLine(line);
        var given = Analyse(model, Conllu.ToDocument(gold));
        var scores = new (string Name, ConllScores Scores)[]
        {
            ("raw text", ConllScores.Of(ConllWords.Of(gold), ConllWords.Of(raw, lemmatiser))),
            ("gold tokens", ConllScores.Given(gold, given, lemmatiser)),
        };
        if (arguments.GetValue(Json)) Console.WriteLine(new JsonObject(scores.Select(s => KeyValuePair.Create(s.Name, (JsonNode?)s.Scores.ToJson()))).ToJsonString());
        else Print(scores);
        return ExitCode.Done;
    }

    // A model under trial may have its own sentence ends beside it.
    private static string SentencesBeside(string? model, string models)
    {
        var beside = model is null ? null : Path.Combine(Path.GetDirectoryName(Path.GetFullPath(model))!, "sentences.bin");
        return System.IO.File.Exists(beside) ? beside : Path.Combine(models, "sentences.bin");
    }

    private static Document RawDocument(string text, SentenceModel? sentences)
    {
        var lookup = Corpus.Abbreviations("en").GetAlternateLookup<ReadOnlySpan<char>>();
        var tokens = new List<Token>();
        Tokenizer.Tokenize(text, lookup.Contains, tokens);
        var array = tokens.ToArray();
        return new Document(new Article(text), array, [.. SentenceSplitter.Split(text, array, sentences)]);
    }

    private static Document Analyse(SyntaxModel model, Document document)
    {
        model.Analyse(document, Enumerable.Range(0, document.Sentences.Length).ToArray());
        return document;
    }

    private static void Print((string Name, ConllScores Scores)[] scores)
    {
        Console.WriteLine($"{"F1, per cent",-14}{string.Concat(scores[0].Scores.Measures.Select(m => $"{m.Name,11}"))}");
        foreach (var (name, row) in scores)
            Console.WriteLine($"{name,-14}{string.Concat(row.Measures.Select(m => string.Create(CultureInfo.InvariantCulture, $"{m.Value * 100,11:F2}")))}");
    }
}
