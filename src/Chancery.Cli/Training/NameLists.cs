using Chancery.Reading.Packs;
using Chancery.Reading.Training;

namespace Chancery.Cli.Training;

/// <summary>Fills the marks of words from the knowledge pack: names of people, places, states and organisations.</summary>
internal static class NameLists
{
    // Smaller places share their names with too many words and persons.
    private const int LeastPopulation = 15000;

    public static WordMarks Read(DataRoot root)
    {
        var marks = new WordMarks();
        var parts = Tsv.Read(Path.Combine(root.Source, "languages", "person-name-parts.tsv"));
        for (var i = 0; i < parts.Count; i++)
        {
            var mark = parts[i][1] == "given" ? WordMarks.Given : WordMarks.Family;
            marks.AddName(parts[i][0], mark, mark, mark, mark);
        }
        foreach (var row in Rows(root, "people.tsv", "name")) marks.AddName(row[0], WordMarks.Family, WordMarks.Given, WordMarks.Family, WordMarks.Given | WordMarks.Family);
        foreach (var row in Rows(root, "places.tsv", "name", "population"))
            if (int.TryParse(row[1], out var people) && people >= LeastPopulation) marks.AddName(row[0], WordMarks.Place, WordMarks.PlacePart, WordMarks.PlacePart, WordMarks.PlacePart);
        foreach (var row in Rows(root, "state-names.tsv", "text", "language"))
            if (row[1] == "en") marks.AddName(row[0], WordMarks.State, WordMarks.State | WordMarks.PlacePart, WordMarks.State | WordMarks.PlacePart, WordMarks.State | WordMarks.PlacePart);
        foreach (var row in Rows(root, "organisation-names.tsv", "text", "language"))
            if (row[1] == "en") marks.AddName(row[0], WordMarks.Organisation, WordMarks.Organisation, WordMarks.Organisation, WordMarks.Organisation);
        return marks;
    }

    /// <summary>The files that <see cref="Read"/> reads.</summary>
    public static IEnumerable<string> Files(DataRoot root) =>
        [Path.Combine(root.Source, "languages", "person-name-parts.tsv"), .. new[] { "people.tsv", "places.tsv", "state-names.tsv", "organisation-names.tsv" }.Select(f => Path.Combine(root.Source, "knowledge", f))];

    /// <summary>Some columns of a table of the knowledge pack.</summary>
    public static IEnumerable<string[]> Rows(DataRoot root, string file, params string[] columns)
    {
        var table = Tsv.Read(Path.Combine(root.Source, "knowledge", file));
        int[] at = [.. columns.Select(table.Column)];
        return Enumerable.Range(0, table.Count).Select(i => at.Select(c => table[i][c]).ToArray());
    }
}
