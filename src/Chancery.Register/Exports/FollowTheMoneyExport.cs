using System.Text.Encodings.Web;
using System.Text.Json;
using Chancery.Reading.Reports;
using Chancery.Register.Events;

namespace Chancery.Register.Exports;

/// <summary>Events as FollowTheMoney entities, one JSON object a line: schemata Event, Person, Organization and PublicBody; every property is a list of strings, countries are ISO 3166-1 alpha-2 in lower case.</summary>
public static class FollowTheMoneyExport
{
    /// <summary>Writes entities; those who take part in several events are written once.</summary>
    public static void Write(TextWriter to, IEnumerable<EventSummary> events)
    {
        var written = new HashSet<string>(StringComparer.Ordinal);
        foreach (var e in events)
        {
            foreach (var p in e.Participants.Where(p => written.Add(Id(p)))) to.Write(Entity(Id(p), Schema(p), Actor(p)) + "\n");
            to.Write(Entity($"chancery-{e.Id}", "Event", Event(e)) + "\n");
        }
    }

    private static string Id(Participant p) => p.Wikidata ?? $"chancery-{RegisterId.Print(RegisterId.Hash("actor", p.Kind, p.Country ?? "", Merging.NameKey.Fold(p.Name)), 'a')}";

    private static string Schema(Participant p) => p.Kind switch { "person" => "Person", "state" or "body" => "PublicBody", _ => "Organization" };

    private static IEnumerable<(string, IEnumerable<string?>)> Actor(Participant p) =>
    [
        ("name", [p.Name]), (p.Kind == "person" ? "nationality" : "country", [Country(p.Country)]), ("position", [p.Kind == "person" ? p.Office?.Replace('-', ' ') : null]), ("wikidataId", [p.Wikidata]),
    ];

    private static IEnumerable<(string, IEnumerable<string?>)> Event(EventSummary e) =>
    [
        ("name", [e.Title]), ("startDate", [e.Start]), ("endDate", [e.End]), ("date", [e.Start]), ("summary", [e.Quote is { } quote ? $"“{quote}” ({e.QuoteSource})" : null]),
        ("location", [string.Join(", ", new[] { e.Place?.Venue, e.Place?.Name }.OfType<string>())]), ("country", e.States.Select(s => Country(s))), ("keywords", [e.Type, e.Subtype, e.Status]),
        ("organizer", e.Participants.Where(p => p.Role is "organiser" or "host").Select(Id)), ("involved", e.Participants.Where(p => p.Role is not ("organiser" or "host")).Select(Id)), ("recordId", [e.Id]),
    ];

    private static string? Country(string? state) => state is null ? null : States.Iso2(state)?.ToLowerInvariant();

    private static string Entity(string id, string schema, IEnumerable<(string Name, IEnumerable<string?> Values)> properties)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("id", id);
            json.WriteString("schema", schema);
            json.WriteStartObject("properties");
            foreach (var (name, values) in properties)
            {
                var some = values.OfType<string>().Where(v => v.Length > 0).Distinct().ToArray();
                if (some.Length == 0) continue;
                json.WriteStartArray(name);
                foreach (var value in some) json.WriteStringValue(value);
                json.WriteEndArray();
            }
            json.WriteEndObject();
            json.WriteEndObject();
        }
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }
}
