using System.Collections.Immutable;

namespace Chancery.Register;

/// <summary>A table of <c>data/register</c>, built into the assembly so that the register's rules need no file.</summary>
internal static class EmbeddedTable
{
    /// <summary>Rows as name to cell.</summary>
    public static ImmutableArray<ImmutableDictionary<string, string>> Rows(string name)
    {
        using var stream = typeof(EmbeddedTable).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not built in");
        using var reader = new StreamReader(stream);
        var header = reader.ReadLine()!.Split('\t');
        var rows = ImmutableArray.CreateBuilder<ImmutableDictionary<string, string>>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var cells = line.Split('\t');
            if (cells.Length != header.Length) throw new FormatException($"{name}: '{line}' has {cells.Length} cells, the header {header.Length}");
            rows.Add(header.Zip(cells).ToImmutableDictionary(p => p.First, p => p.Second, StringComparer.Ordinal));
        }
        return rows.ToImmutable();
    }
}
