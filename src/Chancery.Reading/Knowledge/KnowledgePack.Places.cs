namespace Chancery.Reading.Knowledge;

public sealed unsafe partial class KnowledgePack
{
    internal ReadOnlySpan<PlaceRow> PlaceRows => _file.Section<PlaceRow>((int)PackSection.Places);

    /// <summary>Number of places.</summary>
    public int PlaceCount => PlaceRows.Length;

    /// <summary>A place by its row.</summary>
    public Place Place(int index) => new(this, index);

    /// <summary>The first division of a code (<c>US.TX</c>), or null.</summary>
    public Place? Division(string code) => (_divisions ??= Divisions()).TryGetValue(code, out var row) ? Place(row) : null;

    private Dictionary<string, int>? _divisions;

    private Dictionary<string, int> Divisions()
    {
        var rows = PlaceRows;
        var divisions = new Dictionary<string, int>(4000, StringComparer.Ordinal);
        // First divisions lie before all other places.
        for (var i = 0; i < rows.Length && rows[i].Class == (byte)PlaceClass.Division1; i++) divisions[Text(rows[i].Admin1)] = i;
        return divisions;
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
