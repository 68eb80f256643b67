using System.Globalization;
using System.Text.Json;

namespace Chancery.Cli.Data;

/// <summary>States and territories: ISO countries of GeoNames, with what other sources add, and the former and unrecognised states written by hand.</summary>
internal sealed class StateTable
{
    private readonly SortedDictionary<string, Row> _rows = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _byIso2 = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _byFips = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _byName = new(StringComparer.OrdinalIgnoreCase);

    public StateTable(Sources sources)
    {
        Countries(sources);
        WorldCountries(sources);
        WikidataIds(sources);
        Codes(sources);
        Former(sources);
        Names(sources);
    }

    /// <summary>Code by ISO 3166-1 alpha-2, or null.</summary>
    public string? ByIso2(string iso2) => _byIso2.GetValueOrDefault(iso2);

    /// <summary>Code by the two letters of the Factbook, or null.</summary>
    public string? ByFips(string fips) => _byFips.GetValueOrDefault(fips);

    /// <summary>Code by an English name, or null.</summary>
    public string? ByName(string name) => _byName.GetValueOrDefault(name);

    /// <summary>Whether a code is in the table.</summary>
    public bool Has(string code) => _rows.ContainsKey(code);

    /// <summary>All rows by code.</summary>
    public IEnumerable<Row> Rows => _rows.Values;

    public void Write(string path)
    {
        var table = new TsvFile("id", "name", "iso2", "cow", "gw", "wikidata", "geonames", "start", "end", "successors", "of", "capital", "latitude", "longitude", "source", "asof");
        foreach (var r in _rows.Values)
            table.Add(r.Id, r.Name, r.Iso2, r.Cow, r.Gw, r.Wikidata, r.GeoNames, r.Start, r.End, r.Successors, r.Of, r.Capital, r.Latitude, r.Longitude, r.Source, "2026");
        table.Write(path);
    }

    private void Countries(Sources sources)
    {
        foreach (var c in sources.Lines("countryInfo.txt").Where(c => c[0] != "ISO"))
        {
            // Dissolved entries that GeoNames keeps come from the table of former states.
            if (c[0] is "CS" or "AN") continue;
            _rows[c[1]] = new Row(c[1]) { Iso2 = c[0], Name = c[4], Capital = c[5], GeoNames = c[16], Source = "geonames" };
            _byIso2[c[0]] = c[1];
            if (c[3].Length > 0) _byFips[c[3].ToLowerInvariant()] = c[1];
            _byName[c[4]] = c[1];
        }
    }

    private void WorldCountries(Sources sources)
    {
        if (!sources.Has("world-countries.json.gz")) return;
        using var json = sources.Json("world-countries.json.gz");
        foreach (var country in json.RootElement.EnumerateArray())
        {
            var code = country.GetProperty("cca3").GetString()!;
            if (code == "UNK") code = "XKX";
            if (!_rows.TryGetValue(code, out var row)) continue;
            var name = country.GetProperty("name");
            row.Name = name.GetProperty("common").GetString()!;
            _byName.TryAdd(row.Name, code);
            _byName.TryAdd(name.GetProperty("official").GetString()!, code);
            if (country.GetProperty("capital") is { ValueKind: JsonValueKind.Array } capitals && capitals.GetArrayLength() > 0) row.Capital = capitals[0].GetString()!;
            var place = country.GetProperty("latlng");
            row.Latitude = Degrees(place[0].GetDouble());
            row.Longitude = Degrees(place[1].GetDouble());
            row.Source = "geonames, world-countries";
        }
    }

    private static string Degrees(double value) => Math.Round(value, 2).ToString(CultureInfo.InvariantCulture);

    private void WikidataIds(Sources sources)
    {
        if (!sources.Has("world-leaders-2021-wikidata.csv")) return;
        foreach (var c in sources.Csv("world-leaders-2021-wikidata.csv"))
            if (c[0].StartsWith('Q') && ByName(c[1]) is { } code && _rows[code].Wikidata.Length == 0) _rows[code].Wikidata = c[0];
    }

    // Numbers of the Correlates of War and of Gleditsch and Ward, days of independence, sovereigns of territories.
    private void Codes(Sources sources)
    {
        foreach (var hand in sources.Hand("state-codes"))
        {
            if (!_rows.TryGetValue(hand["id"], out var row)) continue;
            row.Fill(hand);
            row.Source += ", hand";
        }
    }

    private void Former(Sources sources)
    {
        foreach (var hand in sources.Hand("states-former"))
        {
            if (!_rows.TryGetValue(hand["id"], out var row)) _rows[hand["id"]] = row = new Row(hand["id"]) { Source = "hand" };
            row.Name = hand["name"];
            row.Fill(hand);
        }
    }

    private void Names(Sources sources)
    {
        foreach (var hand in sources.Hand("state-names").Where(h => h["language"] == "en"))
        {
            if (!_rows.TryGetValue(hand["state"], out var row)) continue;
            if (hand["kind"] == "name" && hand["note"].Length == 0) row.Name = hand["text"];
            if (hand["kind"] is "name" or "short" or "alias") _byName.TryAdd(hand["text"], row.Id);
        }
    }

    /// <summary>A state.</summary>
    internal sealed class Row(string id)
    {
        public string Id { get; } = id;
        public string Name { get; set; } = "";
        public string Iso2 { get; set; } = "";
        public string Cow { get; set; } = "";
        public string Gw { get; set; } = "";
        public string Wikidata { get; set; } = "";
        public string GeoNames { get; set; } = "";
        public string Start { get; set; } = "";
        public string End { get; set; } = "";
        public string Successors { get; set; } = "";
        public string Of { get; set; } = "";
        public string Capital { get; set; } = "";
        public string Latitude { get; set; } = "";
        public string Longitude { get; set; } = "";
        public string Source { get; set; } = "";

        /// <summary>Takes over the cells of a hand row that are not empty.</summary>
        public void Fill(HandRow hand)
        {
            (Cow, Gw, Wikidata) = (Or(hand["cow"], Cow), Or(hand["gw"], Gw), Or(hand["wikidata"], Wikidata));
            (Start, End, Successors) = (Or(hand["start"], Start), Or(hand["end"], End), Or(hand["successors"], Successors));
            (Of, Capital) = (Or(hand["of"], Of), Or(hand["capital"], Capital));
        }

        private static string Or(string value, string other) => value.Length > 0 ? value : other;
    }
}
