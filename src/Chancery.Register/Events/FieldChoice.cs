using System.Collections.Immutable;
using Chancery.Register.Sources;

namespace Chancery.Register.Events;

/// <summary>
/// Which of several values a field shows, and why. In this order: a person's correction; what a person entered; what was reported of the deed before what was
/// reported of the plan; the parties' own readouts; the more precise value; more independent sources; the later source; the alphabet.
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
        var values = claims.GroupBy(c => c.Value, StringComparer.Ordinal).Select(g => Candidate.Of(g, this, precision)).ToList();
        if (values.Count == 0) return new Field(name, null, "no source says", []);
        values.Sort();
        var best = values[0];
        var rule = values.Count == 1 ? (best.Claims.Length == 1 ? "the only claim" : "all claims agree") : best.Against(values[1]);
        return new Field(name, best.Value, rule, [.. values.Select(v => new FieldValue(v.Value, v.Sources, v.Claims))])
        {
            Disputed = values.Skip(1).Any(v => v.Corrected == 0 && v.Deed == best.Deed && best.Corrected == 0 && !agree(best.Value, v.Value)),
        };
    }

    private bool IsReadout(Claim claim) => reports.TryGetValue(claim.Report, out var r) && Readouts.Of(r).Any(parties.Contains);

    private bool IsDeed(Claim claim) => reports.TryGetValue(claim.Report, out var r) && r.Report.Status is "occurred" or "ongoing";

    private int Published(Claim claim) => reports.TryGetValue(claim.Report, out var r) ? r.Published ?? 0 : 0;

    private sealed record Candidate(string Value, ImmutableArray<Claim> Claims, long Corrected, bool ByHand, bool Deed, bool Readout, int Precision, int Sources, int Published)
        : IComparable<Candidate>
    {
        public static Candidate Of(IGrouping<string, Claim> group, FieldChoice choice, Func<string, int> precision)
        {
            var claims = group.OrderBy(c => choice.Published(c)).ThenBy(c => c.Report).ToImmutableArray();
            var read = claims.Where(c => c.By is null).ToArray();
            return new(group.Key, claims, claims.Where(c => c.By is not null).Select(c => c.Report).DefaultIfEmpty(0).Max(),
                read.Any(c => c.Document.Kind == SourceKind.Person), read.Any(choice.IsDeed), read.Any(choice.IsReadout), precision(group.Key),
                choice.SourcesOf(read), read.Select(choice.Published).DefaultIfEmpty(0).Max());
        }

        public int CompareTo(Candidate? other) => -Key().CompareTo(other!.Key()) is var order && order != 0 ? order : string.CompareOrdinal(Value, other.Value);

        public string Against(Candidate second) =>
            Corrected > 0 ? $"corrected by {Claims.Last(c => c.By is not null).By}"
            : ByHand != second.ByHand ? "entered by a person"
            : Deed != second.Deed ? "told of the deed, the other of the plan"
            : Readout != second.Readout ? "a party's own readout"
            : Precision != second.Precision ? "more precise"
            : Sources != second.Sources ? $"{Sources} independent sources against {second.Sources}"
            : Published != second.Published ? "the later source" : "first of the alphabet; the sources are even";

        private (long, bool, bool, bool, int, int, int) Key() => (Corrected, ByHand, Deed, Readout, Precision, Sources, Published);
    }

    private int SourcesOf(Claim[] claims) => independence.CountOf(claims.Select(c => c.Document.Number));
}
