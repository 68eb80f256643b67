using System.Globalization;

namespace Chancery.Register.Chronologies;

/// <summary>Dates of events for people: "12 Oct", "9–13 Oct", "30 Sep – 2 Oct", "Oct 2023".</summary>
public static class DateWords
{
    /// <summary>Short form; the year only where the heading above does not say it.</summary>
    public static string Short(string? start, string? end, bool withYear = false)
    {
        if (start is null) return end is null ? "" : $"until {One(end, withYear)}";
        if (end is null || end == start) return One(start, withYear);
        if (start.Length == 10 && end.Length == 10 && start[..7] == end[..7]) return $"{Day(start)}–{One(end, withYear)}";
        return $"{One(start, withYear && start[..4] != end[..4])} – {One(end, withYear || start[..4] != end[..4])}";
    }

    private static string Day(string iso) => int.Parse(iso[8..10], CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture);

    private static string One(string iso, bool withYear)
    {
        if (iso.Length < 7) return iso;
        var month = DateTimeFormatInfo.InvariantInfo.GetAbbreviatedMonthName(int.Parse(iso[5..7], CultureInfo.InvariantCulture));
        var year = withYear || iso.Length == 7 ? " " + iso[..4] : "";
        return iso.Length == 10 ? $"{Day(iso)} {month}{year}" : $"{month}{year}";
    }
}
