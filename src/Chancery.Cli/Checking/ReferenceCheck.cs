using Chancery.Reading.Knowledge;
using Chancery.Reading.Packs;

namespace Chancery.Cli.Checking;

/// <summary>Checks the tables of knowledge: rows of full width, sources, ids that stand once, references that lead somewhere, dates of the calendar.</summary>
internal sealed class ReferenceCheck(string data)
{
    private readonly List<Finding> _findings = [];
    private readonly Dictionary<string, HashSet<string>> _ids = new(StringComparer.Ordinal);

    // Column of a table, and the tables one of whose ids it must be; cells may hold several, '|' between them.
    private static readonly (string Table, string Column, string[] To)[] References =
    [
        ("states", "successors", ["states"]), ("states", "of", ["states"]), ("state-names", "state", ["states"]),
        ("people", "country", ["states"]), ("person-names", "person", ["people"]),
        ("tenures", "person", ["people"]), ("tenures", "office", ["offices"]), ("tenures", "holder", ["states", "organisations", "bodies"]),
        ("organisations", "parent", ["organisations"]), ("organisation-names", "organisation", ["organisations"]),
        ("memberships", "organisation", ["organisations"]), ("memberships", "state", ["states", "organisations"]),
        ("bodies", "state", ["states", "organisations"]), ("bodies", "office", ["offices"]), ("body-names", "body", ["bodies"]),
        ("honours", "state", ["states", "organisations", "bodies"]), ("honour-names", "honour", ["honours"]),
        ("venues", "country", ["states"]), ("outlets", "country", ["states"]),
        ("summits", "organisation", ["organisations", "states"]), ("exercises", "organisers", ["states", "organisations"]),
        ("places", "country", ["states"]), ("divisions", "country", ["states"]), ("regions", "country", ["states"]),
    ];

    /// <summary>One line for each problem, with file and row; none where all is well.</summary>
    public List<Finding> Run()
    {
        var folder = Path.Combine(data, "knowledge");
        var tables = new Dictionary<string, Tsv>(StringComparer.Ordinal);
        foreach (var path in Directory.GetFiles(folder, "*.tsv*").Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(path).Split('.')[0];
            try { tables[name] = Tsv.Read(path); }
            catch (FormatException) { /* The check of all tables tells of it. */ }
        }
        foreach (var (name, table) in tables) Rows(name, table);
        foreach (var reference in References)
            if (tables.TryGetValue(reference.Table, out var table)) Follow(reference, table);
        return _findings;
    }

    private void Rows(string name, Tsv table)
    {
        foreach (var column in new[] { "source", "asof" })
            if (!table.Columns.Contains(column)) { _findings.Add(new Finding($"knowledge/{name}", $"no column {column}")); return; }
        int source = table.Column("source"), asOf = table.Column("asof");
        var id = table.Columns.Contains("id") ? table.Column("id") : -1;
        var ids = _ids[name] = new HashSet<string>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        int[] dates = [.. new[] { "start", "end" }.Where(table.Columns.Contains).Select(table.Column)];
        for (var i = 0; i < table.Count; i++)
        {
            var cells = table[i];
            if (cells[source].Length == 0) Problem(name, table, i, "no source");
            if (cells[asOf].Length == 0) Problem(name, table, i, "no asof");
            if (id >= 0 && !ids.Add(cells[id])) Problem(name, table, i, $"id {cells[id]} stands twice");
            if (id < 0 && !seen.Add(string.Join('\t', cells[..source]))) Problem(name, table, i, "the row stands twice");
            Dates(name, table, i, dates);
        }
    }

    private void Dates(string name, Tsv table, int row, int[] columns)
    {
        try
        {
            var dates = columns.Select(c => PartialDate.Parse(table[row][c])).ToArray();
            if (dates.Length == 2 && dates[0].IsKnown && dates[1].IsKnown && dates[1].Last < dates[0].First) Problem(name, table, row, $"ends {dates[1]} before it starts {dates[0]}");
        }
        catch (FormatException e) { Problem(name, table, row, e.Message); }
    }

    private void Follow((string Table, string Column, string[] To) reference, Tsv table)
    {
        var column = table.Column(reference.Column);
        for (var i = 0; i < table.Count; i++)
            foreach (var id in table[i][column].Split('|', StringSplitOptions.RemoveEmptyEntries))
                if (!reference.To.Any(to => _ids.TryGetValue(to, out var ids) && ids.Contains(id))) Problem(reference.Table, table, i, $"{reference.Column} {id} is no id of {string.Join(" or ", reference.To)}");
    }

    private void Problem(string name, Tsv table, int row, string what) => _findings.Add(new Finding($"knowledge/{name}", $"row {row + 1} ({table[row][0]}): {what}"));
}
