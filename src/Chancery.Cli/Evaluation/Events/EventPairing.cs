using Chancery.Reading.Reports;

namespace Chancery.Cli.Evaluation.Events;

/// <summary>Which read event is which annotated one. The rule stands in docs/evaluation.md.</summary>
internal sealed class EventPairing(Names names)
{
    // More than all likeness together, so that the most pairs come first and the likest among those.
    private const double Pair = 100;

    /// <summary>For each annotated event the index of the read one, or -1.</summary>
    public int[] Match(IReadOnlyList<Report> gold, IReadOnlyList<Report> read)
    {
        var weights = new double[gold.Count, read.Count];
        for (var g = 0; g < gold.Count; g++)
            for (var r = 0; r < read.Count; r++)
                weights[g, r] = Obstacle(gold[g], read[r]) is null ? Pair + Likeness(gold[g], read[r]) : 0;
        return Assignment.Best(weights);
    }

    /// <summary>Why the two cannot be one event, or null.</summary>
    public string? Obstacle(Report gold, Report read)
    {
        if (gold.Type != read.Type) return "type";
        if (!HaveCompatibleParties(gold, read)) return "parties";
        if (TriggersOverlap(gold, read)) return null;
        if (DayRange.Of(gold.Start, gold.End) is not { } days || DayRange.Of(read.Start, read.End) is not { } others) return "trigger";
        return days.Overlaps(others) ? null : "dates";
    }

    /// <summary>True where a trigger of the one shares a character with a trigger of the other.</summary>
    public static bool TriggersOverlap(Report a, Report b) => Triggers(a).Any(x => Triggers(b).Any(y => x.Start < y.End && y.Start < x.End));

    public static IEnumerable<Evidence> Triggers(Report report) => report.Evidence.Where(e => e.Field == "trigger");

    // Half of all parties are in both, or those of one are all in the other; and where both name people for a state, somebody is the same.
    private bool HaveCompatibleParties(Report gold, Report read)
    {
        var (a, b) = (Parties(gold), Parties(read));
        if (a.Count == 0 || b.Count == 0) return true;
        var shared = a.Count(b.Contains);
        if (shared == 0 || shared < a.Count && shared < b.Count && shared * 2 < a.Count + b.Count - shared) return false;
        return a.Where(b.Contains).Any(p => !NameOthers(gold, read, p));
    }

    private bool NameOthers(Report gold, Report read, string party)
    {
        var a = gold.Participants.Where(p => p.Kind == "person" && names.Party(p) == party).ToArray();
        var b = read.Participants.Where(p => p.Kind == "person" && names.Party(p) == party).ToArray();
        return a.Length > 0 && b.Length > 0 && !a.Any(x => b.Any(y => names.IsSame(x, y)));
    }

    private HashSet<string> Parties(Report report) => [.. report.Participants.Select(names.Party)];

    private double Likeness(Report gold, Report read)
    {
        var (a, b) = (Parties(gold), Parties(read));
        var likeness = 2.0 * a.Count(b.Contains) / Math.Max(1, a.Union(b).Count());
        if (TriggersOverlap(gold, read)) likeness += 4;
        if (gold.Start == read.Start) likeness += 2;
        if (gold.Status == read.Status) likeness += 1;
        if (gold.Place?.Country == read.Place?.Country) likeness += 0.5;
        if (gold.Subtype == read.Subtype) likeness += 0.25;
        return likeness + gold.Participants.Count(p => read.Participants.Any(q => names.IsSame(p, q))) / (double)Math.Max(1, gold.Participants.Length);
    }
}
