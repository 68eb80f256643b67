using Chancery.Reading.Packs;

namespace Chancery.Cli.Checking;

/// <summary>Every table of <c>data/</c> can be read and says where its rows are from.</summary>
internal static class TableCheck
{
    /// <summary>Checks all tables below a folder.</summary>
    public static IEnumerable<Finding> Run(string data, Action<int> count)
    {
        foreach (var path in Directory.EnumerateFiles(data, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            if (!path.EndsWith(".tsv", StringComparison.Ordinal) && !path.EndsWith(".tsv.gz", StringComparison.Ordinal)) continue;
            count(1);
            var name = Path.GetRelativePath(data, path);
            if (Fault(path) is { } fault) yield return new Finding(name, fault);
        }
    }

    private static string? Fault(string path)
    {
        try
        {
            var table = Tsv.Read(path);
            return table.Count == 0 ? "no rows" : table.Columns.Contains("source") ? null : "no column source";
        }
        catch (FormatException e) { return e.Message; }
    }
}
