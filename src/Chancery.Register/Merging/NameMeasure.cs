using System.Collections.Frozen;

namespace Chancery.Register.Merging;

/// <summary>What proper names, orders, anniversaries and titles of documents say; added to or taken from the score.</summary>
internal static class NameMeasure
{
    private static readonly FrozenSet<string> PaperWords = Words(_ => true), AnyPaper = Words(r => r["kind"] == "0");

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
        if (group == "document") return Papers(a, b);
        return common >= 0.5 ? 0.05 : common == 0 ? -0.05 : 0;
    }

    /// <summary>By what titles say beyond the kind of paper; where one says nothing, by the kind: "joint documents" and "joint declaration on trade" have no word in common.</summary>
    private static double Papers(string a, string b)
    {
        var (x, y) = (Without(PaperWords, a), Without(PaperWords, b));
        if (x.Length > 0 && y.Length > 0) return NameKey.CommonWords(x, y) is var common && common >= 0.5 ? 0.05 : common == 0 ? -0.05 : 0;
        var (kindA, kindB) = (Without(AnyPaper, a), Without(AnyPaper, b));
        // Papers of no kind in particular are rather the untitled many than the one with a name.
        if (x.Length == 0 && y.Length == 0 && (kindA.Length == 0 || kindB.Length == 0)) return 0;
        return NameKey.CommonWords(kindA, kindB) >= 0.5 ? 0.05 : -0.05;
    }

    private static string Without(FrozenSet<string> words, string title) => string.Join(' ', title.Split(' ').Where(w => !words.Contains(w)));

    private static bool NumbersAgree(string a, string b) => NameKey.Numbers(a).Intersect(NameKey.Numbers(b)).Any();

    /// <summary>Both hold numbers and share none: the 2022 and the 2023 exercise, the third and the fourth round.</summary>
    private static bool NumbersDiffer(string a, string b)
    {
        var (x, y) = (NameKey.Numbers(a).ToArray(), NameKey.Numbers(b).ToArray());
        return x.Length > 0 && y.Length > 0 && !x.Intersect(y).Any();
    }

    private static FrozenSet<string> Words(Func<System.Collections.Immutable.ImmutableDictionary<string, string>, bool> which) =>
        EmbeddedTable.Rows("paper-words.tsv").Where(which).Select(r => r["word"]).ToFrozenSet(StringComparer.Ordinal);
}
