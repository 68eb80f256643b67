using System.Globalization;
using Chancery.Reading.Packs;

namespace Chancery.Reading.Knowledge.Compile;

/// <summary>Turns the tables of places into rows of fixed size, with their priors.</summary>
internal static class PlaceCompiler
{
    /// <summary>Tables of places, those of all first.</summary>
    public static readonly string[] Files = ["divisions.tsv", "divisions-small.tsv.gz", "regions.tsv", "places.tsv", "places-small.tsv.gz"];

    public static void Compile(PackSources sources, PackWriter writer)
    {
        var rows = new List<PlaceRow>();
        var states = sources.Rows(PackTable.States);
        sources.Population = new long[states.Count];
        foreach (var file in Files)
            if (PackSources.Table(sources.Knowledge("")[..^4] + file) is { } table) Read(table, sources, rows);
        sources.PlacePriors = [.. rows.Select(PriorOf)];
        writer.Set<PlaceRow>(PackSection.Places, [.. rows]);
        writer.Set<int>(PackSection.PlacesById, [.. Enumerable.Range(0, rows.Count).Where(i => rows[i].Id > 0).OrderBy(i => rows[i].Id)]);
        FindCapitals(sources, rows);
    }

    private static void Read(Tsv table, PackSources sources, List<PlaceRow> rows)
    {
        int id = table.Column("id"), name = table.Column("name"), country = table.Column("country"), admin1 = table.Column("admin1"), admin2 = table.Column("admin2"),
            latitude = table.Column("latitude"), longitude = table.Column("longitude"), population = table.Column("population"), feature = table.Column("feature");
        for (var i = 0; i < table.Count; i++)
        {
            var cells = table[i];
            var state = sources.IndexOf(PackTable.States, cells[country]);
            var people = int.TryParse(cells[population], CultureInfo.InvariantCulture, out var p) ? p : 0;
            var kind = ClassOf(cells[feature]);
            if (state >= 0 && kind <= PlaceClass.Quarter) sources.Population[state] += people;
            var first = cells[admin1].Length == 0 ? "" : $"{(state < 0 ? "" : sources.Rows(PackTable.States)[state][2])}.{cells[admin1]}";
            rows.Add(new PlaceRow
            {
                Id = int.TryParse(cells[id], CultureInfo.InvariantCulture, out var number) ? number : 0,
                Name = sources.Texts.Number(cells[name]),
                Admin1 = sources.Texts.Number(first),
                Admin2 = cells[admin2].Length == 0 ? 0 : sources.Texts.Number($"{first}.{cells[admin2]}"),
                Feature = sources.Texts.Number(cells[feature]),
                Population = people,
                Latitude = float.TryParse(cells[latitude], CultureInfo.InvariantCulture, out var north) ? north : float.NaN,
                Longitude = float.TryParse(cells[longitude], CultureInfo.InvariantCulture, out var east) ? east : float.NaN,
                State = (short)state,
                Class = (byte)kind,
            });
        }
    }

    private static PlaceClass ClassOf(string feature) => feature switch
    {
        "PPLC" or "PPLG" => PlaceClass.Capital,
        "PPLA" => PlaceClass.Seat,
        "PPLX" => PlaceClass.Quarter,
        "ADM1" => PlaceClass.Division1,
        "ADM2" => PlaceClass.Division2,
        _ => feature.StartsWith("PPL", StringComparison.Ordinal) || feature == "STLMT" ? PlaceClass.Town : PlaceClass.Region,
    };

    // Ten million people and a capital make 255; a village of fifty has 48.
    private static byte PriorOf(PlaceRow row)
    {
        var value = 28 * Math.Log10(row.Population + 1) + (PlaceClass)row.Class switch
        {
            PlaceClass.Capital => 60,
            PlaceClass.Seat => 10,
            PlaceClass.Division1 => 10,
            PlaceClass.Division2 => -80,
            PlaceClass.Region => 190,
            PlaceClass.Quarter => -30,
            _ => 0,
        };
        return (byte)Math.Clamp(value, 1, 255);
    }

    // The capital of a state is the place of that name in it, the largest where there are several.
    private static void FindCapitals(PackSources sources, List<PlaceRow> rows)
    {
        var capitals = new Dictionary<int, int>();
        for (var i = 0; i < rows.Count; i++)
        {
            var state = rows[i].State;
            if (state < 0 || rows[i].Class > (byte)PlaceClass.Capital) continue;
            var named = sources.Texts.Texts[rows[i].Name] == sources.Rows(PackTable.States)[state][11];
            if (!named && rows[i].Class != (byte)PlaceClass.Capital) continue;
            if (!capitals.TryGetValue(state, out var other) || Rank(i) > Rank(other)) capitals[state] = i;

            long Rank(int row) => rows[row].Population + (sources.Texts.Texts[rows[row].Name] == sources.Rows(PackTable.States)[state][11] ? 1L << 40 : 0);
        }
        foreach (var (state, row) in capitals) sources.Rows(PackTable.States)[state][14] = row.ToString(CultureInfo.InvariantCulture);
    }
}
