namespace Chancery.Register.Merging;

/// <summary>How alike two reports are as reports of one event.</summary>
/// <param name="Score">0 to 1.</param>
/// <param name="Veto">Why they cannot be one event, or null.</param>
public readonly record struct Likeness(double Score, string? Veto)
{
    /// <summary>From here on two reports tell of one event.</summary>
    public const double SameFrom = 0.60;

    /// <summary>From here on a person is asked.</summary>
    public const double UnsureFrom = 0.50;

    /// <summary>True where only the dates rule it out; a plan that was put off is told with its old date.</summary>
    public bool OnlyTime { get; init; }

    internal static Likeness Never(string why) => new(0, why);
}

/// <summary>
/// The measure of merging. Two reports of one group of types score 0.45 x parties + 0.40 x time + 0.15 x place, each from 0 to 1, plus what proper names add;
/// some differences rule a merge out whatever the score: another direction, another country, another person of the same state on the same side,
/// dates further apart than the type allows, another number in the name. Symmetric, and a function of the two profiles alone.
/// </summary>
public static class MergeMeasure
{
    /// <summary>
    /// The score of two reports, or null where anything rules out that they are one event: the same as <see cref="Compare"/> for who does not ask why.
    /// What costs least and rules out most comes first.
    /// </summary>
    public static double? Score(Profile a, Profile b)
    {
        if (a.Document == b.Document || a.Group != b.Group || TimeMeasure.Compare(a, b).Veto is not null) return null;
        return Compare(a, b) is { Veto: null } likeness ? likeness.Score : null;
    }

    /// <summary>Compares two reports.</summary>
    public static Likeness Compare(Profile a, Profile b)
    {
        if (a.Group != b.Group) return Likeness.Never("another type");
        if (a.Document == b.Document) return Likeness.Never("the document keeps them apart");
        if (!BlockKeys.Share(a, b)) return Likeness.Never("no common parties");
        var time = TimeMeasure.Compare(a, b);
        var parties = PartyMeasure.Compare(a, b);
        if (parties.Veto is not null) return parties;
        var place = PlaceMeasure.Compare(a, b);
        if (place.Veto is not null) return place;
        var name = NameMeasure.Compare(a, b);
        if (name.Veto is not null) return name;
        if (time.Veto is not null) return time with { OnlyTime = true };
        return new(Math.Clamp(0.45 * parties.Score + 0.40 * time.Score + 0.15 * place.Score + name.Score, 0, 1), null);
    }
}
