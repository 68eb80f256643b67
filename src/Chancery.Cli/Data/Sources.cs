using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Chancery.Reading.Packs;

namespace Chancery.Cli.Data;

/// <summary>Reads the files that the knowledge is built from.</summary>
internal sealed class Sources(string folder, string hand)
{
    /// <summary>Lines of a text file, unpacked where its name ends in <c>.gz</c>; comment lines and empty ones left out.</summary>
    public IEnumerable<string[]> Lines(string name, char separator = '\t')
    {
        using var reader = Reader(name);
        while (reader.ReadLine() is { } line)
            if (line.Length > 0 && line[0] != '#') yield return line.Split(separator);
    }

    /// <summary>Rows of a CSV file whose cells may be quoted, without line breaks in them.</summary>
    public IEnumerable<string[]> Csv(string name)
    {
        foreach (var line in Lines(name, '\n')) yield return [.. Cells(line[0])];
    }

    private static List<string> Cells(string line)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        foreach (var c in line)
        {
            if (c == '"') quoted = !quoted;
            else if (c == ',' && !quoted) { cells.Add(cell.ToString()); cell.Clear(); }
            else cell.Append(c);
        }
        cells.Add(cell.ToString());
        return cells;
    }

    /// <summary>A JSON file.</summary>
    public JsonDocument Json(string name)
    {
        using var reader = Reader(name);
        return JsonDocument.Parse(reader.ReadToEnd());
    }

    /// <summary>The JSON files of a packed folder, in the order of their names.</summary>
    public IEnumerable<(string Name, JsonDocument Document)> JsonFilesOf(string archive)
    {
        using var stream = new GZipStream(File.OpenRead(PathOf(archive)), CompressionMode.Decompress);
        using var tar = new TarReader(stream);
        var files = new List<(string, JsonDocument)>();
        while (tar.GetNextEntry() is { } entry)
            if (entry.DataStream is { } data && entry.Name.EndsWith(".json", StringComparison.Ordinal)) files.Add((entry.Name, JsonDocument.Parse(data)));
        return files.OrderBy(f => f.Item1, StringComparer.Ordinal);
    }

    /// <summary>A table of <c>data/hand</c> as rows by column name; none where the file is missing.</summary>
    public IEnumerable<HandRow> Hand(string name)
    {
        var path = Path.Combine(hand, name + ".tsv");
        if (!File.Exists(path)) yield break;
        var table = Tsv.Read(path);
        for (var i = 0; i < table.Count; i++) yield return new HandRow(table, i);
    }

    /// <summary>Whether a hand table is there.</summary>
    public bool HasHand(string name) => File.Exists(Path.Combine(hand, name + ".tsv"));

    /// <summary>Whether a source file is there.</summary>
    public bool Has(string name) => File.Exists(PathOf(name));

    private string PathOf(string name) => Path.Combine(folder, name);

    private StreamReader Reader(string name) => name.EndsWith(".gz", StringComparison.Ordinal)
        ? new StreamReader(new GZipStream(File.OpenRead(PathOf(name)), CompressionMode.Decompress))
        : new StreamReader(PathOf(name));
}

/// <summary>A row of a hand-made table.</summary>
internal readonly record struct HandRow(Tsv Table, int Row)
{
    /// <summary>A cell by column; empty where the table has no such column.</summary>
    public string this[string column] => Table.Columns.Contains(column) ? Table[Row][Table.Column(column)] : "";
}
