namespace Chancery.Register.Merging;

/// <summary>How well the places of two reports agree.</summary>
internal static class PlaceMeasure
{
    public static Likeness Compare(Profile a, Profile b)
    {
        if (a.Country is { } x && b.Country is { } y && x != y)
            return a.Rule.PlaceDecides ? Likeness.Never("another country") : new(0.1, null);
        if (a.City is not { } c || b.City is not { } d) return new(a.Country is not null && b.Country is not null ? 0.7 : 0.5, null);
        if (c == d || NameKey.CommonWords(c, d) >= 1 || NameKey.Nearness(c, d) >= 0.88) return new(1, null);
        return new(a.Group == "visit" ? 0.5 : 0, null);
    }
}
