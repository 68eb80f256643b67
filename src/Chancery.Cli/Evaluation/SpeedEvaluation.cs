using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Chancery.Reading.Packs;
using Chancery.Reading.Syntax;

namespace Chancery.Cli.Evaluation;

/// <summary><c>evaluate speed PATH</c>: tokens a second, tagged and parsed on one thread.</summary>
internal static class SpeedEvaluation
{
    private static readonly Argument<string> Path = new("path") { Description = "A treebank (CoNLL-U), plain or gzipped; its gold tokens are analysed" };
    private static readonly Option<string?> Model = new("--model") { Description = "The model's path; default that of the language" };
    private static readonly Option<int> Rounds = new("--rounds") { Description = "Times the file is analysed", DefaultValueFactory = _ => 5 };

    public static Command Create()
    {
        var command = new Command("speed", "Tokens a second, tagged and parsed on one thread.\n\nExample: chancery evaluate speed ../shared/gold/syntax/en_ewt-dev.conllu.gz") { Path, Model, Rounds };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult arguments)
    {
        var clock = Stopwatch.StartNew();
        var model = SyntaxModel.Load(arguments.GetValue(Model) ?? DataRoot.Find().Language("en", System.IO.Path.Combine("models", "syntax.bin")));
        var load = clock.Elapsed;
        var gold = Conllu.Read(arguments.GetValue(Path)!).ToList();
        var document = Conllu.ToDocument(gold);
        var all = Enumerable.Range(0, gold.Count).ToArray();
        model.Analyse(document, all.AsSpan(0, Math.Min(50, all.Length)));
        var best = double.MaxValue;
        for (var round = 0; round < arguments.GetValue(Rounds); round++)
        {
            // Time of the processor: other programs on the machine do not count.
            var before = Environment.CpuUsage.TotalTime;
            model.Analyse(document, all);
            best = Math.Min(best, (Environment.CpuUsage.TotalTime - before).TotalSeconds);
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"load {load.TotalMilliseconds:F1} ms; {document.Tokens.Length} tokens, {document.Tokens.Length / best:F0} a second (best of {arguments.GetValue(Rounds)})"));
        return ExitCode.Done;
    }
}
