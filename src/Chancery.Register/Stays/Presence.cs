using System.Collections.Frozen;
using Chancery.Reading.Reports;
using Chancery.Register.Events;
using Chancery.Register.Judgements;

namespace Chancery.Register.Stays;

/// <summary>What one report says of where a person was, or was to be: some days in one country.</summary>
/// <param name="State">Country, a dependent territory under its sovereign.</param>
/// <param name="First">First day; 0 of a plan without days, which only shows that the country was a goal.</param>
/// <param name="Last">Last day, inside.</param>
/// <param name="Deed">They were there; else it was planned.</param>
/// <param name="Told">The days are told; else they are those of publication, and the deed may lie a day back.</param>
/// <param name="Locality">City, or null.</param>
/// <param name="What">What they did there, for people; null for the mere presence.</param>
internal sealed record Presence(string State, int First, int Last, bool Deed, bool Told, string? Locality, string? What)
{
    private static readonly FrozenDictionary<string, string> Sovereigns = EmbeddedTable.Rows("territories.tsv").ToFrozenDictionary(r => r["territory"], r => r["state"]);

    private static readonly FrozenSet<string> CityStates = EmbeddedTable.Rows("city-states.tsv").Select(r => r["state"]).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Types at which people are in one place. Statements, calls and the like are made from anywhere.</summary>
    private static readonly FrozenSet<string> InPlace = new[] { "visit", "talks", "summit", "signing", "ceremony" }.ToFrozenSet();

    /// <summary>The state that a territory belongs to; a state itself.</summary>
    public static string Sovereign(string code) => Sovereigns.GetValueOrDefault(code, code);

    /// <summary>What an event says of a participant's stays abroad.</summary>
    public static IEnumerable<Presence> Of(Event e, Participant who)
    {
        var summary = e.Summary;
        if (!InPlace.Contains(summary.Type) || summary.Rejected || summary.Subtype == "transit" || summary.Status is "cancelled" or "denied" or "postponed") yield break;
        if (who.Role == "host") yield break;
        if (e.Judgements.Any(j => j.Kind == JudgementKind.Correct && j.Field is "start" or "end" or "place" or "status"))
        {
            if (One(summary.Type, summary.Status, summary.Start, summary.End, summary.Place, null, true, who, summary.Title) is { } corrected) yield return corrected;
            yield break;
        }
        var misread = e.Judgements.Where(j => j.Kind == JudgementKind.Reject && j.Field == "report").Select(j => j.Left).ToHashSet();
        foreach (var r in e.Reports.Where(r => !misread.Contains(r.Number)))
        {
            // A country that no text names was inferred from who acted.
            if (r.Document.Kind == SourceKind.Text && r.Report.Place is null or { Precision: "country" } && !r.Report.Evidence.Any(x => x.Field == "where")) continue;
            var told = r.Document.Kind != SourceKind.Text || r.Report.Evidence.Any(x => x.Field == "when");
            if (One(r.Report.Type, r.Report.Status, r.Report.Start, r.Report.End, r.Report.Place, r.Published, told, who, summary.Title) is { } presence) yield return presence;
        }
    }

    private static Presence? One(string type, string status, string? from, string? until, EventPlace? place, int? published, bool told, Participant who, string title)
    {
        if (place?.Country is not { } country) return null;
        if (DayRange.Parse(from) is not { IsDay: true } start) return status is "planned" && type == "visit" ? new(Sovereign(country), 0, 0, false, false, null, null) : null;
        // The country alone is, of talks, too often what they were about.
        if (type != "visit" && place is { Venue: null } && (place.Name is null || place.Precision == "country" && !CityStates.Contains(country))) return null;
        var state = Sovereign(country);
        if (who.Country is { } own && Sovereign(own) == state) return null;
        var end = DayRange.Parse(until) is { IsDay: true } last && last.First >= start.First ? last.First : start.First;
        var deed = status is "occurred" or "ongoing" && !(start.First > published);
        // What is under way has lasted until the source was written; the rest is a plan.
        if (deed && end > published) deed = false;
        return new(state, start.First, end, deed, told, place.Precision == "country" ? null : place.Name, type == "visit" ? null : title);
    }
}
