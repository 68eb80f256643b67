using System.Text.Json;

namespace Chancery.Intake.Json;

/// <summary>One row: what it says of itself, and its body as text or HTML.</summary>
internal sealed record JsonRow(DocumentFields Fields, string? Text, string? Html)
{
    /// <summary>Reads a row.</summary>
    /// <exception cref="RefusedException">No valid JSON, no object, or no body.</exception>
    public static JsonRow Read(ReadOnlyMemory<byte> bytes)
    {
        using var json = Parse(bytes);
        var row = json.RootElement;
        if (row.ValueKind != JsonValueKind.Object) throw new RefusedException($"the row is {Kind(row)}, not an object");
        var fields = new DocumentFields
        {
            Id = Value(row, "id"),
            Url = Value(row, "url"),
            Title = Value(row, "title"),
            Published = Value(row, "published"),
            Source = Value(row, "source"),
            Language = Value(row, "language"),
        };
        var (text, html) = (Body(row, "text"), Body(row, "html"));
        if (text is null && html is null) throw new RefusedException("the row has neither \"text\" nor \"html\"");
        return new JsonRow(fields, text, html);
    }

    private static JsonDocument Parse(ReadOnlyMemory<byte> bytes)
    {
        try { return JsonDocument.Parse(bytes); }
        catch (JsonException e) { throw new RefusedException($"broken JSON at byte {e.BytePositionInLine} of line {e.LineNumber + 1} of the row: {FirstSentence(e.Message)}", e); }
    }

    private static string FirstSentence(string message)
    {
        var end = message.IndexOf(". ", StringComparison.Ordinal);
        return (end < 0 ? message : message[..end]).Replace(" LineNumber: 0 |", "", StringComparison.Ordinal);
    }

    private static string? Value(JsonElement row, string name)
    {
        if (!row.TryGetProperty(name, out var value)) return null;
        return value.ValueKind switch
        {
            JsonValueKind.String => String(value, name) is { Length: > 0 } text ? text : null,
            JsonValueKind.Number => value.GetRawText(),
            JsonValueKind.Null => null,
            _ => throw new RefusedException($"\"{name}\" is {Kind(value)}, not a string"),
        };
    }

    private static string? Body(JsonElement row, string name)
    {
        if (!row.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null) return null;
        if (value.ValueKind != JsonValueKind.String) throw new RefusedException($"\"{name}\" is {Kind(value)}, not a string");
        return String(value, name);
    }

    private static string String(JsonElement value, string name)
    {
        try { return value.GetString()!; }
        catch (InvalidOperationException e) { throw new RefusedException($"\"{name}\" holds half of a surrogate pair or bytes that are no UTF-8", e); }
    }

    private static string Kind(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => "an array",
        JsonValueKind.Object => "an object",
        JsonValueKind.Number => "a number",
        JsonValueKind.String => "a string",
        JsonValueKind.Null => "null",
        _ => "true or false",
    };
}
