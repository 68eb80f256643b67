using System.Collections.Immutable;

namespace Chancery.Register.Merging;

/// <summary>Two reports that a person said are one event, or are not.</summary>
/// <param name="A">Number of a report.</param>
/// <param name="B">Number of another.</param>
/// <param name="Same">What was said.</param>
public readonly record struct JudgedPair(long A, long B, bool Same);

/// <summary>Two reports that may be one event; a person is asked.</summary>
/// <param name="A">Number of a report.</param>
/// <param name="B">Number of another.</param>
/// <param name="Score">Likeness.</param>
public readonly record struct Doubt(long A, long B, double Score);

/// <summary>Which reports are one event.</summary>
/// <param name="Events">Numbers of reports, one list an event.</param>
public sealed record Clustering(ImmutableArray<ImmutableArray<long>> Events);

/// <summary>
/// Reports to events. In order of how much they say, each report joins the event that it fits best, if it fits at all and nothing in that event rules it out;
/// reports of one document never join one event; a vague report that fits two events equally well joins neither. What people said outweighs all that.
/// The order is a property of the reports, so the outcome is a function of the set and not of the order in which it arrived; and an event never reaches across
/// reports that no chain of likenesses connects, so a register may work on one connected part at a time.
/// </summary>
public static class Clusters
{
    private const double Tie = 0.02;

    /// <summary>Groups reports into events.</summary>
    /// <param name="profiles">All reports of one or more connected parts.</param>
    /// <param name="judged">What people said of them, in order of saying; pairs with an unknown report are passed over.</param>
    public static Clustering Of(IReadOnlyCollection<Profile> profiles, IReadOnlyCollection<JudgedPair> judged)
    {
        var last = new Dictionary<(long, long), bool>();
        foreach (var pair in judged) last[Ordered(pair.A, pair.B)] = pair.Same;
        var apart = last.Where(p => !p.Value).Select(p => p.Key).ToHashSet();
        var events = new List<List<Profile>>();
        var spans = new List<DaySpan>();
        foreach (var profile in profiles.OrderByDescending(p => p.Fullness).ThenBy(p => p.Published == 0 ? int.MaxValue : p.Published).ThenBy(p => p.Report))
        {
            var at = Best(profile, events, spans, apart);
            if (at < 0)
            {
                at = events.Count;
                events.Add([]);
                spans.Add(DaySpan.Empty);
            }
            events[at].Add(profile);
            spans[at] = spans[at].With(profile);
        }
        MakeGood(events, apart);
        GoOn(events, apart);
        Join(events, last.Where(p => p.Value).Select(p => p.Key));
        return new([.. events.Select(e => e.OrderBy(p => p.Published == 0 ? int.MaxValue : p.Published).ThenBy(p => p.Report).Select(p => p.Report).ToImmutableArray())
            .OrderBy(e => e[0])]);
    }

    /// <summary>Puts events together that people said are one. It comes last, so that what had joined either of the two stays with it.</summary>
    private static void Join(List<List<Profile>> events, IEnumerable<(long A, long B)> same)
    {
        foreach (var (a, b) in same.Order())
        {
            var (first, second) = (events.FindIndex(e => e.Exists(p => p.Report == a)), events.FindIndex(e => e.Exists(p => p.Report == b)));
            if (first < 0 || second < 0 || first == second) continue;
            events[first].AddRange(events[second]);
            events.RemoveAt(second);
        }
    }

    /// <summary>Puts a plan that was put off together with the deed that made it good, where one deed fits it best; only the old date may stand against it.</summary>
    private static void MakeGood(List<List<Profile>> events, HashSet<(long, long)> apart)
    {
        foreach (var plan in events.Where(e => e.Exists(p => p.Deed == Deed.Postponed) && !e.Exists(p => p.Deed == Deed.Done)).ToArray())
        {
            var deeds = events.Where(e => e.Exists(p => p.Deed == Deed.Done)).Select(e => (Event: e, Score: Later(plan, e, apart)))
                .Where(d => d.Score >= Likeness.SameFrom).OrderByDescending(d => d.Score).ThenBy(d => d.Event.Min(p => p.First)).ThenBy(d => d.Event.Min(p => p.Report)).ToArray();
            if (deeds.Length == 0) continue;
            deeds[0].Event.AddRange(plan);
            events.Remove(plan);
        }
    }

    /// <summary>Puts days of one visit together that follow on each other: told on the first, the second and the third day it is one. Only that other days lie further apart may stand against it.</summary>
    private static void GoOn(List<List<Profile>> events, HashSet<(long, long)> apart)
    {
        foreach (var visit in events.Where(e => e[0].Group == "visit").OrderBy(e => e.Min(p => p.First)).ThenBy(e => e.Min(p => p.Report)).ToArray())
        {
            var before = events.Where(e => e != visit && e[0].Group == "visit" && e.Min(p => p.First) <= visit.Min(p => p.First)).OrderBy(e => e.Min(p => p.First)).ThenBy(e => e.Min(p => p.Report)).FirstOrDefault(e => Continues(visit, e, apart));
            if (before is null) continue;
            before.AddRange(visit);
            events.Remove(visit);
        }
    }

    private static bool Continues(List<Profile> visit, List<Profile> before, HashSet<(long, long)> apart)
    {
        var linked = false;
        foreach (var p in visit)
            foreach (var q in before)
            {
                var likeness = MergeMeasure.Compare(p, q);
                if (p.Document == q.Document || apart.Contains(Ordered(p.Report, q.Report)) || likeness.Veto is not null && !likeness.OnlyTime) return false;
                linked |= p.Deed == Deed.Done && q.Deed == Deed.Done && p.Certainty == Certainty.Day && q.Certainty == Certainty.Day && likeness.Score >= Likeness.SameFrom;
            }
        return linked;
    }

    private static double Later(List<Profile> plan, List<Profile> deed, HashSet<(long, long)> apart)
    {
        double best = 0;
        foreach (var p in plan)
            foreach (var d in deed)
            {
                var likeness = MergeMeasure.Compare(p, d);
                if (apart.Contains(Ordered(p.Report, d.Report)) || likeness.Veto is not null && !(likeness.OnlyTime && p.Deed != Deed.Postponed)) return 0;
                if (p.Deed == Deed.Postponed) best = Math.Max(best, likeness.Score);
            }
        return best;
    }

    /// <summary>The event that a report fits best, or -1.</summary>
    private static int Best(Profile profile, List<List<Profile>> events, List<DaySpan> spans, HashSet<(long, long)> apart)
    {
        var best = -1;
        double first = 0, second = 0;
        for (var i = 0; i < events.Count; i++)
        {
            // Busy actors have parts of years: most events of one are ruled out by where they lie.
            if (spans[i].RulesOut(profile)) continue;
            var score = Fit(profile, events[i], apart);
            if (score > first) (best, first, second) = (i, score, first);
            else if (score > second) second = score;
        }
        if (first < Likeness.SameFrom) return -1;
        return second >= Likeness.SameFrom && first - second < Tie && profile.Certainty < Certainty.Day ? -1 : best;
    }

    /// <summary>The days that the reports of an event cover.</summary>
    private readonly record struct DaySpan(int First, int Last, bool Postponed, bool Undated)
    {
        public static readonly DaySpan Empty = new(int.MaxValue, int.MinValue, false, false);

        public DaySpan With(Profile p) => new(Math.Min(First, p.First), Math.Max(Last, Math.Max(p.Last, p.End)), Postponed || p.Deed == Deed.Postponed, Undated || p.Certainty == Certainty.None);

        public bool RulesOut(Profile p) => !Undated && TimeMeasure.Beyond(p, First, Last, Postponed);
    }

    private static double Fit(Profile profile, List<Profile> members, HashSet<(long, long)> apart)
    {
        double best = 0;
        foreach (var member in members)
        {
            if (apart.Count > 0 && apart.Contains(Ordered(profile.Report, member.Report))) return 0;
            if (MergeMeasure.Score(profile, member) is not { } score) return 0;
            best = Math.Max(best, score);
        }
        return best;
    }

    private static (long, long) Ordered(long a, long b) => a < b ? (a, b) : (b, a);
}
