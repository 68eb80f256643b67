using System.Globalization;
using System.Text.Json;
using Chancery.Register.Events;

namespace Chancery.Cli.Render;

/// <summary>Events for programs and documents.</summary>
internal static class EventPrinter
{
    public static void Write(TextWriter to, IReadOnlyList<EventSummary> events, string title, string format)
    {
        switch (format)
        {
            case "json":
                to.Write('[');
                for (var i = 0; i < events.Count; i++) to.Write((i == 0 ? "\n" : ",\n") + JsonSerializer.Serialize(events[i], EventJsonOptions.Compact.EventSummary));
                to.WriteLine("\n]");
                break;
            case "jsonl":
                foreach (var e in events) to.WriteLine(JsonSerializer.Serialize(e, EventJsonOptions.Compact.EventSummary));
                break;
            default:
                throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"{title}: no form '{format}'"));
        }
    }
}
