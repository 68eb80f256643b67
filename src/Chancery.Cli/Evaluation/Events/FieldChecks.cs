using Chancery.Reading.Reports;

namespace Chancery.Cli.Evaluation.Events;

/// <summary>One field of a matched event: what was annotated, what was read, whether that is right.</summary>
/// <param name="Field">Name of the field.</param>
/// <param name="IsRight">True where it is.</param>
/// <param name="Gold">As annotated.</param>
/// <param name="Read">As read.</param>
internal sealed record FieldCheck(string Field, bool IsRight, string Gold, string Read);

/// <summary>What is looked at in two events that were matched. Empty against empty is right for the fields every event has;
/// fields that few events have (honour, anniversary …) are looked at only where one of the two has them.</summary>
internal sealed class FieldChecks(Names names)
{
    /// <summary>Names of the fields in the order in which they are printed.</summary>
    public static IReadOnlyList<string> Fields { get; } =
        ["date", "start", "end", "status", "subtype", "place country", "place name", "venue", "states", "participants", "office", "attribution", "instruments", "name", "honour", "anniversary", "part of"];

    /// <summary>All checks of a pair; <paramref name="partOf"/> says whether what both are part of was matched too.</summary>
    public IEnumerable<FieldCheck> Of(Report gold, Report read, bool? partOf)
    {
        yield return Equal("date", $"{gold.Start}..{gold.End}", $"{read.Start}..{read.End}");
        yield return Equal("start", gold.Start, read.Start);
        yield return Equal("end", gold.End, read.End);
        yield return Equal("status", gold.Status, read.Status);
        if (gold.Subtype is not null || read.Subtype is not null) yield return Equal("subtype", gold.Subtype, read.Subtype);
        yield return Equal("place country", gold.Place?.Country, read.Place?.Country);
        yield return Place(gold.Place, read.Place);
        if (gold.Place?.Venue is not null || read.Place?.Venue is not null) yield return Alike("venue", gold.Place?.Venue, read.Place?.Venue);
        yield return Equal("states", States(gold), States(read));
        yield return Participants(gold, read);
        foreach (var check in Offices(gold, read)) yield return check;
        yield return Attribution(gold, read);
        if (gold.Instruments.Length + read.Instruments.Length > 0) yield return Equal("instruments", Kinds(gold), Kinds(read));
        if (gold.Name is not null || read.Name is not null) yield return Alike("name", gold.Name, read.Name);
        if (gold.Honour is not null || read.Honour is not null) yield return Alike("honour", gold.Honour?.Name, read.Honour?.Name);
        if (gold.Anniversary is not null || read.Anniversary is not null) yield return Equal("anniversary", gold.Anniversary?.Years.ToString("0", null), read.Anniversary?.Years.ToString("0", null));
        if (partOf is { } right) yield return new("part of", right, gold.PartOf ?? "none", read.PartOf ?? "none");
    }

    private static FieldCheck Equal(string field, string? gold, string? read) => new(field, gold == read, gold ?? "none", read ?? "none");

    private FieldCheck Alike(string field, string? gold, string? read) =>
        new(field, gold == read || gold is not null && read is not null && (names.Organisation(gold) == names.Organisation(read) || names.Contains(gold, read)), gold ?? "none", read ?? "none");

    // A country alone is often written as a place without a name; its name is not counted against either side.
    private FieldCheck Place(EventPlace? gold, EventPlace? read)
    {
        var readName = gold?.Name is null && read?.Precision == "country" ? null : read?.Name;
        return Alike("place name", gold?.Name, readName);
    }

    private static string States(Report report) => string.Join(' ', report.Participants.Select(p => p.Country).OfType<string>().Distinct().Order(StringComparer.Ordinal));

    private FieldCheck Participants(Report gold, Report read)
    {
        bool Found(Participant p, IEnumerable<Participant> others) => others.Any(q => p.Role == q.Role && names.IsSame(p, q));
        var right = gold.Participants.All(p => Found(p, read.Participants)) && read.Participants.All(p => Found(p, gold.Participants));
        return new("participants", right, Words(gold), Words(read));
    }

    private static string Words(Report report) => string.Join(", ", report.Participants.Select(p => $"{p.Name}/{p.Role}"));

    private IEnumerable<FieldCheck> Offices(Report gold, Report read) =>
        from p in gold.Participants
        where p.Kind == "person"
        let q = read.Participants.FirstOrDefault(q => q.Kind == "person" && names.IsSame(p, q))
        where q is not null
        select Equal("office", p.Office, q.Office);

    private FieldCheck Attribution(Report gold, Report read)
    {
        bool Found(Attribution a, IEnumerable<Attribution> others) => others.Any(b => names.Contains(a.Name, b.Name) || names.Organisation(a.Name) == names.Organisation(b.Name));
        var right = gold.Attribution.All(a => Found(a, read.Attribution)) && read.Attribution.All(a => Found(a, gold.Attribution));
        return new("attribution", right, Sources(gold), Sources(read));
    }

    private static string Sources(Report report) => report.Attribution.IsEmpty ? "none" : string.Join(", ", report.Attribution.Select(a => a.Name));

    private static string Kinds(Report report) => string.Join(' ', report.Instruments.Select(i => i.Count is > 1 ? $"{i.Kind}x{i.Count}" : i.Kind).Order(StringComparer.Ordinal));
}
