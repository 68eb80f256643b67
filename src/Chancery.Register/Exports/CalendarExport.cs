using System.Globalization;
using Chancery.Register.Events;

namespace Chancery.Register.Exports;

/// <summary>Events as iCalendar (RFC 5545): whole days; the UID stays, SEQUENCE grows with each change, so that a subscribed calendar follows.</summary>
public static class CalendarExport
{
    private const int LineOctets = 75;

    /// <summary>Writes a calendar. Events without a day are no entries of a calendar; how many were left out is returned.</summary>
    /// <param name="to">Where to.</param>
    /// <param name="events">Events.</param>
    /// <param name="now">Stamp of the file.</param>
    public static int Write(TextWriter to, IEnumerable<EventSummary> events, DateTimeOffset now)
    {
        var left = 0;
        foreach (var line in new[] { "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Chancery//Register//EN", "CALSCALE:GREGORIAN", "METHOD:PUBLISH", "X-WR-CALNAME:Chancery" }) Line(to, line);
        foreach (var e in events)
        {
            if (DayRange.Parse(e.Start) is { IsDay: true } start) Entry(to, e, start, now); else left++;
        }
        Line(to, "END:VCALENDAR");
        return left;
    }

    private static void Entry(TextWriter to, EventSummary e, DayRange start, DateTimeOffset now)
    {
        var last = DayRange.Parse(e.End) is { IsDay: true } end && end.First >= start.First ? end : start;
        Line(to, "BEGIN:VEVENT");
        Line(to, $"UID:{e.Id}@chancery");
        Line(to, string.Create(CultureInfo.InvariantCulture, $"SEQUENCE:{e.Revision}"));
        Line(to, $"DTSTAMP:{now.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}");
        Line(to, $"DTSTART;VALUE=DATE:{Day(start.First)}");
        Line(to, $"DTEND;VALUE=DATE:{Day(last.First + 1)}");
        Line(to, $"STATUS:{Status(e.Status)}");
        Line(to, $"SUMMARY:{Escape(e.Status is "occurred" or "ongoing" or "planned" ? e.Title : $"{e.Title} ({e.Status})")}");
        if (Where(e) is { Length: > 0 } where) Line(to, $"LOCATION:{Escape(where)}");
        if (e.Place is { Latitude: { } latitude, Longitude: { } longitude }) Line(to, string.Create(CultureInfo.InvariantCulture, $"GEO:{latitude};{longitude}"));
        if (e.Quote is { } quote) Line(to, $"DESCRIPTION:{Escape($"“{quote}” — {e.QuoteSource}")}");
        Line(to, $"CATEGORIES:{Escape(e.Type)}");
        Line(to, "TRANSP:TRANSPARENT");
        Line(to, "END:VEVENT");
    }

    private static string Status(string status) => status switch { "occurred" or "ongoing" => "CONFIRMED", "cancelled" or "denied" => "CANCELLED", _ => "TENTATIVE" };

    private static string Where(EventSummary e) => string.Join(", ", new[] { e.Place?.Venue, e.Place?.Name, e.Place?.Country is { } c ? States.Name(c) : null }.OfType<string>().Distinct());

    private static string Day(int day) => DateOnly.FromDayNumber(day).ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Escape(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal).ReplaceLineEndings("\\n");

    /// <summary>Lines end in CRLF and are folded at 75 octets, never inside a character.</summary>
    private static void Line(TextWriter to, string text)
    {
        var octets = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LineOctets)
            {
                to.Write("\r\n ");
                octets = 1;
            }
            to.Write(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }
        to.Write("\r\n");
    }
}
