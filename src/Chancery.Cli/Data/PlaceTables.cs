using System.Globalization;
using System.Text.Json;

namespace Chancery.Cli.Data;

/// <summary>Places of GeoNames: towns with their other names, and the divisions of states, whose coordinates are the middle of the box around their towns.</summary>
internal sealed class PlaceTables(Sources sources, StateTable states)
{
    private const int Shipped = 5_000;
    private const int Known = 50_000;
    private static readonly string[] Columns = ["id", "name", "country", "admin1", "admin2", "latitude", "longitude", "population", "feature", "source", "asof"];

    private readonly List<Town> _towns = [];

    public void Write(string folder)
    {
        Read();
        foreach (var state in states.Rows.Where(s => s.Latitude.Length == 0 && s.Capital.Length > 0))
            if (_towns.Where(t => t.Name == state.Capital || t.Ascii == state.Capital).MaxBy(t => t.Population) is { } capital) (state.Latitude, state.Longitude) = (Degrees(capital.Latitude), Degrees(capital.Longitude));
        WriteTowns(Path.Combine(folder, "places.tsv"), t => IsLarge(t));
        WriteTowns(Path.Combine(folder, "places-small.tsv.gz"), t => !IsLarge(t));
        Divisions().Write(Path.Combine(folder, "divisions.tsv"));
        SecondDivisions().Write(Path.Combine(folder, "divisions-small.tsv.gz"));
        Regions().Write(Path.Combine(folder, "regions.tsv"));
        Aliases().Sorted().Write(Path.Combine(folder, "place-names.tsv"));
    }

    private static bool IsLarge(Town town) => town.Population >= Shipped || town.Feature is "PPLC" or "PPLA" or "PPLG";

    private void Read()
    {
        foreach (var c in sources.Lines("cities500.txt.gz"))
        {
            // Historical, abandoned and destroyed places are no place of an event.
            if (c[7] is "PPLH" or "PPLCH" or "PPLQ" or "PPLW" || states.ByIso2(c[8]) is not { } country) continue;
            _towns.Add(new Town(c[0], c[1], c[2], c[3], double.Parse(c[4], CultureInfo.InvariantCulture), double.Parse(c[5], CultureInfo.InvariantCulture), c[7], country, c[8], c[10], c[11], long.Parse(c[14], CultureInfo.InvariantCulture)));
        }
        _towns.Sort((a, b) => string.CompareOrdinal(a.Country, b.Country) is not 0 and var order ? order : a.Population != b.Population ? b.Population.CompareTo(a.Population) : string.CompareOrdinal(a.Id, b.Id));
    }

    private void WriteTowns(string path, Func<Town, bool> which)
    {
        var table = new TsvFile(Columns);
        foreach (var t in _towns.Where(which)) table.Add(t.Id, t.Name, t.Country, t.Admin1, t.Admin2, Degrees(t.Latitude), Degrees(t.Longitude), Number(t.Population), t.Feature, "geonames", "2026");
        table.Write(path);
    }

    private TsvFile Divisions()
    {
        var towns = _towns.ToLookup(t => $"{t.Iso2}.{t.Admin1}");
        var table = new TsvFile(Columns);
        foreach (var c in sources.Lines("admin1CodesASCII.txt").OrderBy(c => c[0], StringComparer.Ordinal))
        {
            var code = c[0].Split('.');
            if (states.ByIso2(code[0]) is not { } country || !towns.Contains(c[0])) continue;
            var (latitude, longitude, population) = Centre(towns[c[0]]);
            table.Add(c[3], c[1], country, code[1], "", latitude, longitude, population, "ADM1", "geonames", "2026");
        }
        return table;
    }

    // Continents, seas, regions that no state draws.
    private TsvFile Regions()
    {
        var table = new TsvFile(Columns);
        foreach (var r in sources.Hand("regions")) table.Add(r["id"], r["name"], r["country"], "", "", r["latitude"], r["longitude"], r["population"].Length > 0 ? r["population"] : "0", r["feature"], r["source"], r["asof"]);
        return table;
    }

    // Their GeoNames ids are not in the sources, so they go by their code.
    private TsvFile SecondDivisions()
    {
        var towns = _towns.Where(t => t.Admin2.Length > 0).ToLookup(t => $"{t.Iso2}.{t.Admin1}.{t.Admin2}");
        var table = new TsvFile(Columns);
        using var json = sources.Json("admin2.json.gz");
        foreach (var division in json.RootElement.EnumerateArray().OrderBy(d => d.GetProperty("code").GetString(), StringComparer.Ordinal))
        {
            var key = division.GetProperty("code").GetString()!;
            var code = key.Split('.', 3);
            if (code.Length < 3 || states.ByIso2(code[0]) is not { } country || !towns.Contains(key)) continue;
            var (latitude, longitude, population) = Centre(towns[key]);
            table.Add(key, division.GetProperty("name").GetString(), country, code[1], code[2], latitude, longitude, population, "ADM2", "geonames", "2026");
        }
        return table;
    }

    // The middle of the box around the towns: nearer to the middle of the land than any mean of its people.
    private static (string Latitude, string Longitude, string Population) Centre(IEnumerable<Town> towns)
    {
        var list = towns.ToList();
        var people = list.Where(t => t.Feature != "PPLX").Sum(t => t.Population);
        return (Degrees((list.Min(t => t.Latitude) + list.Max(t => t.Latitude)) / 2), Degrees((list.Min(t => t.Longitude) + list.Max(t => t.Longitude)) / 2), Number(people));
    }

    private TsvFile Aliases()
    {
        var table = new TsvFile("place", "text", "source", "asof");
        var seen = new HashSet<(string, string)>();
        foreach (var town in _towns)
        {
            if (town.Ascii != town.Name && town.Ascii.Length > 1 && !SameButMarks(town.Name, town.Ascii)) Add(town.Id, town.Ascii);
            if (town.Population < Known && town.Feature is not ("PPLC" or "PPLA")) continue;
            foreach (var alias in town.Aliases.Split(',').Where(a => IsUseful(a) && a != town.Name && a != town.Ascii)) Add(town.Id, alias);
        }
        foreach (var region in sources.Hand("regions"))
            foreach (var alias in region["aliases"].Split('|', StringSplitOptions.RemoveEmptyEntries)) table.Add(region["id"], alias, region["source"], region["asof"]);
        NaturalEarth(table, seen);
        return table;

        void Add(string id, string text)
        {
            if (seen.Add((id, text))) table.Add(id, text, "geonames", "2026");
        }
    }

    private void NaturalEarth(TsvFile table, HashSet<(string, string)> seen)
    {
        if (!sources.Has("ne_50m_populated_places.json.gz")) return;
        var names = _towns.ToDictionary(t => t.Id, t => t.Name);
        using var json = sources.Json("ne_50m_populated_places.json.gz");
        foreach (var feature in json.RootElement.GetProperty("features").EnumerateArray())
        {
            var place = feature.GetProperty("properties");
            if (!place.TryGetProperty("GEONAMEID", out var id) || id.ValueKind != JsonValueKind.Number) continue;
            var key = ((long)id.GetDouble()).ToString(CultureInfo.InvariantCulture);
            if (!names.TryGetValue(key, out var known)) continue;
            foreach (var column in new[] { "NAME", "name_en", "NAME_EN" })
                if (place.TryGetProperty(column, out var name) && name.GetString() is { Length: > 2 } text && text != known && seen.Add((key, text))) table.Add(key, text, "naturalearth", "2026");
        }
    }

    private static bool SameButMarks(string name, string ascii) => name.Length == ascii.Length && name.Zip(ascii).All(p => p.First == p.Second || p.First >= 128);

    // Latin letters, written like a name, no code of an airport.
    private static bool IsUseful(string alias) =>
        alias.Length > 3 && alias.Length < 40 && char.IsUpper(alias[0]) && alias.All(c => c < 0x250 && (char.IsLetter(c) || c is ' ' or '-' or '\'' or '.' or '’')) && alias.Any(char.IsLower);

    private static string Degrees(double value) => Math.Round(value, 3).ToString(CultureInfo.InvariantCulture);

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    private sealed record Town(string Id, string Name, string Ascii, string Aliases, double Latitude, double Longitude, string Feature, string Country, string Iso2, string Admin1, string Admin2, long Population);
}
