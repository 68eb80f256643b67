using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Chancery.Cli.Register;
using Chancery.Storage;

namespace Chancery.Cli.Bench;

/// <summary><c>bench register</c>: a register of made events (see <see cref="MadeWorld"/>) filled and asked.</summary>
internal static class RegisterBench
{
    private const int Seed = 1;
    private const int Batch = 2000;

    public static Command Create()
    {
        var register = RegisterOption.Create();
        var events = new Option<int>("--events") { Description = "Events of the made world; a document tells of two new ones.", DefaultValueFactory = _ => 1_000_000 };
        var queries = new Option<int>("--queries") { Description = "Questions of each kind.", DefaultValueFactory = _ => 500 };
        var keep = new Option<bool>("--keep") { Description = "The register is there already: only ask." };
        var shuffled = new Option<bool>("--shuffled") { Description = "Documents of all years in any order, not as newspapers come: the worst for indexes by day." };
        var verb = new Command("register", "Fills a register with made documents and asks it: documents and claims a second with merging at work, cost of a document as the register grows, a pair's chronology, full text, memory. Give a register of its own with --register.\n\nExample: chancery bench register --events 1000000 --register /tmp/bench.db") { register, events, queries, keep, shuffled };
        verb.SetAction(parsed =>
        {
            using var store = register.Open(parsed);
            var documents = parsed.GetValue(events) / 2;
            var world = new MadeWorld(Seed) { InTime = !parsed.GetValue(shuffled) };
            if (!parsed.GetValue(keep)) Fill(store, world, documents);
            var size = store.Size();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{size.Documents:#,0} documents, {size.Reports:#,0} reports, {size.Events:#,0} events"));
            Ask(store, world, documents, parsed.GetValue(queries));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"peak memory of this process {Peak():#,0} MB"));
            return ExitCode.Done;
        });
        return verb;
    }

    private static void Fill(RegisterStore store, MadeWorld world, int documents)
    {
        var total = default(IngestOutcome);
        var (all, part) = (Stopwatch.StartNew(), Stopwatch.StartNew());
        var (partDocuments, partClaims) = (0, 0);
        var (used, partUsed) = (Environment.CpuUsage.TotalTime, Environment.CpuUsage.TotalTime);
        // Processor time tells the cost where a busy machine lets others in between; of PostgreSQL it is only the side of this process.
        Console.WriteLine("   events   claims/s  reports/s  ms/document (of the last part)   of processor time: claims/s  ms/document");
        for (var at = 0; at < documents; at += Batch)
        {
            var outcome = store.Ingest([.. world.Documents(at, Math.Min(documents, at + Batch))]);
            total += outcome;
            partDocuments += outcome.Documents;
            partClaims += outcome.Claims;
            if (!Milestone(at + Batch, documents)) continue;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{2 * (at + Batch),9:#,0} {partClaims / part.Elapsed.TotalSeconds,10:#,0} {total.Reports / all.Elapsed.TotalSeconds,10:#,0} {part.Elapsed.TotalMilliseconds / Math.Max(1, partDocuments),8:0.000} {partClaims / (Environment.CpuUsage.TotalTime - partUsed).TotalSeconds,54:#,0} {(Environment.CpuUsage.TotalTime - partUsed).TotalMilliseconds / Math.Max(1, partDocuments),12:0.000}"));
            part.Restart();
            partUsed = Environment.CpuUsage.TotalTime;
            (partDocuments, partClaims) = (0, 0);
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{total.Claims:#,0} claims of {total.Reports:#,0} reports in {all.Elapsed.TotalSeconds:0} s: {total.Claims / all.Elapsed.TotalSeconds:#,0} claims/s; {total.Claims / (Environment.CpuUsage.TotalTime - used).TotalSeconds:#,0} a second of processor time"));
    }

    /// <summary>1, 2 and 5 times each power of ten, and the end.</summary>
    private static bool Milestone(int documents, int end)
    {
        var events = 2 * documents;
        if (documents >= end) return true;
        for (var power = 10_000; power <= events; power *= 10)
            if (events == power || events == 2 * power || events == 5 * power) return true;
        return false;
    }

    private static void Ask(RegisterStore store, MadeWorld world, int documents, int queries)
    {
        var random = new Random(5);
        var samples = Enumerable.Range(0, queries + 50).Select(_ => world.Document(random.Next(documents)).Article.Events[0]).ToArray();
        Time("chronology of a pair, 100 events", samples, e => store.Find(new EventQuery { Between = [e.Participants[0].Country!, e.Participants[1].Country!], Limit = 100 }).Items.Length);
        Time("chronology of a pair in a year", samples, e => store.Find(new EventQuery { Between = [e.Participants[0].Country!, e.Participants[1].Country!], Since = Day(e.Start!, 1, 1), Until = Day(e.Start!, 12, 31), Limit = 1000 }).Items.Length);
        Time("counts of a pair by type and year", samples, e => store.Tallies(new EventQuery { Between = [e.Participants[0].Country!, e.Participants[1].Country!] }).Length);
        Time("full text, one common word", samples, e => store.Find(new EventQuery { Text = e.Topics[0], Order = EventOrder.Relevance, Limit = 20 }).Items.Length);
        Time("full text, name and topic", samples, e => store.Find(new EventQuery { Text = $"{e.Participants[0].Name} {e.Topics[0]}", Order = EventOrder.Relevance, Limit = 20 }).Items.Length);
        Time("event with its claims", samples, e => store.Find(new EventQuery { Between = [e.Participants[0].Country!, e.Participants[1].Country!], Limit = 1 }).Items is [var first, ..] ? store.Event(first.Id)!.Reports.Length : 0);
    }

    private static DateOnly Day(string start, int month, int day) => new(int.Parse(start[..4], CultureInfo.InvariantCulture), month, day);

    /// <summary>The first fifty warm up and are not counted.</summary>
    private static void Time<T>(string what, T[] samples, Func<T, int> ask)
    {
        var (times, cost) = (new List<double>(), new List<double>());
        long rows = 0;
        for (var i = 0; i < samples.Length; i++)
        {
            var (clock, used) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
            rows += ask(samples[i]);
            if (i < 50) continue;
            times.Add(clock.Elapsed.TotalMilliseconds);
            cost.Add((Environment.CpuUsage.TotalTime - used).TotalMilliseconds);
        }
        times.Sort();
        cost.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-36} median {times[times.Count / 2],7:0.00} ms  95th percentile {times[(int)(times.Count * 0.95)],7:0.00} ms  of processor time {cost[cost.Count / 2],7:0.00} and {cost[(int)(cost.Count * 0.95)],7:0.00} ms  ({rows / samples.Length} rows)"));
    }

    private static double Peak()
    {
        const string Status = "/proc/self/status";
        if (File.Exists(Status) && File.ReadLines(Status).FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal)) is { } line)
            return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
        return Process.GetCurrentProcess().PeakWorkingSet64 / 1048576.0;
    }
}
