using System.Diagnostics;
using Chancery.Storage.Tests;

namespace Chancery.Cli.Tests;

/// <summary>A few kills; <c>chancery bench kill</c> does thirty over twenty thousand documents.</summary>
public sealed class KilledIngestTests(PostgresServer server) : IClassFixture<PostgresServer>
{
    [Fact]
    public void An_ingest_killed_and_run_again_leaves_the_same_sqlite_file()
    {
        var folder = Directory.CreateTempSubdirectory("chancery-killed-").FullName;
        try { Kill(Path.Combine(folder, "register.db")); }
        finally { Directory.Delete(folder, true); }
    }

    [Fact]
    public void An_ingest_killed_and_run_again_leaves_the_same_postgres_database() => Kill(server.NewDatabase());

    private static void Kill(string register)
    {
        using var bench = Process.Start(new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "chancery"), ["bench", "kill", "--documents", "1200", "--kills", "4", "--register", register]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var error = bench.StandardError.ReadToEndAsync();
        var output = bench.StandardOutput.ReadToEnd();
        bench.WaitForExit();
        Assert.True(bench.ExitCode == 0, output + error.GetAwaiter().GetResult());
        Assert.Contains("1,200 documents", output, StringComparison.Ordinal);
    }
}
