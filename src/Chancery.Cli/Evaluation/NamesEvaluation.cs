using System.CommandLine;
using System.Globalization;
using Chancery.Cli.Training;
using Chancery.Reading.Packs;
using Chancery.Reading.Syntax;

namespace Chancery.Cli.Evaluation;

/// <summary><c>evaluate names PATH</c>: entity F1 on gold tokens.</summary>
internal static class NamesEvaluation
{
    private static readonly Argument<string> File = new("path") { Description = "Names in the format of Universal NER (IOB2), plain or gzipped" };
    private static readonly Option<string?> Model = new("--model") { Description = "The model's path; default data/languages/en/models/names.bin" };
    private static readonly Option<int> Errors = new("--errors") { Description = "Lists so many sentences with names missed or invented" };
    private static readonly Option<bool> Json = new("--json") { Description = "Prints JSON" };

    public static Command Create()
    {
        var command = new Command("names", "Names of persons, organisations and places: precision, recall, F1 of whole names.\n\nExample: chancery evaluate names ../shared/gold/names/en_ewt-ud-dev.iob2.gz") { File, Model, Errors, Json };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult arguments)
    {
        var models = DataRoot.Find().Language("en", "models");
        var scores = NameScores.Of(Iob2.Read(arguments.GetValue(File)!), SyntaxModel.Load(Path.Combine(models, "syntax.bin")), NameModel.Load(arguments.GetValue(Model) ?? Path.Combine(models, "names.bin")));
        if (arguments.GetValue(Json)) { Console.WriteLine(scores.ToJson().ToJsonString()); return ExitCode.Done; }
        foreach (var error in scores.Errors.Take(arguments.GetValue(Errors))) Console.WriteLine(error);
        Console.WriteLine($"{"per cent",-9}{"precision",10}{"recall",10}{"F1",10}");
        foreach (var kind in NameScores.Rows)
        {
            var (precision, recall, f1) = scores.Of(kind);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kind ?? "all",-9}{precision * 100,10:F2}{recall * 100,10:F2}{f1 * 100,10:F2}"));
        }
        return ExitCode.Done;
    }
}
