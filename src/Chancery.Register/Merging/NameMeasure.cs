namespace Chancery.Register.Merging;

/// <summary>What proper names, orders, anniversaries and titles of documents say; added to or taken from the score.</summary>
internal static class NameMeasure
{
    public static Likeness Compare(Profile a, Profile b)
    {
        var score = 0.0;
        if (a.Name is { } x && b.Name is { } y)
        {
            if (NumbersDiffer(x, y)) return Likeness.Never("another number in the name");
            var common = NameKey.CommonWords(x, y);
            if (common < 0.4 && a.Group == "exercise") return Likeness.Never("another name");
            score += common >= 0.6 ? 0.15 : common < 0.3 ? -0.15 : 0;
        }
        if (a.Detail is { } c && b.Detail is { } d) score += Detail(a.Group, c, d);
        return double.IsNaN(score) ? Likeness.Never("another order or anniversary") : new(score, null);
    }

    private static double Detail(string group, string a, string b)
    {
        var common = NameKey.CommonWords(a, b);
        if (group is "award" or "ceremony") return NumbersDiffer(a, b) || common < 0.4 && !NumbersAgree(a, b) ? double.NaN : 0.1;
        return common >= 0.5 ? 0.05 : common == 0 ? -0.1 : 0;
    }

    private static bool NumbersAgree(string a, string b) => NameKey.Numbers(a).Intersect(NameKey.Numbers(b)).Any();

    /// <summary>Both hold numbers and share none: the 2022 and the 2023 exercise, the third and the fourth round.</summary>
    private static bool NumbersDiffer(string a, string b)
    {
        var (x, y) = (NameKey.Numbers(a).ToArray(), NameKey.Numbers(b).ToArray());
        return x.Length > 0 && y.Length > 0 && !x.Intersect(y).Any();
    }
}
