using Chancery.Reading.Packs;

namespace Chancery.Cli.Training;

/// <summary>Whole names from the knowledge pack and the language's own lists, each with the kinds of lists it stands in.</summary>
internal static class PhraseLists
{
    private static readonly string[] Own = ["brand", "operator", "product", "given", "person", "place", "group", "thing"];

    /// <summary>All names; each bit is a kind of list.</summary>
    public static Dictionary<string, uint> Read(DataRoot root, string language)
    {
        var names = new Dictionary<string, uint>(StringComparer.OrdinalIgnoreCase);
        void Add(string name, int kind)
        {
            if (name.Length > 1) names[name] = names.GetValueOrDefault(name) | 1u << kind;
        }

        foreach (var row in Rows(root.Language(language, "name-lists.tsv"), "text", "kind"))
            if (Array.IndexOf(Own, row[1]) is >= 0 and var kind) Add(row[0], kind);
        foreach (var row in Rows(Knowledge(root, "state-names.tsv"), "text", "kind", "language"))
            if (row[2] == language) Add(row[0], row[1] switch { "adjective" => 8, "demonym" or "demonym-plural" => 9, "metonym" => 10, _ => 11 });
        foreach (var row in Rows(Knowledge(root, "places.tsv"), "name", "population"))
            if (int.TryParse(row[1], out var people)) Add(row[0], people >= 300_000 ? 12 : people >= 30_000 ? 13 : 14);
        foreach (var row in Rows(Knowledge(root, "divisions.tsv"), "name")) Add(row[0], 15);
        foreach (var row in Rows(Knowledge(root, "regions.tsv"), "name")) Add(row[0], 16);
        foreach (var row in Rows(Knowledge(root, "organisation-names.tsv"), "text", "language")) if (row[1] == language) Add(row[0], 17);
        foreach (var row in Rows(Knowledge(root, "body-names.tsv"), "text", "language")) if (row[1] == language) Add(row[0], 18);
        foreach (var row in Rows(Knowledge(root, "outlets.tsv"), "name", "aliases"))
            foreach (var name in row[1].Split('|').Append(row[0])) Add(name, 19);
        foreach (var row in Rows(Knowledge(root, "people.tsv"), "name")) Add(row[0], 20);
        foreach (var row in Rows(Knowledge(root, "person-names.tsv"), "text")) Add(row[0], 20);
        foreach (var row in Rows(Path.Combine(root.Source, "languages", "person-name-parts.tsv"), "name", "kind")) Add(row[0], row[1] == "given" ? 3 : 21);
        foreach (var row in Rows(Knowledge(root, "venues.tsv"), "name", "aliases"))
            foreach (var name in row[1].Split('|').Append(row[0])) Add(name, 22);
        foreach (var row in Rows(Knowledge(root, "places-small.tsv.gz"), "name")) Add(row[0], 23);
        return names;
    }

    /// <summary>The files that <see cref="Read"/> reads.</summary>
    public static IEnumerable<string> Files(DataRoot root, string language) =>
    [
        root.Language(language, "name-lists.tsv"), Path.Combine(root.Source, "languages", "person-name-parts.tsv"),
        .. new[] { "state-names.tsv", "places.tsv", "places-small.tsv.gz", "divisions.tsv", "regions.tsv", "organisation-names.tsv", "body-names.tsv", "outlets.tsv", "people.tsv", "person-names.tsv", "venues.tsv" }.Select(f => Knowledge(root, f)),
    ];

    private static string Knowledge(DataRoot root, string file) => Path.Combine(root.Source, "knowledge", file);

    private static IEnumerable<string[]> Rows(string path, params string[] columns)
    {
        var table = Tsv.Read(path);
        int[] at = [.. columns.Select(table.Column)];
        return Enumerable.Range(0, table.Count).Select(i => at.Select(c => table[i][c]).ToArray());
    }
}
