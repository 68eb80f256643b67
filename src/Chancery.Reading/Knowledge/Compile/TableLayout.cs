namespace Chancery.Reading.Knowledge.Compile;

/// <summary>Which columns of which table go into the pack, in which order.</summary>
internal static class TableLayout
{
    // The capital's row among the places is appended to the states by the compiler.
    private static readonly (string File, string[] Columns, int Extra)[] Layouts =
    [
        ("states", ["id", "name", "iso2", "cow", "gw", "wikidata", "geonames", "start", "end", "successors", "of", "capital", "latitude", "longitude"], 1),
        ("people", ["id", "name", "country"], 0),
        ("venues", ["id", "name", "city", "country", "latitude", "longitude", "kind"], 0),
        ("organisations", ["id", "name", "kind", "seat", "start", "end", "parent", "wikidata"], 0),
        ("memberships", ["organisation", "state", "start", "end", "status"], 0),
        ("bodies", ["id", "name", "kind", "state", "office"], 0),
        ("offices", ["id", "name", "rank", "kind"], 0),
        ("honours", ["id", "name", "state", "classes", "kind"], 0),
        ("exercises", ["id", "name", "organisers", "kind"], 0),
        ("summits", ["id", "name", "organisation", "kind"], 0),
        ("outlets", ["id", "name", "country", "kind", "state_owned", "domain"], 0),
        ("", ["id", "kind"], 0),
        ("", ["text", "number", "kind", "office"], 0),
    ];

    /// <summary>File of <c>data/knowledge</c> without ending; empty for tables that come from the languages.</summary>
    public static string File(PackTable table) => Layouts[(int)table].File;

    /// <summary>Columns taken from the file.</summary>
    public static string[] Columns(PackTable table) => Layouts[(int)table].Columns;

    /// <summary>Cells of a row in the pack.</summary>
    public static int Width(PackTable table) => Layouts[(int)table].Columns.Length + Layouts[(int)table].Extra;
}
