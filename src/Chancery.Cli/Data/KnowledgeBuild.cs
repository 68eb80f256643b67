using Chancery.Cli.Data.People;

namespace Chancery.Cli.Data;

/// <summary>Makes <c>data/knowledge/*.tsv</c> of the source files and of the tables written by hand.</summary>
internal static class KnowledgeBuild
{
    /// <summary>Builds all tables; tells of each on <paramref name="log"/>.</summary>
    public static void Run(string from, string data, TextWriter log)
    {
        var sources = new Sources(from, Path.Combine(data, "hand"));
        var folder = Path.Combine(data, "knowledge");
        Directory.CreateDirectory(folder);
        var states = new StateTable(sources);
        log.WriteLine($"states {states.Rows.Count()}");
        HandTables.Write(sources, folder, log);
        new PeopleTables(sources, states, Path.Combine(data, "languages")).Write(folder, log);
        new PlaceTables(sources, states).Write(folder);
        states.Write(Path.Combine(folder, "states.tsv"));
        log.WriteLine("places written");
    }
}
