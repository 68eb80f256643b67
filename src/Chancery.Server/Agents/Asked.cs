using Chancery.Register;
using Chancery.Server.Listing;
using Chancery.Storage;

namespace Chancery.Server.Agents;

/// <summary>Reads what an agent asks; wrong values are named as on pages.</summary>
internal static class Asked
{
    /// <exception cref="FormatException">A value that is none; the message says what to write.</exception>
    public static EventQuery Query(string? between, string? person, string? type, string? status, string? since, string? until, string? place, string? text)
    {
        foreach (var given in new[] { between, person, type, status, since, until, place, text })
            if (given?.Length > EventFilters.LongestText) throw new FormatException($"a value has {EventFilters.LongestText} characters at most");
        return new EventQuery
        {
            Between = [.. List(between).Select(s => States.Find(s) ?? throw new FormatException($"'{s}' is no state; write a code such as KGZ or a name such as Kyrgyzstan"))],
            Types = [.. List(type).Select(t => Known(t, TypeRule.All.Select(r => r.Type), "type"))],
            Statuses = [.. List(status).Select(s => Known(s, EventFilters.Statuses, "status"))],
            Person = Text(person), Place = Text(place), Text = Text(text), Since = Day(since, first: true), Until = Day(until, first: false),
        };
    }

    public static DateOnly? Day(string? text, bool first)
    {
        if (Text(text) is not { } given) return null;
        var range = DayRange.Parse(given) ?? throw new FormatException($"'{given}' is no date; write 2023-10-12, 2023-10 or 2023");
        return DateOnly.FromDayNumber(first ? range.First : range.Last);
    }

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static string[] List(string? text) => text?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    private static string Known(string value, IEnumerable<string> known, string name) => known.Contains(value) ? value : throw new FormatException($"'{value}' is no {name}; write one of {string.Join(", ", known)}");
}
