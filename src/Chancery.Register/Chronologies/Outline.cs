using System.Collections.Immutable;
using System.Globalization;
using Chancery.Register.Events;
using Chancery.Register.Merging;

namespace Chancery.Register.Chronologies;

/// <summary>An event of a chronology with its parts below it.</summary>
/// <param name="Event">The event.</param>
/// <param name="Parts">Talks, signings, ceremonies … of a visit or summit, by date.</param>
public sealed record Entry(EventSummary Event, ImmutableArray<Entry> Parts);

/// <summary>The entries that begin in one month.</summary>
/// <param name="Year">Year, or null for undated ones.</param>
/// <param name="Month">1 to 12; null where only the year is known.</param>
/// <param name="Entries">By date.</param>
public sealed record Section(int? Year, int? Month, ImmutableArray<Entry> Entries)
{
    /// <summary>"October 2023", "2023" or "Undated".</summary>
    public string Heading => Year is not { } year ? "Undated"
        : Month is { } month ? string.Create(CultureInfo.InvariantCulture, $"{DateTimeFormatInfo.InvariantInfo.GetMonthName(month)} {year}")
        : string.Create(CultureInfo.InvariantCulture, $"{year}");
}

/// <summary>Orders events as a chronology: by month, parts under the visit, tour or summit they belong to.</summary>
public static class Outline
{
    /// <summary>Makes the outline. What sources say is part of what is followed; else an event of the visitor in the visited country on the days of the visit is its part.</summary>
    public static ImmutableArray<Section> Of(IEnumerable<EventSummary> events)
    {
        var all = events.ToArray();
        var byId = all.ToDictionary(e => e.Id, StringComparer.Ordinal);
        var parents = all.ToDictionary(e => e.Id, e => e.PartOf is { } whole && byId.ContainsKey(whole) && whole != e.Id ? whole : Inferred(e, all)?.Id, StringComparer.Ordinal);
        foreach (var e in all)
            if (Circular(e.Id, parents)) parents[e.Id] = null;
        var children = all.Where(e => parents[e.Id] is not null).ToLookup(e => parents[e.Id]!, StringComparer.Ordinal);
        Entry Make(EventSummary e) => new(e, [.. children[e.Id].OrderBy(SortDay).ThenBy(c => c.Number).Select(Make)]);
        return [.. all.Where(e => parents[e.Id] is null).OrderBy(SortDay).ThenBy(e => e.Number).GroupBy(Period).Select(g => new Section(g.Key.Year, g.Key.Month, [.. g.Select(Make)]))];
    }

    /// <summary>An entry and all below it, one after the other.</summary>
    public static IEnumerable<EventSummary> Flat(Entry entry) => entry.Parts.SelectMany(Flat).Prepend(entry.Event);

    private static bool Circular(string id, Dictionary<string, string?> parents)
    {
        var at = parents[id];
        for (var steps = 0; at is not null && steps < 8; steps++, at = parents.GetValueOrDefault(at)) if (at == id) return true;
        return at is not null;
    }

    private static (int? Year, int? Month) Period(EventSummary e)
    {
        if ((e.Start ?? e.End) is not { } date) return (null, null);
        return (int.Parse(date[..4], CultureInfo.InvariantCulture), date.Length >= 7 ? int.Parse(date[5..7], CultureInfo.InvariantCulture) : null);
    }

    private static int SortDay(EventSummary e) => DayRange.Parse(e.Start)?.First ?? DayRange.Parse(e.End)?.First ?? int.MaxValue;

    private static EventSummary? Inferred(EventSummary e, EventSummary[] all)
    {
        if (e.Type is "visit" or "exercise" or "call" || DayRange.Parse(e.Start) is not { IsDay: true } day) return null;
        return all.Where(v => v.Type == "visit" && v.Id != e.Id && v.Place?.Country is not null && (e.Place?.Country ?? v.Place.Country) == v.Place.Country
            && DayRange.Parse(v.Start) is { IsDay: true } from && from.First <= day.First && day.First <= (DayRange.Parse(v.End)?.Last ?? from.First + 2) && Guest(v, e))
            .OrderBy(v => v.Number).FirstOrDefault();
    }

    private static bool Guest(EventSummary visit, EventSummary e)
    {
        var visitors = visit.Participants.Where(p => p.Role == "visitor").ToArray();
        return visitors.Any(v => e.Participants.Any(p => p.Country == v.Country && (p.Kind == "person" && v.Kind == "person"
            ? NameKey.SamePerson(NameKey.Fold(p.Name), NameKey.Fold(v.Name), p.Office is not null && p.Office == v.Office)
            : e.Type is "signing" or "agreement" && p.Kind == "state" && e.States.Contains(visit.Place!.Country!))));
    }
}
