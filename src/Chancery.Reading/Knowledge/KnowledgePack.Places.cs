namespace Chancery.Reading.Knowledge;

public sealed unsafe partial class KnowledgePack
{
    internal ReadOnlySpan<PlaceRow> PlaceRows => _file.Section<PlaceRow>((int)PackSection.Places);

    /// <summary>Number of places.</summary>
    public int PlaceCount => PlaceRows.Length;

    /// <summary>A place by its row.</summary>
    public Place Place(int index) => new(this, index);

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
