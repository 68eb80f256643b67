using System.Collections.Immutable;
using System.Globalization;
using Chancery.Reading.Reports;
using Chancery.Register;
using Chancery.Register.Chronologies;
using Chancery.Register.Events;

namespace Chancery.Cli.Render;

/// <summary>
/// A chronology for the terminal: one block an event with the date in the margin, what happened and its status on the first line, who and where on the next,
/// a sentence of a source below; parts hang under their visit.
/// </summary>
internal sealed class ChronologyLayout(int width)
{
    private const int Margin = 15;
    private readonly List<Line> _lines = [];

    public static IReadOnlyList<Line> Of(string title, ImmutableArray<Section> sections, int width)
    {
        var layout = new ChronologyLayout(Math.Clamp(width, 60, 120));
        layout.Head(title, sections);
        foreach (var section in sections) layout.Section(section);
        return layout._lines;
    }

    private void Head(string title, ImmutableArray<Section> sections)
    {
        var events = sections.SelectMany(s => s.Entries).SelectMany(Flat).ToArray();
        _lines.Add(new Line().Add(title, Look.Strong));
        _lines.Add(new Line().Add(Counted(events.Length, "event") + ", " + Span(events), Look.Faint));
        _lines.Add(new Line().Add(new string('─', width), Look.Faint));
    }

    private static string Span(EventSummary[] events)
    {
        var days = events.Select(e => e.Start ?? e.End).OfType<string>().Order(StringComparer.Ordinal).ToArray();
        return days.Length == 0 ? "none of them dated" : days[0] == days[^1] ? DateWords.Short(days[0], null, true) : $"{DateWords.Short(days[0], null, true)} to {DateWords.Short(days[^1], null, true)}";
    }

    private static IEnumerable<EventSummary> Flat(Entry entry) => entry.Parts.SelectMany(Flat).Prepend(entry.Event);

    private void Section(Section section)
    {
        _lines.Add(new Line());
        _lines.Add(new Line().Add(section.Heading, Look.Heading));
        foreach (var entry in section.Entries)
        {
            _lines.Add(new Line());
            Entry(entry, "", "", "");
        }
    }

    /// <param name="entry">The event.</param>
    /// <param name="branch">What stands before its first line.</param>
    /// <param name="trunk">What stands before its other lines.</param>
    /// <param name="shown">Quote of the event above, not told twice.</param>
    private void Entry(Entry entry, string branch, string trunk, string shown)
    {
        var e = entry.Event;
        var indent = Margin + branch.Length;
        var (mark, look) = Status(e.Status);
        var status = $"{mark} {e.Status}";
        var below = entry.Parts.IsEmpty ? trunk : trunk + "│  ";
        var first = true;
        foreach (var text in Wrap.Words(Cased(e.Title), width - indent - status.Length - 2))
        {
            var line = new Line().Add(first ? "  " + DateWords.Short(e.Start, e.End) : "", Look.Strong).To(Margin).Add(first ? branch : below, Look.Faint).Add(text, Look.Strong);
            if (first) line.To(width - status.Length).Add(status, look);
            _lines.Add(line);
            first = false;
        }
        var inner = Margin + below.Length;
        foreach (var text in Wrap.Words(Facts(e), width - inner)) _lines.Add(Under(below).Add(text));
        if (e.Quote is { } quote && quote != shown) Quote(quote, e, below);
        for (var i = 0; i < entry.Parts.Length; i++)
        {
            var last = i == entry.Parts.Length - 1;
            _lines.Add(Under(trunk + "│"));
            Entry(entry.Parts[i], trunk + (last ? "└─ " : "├─ "), trunk + (last ? "   " : "│  "), e.Quote ?? shown);
        }
    }

    private void Quote(string quote, EventSummary e, string below)
    {
        var lines = Wrap.Words($"“{quote.Trim()}”", width - Margin - below.Length, 3);
        for (var i = 0; i < lines.Count; i++) _lines.Add(Under(below).Add(lines[i], Look.Quote));
        var others = e.Sources > 1 ? string.Create(CultureInfo.InvariantCulture, $" and {Counted(e.Sources - 1, "other source")}") : "";
        var disputed = e.Disputed.IsEmpty ? "" : $" · sources differ on {string.Join(", ", e.Disputed)}";
        _lines.Add(Under(below).Add($"— {e.QuoteSource}{others}{disputed}", Look.Faint));
    }

    private static Line Under(string trunk) => new Line().To(Margin).Add(trunk, Look.Faint);

    private static string Facts(EventSummary e)
    {
        var facts = new List<string>();
        if (Where(e.Place) is { Length: > 0 } where) facts.Add(where);
        // Who signs and looks on is named once.
        var people = e.Participants.Where(p => p.Kind != "state").Select(Who).Distinct().ToList();
        facts.AddRange(people.Take(6));
        if (people.Count > 6) facts.Add(Counted(people.Count - 6, "more"));
        if (e.Instruments.Length > 0 && e.Type is not ("signing" or "agreement")) facts.Add(string.Join(", ", e.Instruments.Select(i => i.Title ?? i.Kind)));
        if (!e.Topics.IsEmpty) facts.Add("on " + string.Join(", ", e.Topics));
        if (e.Honour?.Class is { } cls) facts.Add(cls);
        return string.Join(" · ", facts);
    }

    private static string Where(EventPlace? place)
    {
        if (place is null) return "";
        var country = place.Country is { } code ? States.Name(code) : null;
        return string.Join(", ", new[] { place.Venue, place.Name == country ? null : place.Name, country }.OfType<string>().Distinct());
    }

    private static string Who(Participant p)
    {
        var about = string.Join(", ", new[] { p.Office?.Replace('-', ' '), p.Country }.OfType<string>());
        return about.Length == 0 ? p.Name : $"{p.Name} ({about})";
    }

    private static (string Mark, Look Look) Status(string status) => status switch
    {
        "occurred" => ("●", Look.Good),
        "ongoing" => ("◐", Look.Good),
        "planned" or "confirmed" or "mooted" => ("○", Look.Waiting),
        "postponed" => ("→", Look.Waiting),
        "unconfirmed" => ("?", Look.Waiting),
        _ => ("×", Look.Bad),
    };

    private static string Cased(string title) => title.Length == 0 ? title : char.ToUpperInvariant(title[0]) + title[1..];

    private static string Counted(int n, string noun) => string.Create(CultureInfo.InvariantCulture, $"{n} {noun}{(n == 1 || noun == "more" ? "" : "s")}");
}
