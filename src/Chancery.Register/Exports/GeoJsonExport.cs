using System.Text.Encodings.Web;
using System.Text.Json;
using Chancery.Register.Events;

namespace Chancery.Register.Exports;

/// <summary>Events as GeoJSON (RFC 7946): a feature an event, longitude first; the geometry is null where no place with coordinates is known.</summary>
public static class GeoJsonExport
{
    /// <summary>Writes a collection of features.</summary>
    public static void Write(Stream to, IEnumerable<EventSummary> events)
    {
        using var json = new Utf8JsonWriter(to, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        json.WriteString("type", "FeatureCollection");
        json.WriteStartArray("features");
        foreach (var e in events)
        {
            json.WriteStartObject();
            json.WriteString("type", "Feature");
            json.WriteString("id", e.Id);
            Geometry(json, e);
            json.WritePropertyName("properties");
            JsonSerializer.Serialize(json, e, EventJsonOptions.Compact.EventSummary);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Geometry(Utf8JsonWriter json, EventSummary e)
    {
        if (e.Place is not { Latitude: { } latitude, Longitude: { } longitude })
        {
            json.WriteNull("geometry");
            return;
        }
        json.WriteStartObject("geometry");
        json.WriteString("type", "Point");
        json.WriteStartArray("coordinates");
        json.WriteNumberValue(longitude);
        json.WriteNumberValue(latitude);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
