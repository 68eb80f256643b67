using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Chancery.Cli.Checking;

/// <summary>Writes annotations as people read and compare them: one event a line, a blank behind commas and colons.</summary>
internal static class AnnotationWriter
{
    private static readonly JsonSerializerOptions s_plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(JsonObject annotation)
    {
        var text = new StringBuilder();
        text.Append("{\"style\": ");
        Value(annotation["style"], text);
        text.Append(",\n \"events\": [");
        var events = annotation["events"]!.AsArray();
        for (var i = 0; i < events.Count; i++)
        {
            text.Append("\n  ");
            Value(events[i], text);
            if (i < events.Count - 1) text.Append(',');
        }
        return text.Append("]}\n").ToString();
    }

    private static void Value(JsonNode? node, StringBuilder text)
    {
        switch (node)
        {
            case JsonObject map:
                List('{', map, '}', p => { text.Append(Text(p.Key)).Append(": "); Value(p.Value, text); }, text);
                break;
            case JsonArray list:
                List('[', list, ']', v => Value(v, text), text);
                break;
            case JsonValue value when value.TryGetValue<string>(out var written):
                text.Append(Text(written));
                break;
            default:
                text.Append(node?.ToJsonString() ?? "null");
                break;
        }
    }

    private static string Text(string value) => JsonSerializer.Serialize(value, s_plain);

    private static void List<T>(char open, IEnumerable<T> items, char close, Action<T> write, StringBuilder text)
    {
        text.Append(open);
        var first = true;
        foreach (var item in items)
        {
            if (!first) text.Append(", ");
            first = false;
            write(item);
        }
        text.Append(close);
    }
}
