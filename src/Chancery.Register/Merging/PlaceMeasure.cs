namespace Chancery.Register.Merging;

/// <summary>How well the places of two reports agree.</summary>
internal static class PlaceMeasure
{
    public static Likeness Compare(Profile a, Profile b)
    {
        if (a.Country is { } x && b.Country is { } y && x != y)
            return a.Rule.PlaceDecides ? Likeness.Never("another country") : new(0.1, null);
        var venue = Venue(a, b);
        if (a.City is not { } c || b.City is not { } d) return new((a.Country is not null && b.Country is not null ? 0.7 : 0.5) + venue, null);
        if (c == d || NameKey.CommonWords(c, d) >= 1 || NameKey.Nearness(c, d) >= 0.88) return new(1 + venue, null);
        return a.Group == "visit" ? new(0.5, null) : a.Deed == Deed.Done && b.Deed == Deed.Done && a.Certainty == Certainty.Day && b.Certainty == Certainty.Day && a.Rule.PlaceDecides ? Likeness.Never("another city") : new(0, null);
    }

    /// <summary>Two venues tell two ceremonies apart; of talks they are often two names of one residence.</summary>
    private static double Venue(Profile a, Profile b)
    {
        if (a.Venue is not { } c || b.Venue is not { } d || NameKey.CommonWords(c, d) >= 0.5) return 0;
        return a.Group == "ceremony" ? -2 : a.Group == "visit" ? 0 : -1;
    }
}
