using System.Collections.Immutable;

namespace Chancery.Register.Historian;

/// <summary>What is odd about a list of stays.</summary>
public enum StayFault
{
    /// <summary>Another row has the same person, first day and country.</summary>
    Repeat,

    /// <summary>The next stay, in another country, begins a day or more before this one ends.</summary>
    Overlap,
}

/// <summary>A fault with the two rows.</summary>
public sealed record StayFinding(StayFault Fault, HistorianStay First, HistorianStay Second);

/// <summary>A tour: stays of one person that follow each other.</summary>
public sealed record Tour(string Principal, ImmutableArray<HistorianStay> Stays);

/// <summary>Checks a list of stays, and groups it into tours.</summary>
public static class HistorianCheck
{
    /// <summary>Days between the last day of one stay and the first of the next that still are one tour.</summary>
    public const int TourGap = 1;

    /// <summary>
    /// Repeats, and overlaps of a day or more in two countries, each stay against the next of the same person in order of first and last day.
    /// A stay that ends on the day the next begins is a handover, no fault.
    /// </summary>
    public static ImmutableArray<StayFinding> Faults(IEnumerable<HistorianStay> stays)
    {
        var findings = ImmutableArray.CreateBuilder<StayFinding>();
        foreach (var person in ByPerson(stays))
        {
            foreach (var same in person.GroupBy(s => (s.Start, s.Where)).Where(g => g.Count() > 1))
                findings.AddRange(same.Skip(1).Select(s => new StayFinding(StayFault.Repeat, same.First(), s)));
            for (var i = 1; i < person.Length; i++)
                if (person[i - 1].Where != person[i].Where && Common(person[i - 1], person[i]) >= 1) findings.Add(new(StayFault.Overlap, person[i - 1], person[i]));
        }
        return findings.ToImmutable();
    }

    /// <summary>Stays that the next stay, in another country, takes over on the same day.</summary>
    public static IEnumerable<(HistorianStay From, HistorianStay To)> Handovers(IEnumerable<HistorianStay> stays) =>
        ByPerson(stays).SelectMany(p => p.Zip(p.Skip(1))).Where(p => p.First.Where != p.Second.Where && p.First.End == p.Second.Start);

    /// <summary>Tours: a stay that begins at most one day after the latest day so far continues the tour.</summary>
    public static IEnumerable<Tour> Tours(IEnumerable<HistorianStay> stays)
    {
        foreach (var person in ByPerson(stays))
        {
            var tour = ImmutableArray.CreateBuilder<HistorianStay>();
            var last = DateOnly.MinValue;
            foreach (var stay in person)
            {
                if (tour.Count > 0 && stay.Start.DayNumber - last.DayNumber > TourGap)
                {
                    yield return new Tour(stay.Principal, tour.ToImmutable());
                    tour.Clear();
                    last = DateOnly.MinValue;
                }
                tour.Add(stay);
                if (stay.End > last) last = stay.End;
            }
            if (tour.Count > 0) yield return new Tour(person[0].Principal, tour.ToImmutable());
        }
    }

    private static IEnumerable<HistorianStay[]> ByPerson(IEnumerable<HistorianStay> stays) =>
        stays.GroupBy(s => (s.Principal, s.Role)).OrderBy(g => g.Key.Principal, StringComparer.Ordinal).Select(g => g.OrderBy(s => s.Start).ThenBy(s => s.End).ToArray());

    private static int Common(HistorianStay a, HistorianStay b) => Math.Min(a.End.DayNumber, b.End.DayNumber) - Math.Max(a.Start.DayNumber, b.Start.DayNumber);
}
