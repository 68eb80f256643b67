using System.Text.RegularExpressions;
using Chancery.Register;
using Chancery.Register.Events;
using Chancery.Storage;

namespace Chancery.Cli.Bench;

/// <summary>A kind of page with addresses of it.</summary>
internal sealed record BenchedPage(string Name, string[] Addresses);

/// <summary>Addresses of pages as readers of this register would open them.</summary>
internal static partial class BenchedPages
{
    private const int Samples = 200;

    public static IReadOnlyList<BenchedPage> Of(RegisterStore store)
    {
        // From all over the years, so that not only what lies in memory is asked.
        EventSummary[] events = [.. Enumerable.Range(1995, 31).SelectMany(y => store.Find(new EventQuery { From = new DateOnly(y, 6, 1), Limit = Samples / 20 }).Items).Where(e => e.States.Length > 1)];
        if (events.Length == 0) throw new InvalidDataException("the register holds no events of two states; fill it with 'bench register' first");
        BenchedPage Each(string name, Func<EventSummary, string?> address) => new(name, [.. events.Select(address).OfType<string>().Distinct().Take(Samples)]);
        string Name(EventSummary e) => Uri.EscapeDataString(e.Participants.FirstOrDefault(p => p.Kind == "person")?.Name ?? "");
        BenchedPage[] pages =
        [
            new("home", ["/"]),
            new("events", ["/events", "/events?status=planned&order=oldest", "/events?type=visit", "/events?order=changed"]),
            Each("events of a year", e => e.Start is { Length: >= 4 } start ? $"/events?since={start[..4]}&until={start[..4]}" : null),
            Each("search", e => Name(e) is { Length: > 0 } name ? $"/search?q={name}+{Uri.EscapeDataString(e.Topics.FirstOrDefault() ?? "")}" : null),
            Each("search, a common word", e => e.Topics.FirstOrDefault() is { } topic ? $"/search?q={Uri.EscapeDataString(topic)}" : null),
            Each("pair of states", e => $"/relations/{e.States[0]}/{e.States[1]}"),
            Each("pair, one type", e => $"/relations/{e.States[0]}/{e.States[1]}?type={e.Type}"),
            Each("state", e => $"/states/{e.States[0]}"),
            Each("person", e => Name(e) is { Length: > 0 } name ? $"/persons/{name}" : null),
            Each("event", e => $"/events/{e.Id}"),
            Each("article", e => store.Event(e.Id)?.Reports is [var first, ..] ? $"/articles/{RegisterId.Print(first.Document.Number, 'd')}" : null),
            new("review", ["/review"]),
            new("add", ["/add", "/add/visit"]),
            new("map", ["/map"]),
            Each("map of a state", e => $"/map?between={e.States[0]}"),
            new("calendar", ["/calendar"]),
            Each("calendar of a month", e => e.Start is { Length: >= 7 } start ? $"/calendar?month={start[..7]}" : null),
            new("coverage", ["/coverage"]),
            new("codebook", ["/codebook"]),
            new("status", ["/status"]),
            Each("REST: events", e => $"/v1/events?between={e.States[0]},{e.States[1]}"),
            Each("feed of a pair", e => $"/relations/{e.States[0]}/{e.States[1]}.atom"),
        ];
        return [.. pages.Where(p => p.Addresses.Length > 0)];
    }

    /// <summary>Styles and scripts that a page names.</summary>
    public static IEnumerable<string> Parts(string html) => Part().Matches(html).Select(m => System.Net.WebUtility.HtmlDecode(m.Groups[1].Value)).Distinct();

    [GeneratedRegex("<(?:link rel=\"stylesheet\" href|script[^>]* src)=\"([^\"]+)\"")]
    private static partial Regex Part();
}
