namespace Chancery.Register.Merging;

/// <summary>How well the times of two reports agree.</summary>
internal static class TimeMeasure
{
    /// <summary>Slip allowed where a window rests on a month, a year or the day of publication.</summary>
    internal const int VagueSlip = 3;

    private const int Recent = 31;

    public static Likeness Compare(Profile a, Profile b)
    {
        if (a.Certainty == Certainty.None || b.Certainty == Certainty.None) return new(0.25, null);
        if (a.Certainty == Certainty.Day && b.Certainty == Certainty.Day) return Days(a, b);
        var reach = a.Deed == Deed.Postponed || b.Deed == Deed.Postponed ? BlockKeys.PostponedHorizon : VagueSlip;
        var gap = Math.Max(a.First - b.Last, b.First - a.Last);
        if (gap > reach) return Likeness.Never("other dates");
        var (weaker, stronger) = a.Certainty < b.Certainty ? (a.Certainty, b.Certainty) : (b.Certainty, a.Certainty);
        var score = weaker switch { Certainty.Month => 0.65, Certainty.Parent => 0.65, Certainty.Year => 0.5, _ => Undated(a, b) };
        return new(score + (stronger == Certainty.Day ? 0.05 : 0) - (gap > 0 ? 0.1 : 0), null);
    }

    /// <summary>The type is of one day, whatever a report says of its end.</summary>
    public static bool OfOneDay(Profile profile) => profile.Group is "call" or "award" or "statement";

    /// <summary>True where no report of a stretch of days can be of the same event as this one, by the days alone.</summary>
    /// <param name="profile">The one report.</param>
    /// <param name="first">The first day on which one of the others can have begun.</param>
    /// <param name="last">The last day of the others.</param>
    /// <param name="postponed">One of the others was put off.</param>
    public static bool Beyond(Profile profile, int first, int last, bool postponed)
    {
        if (profile.Certainty == Certainty.None) return false;
        var reach = postponed || profile.Deed == Deed.Postponed ? BlockKeys.PostponedHorizon : Math.Max(VagueSlip, Math.Max(profile.Rule.PlannedSlack, profile.Rule.DoneSlack));
        return profile.First - last > reach || first - Math.Max(profile.Last, profile.End) > reach;
    }

    /// <summary>A plan without a date leads to the next deed of its kind; a deed that is told without a date is most often one just past.</summary>
    private static double Undated(Profile a, Profile b)
    {
        var (vague, other) = a.Certainty == Certainty.Published ? (a, b) : (b, a);
        if (vague.Deed != Deed.Done) return other.Deed == Deed.Done ? 0.5 : 0.4;
        return other.First >= vague.Published - Recent ? 0.4 : 0.25;
    }

    private static Likeness Days(Profile a, Profile b)
    {
        var apart = Math.Abs(a.First - b.First);
        if (apart == 0) return new(1, null);
        if (Later(a, b) || Later(b, a)) return new(0.4, null);
        var both = a.Deed == Deed.Done && b.Deed == Deed.Done;
        var slack = both ? Math.Min(a.Rule.DoneSlack, b.Rule.DoneSlack) : Math.Min(a.Rule.PlannedSlack, b.Rule.PlannedSlack);
        if (Overlap(a, b)) return new(both ? 0.75 : 0.85, null);
        if (apart > slack) return Likeness.Never("other days");
        return new(0.8 - 0.4 * apart / Math.Max(1, slack), null);
    }

    /// <summary>A postponed plan and the deed that made it good.</summary>
    private static bool Later(Profile postponed, Profile other) =>
        postponed.Deed == Deed.Postponed && other.Deed != Deed.Off && other.First > postponed.First && other.First - postponed.First <= BlockKeys.PostponedHorizon;

    /// <summary>Both run over some days and share one (a visit told on its second day). Two one-day events never overlap.</summary>
    private static bool Overlap(Profile a, Profile b)
    {
        if (OfOneDay(a)) return false;
        var (endA, endB) = (Math.Max(a.End, a.First), Math.Max(b.End, b.First));
        return a.First <= endB && b.First <= endA && (a.End - a.First is > 0 and < 40 || b.End - b.First is > 0 and < 40);
    }
}
