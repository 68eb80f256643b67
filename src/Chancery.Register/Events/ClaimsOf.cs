using System.Collections.Immutable;
using System.Globalization;
using Chancery.Reading.Reports;

namespace Chancery.Register.Events;

/// <summary>Takes a report apart into its claims.</summary>
public static class ClaimsOf
{
    /// <summary>Every assertion that a report makes, with the evidence for it.</summary>
    public static IEnumerable<Claim> Report(SourcedReport sourced)
    {
        var report = sourced.Report;
        Claim Make(string field, string value) => new(sourced.Number, field, value, sourced.Document, EvidenceFor(report, field));
        yield return Make("type", report.Type);
        yield return Make("status", report.Status);
        if (report.Subtype is { } subtype) yield return Make("subtype", subtype);
        if (report.Start is { } start) yield return Make("start", start);
        if (report.End is { } end) yield return Make("end", end);
        if (report.Place is { } place && Place(place) is { } where) yield return Make("place", where);
        if (report.Name is { } name) yield return Make("name", name);
        if (report.Honour is { } honour) yield return Make("honour", honour.Class is null ? honour.Name : $"{honour.Name} | {honour.Class}");
        if (report.Anniversary is { } anniversary) yield return Make("anniversary", string.Create(CultureInfo.InvariantCulture, $"{anniversary.Years} | {anniversary.Of}"));
        foreach (var p in Some(report.Participants)) yield return Make("participant", Participant(p));
        foreach (var topic in Some(report.Topics)) yield return Make("topic", topic);
        foreach (var i in Some(report.Instruments)) yield return Make("instrument", Instrument(i));
        foreach (var a in Some(report.Attribution)) yield return Make("attribution", a.Name);
    }

    /// <summary>A place as <c>City | Venue | ISO3</c>; null where it says nothing.</summary>
    public static string? Place(EventPlace p) => p.Name is null && p.Venue is null && p.Country is null ? null : $"{p.Name} | {p.Venue} | {p.Country}";

    /// <summary>A participant as <c>Name | kind | office | ISO3 | role</c>.</summary>
    public static string Participant(Participant p) => $"{p.Name} | {p.Kind} | {p.Office} | {p.Country} | {p.Role}";

    /// <summary>A document as <c>kind | title | count</c>.</summary>
    public static string Instrument(Instrument i) => string.Create(CultureInfo.InvariantCulture, $"{i.Kind} | {i.Title} | {i.Count}");

    private static ImmutableArray<T> Some<T>(ImmutableArray<T> array) => array.IsDefault ? [] : array;

    private static ImmutableArray<Evidence> EvidenceFor(Report report, string field)
    {
        var wanted = field switch { "participant" => "who", "start" or "end" => "when", "place" => "where", "status" => "status", "attribution" => "attribution", _ => "trigger" };
        var evidence = Some(report.Evidence);
        var own = evidence.Where(e => e.Field == wanted).ToImmutableArray();
        return own.IsEmpty ? [.. evidence.Where(e => e.Field == "trigger")] : own;
    }
}
