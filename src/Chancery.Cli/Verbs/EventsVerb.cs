using System.CommandLine;
using System.Globalization;
using Chancery.Cli.Register;
using Chancery.Cli.Render;
using Chancery.Register.Chronologies;
using Chancery.Register.Events;
using Chancery.Storage;

namespace Chancery.Cli.Verbs;

/// <summary><c>events</c>: a page of events as a table.</summary>
internal static class EventsVerb
{
    private const int PageSize = 50;

    public static Command Create()
    {
        var (register, filters, format) = (RegisterOption.Create(), new QueryOptions(), FormatOption.Create("table", "md", "html", "json", "jsonl", "csv"));
        var verb = new Command("events", "Lists events that match all filters, a page at a time; with --text the best match first.\n\nExample: chancery events --between RUS KGZ --type visit --since 2023\nExample: chancery events --text \"border treaty\" --json") { register, format };
        filters.AddTo(verb);
        verb.SetAction(parsed =>
        {
            using var store = register.OpenExisting(parsed);
            var query = filters.Query(parsed, PageSize);
            if (query is { Text: not null, Order: EventOrder.Oldest }) query = query with { Order = EventOrder.Relevance };
            var page = store.Find(query);
            if (format.Of(parsed) == "table") Terminal.Write(Lines(page.Items, Terminal.Width()), format.NoColor(parsed));
            else EventPrinter.Write(Console.Out, page.Items, ChronologyVerb.Title(query), format.Of(parsed));
            if (page.Next is { } next) Console.Error.WriteLine($"chancery: more with --after {next}");
            else if (page.Items.IsEmpty) Console.Error.WriteLine("chancery: no such events in the register");
            return ExitCode.Done;
        });
        format.AddTo(verb);
        return verb;
    }

    private static IEnumerable<Line> Lines(IReadOnlyList<EventSummary> events, int width)
    {
        width = Math.Clamp(width, 70, 160);
        foreach (var e in events)
        {
            var title = Wrap.Words(e.Title, width - 58, 1) is [var first, ..] ? first : "";
            yield return new Line().Add(e.Id, Look.Faint).To(16).Add(DateWords.Short(e.Start, e.End, true)).To(36).Add(e.Status, e.Status is "occurred" or "ongoing" ? Look.Good : Look.Waiting).To(49)
                .Add(title, Look.Strong).To(width - 8).Add(string.Create(CultureInfo.InvariantCulture, $"{e.Sources} src"), Look.Faint);
        }
    }
}
