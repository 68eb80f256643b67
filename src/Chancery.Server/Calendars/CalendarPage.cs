using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Chancery.Register;
using Chancery.Register.Events;
using Chancery.Server.Listing;

namespace Chancery.Server.Calendars;

/// <summary>A month of events.</summary>
/// <param name="Month">First day of the month.</param>
/// <param name="Days">Each day with what happens on it; an event of several days stands on each.</param>
/// <param name="Loose">Events of the month of which no day is known.</param>
/// <param name="More">True where there are more than are shown.</param>
public sealed record CalendarPage(DateOnly Month, ImmutableArray<CalendarDay> Days, ImmutableArray<EventSummary> Loose, bool More)
{
    private const int DaysOfWeek = 7;

    /// <summary>An event of which only the year is known is no news of a month.</summary>
    private const int LongestLoose = 45;

    /// <summary>What was asked.</summary>
    [JsonIgnore]
    public EventFilters Filters { get; init; } = null!;

    /// <summary>Day of today.</summary>
    [JsonIgnore]
    public DateOnly Today { get; init; }

    /// <summary>Empty cells before the first day; weeks begin on Monday.</summary>
    [JsonIgnore]
    public int Offset => ((int)Month.DayOfWeek + DaysOfWeek - 1) % DaysOfWeek;

    private static string Print(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static int Length(DayRange? from, DayRange? until) => from is { } f ? (until?.Last ?? f.Last) - f.First : int.MaxValue;

    /// <summary>Puts events on the days of a month.</summary>
    internal static CalendarPage Of(DateOnly month, IEnumerable<EventSummary> events, bool more)
    {
        var (first, count) = (month.DayNumber, DateTime.DaysInMonth(month.Year, month.Month));
        var all = events.Select(e => (Event: e, From: DayRange.Parse(e.Start), Until: DayRange.Parse(e.End ?? e.Start))).ToArray();
        var dated = all.Where(e => e.From is { IsDay: true } && e.Until is { IsDay: true }).ToArray();
        var days = Enumerable.Range(0, count).Select(d => new CalendarDay(month.AddDays(d), [.. dated.Where(e => e.From!.Value.First <= first + d && first + d <= Math.Max(e.Until!.Value.Last, e.From.Value.First)).Select(e => e.Event).OrderBy(e => (e.Start != Print(month.AddDays(d)), e.Type != "visit"))]));
        return new CalendarPage(month, [.. days], [.. all.Where(e => (e.From is not { IsDay: true } || e.Until is not { IsDay: true }) && Length(e.From, e.Until) <= LongestLoose).Select(e => e.Event)], more);
    }
}

/// <summary>A day with its events.</summary>
public sealed record CalendarDay(DateOnly Day, ImmutableArray<EventSummary> Events);
