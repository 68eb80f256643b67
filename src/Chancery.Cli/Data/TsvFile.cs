using System.IO.Compression;
using System.Text;

namespace Chancery.Cli.Data;

/// <summary>A table being made: rows of cells without tabs or line breaks, written in the order they are in.</summary>
internal sealed class TsvFile(params string[] columns)
{
    private readonly List<string[]> _rows = [];

    public int Count => _rows.Count;

    /// <summary>Adds a row; null is an empty cell.</summary>
    public void Add(params string?[] cells)
    {
        if (cells.Length != columns.Length) throw new ArgumentException($"{cells.Length} cells for {columns.Length} columns ({columns[0]} …)");
        _rows.Add([.. cells.Select(Clean)]);
    }

    /// <summary>Sorts by all cells from the left, ordinal, and drops rows that stand twice.</summary>
    public TsvFile Sorted()
    {
        var distinct = _rows.DistinctBy(row => string.Join('\t', row)).ToList();
        _rows.Clear();
        _rows.AddRange(distinct.Order(Comparer<string[]>.Create(Compare)));
        return this;
    }

    /// <summary>Writes the file, packed where the name ends in <c>.gz</c>.</summary>
    public void Write(string path)
    {
        using Stream file = File.Create(path);
        using var stream = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionLevel.SmallestSize) : file;
        using var writer = new StreamWriter(stream, new UTF8Encoding(false)) { NewLine = "\n" };
        writer.WriteLine(string.Join('\t', columns));
        foreach (var row in _rows) writer.WriteLine(string.Join('\t', row));
    }

    private static int Compare(string[] a, string[] b)
    {
        for (var i = 0; i < a.Length; i++)
            if (string.CompareOrdinal(a[i], b[i]) is not 0 and var order) return order;
        return 0;
    }

    private static string Clean(string? cell) => cell is null ? "" : cell.AsSpan().IndexOfAny('\t', '\n', '\r') < 0 ? cell : cell.Replace('\t', ' ').Replace('\n', ' ').Replace('\r', ' ');
}
