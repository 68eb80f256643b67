using System.Text.Json;
using Chancery.Register.Chronologies;
using Chancery.Register.Events;
using Chancery.Register.Exports;

namespace Chancery.Cli.Render;

/// <summary>Events for programs and documents.</summary>
internal static class EventPrinter
{
    /// <exception cref="FormatException">No such form.</exception>
    public static void Write(TextWriter to, IReadOnlyList<EventSummary> events, string title, string format)
    {
        switch (format)
        {
            case "json":
                to.Write('[');
                for (var i = 0; i < events.Count; i++) to.Write((i == 0 ? "\n" : ",\n") + Json(events[i]));
                to.WriteLine("\n]");
                break;
            case "jsonl":
                foreach (var e in events) to.WriteLine(Json(e));
                break;
            case "csv":
                EventTableExport.Write(to, events);
                break;
            case "md":
                ChronologyText.Markdown(to, title, Outline.Of(events));
                break;
            case "html":
                ChronologyText.Html(to, title, Outline.Of(events));
                break;
            default:
                throw new FormatException($"{title}: no form '{format}'");
        }
    }

    public static string Json(EventSummary e) => JsonSerializer.Serialize(e, EventJsonOptions.Compact.EventSummary);
}
