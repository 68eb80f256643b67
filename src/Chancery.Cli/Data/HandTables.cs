namespace Chancery.Cli.Data;

/// <summary>Tables that are written by hand alone: copied with their columns in a fixed order, sorted.</summary>
internal static class HandTables
{
    private static readonly (string Name, string[] Columns)[] Tables =
    [
        ("state-names", ["state", "language", "kind", "text", "note"]),
        ("organisations", ["id", "name", "kind", "seat", "start", "end", "parent", "wikidata"]),
        ("organisation-names", ["organisation", "language", "kind", "text"]),
        ("memberships", ["organisation", "state", "start", "end", "status"]),
        ("bodies", ["id", "name", "kind", "state", "office"]),
        ("body-names", ["body", "language", "text"]),
        ("offices", ["id", "name", "rank", "kind"]),
        ("leaders", ["state", "since"]),
        ("honours", ["id", "name", "state", "classes", "kind", "wikidata"]),
        ("honour-names", ["honour", "language", "text"]),
        ("exercises", ["id", "name", "aliases", "organisers", "kind"]),
        ("summits", ["id", "name", "aliases", "organisation", "kind"]),
        ("venues", ["id", "name", "aliases", "city", "country", "latitude", "longitude", "kind"]),
        ("outlets", ["id", "name", "aliases", "country", "kind", "state_owned", "domain"]),
    ];

    public static void Write(Sources sources, string folder, TextWriter log)
    {
        foreach (var (name, columns) in Tables)
        {
            if (!sources.HasHand(name)) continue;
            var table = new TsvFile([.. columns, "source", "asof"]);
            foreach (var row in sources.Hand(name)) table.Add([.. columns.Select(c => row[c]), row["source"], row["asof"]]);
            table.Sorted().Write(Path.Combine(folder, name + ".tsv"));
            log.WriteLine($"{name} {table.Count}");
        }
    }
}
