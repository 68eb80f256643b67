using System.Globalization;
using Chancery.Register.Events;

namespace Chancery.Server.Languages;

/// <summary>Dates in words.</summary>
internal sealed partial class Wording
{
    /// <summary>When an event is; the year only where the heading above does not say it.</summary>
    public string When(EventSummary e, bool withYear) => Period(e.Start, e.End, withYear) is { Length: > 0 } words ? words : this["undated"];

    /// <summary>"12 Oct", "9–13 Oct", "30 Sep – 2 Oct", "Oct 2023".</summary>
    public string Period(string? start, string? end, bool withYear = true)
    {
        if (start is null) return end is null ? "" : this["date.until", Date(end, withYear)];
        if (end is null || end == start) return Date(start, withYear);
        if (start.Length == 10 && end.Length == 10 && start[..7] == end[..7]) return $"{Day(start)}–{Date(end, withYear)}";
        return $"{Date(start, withYear && start[..4] != end[..4])} – {Date(end, withYear || start[..4] != end[..4])}";
    }

    /// <summary>A date as precise as it is written; any other text as it is.</summary>
    public string Date(string iso, bool withYear = true)
    {
        if (iso.Length < 7 || !int.TryParse(iso.AsSpan(5, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var month) || month is < 1 or > 12) return iso;
        if (iso.Length == 7) return this["date.month-year", Row("month.short", month), iso[..4]];
        return iso.Length != 10 ? iso : withYear ? this["date.day-month-year", Day(iso), Row("month.short", month), iso[..4]] : this["date.day-month", Day(iso), Row("month.short", month)];
    }

    /// <summary>"Thursday, 12 October 2023".</summary>
    public string LongDay(DateOnly day) => this["date.long", Weekday(day, "long"), day.Day, Row("month.of", day.Month), day.Year];

    /// <summary>"October 2023".</summary>
    public string Month(DateOnly month) => this["date.month-year", Row("month.alone", month.Month), month.Year];

    /// <summary>"Oct 2023".</summary>
    public string ShortMonth(DateOnly month) => this["date.month-year", Row("month.short", month.Month), month.Year];

    /// <summary>"Thu" or "Thursday".</summary>
    public string Weekday(DateOnly day, string length) => Row("weekday." + length, day.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)day.DayOfWeek);

    /// <summary>A moment of the register, to the minute.</summary>
    public string Moment(DateTimeOffset at) => $"{Date(at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))}, {at.ToString("HH:mm", CultureInfo.InvariantCulture)}";

    private string Row(string key, int number) => this[string.Create(CultureInfo.InvariantCulture, $"{key}.{number}")];

    private static string Day(string iso) => int.TryParse(iso.AsSpan(8, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var day) ? day.ToString(CultureInfo.InvariantCulture) : iso[8..];
}
