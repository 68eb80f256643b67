using System.Collections.Immutable;
using Chancery.Register.Sources;

namespace Chancery.Register.Events;

/// <summary>
/// Which of several values a field shows, and why. In this order: a person's correction; what a person entered; what was reported of the deed before what was
/// reported of the plan (but a day that the plan told before one that is only that of publication); a value that says the same more precisely; the parties' own readouts; the more precise value; more independent sources; the later source; the alphabet.
/// </summary>
internal sealed class FieldChoice(IReadOnlyDictionary<long, SourcedReport> reports, Independence independence, IReadOnlySet<string> parties)
{
    /// <summary>Makes a field of its claims.</summary>
    /// <param name="name">Name of the field.</param>
    /// <param name="claims">All claims of it.</param>
    /// <param name="precision">How precise a value is.</param>
    /// <param name="agree">True where one value does not contradict another.</param>
    public Field Of(string name, IEnumerable<Claim> claims, Func<string, int> precision, Func<string, string, bool> agree)
    {
        var all = claims.ToArray();
        // What a plan told of its days holds against a deed that is only dated by the day it was written about.
        var planned = name is "start" or "end" ? all.Where(c => !IsDeed(c) && IsTold(c) && !IsPutOff(c)).Select(c => DayRange.Parse(c.Value)).OfType<DayRange>().Where(d => d.IsDay).ToArray() : [];
        var values = all.GroupBy(c => c.Value, StringComparer.Ordinal).Select(g => Candidate.Of(g, this, precision, name, planned)).ToList();
        if (values.Count == 0) return new Field(name, null, "no source says", []);
        values.Sort();
        // What only says more precisely what the best value says does not contradict it: "Bishkek" beside a readout's "Kyrgyzstan".
        if (values.Find(v => v.Refines(values[0]) && agree(values[0].Value, v.Value)) is { } finer && values.Remove(finer)) values.Insert(0, finer);
        var best = values[0];
        var rule = values.Count == 1 ? (best.Claims.Length == 1 ? "the only claim" : "all claims agree") : best.Against(values[1]);
        return new Field(name, best.Value, rule, [.. values.Select(v => new FieldValue(v.Value, v.Sources, v.Claims))])
        {
            Disputed = values.Skip(1).Any(v => v.Corrected == 0 && v.Told && v.Deed == best.Deed && best.Corrected == 0 && !agree(best.Value, v.Value)),
        };
    }

    private bool IsReadout(Claim claim) => reports.TryGetValue(claim.Report, out var r) && Readouts.Of(r).Any(parties.Contains);

    private bool IsDeed(Claim claim) => reports.TryGetValue(claim.Report, out var r) && r.Report.Status is "occurred" or "ongoing";

    private bool IsPutOff(Claim claim) => reports.TryGetValue(claim.Report, out var r) && r.Report.Status is "postponed" or "cancelled" or "denied";

    /// <summary>The text tells it; else a date is only that of publication.</summary>
    private bool IsTold(Claim claim) => claim.By is not null || !reports.TryGetValue(claim.Report, out var r) || r.Document.Kind != SourceKind.Text || r.Report.Evidence.IsDefaultOrEmpty || r.Report.Evidence.Any(e => e.Field == "when");

    private bool IsDeed(Claim claim, DayRange[] planned) =>
        IsDeed(claim) && (IsTold(claim) || !(DayRange.Parse(claim.Value) is { IsDay: true } day && planned.Any(p => p.First <= day.First && day.First - p.First <= PlanReach)));

    /// <summary>Days that a plan may lie before the day on which its deed was written about.</summary>
    private const int PlanReach = 7;

    private int Published(Claim claim) => reports.TryGetValue(claim.Report, out var r) ? r.Published ?? 0 : 0;

    private sealed record Candidate(string Value, ImmutableArray<Claim> Claims, long Corrected, bool ByHand, bool Deed, bool Told, bool Readout, int Precision, int Sources, int Published)
        : IComparable<Candidate>
    {
        public static Candidate Of(IGrouping<string, Claim> group, FieldChoice choice, Func<string, int> precision, string field, DayRange[] planned)
        {
            var claims = group.OrderBy(c => choice.Published(c)).ThenBy(c => c.Report).ToImmutableArray();
            var read = claims.Where(c => c.By is null).ToArray();
            var told = field is not ("start" or "end") || claims.Any(choice.IsTold);
            var published = read.Select(choice.Published).DefaultIfEmpty(0).Max();
            return new(group.Key, claims, claims.Where(c => c.By is not null).Select(c => c.Report).DefaultIfEmpty(0).Max(),
                read.Any(c => c.Document.Kind == SourceKind.Person), read.Any(c => choice.IsDeed(c, planned)), told, read.Any(choice.IsReadout), precision(group.Key),
                // Of days that are only those of publication the first is the nearest to the beginning.
                choice.SourcesOf(read), !told && field == "start" ? -published : published);
        }

        public int CompareTo(Candidate? other) => -Key().CompareTo(other!.Key()) is var order && order != 0 ? order : string.CompareOrdinal(Value, other.Value);

        public bool Refines(Candidate best) => Precision > best.Precision && Told && (Corrected, ByHand, Deed) == (best.Corrected, best.ByHand, best.Deed);

        public string Against(Candidate second) =>
            Corrected > 0 ? $"corrected by {Claims.Last(c => c.By is not null).By}"
            : ByHand != second.ByHand ? "entered by a person"
            : Deed != second.Deed ? "told of the deed, the other of the plan"
            : Refines(second) && second.CompareTo(this) < 0 ? "says the same, more precisely"
            : Told != second.Told ? "told by the text, the other only the day of publication"
            : Readout != second.Readout ? "a party's own readout"
            : Precision != second.Precision ? "more precise"
            : Sources != second.Sources ? $"{Sources} independent sources against {second.Sources}"
            : Published != second.Published ? "the later source" : "first of the alphabet; the sources are even";

        private (long, bool, bool, bool, bool, int, int, int) Key() => (Corrected, ByHand, Deed, Told, Readout, Precision, Sources, Published);
    }

    private int SourcesOf(Claim[] claims) => independence.CountOf(claims.Select(c => c.Document.Number));
}
