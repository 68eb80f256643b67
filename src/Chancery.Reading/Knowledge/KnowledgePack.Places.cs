namespace Chancery.Reading.Knowledge;

public sealed unsafe partial class KnowledgePack
{
    internal ReadOnlySpan<PlaceRow> PlaceRows => _file.Section<PlaceRow>((int)PackSection.Places);

    /// <summary>Number of places.</summary>
    public int PlaceCount => PlaceRows.Length;

    /// <summary>A place by its row.</summary>
    public Place Place(int index) => new(this, index);

    /// <summary>The <see cref="Knowledge.Place.Admin1Key"/> of a division's code (<c>US.TX</c>); -1 where no place lies in such a one.</summary>
    public int Admin1Key(string admin1)
    {
        _admin1 ??= Admin1Keys();
        return _admin1.GetValueOrDefault(admin1, -1);
    }

    private Dictionary<string, int>? _admin1;

    private Dictionary<string, int> Admin1Keys()
    {
        var keys = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (ref readonly var row in PlaceRows)
        {
            // First divisions lie before all other places.
            if (row.Class != (byte)PlaceClass.Division1) break;
            keys[Text(row.Admin1)] = row.Admin1;
        }
        return keys;
    }

    /// <summary>A place by its GeoNames id, or null.</summary>
    public Place? PlaceById(int geoNames)
    {
        var rows = PlaceRows;
        var order = _file.Section<int>((int)PackSection.PlacesById);
        int low = 0, high = order.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var id = rows[order[middle]].Id;
            if (id == geoNames) return Place(order[middle]);
            if (id < geoNames) low = middle + 1; else high = middle - 1;
        }
        return null;
    }
}
