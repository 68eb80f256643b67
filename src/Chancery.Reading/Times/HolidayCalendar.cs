using System.Globalization;

namespace Chancery.Reading.Times;

/// <summary>Days of feasts by the rules of <c>holidays.tsv</c>: <c>12-25</c>, <c>11-4thu</c> (fourth Thursday), <c>5-lastmon</c>, <c>easter-2</c>, <c>orthodox-easter+0</c>, <c>11-1mon+1</c>.</summary>
internal static class HolidayCalendar
{
    private static readonly string[] Weekdays = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

    /// <summary>The day in a year.</summary>
    /// <exception cref="FormatException">The rule cannot be read.</exception>
    public static DateOnly Of(string rule, int year)
    {
        if (rule.StartsWith("easter", StringComparison.Ordinal)) return Easter(year).AddDays(Number(rule[6..]));
        if (rule.StartsWith("orthodox-easter", StringComparison.Ordinal)) return OrthodoxEaster(year).AddDays(Number(rule[15..]));
        var dash = rule.IndexOf('-', StringComparison.Ordinal);
        var month = Number(rule[..dash]);
        var rest = rule[(dash + 1)..];
        if (int.TryParse(rest, NumberStyles.None, CultureInfo.InvariantCulture, out var day)) return new DateOnly(year, month, Math.Min(day, DateTime.DaysInMonth(year, month)));
        var plus = rest.IndexOf('+', StringComparison.Ordinal);
        var shift = plus < 0 ? 0 : Number(rest[plus..]);
        if (plus >= 0) rest = rest[..plus];
        var weekday = Array.IndexOf(Weekdays, rest[^3..]);
        if (weekday < 0) throw new FormatException($"{rule} is no rule of a holiday");
        if (rest.StartsWith("last", StringComparison.Ordinal))
        {
            var last = new DateOnly(year, month, DateTime.DaysInMonth(year, month));
            return last.AddDays(-(((int)last.DayOfWeek - weekday + 7) % 7) + shift);
        }
        var first = new DateOnly(year, month, 1);
        return first.AddDays((weekday - (int)first.DayOfWeek + 7) % 7 + 7 * (Number(rest[..^3]) - 1) + shift);
    }

    private static int Number(string text) => text.Length == 0 ? 0 : int.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    // The anonymous Gregorian algorithm (Nature, 1876; Meeus, Astronomical Algorithms).
    private static DateOnly Easter(int year)
    {
        int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
        int h = (19 * a + b - d - g + 15) % 30, i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7, m = (a + 11 * h + 22 * l) / 451;
        return new DateOnly(year, (h + l - 7 * m + 114) / 31, (h + l - 7 * m + 114) % 31 + 1);
    }

    // Meeus' Julian algorithm, moved to the Gregorian calendar (13 days from 1900 to 2099).
    private static DateOnly OrthodoxEaster(int year)
    {
        int a = year % 4, b = year % 7, c = year % 19, d = (19 * c + 15) % 30, e = (2 * a + 4 * b - d + 34) % 7;
        return new DateOnly(year, (d + e + 114) / 31, (d + e + 114) % 31 + 1).AddDays(13);
    }
}
