using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Chancery.Reading.Reports;

namespace Chancery.Register.Historian;

/// <summary>
/// Reads the Office of the Historian's XML (travels of presidents and secretaries, visits by foreign leaders) as claims of that source. A file is a document and each of its
/// entries a report: the list's keepers entered each on purpose, so two entries of one file stay two events even where they repeat each other.
/// </summary>
public static class HistorianXml
{
    /// <summary>Name of the source and of the reader of these claims.</summary>
    public const string Source = "Office of the Historian";

    private static readonly Plover Consult = new("CONSULT", "visit", ["diplomatic"]);

    /// <summary>Reads one file; null where it holds no travels and no visits.</summary>
    /// <exception cref="FormatException">No XML, or an entry lacks a date or a country the table knows.</exception>
    public static ArticleReading? Read(string name, byte[] bytes)
    {
        XElement root;
        try { root = XDocument.Load(new MemoryStream(bytes)).Root!; }
        catch (XmlException e) { throw new FormatException($"{name}: {e.Message}", e); }
        var reports = root.Name.LocalName switch
        {
            "trips" => root.Elements("trip").Select(Trip).ToImmutableArray(),
            "visits" => [.. root.Elements("visit").Select(Visit)],
            _ => default,
        };
        if (reports.IsDefault) return null;
        return new ArticleReading(new DocumentHeader
        {
            Id = "sha256:" + Convert.ToHexStringLower(SHA256.HashData(bytes)), Key = name, Source = Source, Language = "en", Characters = Encoding.UTF8.GetCharCount(bytes),
            Title = root.Name.LocalName == "trips" ? $"Travels abroad of {Text(root.Element("trip"), "name")}" : $"Visits by foreign leaders, {Path.GetFileNameWithoutExtension(name)}",
        }, reports);
    }

    /// <summary>Stays that <see cref="HistorianCsv"/> read, as claims; the text of the file makes the id.</summary>
    public static ArticleReading Of(string name, string csv, IEnumerable<HistorianStay> stays)
    {
        var reports = stays.Select((s, i) => Stay(string.Create(CultureInfo.InvariantCulture, $"row {i + 1}"), $"{s.Start:yyyy-MM-dd}", $"{s.End:yyyy-MM-dd}",
            [new Participant(s.Principal, "person", "USA", s.Role == "secretary" ? "secretary-of-state" : s.Role, "visitor"), .. Host(HistorianCountries.StateOf(s.Country), s.Country)],
            new EventPlace(s.Locales.Length == 0 ? null : s.Locales, null, HistorianCountries.StateOf(s.Country), null, null, s.Locales.Length == 0 ? "country" : "city"), s.Country, s.Remarks)).ToImmutableArray();
        var header = new DocumentHeader { Id = "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(csv))), Key = name, Source = Source, Title = "Stays", Language = "en", Characters = csv.Length };
        return new ArticleReading(header, reports);
    }

    private static Report Trip(XElement trip)
    {
        var role = Text(trip, "role") == "president" ? "president" : "secretary-of-state";
        var country = trip.Element("country");
        var label = Words(country);
        var state = HistorianCountries.StateOf((string?)country?.Attribute("id") ?? "", label);
        var locale = Text(trip, "locale");
        return Stay(trip, [new Participant(Text(trip, "name"), "person", "USA", role, "visitor"), .. Host(state, label)],
            new EventPlace(locale.Length == 0 ? null : locale, null, state, null, null, locale.Length == 0 ? "country" : "city"), label, Text(trip, "remarks"));
    }

    private static Report Visit(XElement visit)
    {
        var from = visit.Element("from");
        var label = Words(from);
        var state = HistorianCountries.StateOf((string?)from?.Attribute("id") ?? "", label);
        return Stay(visit, [new Participant(Text(visit, "visitor"), "person", state, null, "visitor"), new Participant("United States", "state", "USA", null, "host")],
            new EventPlace(null, null, "USA", null, null, "country"), label, Text(visit, "description"));
    }

    private static Participant[] Host(string? state, string label) => state is null ? [] : [new Participant(label, "state", state, null, "host")];

    private static Report Stay(XElement entry, ImmutableArray<Participant> participants, EventPlace place, string label, string remarks)
    {
        return Stay(Text(entry, "id"), Day(entry, "start-date"), Day(entry, "end-date"), participants, place, label, remarks);
    }

    private static Report Stay(string id, string start, string end, ImmutableArray<Participant> participants, EventPlace place, string label, string remarks)
    {
        return new Report
        {
            Id = id, Type = "visit", Status = "occurred", Start = start, End = end, When = start == end ? start : $"{start}/{end}", Place = place, Participants = participants,
            Confidence = 0.99, Plover = Consult,
            // Cells are no slices of a text; their offsets are left at zero.
            Evidence = [Cell("trigger", remarks), Cell("where", label), Cell("when", $"{start}/{end}"), Cell("who", participants[0].Name)],
        };
    }

    private static Evidence Cell(string field, string text) => new(0, 0, text, field, "historian");

    private static string Day(XElement entry, string name)
    {
        var text = Text(entry, name);
        return DayRange.Parse(text) is { IsDay: true } ? text : throw new FormatException($"entry {Text(entry, "id")}: {name} '{text}' is no day");
    }

    private static string Text(XElement? entry, string name) => Words(entry?.Element(name));

    private static string Words(XElement? element) => string.Join(' ', (element?.Value ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
