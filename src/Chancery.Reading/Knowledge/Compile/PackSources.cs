using Chancery.Reading.Packs;

namespace Chancery.Reading.Knowledge.Compile;

/// <summary>What the parts of the compiler share: the tables by rows, the pools of strings and names.</summary>
internal sealed class PackSources
{
    private readonly Dictionary<PackTable, List<string[]>> _rows = [];
    private readonly Dictionary<PackTable, Dictionary<string, int>> _index = [];
    private readonly string _knowledge;

    public PackSources(DataRoot root)
    {
        Root = root;
        _knowledge = Path.Combine(root.Source, "knowledge");
        var languages = Path.Combine(root.Source, "languages");
        Languages = ["", .. Directory.GetDirectories(languages).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)];
        var abbreviations = new HashSet<string>(StringComparer.Ordinal);
        foreach (var language in Languages.Skip(1))
            if (Table(root.Language(language, "abbreviations.tsv")) is { } table)
                for (var i = 0; i < table.Count; i++) abbreviations.Add(table[i][0].TrimEnd('.'));
        Names = new NameCollector(abbreviations.Contains, new LetterPlainer(Path.Combine(languages, "letters.tsv")));
    }

    public DataRoot Root { get; }

    public TextPool Texts { get; } = new();

    public NameCollector Names { get; }

    /// <summary>Codes of the languages by number; number 0 is any.</summary>
    public List<string> Languages { get; }

    /// <summary>Inhabitants of the towns of each state, by row.</summary>
    public long[] Population { get; set; } = [];

    /// <summary>Prior of each person, by row.</summary>
    public byte[] Fame { get; set; } = [];

    /// <summary>Prior of each place, by row.</summary>
    public byte[] PlacePriors { get; set; } = [];

    /// <summary>Reads the small tables, sorts their rows by id.</summary>
    public void ReadTables()
    {
        foreach (var table in Enum.GetValues<PackTable>())
        {
            var rows = TableLayout.File(table).Length == 0 ? [] : Read(table);
            rows.Sort((a, b) => string.CompareOrdinal(a[0], b[0]));
            _rows[table] = rows;
            if (table == PackTable.Memberships) continue;
            var index = new Dictionary<string, int>(rows.Count, StringComparer.Ordinal);
            for (var i = 0; i < rows.Count; i++)
                if (!index.TryAdd(rows[i][0], i)) throw new FormatException($"{TableLayout.File(table)}.tsv: {rows[i][0]} stands twice");
            _index[table] = index;
        }
    }

    private List<string[]> Read(PackTable table)
    {
        var rows = new List<string[]>();
        if (Table(Knowledge(TableLayout.File(table))) is not { } source) return rows;
        int[] columns = [.. TableLayout.Columns(table).Select(source.Column)];
        var width = TableLayout.Width(table);
        for (var i = 0; i < source.Count; i++)
        {
            var row = new string[width];
            Array.Fill(row, "");
            for (var c = 0; c < columns.Length; c++) row[c] = source[i][columns[c]];
            rows.Add(row);
        }
        return rows;
    }

    /// <summary>Rows of a table as they go into the pack.</summary>
    public List<string[]> Rows(PackTable table) => _rows[table];

    /// <summary>Row of an id, -1 where there is none.</summary>
    public int IndexOf(PackTable table, string id) => _index[table].TryGetValue(id, out var index) ? index : -1;

    /// <summary>Appends a row to a table of the languages.</summary>
    public int Append(PackTable table, params string[] row)
    {
        _rows[table].Add(row);
        return _rows[table].Count - 1;
    }

    /// <summary>Number of a language code; 0 where it is unknown or empty.</summary>
    public int Language(string code) => Math.Max(0, Languages.IndexOf(code));

    /// <summary>Path of a table of <c>data/knowledge</c>.</summary>
    public string Knowledge(string name) => Path.Combine(_knowledge, name + ".tsv");

    /// <summary>A table, or null where the file is not there.</summary>
    public static Tsv? Table(string path) => File.Exists(path) ? Tsv.Read(path) : null;
}
