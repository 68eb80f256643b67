using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Chancery.Cli.Register;
using Chancery.Cli.Talking;
using Chancery.Intake;
using Chancery.Reading.Packs;
using Chancery.Server;
using Chancery.Storage;

namespace Chancery.Cli.Verbs;

/// <summary><c>demo</c>: the main job on the shipped samples, into a register of its own.</summary>
internal static class DemoVerb
{
    public static Command Create()
    {
        var between = new Option<string[]>("--between") { Description = "The states whose chronology is printed", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => ["KGZ", "RUS"], HelpName = "STATE" };
        var (jobs, noColour) = (CommonOptions.Jobs(), CommonOptions.NoColour());
        var serve = new Option<bool>("--serve") { Description = "Then opens the register as a web page on this machine, until Ctrl+C" };
        var command = new Command("demo", "Reads the shipped samples into a register of its own and prints what two states did with each other.\n\nExample: chancery demo\nExample: chancery demo --serve") { between, jobs, noColour, serve };
        command.SetAction(parsed =>
        {
            var watch = Stopwatch.StartNew();
            string[] articles = [.. Samples(DataRoot.Find())];
            var register = Path.Combine(Directory.CreateTempSubdirectory("chancery-demo-").FullName, "demo.db");
            using var store = RegisterStore.Open(register);
            var talk = new Talk(Console.Error, isQuiet: true, progress: null);
            var done = IngestVerb.Ingest(store, IngestVerb.Read(store, articles, new IntakeOptions(), parsed.GetValue(jobs), talk, () => { }));
            SampleJudgements.Judge(store, Path.Combine(DataRoot.Find().Source, "demo", "judgements.tsv"));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{done.Documents} articles read: {done.Reports} reports, put together to {done.Events} events, in {watch.Elapsed.TotalSeconds:0.0} s."));
            Console.WriteLine();
            var query = new EventQuery { Between = [.. parsed.GetValue(between)!.Select(QueryOptions.State)], Limit = 1000 };
            ChronologyVerb.Print([.. store.All(query)], ChronologyVerb.Title(query), "table", parsed.GetValue(noColour));
            Next(register);
            if (parsed.GetValue(serve)) ServeVerb.Run(store, ServerAddress.ParseAll(ServerAddress.Default), new ServeSettings(), json: false, quiet: false);
            return talk.Code;
        });
        return command;
    }

    private static IEnumerable<string> Samples(DataRoot root)
    {
        var corpus = Path.GetFullPath(Path.Combine(root.Source, "..", "corpus"));
        if (!Directory.Exists(corpus)) throw new DirectoryNotFoundException($"no folder {corpus}; the samples are articles of the corpus");
        var table = Tsv.Read(Path.Combine(root.Source, "demo", "samples.tsv"));
        var article = table.Column("article");
        for (var i = 0; i < table.Count; i++) yield return Path.Combine(corpus, table[i][article]);
    }

    private static void Next(string register)
    {
        Console.WriteLine();
        Console.WriteLine("Go on with");
        Console.WriteLine($"  ./chancery chronology --between RUS KGZ --register {register}");
        Console.WriteLine($"  ./chancery events --person Putin --register {register}");
        Console.WriteLine($"  ./chancery serve --register {register}");
        Console.WriteLine("  ./chancery explain EVENT --register … shows for an event which sentence and which rule each field came from");
        Console.WriteLine("  ./chancery extract --format table YOUR-ARTICLE.txt");
    }
}
