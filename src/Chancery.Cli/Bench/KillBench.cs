using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Chancery.Cli.Register;
using Chancery.Reading.Reports;
using Chancery.Storage;

namespace Chancery.Cli.Bench;

/// <summary><c>bench kill</c>: an ingest killed at random moments and run again, beside one that was left in peace.</summary>
internal static class KillBench
{
    public static Command Create()
    {
        var register = RegisterOption.Create();
        var documents = new Option<int>("--documents") { Description = "Made documents.", DefaultValueFactory = _ => 20_000 };
        var kills = new Option<int>("--kills") { Description = "How often the ingest is killed.", DefaultValueFactory = _ => 30 };
        var seed = new Option<int>("--seed") { Description = "Of the random moments.", DefaultValueFactory = _ => 1 };
        var verb = new Command("kill", "Runs an ingest of made documents, kills it (SIGKILL) at random moments, looks whether the register can be read at once and has lost nothing it had, runs it to the end and compares everything with an ingest that was left in peace. Exit 4 where they differ. Give an empty register with --register.\n\nExample: chancery bench kill --register /tmp/kill.db") { register, documents, kills, seed };
        verb.SetAction(parsed => Run(register.Where(parsed), parsed.GetValue(documents), parsed.GetValue(kills), parsed.GetValue(seed)));
        return verb;
    }

    private static int Run(string where, int documents, int kills, int seed)
    {
        var folder = Directory.CreateTempSubdirectory("chancery-kill-").FullName;
        try
        {
            var input = Path.Combine(folder, "readings.jsonl");
            using (var output = new StreamWriter(input))
                foreach (var item in new MadeWorld(seed).Documents(0, documents)) output.WriteLine(JsonSerializer.Serialize(item.Article, ReportJsonOptions.Compact.ArticleReading));
            var (killed, faults) = Kill(where, input, documents, kills, new Random(seed));
            using var peace = RegisterStore.Open(Path.Combine(folder, "peace.db"));
            foreach (var batch in new MadeWorld(seed).Documents(0, documents).Chunk(500)) peace.Ingest([.. batch.Select(i => i with { ReaderVersion = "readings" })]);
            using var store = RegisterStore.Open(where);
            var same = store.Fingerprint() == peace.Fingerprint();
            var size = store.Size();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{store.Name}: killed {killed} times, {faults} times not readable or less than before; {size.Documents:#,0} documents, {size.Reports:#,0} reports, {size.Events:#,0} events; {(same ? "the same as" : "NOT the same as")} a register filled in peace"));
            return same && faults == 0 ? ExitCode.Done : ExitCode.CheckFailed;
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, true);
        }
    }

    private static (int Killed, int Faults) Kill(string where, string input, int documents, int kills, Random random)
    {
        var (killed, faults, before) = (0, 0, 0L);
        while (killed < kills)
        {
            using var ingest = Start(where, input);
            // What is left is shared out among the kills that are left, so that all of them fall into the work, on a slow machine as on a quick one.
            var share = (documents - before) / (kills - killed + 2.0);
            if (Ended(ingest, where, before + (long)(1.6 * random.NextDouble() * share), random)) break;
            ingest.Kill();
            ingest.WaitForExit();
            killed++;
            using var store = RegisterStore.Open(where);
            var now = store.Size().Documents;
            if (now < before || store.Find(new EventQuery { Limit = 1 }).Items.Length == 0 && now > 0) faults++;
            before = now;
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"chancery: kill {killed}: {now:#,0} of {documents:#,0} documents there"));
        }
        using var last = Start(where, input);
        last.WaitForExit();
        return (killed, last.ExitCode == 0 ? faults : faults + 1);
    }

    /// <summary>Waits until so many documents are there and a moment longer; true where the ingest ended before. Nobody but the ingest has the register open when it is killed.</summary>
    private static bool Ended(Process ingest, string where, long target, Random random)
    {
        using (var watch = RegisterStore.Open(where))
            while (watch.Size().Documents < target)
                if (ingest.WaitForExit(10)) return true;
        return ingest.WaitForExit(random.Next(LongestMoment));
    }

    private const int LongestMoment = 250;

    private static Process Start(string where, string input)
    {
        var self = Environment.ProcessPath!;
        string[] arguments = ["ingest", "--readings", input, "--register", where, "--quiet"];
        return Process.Start(Path.GetFileNameWithoutExtension(self) == "dotnet" ? new ProcessStartInfo(self, [typeof(KillBench).Assembly.Location, .. arguments]) : new ProcessStartInfo(self, arguments))!;
    }
}
