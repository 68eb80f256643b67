using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Chancery.Cli.Talking;
using Chancery.Intake;
using Chancery.Reading;
using Chancery.Reading.Packs;

namespace Chancery.Cli.Bench;

/// <summary><c>bench reading</c>: text and tokens a second on one core, the share of each stage, what a document allocates.</summary>
internal static class ReadingBench
{
    // Code that runs once is compiled again when it runs often; measured is what a long run gets.
    private const int WarmUpBytes = 300_000;

    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH") { Description = "Documents to read; default the texts of corpus/", Arity = ArgumentArity.ZeroOrMore };
        var most = new Option<double>("--megabytes") { Description = "Reads at most so much text", DefaultValueFactory = _ => 4, HelpName = "MB" };
        var json = CommonOptions.Json();
        var command = new Command("reading", "Reads documents on one core and prints speed, stages and allocations.\n\nExample: chancery bench reading ../shared/gold/releases/state-department-2021.jsonl.gz")
        { paths, most, json };
        command.SetAction(parsed =>
        {
            var root = DataRoot.Find();
            var given = parsed.GetValue(paths)!;
            string[] read = given.Length > 0 ? given : [Path.Combine(Path.GetDirectoryName(root.Source)!, "corpus")];
            var figures = Measure(read, (long)(parsed.GetValue(most) * 1e6), Reader.Open(root));
            Console.WriteLine(parsed.GetValue(json) ? figures.Json().ToJsonString() : figures.Table());
            return ExitCode.Done;
        });
        return command;
    }

    private static Figures Measure(string[] paths, long most, Reader reader)
    {
        var (articles, intake) = Take(paths, most);
        var warm = 0L;
        foreach (var article in articles)
        {
            if ((warm += article.Text.Length) > WarmUpBytes) break;
            reader.Read(article);
        }
        GC.Collect();
        var clock = new StageClock();
        var (before, collections) = (GC.GetAllocatedBytesForCurrentThread(), GC.CollectionCount(0));
        var processor = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        var events = articles.Sum(a => reader.Read(a, clock).Events.Length);
        return new Figures(articles, watch.Elapsed, Environment.CpuUsage.TotalTime - processor, intake, clock, events, GC.GetAllocatedBytesForCurrentThread() - before, GC.CollectionCount(0) - collections, Validation(articles));
    }

    private static (List<Article> Articles, TimeSpan Time) Take(string[] paths, long most)
    {
        var articles = new List<Article>();
        var bytes = 0L;
        var watch = Stopwatch.StartNew();
        foreach (var taken in new ArticleIntake(new IntakeOptions { Language = "en", StandardInput = Console.OpenStandardInput }).Articles(paths))
        {
            if (taken.Article is not { } article) { Console.Error.WriteLine($"chancery: {taken.Name}: {taken.Refusal}"); continue; }
            articles.Add(article);
            if ((bytes += Encoding.UTF8.GetByteCount(article.Text)) >= most) break;
        }
        return articles.Count > 0 ? (articles, watch.Elapsed) : throw new FormatException("no document to read");
    }

    // What the machine does at its fastest with the same text, so that figures of two machines can be compared.
    private static TimeSpan Validation(List<Article> articles)
    {
        var texts = articles.Select(a => Encoding.UTF8.GetBytes(a.Text)).ToArray();
        var best = TimeSpan.MaxValue;
        for (var round = 0; round < 5; round++)
        {
            var watch = Stopwatch.StartNew();
            foreach (var text in texts) if (!System.Text.Unicode.Utf8.IsValid(text)) throw new InvalidDataException();
            if (watch.Elapsed < best) best = watch.Elapsed;
        }
        return best;
    }

    private sealed record Figures(List<Article> Articles, TimeSpan Time, TimeSpan ProcessorTime, TimeSpan Intake, StageClock Clock, int Events, long Allocated, int Collections, TimeSpan Validation)
    {
        private long Bytes { get; } = Articles.Sum(a => (long)Encoding.UTF8.GetByteCount(a.Text));

        private double Speed(TimeSpan time) => Bytes / 1e6 / Math.Max(1e-9, time.TotalSeconds);

        public string Table()
        {
            var text = new StringBuilder();
            void Line(FormattableString line) => text.AppendLine(line.ToString(CultureInfo.InvariantCulture));
            Line($"{Processor()}, {Environment.ProcessorCount} cores, .NET {Environment.Version}, one thread");
            Line($"{Articles.Count:#,0} documents, {Bytes / 1e6:0.00} MB of text, {Clock.Tokens:#,0} tokens, {Events:#,0} events");
            Line($"");
            Line($"{"stage",-26} {"time",9} {"share",7} {"MB/s",8} {"ratio",7} {"KB a document",14}");
            var tokens = Clock.Stages.Count > 0 ? Clock.Stages[0].Time : TimeSpan.Zero;
            foreach (var stage in Clock.Stages)
                Line($"{stage.Name,-26} {stage.Time.TotalMilliseconds,6:0} ms {stage.Time / Time * 100,5:0.0} % {Speed(stage.Time),8:0.0} {stage.Time / tokens,7:0.0} {stage.Allocated / 1024.0 / Articles.Count,14:0.0}");
            Line($"{"reading",-26} {Time.TotalMilliseconds,6:0} ms {100,5:0.0} % {Speed(Time),8:0.00} {Time / tokens,7:0.0} {Allocated / 1024.0 / Articles.Count,14:0.0}");
            Line($"");
            Line($"reading: {Speed(Time):0.00} MB and {Clock.Tokens / Time.TotalSeconds:#,0} tokens a second; {Collections} collections of short-lived memory");
            Line($"by processor time, which says more on a busy machine: {ProcessorTime.TotalMilliseconds:0} ms, {Speed(ProcessorTime):0.00} MB/s");
            Line($"before it, intake (unpacking, HTML, fields): {Speed(Intake):0.0} MB/s; the same text only checked for valid UTF-8: {Speed(Validation):#,0} MB/s");
            Line($"ratio: time in units of the first stage, for comparing machines and versions");
            return text.ToString().TrimEnd();
        }

        public JsonObject Json() => new()
        {
            ["documents"] = Articles.Count,
            ["bytes"] = Bytes,
            ["tokens"] = Clock.Tokens,
            ["events"] = Events,
            ["seconds"] = Time.TotalSeconds,
            ["processorSeconds"] = ProcessorTime.TotalSeconds,
            ["megabytesPerSecond"] = Speed(Time),
            ["tokensPerSecond"] = Clock.Tokens / Time.TotalSeconds,
            ["allocatedPerDocument"] = Allocated / Articles.Count,
            ["intakeMegabytesPerSecond"] = Speed(Intake),
            ["utf8MegabytesPerSecond"] = Speed(Validation),
            ["stages"] = new JsonArray([.. Clock.Stages.Select(s => (JsonNode)new JsonObject
            {
                ["stage"] = s.Name, ["seconds"] = s.Time.TotalSeconds, ["share"] = s.Time / Time, ["allocatedPerDocument"] = s.Allocated / Articles.Count,
            })]),
        };

        private static string Processor()
        {
            try { return File.ReadLines("/proc/cpuinfo").FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal))?.Split(':', 2)[1].Trim() ?? "unknown processor"; }
            catch (IOException) { return "unknown processor"; }
        }
    }
}
