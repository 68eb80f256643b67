using Chancery.Reading.Reports;
using Chancery.Register.Events;
using Chancery.Register.Merging;

namespace Chancery.Register.Historian;

/// <summary>
/// Counts visits as stays by the rules the Office of the Historian publishes with its lists: a stop to refuel without business is no stay (transit); a dependent territory
/// counts under its own name where the list has it, else under its sovereign; what was planned, cancelled or denied is left out; one row a country.
/// </summary>
public static class HistorianCount
{
    /// <summary>The rule, for the head of the file.</summary>
    public const string Rule = "Office of the Historian: one row a stay of a principal in a country; first and last day inside; transit without business, plans, cancelled and denied visits left out";

    /// <summary>The stays of an event's visitors; none where it is no stay.</summary>
    /// <param name="made">The event with its reports.</param>
    /// <param name="principal">Whose stays count: the President and the Secretary of State of the United States where null.</param>
    /// <param name="parts">Parts of the visit: they tell its last day and the remarks where the visit itself does not.</param>
    public static IEnumerable<HistorianStay> Of(Event made, Func<Participant, bool>? principal = null, IReadOnlyList<EventSummary>? parts = null)
    {
        var e = made.Summary;
        if (e.Type != "visit" || e.Rejected || e.Status is not ("occurred" or "ongoing") || e.Subtype == "transit" || DayRange.Parse(e.Start) is not { IsDay: true } start) yield break;
        var state = e.Place?.Country;
        var cells = made.Reports.FirstOrDefault(r => r.Document.Kind == SourceKind.Dataset && r.Document.Publisher == HistorianXml.Source)?.Report;
        var country = cells?.Evidence.FirstOrDefault(x => x.Field == "where")?.Text ?? (state is null ? null : States.Name(state));
        if (country is null || state == "USA" && principal is null) yield break;
        var end = DayRange.Parse(e.End) ?? LastOf(parts, start) ?? start;
        var remarks = cells?.Evidence.FirstOrDefault(x => x.Field == "trigger")?.Text ?? Remarks(parts) ?? "";
        var locales = cells?.Place?.Name ?? (cells is null ? Locales(made) : "");
        foreach (var visitor in e.Participants.Where(p => p.Role == "visitor" && p.Kind == "person" && (principal ?? IsPrincipal)(p)))
            yield return new HistorianStay(visitor.Name, Role(visitor), country, locales, DateOnly.FromDayNumber(start.First), DateOnly.FromDayNumber(Math.Max(start.First, end.Last)), remarks) { Where = state ?? country };
    }

    /// <summary>The President and the Secretary of State of the United States.</summary>
    public static bool IsPrincipal(Participant p) => p.Country == "USA" && p.Office is "president" or "secretary-of-state";

    private static string Role(Participant p) => p.Office == "secretary-of-state" ? "secretary" : p.Office ?? "";

    private static string Locales(Event made) => string.Join(", ", made.Reports.Select(r => r.Report.Place).OfType<EventPlace>()
        .Where(p => p.Name is not null && p.Precision != "country" && (p.Country is null || NameKey.Fold(p.Name) != NameKey.Fold(States.Name(p.Country)))).Select(p => p.Name!).Distinct(StringComparer.Ordinal));

    private static DayRange? LastOf(IReadOnlyList<EventSummary>? parts, DayRange start)
    {
        var days = (parts ?? []).Select(p => DayRange.Parse(p.End ?? p.Start)).OfType<DayRange>().Where(d => d.IsDay && d.First >= start.First && d.First < start.First + 15).ToArray();
        return days.Length == 0 ? null : days.MaxBy(d => d.First);
    }

    private static string? Remarks(IReadOnlyList<EventSummary>? parts) => parts is null or [] ? null : string.Join(" ", parts.Select(p => p.Title.TrimEnd('.') + "."));
}
