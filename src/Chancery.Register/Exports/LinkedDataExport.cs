using System.Text.Encodings.Web;
using System.Text.Json;
using Chancery.Register.Events;

namespace Chancery.Register.Exports;

/// <summary>
/// Events as JSON-LD: schema.org Event with its status, PROV-O from event to report to document, and for each slice of evidence a Web Annotation with both selectors
/// (position in code points, and quote) and the hash of the text, so that a moved text shows.
/// </summary>
public static class LinkedDataExport
{
    /// <summary>Writes one document with a graph.</summary>
    /// <param name="to">Where to.</param>
    /// <param name="events">Events with their reports.</param>
    /// <param name="root">Address under which ids are found, ending in a slash.</param>
    public static void Write(Stream to, IEnumerable<Event> events, string root = "urn:chancery:")
    {
        using var json = new Utf8JsonWriter(to, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        Context(json);
        json.WriteStartArray("@graph");
        foreach (var e in events)
        {
            Event(json, e, root);
            foreach (var r in e.Reports) Report(json, e, r, root);
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Context(Utf8JsonWriter json)
    {
        json.WriteStartObject("@context");
        json.WriteString("@vocab", "https://schema.org/");
        json.WriteString("prov", "http://www.w3.org/ns/prov#");
        json.WriteString("oa", "http://www.w3.org/ns/oa#");
        json.WriteString("iptc", "http://cv.iptc.org/newscodes/eventoccurstatus/");
        foreach (var name in new[] { "eventStatus", "prov:wasDerivedFrom", "superEvent", "oa:hasTarget", "oa:hasSource", "iptc:status" })
        {
            json.WriteStartObject(name);
            json.WriteString("@type", "@id");
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    private static void Event(Utf8JsonWriter json, Event made, string root)
    {
        var e = made.Summary;
        json.WriteStartObject();
        json.WriteString("@id", root + e.Id);
        json.WriteStartArray("@type");
        json.WriteStringValue("Event");
        json.WriteStringValue("prov:Entity");
        json.WriteEndArray();
        json.WriteString("identifier", e.Id);
        json.WriteString("name", e.Title);
        json.WriteString("additionalType", e.Type);
        Optional(json, "startDate", e.Start);
        Optional(json, "endDate", e.End);
        json.WriteString("eventStatus", e.Status switch { "cancelled" or "denied" => "EventCancelled", "postponed" => "EventPostponed", _ => "EventScheduled" } is var s ? $"https://schema.org/{s}" : "");
        json.WriteString("iptc:status", "iptc:" + Iptc(e.Status));
        json.WriteString("disambiguatingDescription", e.Status);
        if (e.PartOf is { } whole) json.WriteString("superEvent", root + whole);
        Place(json, e);
        Participants(json, e);
        json.WriteStartArray("prov:wasDerivedFrom");
        foreach (var r in made.Reports) json.WriteStringValue(root + RegisterId.Print(r.Number, 'r'));
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Place(Utf8JsonWriter json, EventSummary e)
    {
        if (e.Place is not { } place) return;
        json.WriteStartObject("location");
        json.WriteString("@type", "Place");
        json.WriteString("name", string.Join(", ", new[] { place.Venue, place.Name }.OfType<string>()) is { Length: > 0 } name ? name : States.Name(place.Country ?? ""));
        if (place.Country is { } country)
        {
            json.WriteStartObject("address");
            json.WriteString("@type", "PostalAddress");
            json.WriteString("addressCountry", States.Iso2(country) ?? country);
            json.WriteEndObject();
        }
        if (place is { Latitude: { } latitude, Longitude: { } longitude })
        {
            json.WriteStartObject("geo");
            json.WriteString("@type", "GeoCoordinates");
            json.WriteNumber("latitude", latitude);
            json.WriteNumber("longitude", longitude);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    private static void Participants(Utf8JsonWriter json, EventSummary e)
    {
        json.WriteStartArray("participant");
        foreach (var p in e.Participants)
        {
            json.WriteStartObject();
            json.WriteString("@type", "Role");
            json.WriteString("roleName", p.Role);
            json.WriteStartObject("participant");
            json.WriteString("@type", p.Kind switch { "person" => "Person", "state" => "Country", _ => "Organization" });
            json.WriteString("name", p.Name);
            if (p.Wikidata is { } q) json.WriteString("sameAs", $"http://www.wikidata.org/entity/{q}");
            Optional(json, "jobTitle", p.Kind == "person" ? p.Office?.Replace('-', ' ') : null);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Report(Utf8JsonWriter json, Event made, SourcedReport r, string root)
    {
        var (id, source) = (root + RegisterId.Print(r.Number, 'r'), root + RegisterId.Print(r.Document.Number, 'd'));
        json.WriteStartObject();
        json.WriteString("@id", id);
        json.WriteString("@type", "prov:Entity");
        json.WriteString("prov:wasDerivedFrom", source);
        json.WriteString("prov:wasAttributedTo", r.Document.Publisher);
        json.WriteString("prov:wasGeneratedBy", r.Document.ReaderVersion);
        json.WriteEndObject();
        foreach (var slice in r.Report.Evidence)
        {
            json.WriteStartObject();
            json.WriteString("@type", "oa:Annotation");
            json.WriteString("oa:motivatedBy", "oa:identifying");
            json.WriteString("oa:hasBody", root + made.Summary.Id);
            json.WriteString("description", slice.Field);
            json.WriteStartObject("oa:hasTarget");
            json.WriteString("oa:hasSource", source);
            json.WriteString("sha256", r.Document.Header.Id.Replace("sha256:", "", StringComparison.Ordinal));
            json.WriteStartArray("oa:hasSelector");
            json.WriteStartObject();
            json.WriteString("@type", "oa:TextPositionSelector");
            json.WriteNumber("oa:start", slice.Start);
            json.WriteNumber("oa:end", slice.End);
            json.WriteEndObject();
            json.WriteStartObject();
            json.WriteString("@type", "oa:TextQuoteSelector");
            json.WriteString("oa:exact", slice.Text);
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndObject();
        }
    }

    private static string Iptc(string status) => status switch
    {
        "confirmed" => "eos4", "mooted" => "eos3", "unconfirmed" => "eos2", "occurred" or "ongoing" => "eos5", "cancelled" or "denied" => "eos6", _ => "eos1",
    };

    private static void Optional(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null) json.WriteString(name, value);
    }
}
