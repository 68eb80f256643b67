using System.Globalization;
using System.Text.Json;
using Chancery.Register.Events;

namespace Chancery.Register.Exports;

/// <summary>Events as a flat table: CSV, with <c>datapackage.json</c> (Frictionless Data Package) that says what the columns are.</summary>
public static class EventTableExport
{
    /// <summary>A column.</summary>
    /// <param name="Name">Name.</param>
    /// <param name="Type">Type in the words of Table Schema.</param>
    /// <param name="Description">For people.</param>
    /// <param name="Value">The cell; null where empty.</param>
    public sealed record Column(string Name, string Type, string Description, Func<EventSummary, string?> Value);

    /// <summary>All columns; Parquet has the same.</summary>
    public static IReadOnlyList<Column> Columns { get; } =
    [
        new("id", "string", "Id of the event; a retired id leads to its successor", e => e.Id),
        new("type", "string", "Type of the contract", e => e.Type),
        new("subtype", "string", "For visits: state, official, working …", e => e.Subtype),
        new("status", "string", "planned, ongoing, occurred, postponed, cancelled, denied, unconfirmed", e => e.Status),
        new("start", "string", "First day, ISO 8601, as precise as known", e => e.Start),
        new("end", "string", "Last day, inside", e => e.End),
        new("title", "string", "One line for people", e => e.Title),
        new("place", "string", "City or region", e => e.Place?.Name),
        new("venue", "string", "Building, residence or base", e => e.Place?.Venue),
        new("country", "string", "ISO 3166-1 alpha-3", e => e.Place?.Country),
        new("latitude", "number", "Degrees north, WGS 84", e => Number(e.Place?.Latitude)),
        new("longitude", "number", "Degrees east", e => Number(e.Place?.Longitude)),
        new("participants", "string", "name (office, state) role; separated by semicolons", e => Text(e.Participants.Select(p => $"{p.Name} ({string.Join(", ", new[] { p.Office, p.Country }.OfType<string>())}) {p.Role}"))),
        new("states", "string", "States that take part or host, separated by spaces", e => e.States.IsEmpty ? null : string.Join(' ', e.States)),
        new("name", "string", "Proper name", e => e.Name),
        new("topics", "string", "Subjects, separated by semicolons", e => Text(e.Topics)),
        new("instruments", "string", "Documents, separated by semicolons", e => Text(e.Instruments.Select(i => i.Title ?? i.Kind))),
        new("honour", "string", "Order or medal", e => e.Honour?.Name),
        new("attribution", "string", "Sources that the reports name", e => Text(e.Attribution)),
        new("part_of", "string", "Id of the visit, tour or summit", e => e.PartOf),
        new("plover", "string", "PLOVER 2021 root", e => e.Plover?.Event),
        new("sources", "integer", "Independent sources", e => Number(e.Sources)),
        new("reports", "integer", "Reports", e => Number(e.Reports)),
        new("disputed", "string", "Fields on which sources disagree", e => e.Disputed.IsEmpty ? null : string.Join(' ', e.Disputed)),
        new("confidence", "number", "0 to 1", e => Number(e.Confidence)),
        new("quote", "string", "A sentence of a source", e => e.Quote),
        new("quote_source", "string", "Who published it", e => e.QuoteSource),
        new("first_reported", "string", "Day of the earliest source", e => e.FirstReported),
        new("last_reported", "string", "Day of the latest source", e => e.LastReported),
    ];

    /// <summary>Writes the table.</summary>
    public static void Write(TextWriter to, IEnumerable<EventSummary> events)
    {
        to.Write(CsvText.Row([.. Columns.Select(c => c.Name)]));
        foreach (var e in events) to.Write(CsvText.Row([.. Columns.Select(c => c.Value(e))]));
    }

    /// <summary>The <c>datapackage.json</c> beside a file of this table.</summary>
    public static string DataPackage(string file)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteString("profile", "tabular-data-package");
            json.WriteString("name", "chancery-events");
            json.WriteStartArray("resources");
            json.WriteStartObject();
            json.WriteString("profile", "tabular-data-resource");
            json.WriteString("name", "events");
            json.WriteString("path", file);
            json.WriteString("format", "csv");
            json.WriteString("mediatype", "text/csv");
            json.WriteString("encoding", "utf-8");
            json.WriteStartObject("schema");
            json.WriteStartArray("fields");
            foreach (var column in Columns)
            {
                json.WriteStartObject();
                json.WriteString("name", column.Name);
                json.WriteString("type", column.Type);
                json.WriteString("description", column.Description);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteString("primaryKey", "id");
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return System.Text.Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static string? Text(IEnumerable<string> parts) => string.Join("; ", parts) is { Length: > 0 } text ? text : null;

    private static string? Number(double? number) => number?.ToString(CultureInfo.InvariantCulture);
}
