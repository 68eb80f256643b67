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

    /// <summary>Those near, or, where the gold has coordinates alone, resolved to a state or division that they lie in: by the town nearest to them.</summary>
    public int NearOrInside { get; private set; }

    /// <summary>Those with a country for which the tables have no name.</summary>
    public int UnknownWithCountry { get; private set; }

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
        if (mention.Meaning is not { } meaning) 
        {
            Unknown++;
            if (gold.Country > 0) UnknownWithCountry++;
            return false;
        }

        var exact = IsExact(gold, meaning);
        if (exact) Exact++;
        if (gold.Country > 0 && CountryOf(meaning) == gold.Country) Country++;
        var distance = PlaceOption.Kilometres(gold.Latitude, gold.Longitude, meaning.Latitude, meaning.Longitude);
        Distances.Add(exact ? 0 : distance);
        var near = exact || distance <= 161;
        if (near) Near++;
        if (near || gold.Id == 0 && LiesIn(meaning, gold)) NearOrInside++;
        return near;
    }

    private bool LiesIn(in PlaceOption area, GoldToponym gold)
    {
        if (!area.IsState && area.Class != PlaceClass.Division1) return false;
        var (best, nearest) = (double.MaxValue, -1);
        for (var i = 0; i < pack.PlaceCount; i++)
        {
            var place = pack.Place(i);
            if (place.Population < 1000 || place.Class > PlaceClass.Quarter || Math.Abs(place.Latitude - gold.Latitude) > 5) continue;
            var distance = PlaceOption.Kilometres(gold.Latitude, gold.Longitude, place.Latitude, place.Longitude);
            if (distance < best) (best, nearest) = (distance, i);
        }
        return nearest >= 0 && (area.IsState ? pack.Place(nearest).State == area.State : pack.Place(nearest).Admin1Key == area.Admin1);
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
