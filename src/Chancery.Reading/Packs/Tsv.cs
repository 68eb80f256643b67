namespace Chancery.Reading.Packs;

/// <summary>A table of the data packs: UTF-8, tabs, a header line, no quoting, empty means unknown.</summary>
public sealed class Tsv
{
    private readonly string[] _header;
    private readonly List<string[]> _rows;

    private Tsv(string path, string[] header, List<string[]> rows) => (Path, _header, _rows) = (path, header, rows);

    /// <summary>Where it was read from.</summary>
    public string Path { get; }

    /// <summary>Number of rows below the header.</summary>
    public int Count => _rows.Count;

    /// <summary>Column names.</summary>
    public IReadOnlyList<string> Columns => _header;

    /// <summary>Reads a table whole; one whose name ends in <c>.gz</c> is unpacked.</summary>
    /// <exception cref="FormatException">A row has another number of cells than the header; the message names file and line.</exception>
    public static Tsv Read(string path)
    {
        string[]? header = null;
        var rows = new List<string[]>();
        var number = 0;
        foreach (var line in Lines(path))
        {
            number++;
            if (line.Length == 0 || line[0] == '#') continue;
            var cells = line.Split('\t');
            if (header is null) { header = cells; continue; }
            if (cells.Length != header.Length) throw new FormatException($"{path}:{number}: {cells.Length} cells, the header has {header.Length}");
            rows.Add(cells);
        }
        return new Tsv(path, header ?? throw new FormatException($"{path}: empty table"), rows);
    }

    private static IEnumerable<string> Lines(string path)
    {
        if (!path.EndsWith(".gz", StringComparison.Ordinal)) return File.ReadLines(path);
        return Unpacked(path);

        static IEnumerable<string> Unpacked(string path)
        {
            using var reader = new StreamReader(new System.IO.Compression.GZipStream(File.OpenRead(path), System.IO.Compression.CompressionMode.Decompress));
            while (reader.ReadLine() is { } line) yield return line;
        }
    }

    /// <summary>Index of a column.</summary>
    /// <exception cref="FormatException">No such column.</exception>
    public int Column(string name)
    {
        var index = Array.IndexOf(_header, name);
        return index >= 0 ? index : throw new FormatException($"{Path}: no column {name}");
    }

    /// <summary>A row's cells.</summary>
    public string[] this[int row] => _rows[row];
}
