using System.Diagnostics;
using System.Text.Json;
using Chancery.Cli.Bench;
using Chancery.Reading.Reports;
using Chancery.Storage;

namespace Chancery.Cli.Tests;

/// <summary>A disk that fills up (a limit on the size of files stands for it): one line that says so, and nothing lost that was acknowledged.</summary>
public sealed class FullDiskTests
{
    private const int Documents = 2500;

    [Fact]
    public void An_ingest_that_finds_no_room_says_so_and_goes_on_when_there_is_room()
    {
        var folder = Directory.CreateTempSubdirectory("chancery-full-").FullName;
        try
        {
            var (input, register) = (Path.Combine(folder, "readings.jsonl"), Path.Combine(folder, "register.db"));
            using (var output = new StreamWriter(input))
                foreach (var item in new MadeWorld(1).Documents(0, Documents)) output.WriteLine(JsonSerializer.Serialize(item.Article, ReportJsonOptions.Compact.ArticleReading));
            // Blocks of 1,024 bytes in dash as in bash; some batches fit and some do not.
            var (code, error) = Ingest("trap '' XFSZ; ulimit -f 10000; exec \"$0\" \"$@\"", input, register);
            Assert.Equal(1, code);
            var line = Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
            Assert.Contains(register, line, StringComparison.Ordinal);
            Assert.Contains("what was acknowledged is kept", line, StringComparison.Ordinal);
            using (var store = RegisterStore.Open(register)) Assert.InRange(store.Size().Documents, 1, Documents - 1);
            Assert.Equal((0, ""), Ingest("exec \"$0\" \"$@\"", input, register));
            using var whole = RegisterStore.Open(register);
            using var peace = RegisterStore.Open(Path.Combine(folder, "peace.db"));
            foreach (var batch in new MadeWorld(1).Documents(0, Documents).Chunk(500)) peace.Ingest([.. batch.Select(i => i with { ReaderVersion = "readings" })]);
            Assert.Equal(peace.Fingerprint(), whole.Fingerprint());
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, true);
        }
    }

    // The runtime keeps its own code in a file of memory, which the limit would end as well.
    private static (int Code, string Error) Ingest(string script, string input, string register)
    {
        using var ingest = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", script, Path.Combine(AppContext.BaseDirectory, "chancery"), "ingest", "--readings", input, "--register", register, "--quiet"]) { RedirectStandardError = true, Environment = { ["DOTNET_EnableWriteXorExecute"] = "0" } })!;
        var error = ingest.StandardError.ReadToEnd();
        ingest.WaitForExit();
        return (ingest.ExitCode, error);
    }
}
