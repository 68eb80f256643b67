using System.Globalization;

namespace Chancery.Intake;

/// <summary>Reads the day of publication out of the forms that pages, feeds and rows write it in.</summary>
internal static class PublicationDate
{
    private static readonly string[] s_forms =
    [
        "yyyy-MM-dd", "yyyy/MM/dd", "yyyy.MM.dd", "yyyyMMdd", "d MMMM yyyy", "d MMM yyyy", "MMMM d, yyyy", "MMM d, yyyy", "MMM. d, yyyy",
        "dddd, d MMMM yyyy", "dddd, MMMM d, yyyy",
    ];

    /// <summary>The day as written: a time of day and its offset are left aside, because a publisher's day is that of the publisher.</summary>
    public static bool TryRead(string? written, out DateOnly day)
    {
        day = default;
        var text = written.AsSpan().Trim();
        if (text.Length == 0) return false;
        if (IsoDay(text, out day)) return true;
        if (DateOnly.TryParseExact(text, s_forms, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out day)) return true;
        return Rfc822Day(text, out day);
    }

    // 2023-10-12T08:00:00+06:00, 2023-10-12 08:00
    private static bool IsoDay(ReadOnlySpan<char> text, out DateOnly day)
    {
        day = default;
        return text.Length > 10 && text[10] is 'T' or 't' or ' '
            && DateOnly.TryParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
    }

    // Thu, 12 Oct 2023 08:00:00 GMT: weekday and time may be missing.
    private static bool Rfc822Day(ReadOnlySpan<char> text, out DateOnly day)
    {
        day = default;
        var comma = text.IndexOf(',');
        if (comma is 3 or > 5) text = text[(comma + 1)..].TrimStart();
        Span<Range> parts = stackalloc Range[5];
        return text.SplitAny(parts, " \t", StringSplitOptions.RemoveEmptyEntries) >= 3
            && DateOnly.TryParseExact($"{text[parts[0]]} {text[parts[1]]} {text[parts[2]]}",
                ["d MMM yyyy", "d MMMM yyyy", "d MMM yy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
    }
}
