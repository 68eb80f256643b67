using Chancery.Reading.Knowledge;
using Chancery.Reading.Places;

namespace Chancery.Cli.Evaluation;

/// <summary>Counts toponyms resolved to the right entry, country, and within 161 km (100 miles).</summary>
internal sealed class PlacesScore(KnowledgePack pack)
{
    /// <summary>Toponyms with coordinates in the gold.</summary>
    public int Count { get; private set; }

    /// <summary>Those with an entry of GeoNames in the gold.</summary>
    public int WithEntry { get; private set; }

    /// <summary>Those with a country.</summary>
    public int WithCountry { get; private set; }

    public int Exact { get; private set; }

    public int Country { get; private set; }

    public int Near { get; private set; }

    /// <summary>Those for which the tables have no name.</summary>
    public int Unknown { get; private set; }

    /// <summary>Those whose right entry is among the options.</summary>
    public int Possible { get; private set; }

    /// <summary>Kilometres between ours and gold, of those resolved.</summary>
    public List<double> Distances { get; } = [];

    /// <summary>Counts one toponym; returns whether it is within 161 km (or exact).</summary>
    public bool Add(GoldToponym gold, PlaceMention mention)
    {
        Count++;
        if (gold.Id > 0) WithEntry++;
        if (gold.Country > 0) WithCountry++;
        if (mention.Options.Any(o => IsExact(gold, o))) Possible++;
        if (mention.Meaning is not { } meaning) { Unknown++; return false; }
        var exact = IsExact(gold, meaning);
        if (exact) Exact++;
        if (gold.Country > 0 && CountryOf(meaning) == gold.Country) Country++;
        var distance = PlaceOption.Kilometres(gold.Latitude, gold.Longitude, meaning.Latitude, meaning.Longitude);
        Distances.Add(exact ? 0 : distance);
        var near = exact || distance <= 161;
        if (near) Near++;
        return near;
    }

    private int CountryOf(in PlaceOption option) => option.State >= 0 && int.TryParse(pack.State(option.State).GeoNames, out var id) ? id : -1;

    // Second divisions have no GeoNames id in the tables: one of the same name within 161 km is the same.
    private bool IsExact(GoldToponym gold, in PlaceOption option)
    {
        if (gold.Id == 0) return false;
        if (option.IsState) return CountryOf(option) == gold.Id;
        var place = pack.Place(option.Index);
        return place.GeoNames == gold.Id || place.GeoNames == 0 && gold.Class == "ADM2" && place.Class == PlaceClass.Division2
            && string.Equals(place.Name, gold.Name, StringComparison.OrdinalIgnoreCase) && PlaceOption.Kilometres(gold.Latitude, gold.Longitude, place.Latitude, place.Longitude) < 161;
    }
}
