using Chancery.Server.Languages;
using System.Collections.Immutable;
using System.Globalization;
using Chancery.Register;
using Chancery.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace Chancery.Server.Listing;

/// <summary>The filters of an address: <c>type status since until person place source between q order limit after</c>, the same on every list.</summary>
public sealed class EventFilters
{
    /// <summary>Most characters of a text that is searched for.</summary>
    public const int LongestText = 300;

    /// <summary>Most events of a page.</summary>
    public const int LargestPage = 500;

    private static readonly ImmutableArray<string> s_names = ["q", "type", "status", "since", "until", "person", "place", "source", "between", "order", "limit", "month", "after"];
    private readonly ImmutableArray<KeyValuePair<string, string>> _given;

    private EventFilters(EventQuery query, ImmutableArray<KeyValuePair<string, string>> given) => (Query, _given) = (query, given);

    /// <summary>Statuses that can be asked for.</summary>
    public static ImmutableArray<string> Statuses { get; } = ["planned", "ongoing", "occurred", "postponed", "cancelled", "denied", "unconfirmed"];

    /// <summary>What they ask for.</summary>
    public EventQuery Query { get; }

    /// <summary>True where anything but order, size and place of the page is given.</summary>
    public bool Any => _given.Any(p => p.Key is not ("order" or "limit" or "month" or "after"));

    /// <summary>Reads the query of an address; names it does not know are passed over, so that links of others may carry their marks.</summary>
    /// <exception cref="FormatException">A value that is none; the message says what to write.</exception>
    public static EventFilters Read(IQueryCollection address, EventOrder order, int limit)
    {
        var given = s_names.SelectMany(n => address[n].SelectMany(v => Values(n, v ?? "")).Select(v => new KeyValuePair<string, string>(n, v))).ToImmutableArray();
        string? One(string name) => given.FirstOrDefault(p => p.Key == name).Value;
        ImmutableArray<string> All(string name) => [.. given.Where(p => p.Key == name).Select(p => p.Value)];
        var query = new EventQuery
        {
            Text = KnownNames.Original(One("q")), Person = KnownNames.Original(One("person")), Place = KnownNames.Original(One("place")), Source = One("source"),
            Types = [.. All("type").Select(t => Known(t, TypeRule.All.Select(r => r.Type), "type"))],
            Statuses = [.. All("status").Select(s => Known(s, Statuses, "status"))],
            Between = [.. All("between").Select(s => KnownNames.State(s) ?? throw new FormatException($"'{s}' is no state; write a code such as KGZ or a name such as Kyrgyzstan"))],
            Since = Day(One("since"), true), Until = Day(One("until"), false),
            Order = Order(One("order"), One("q") is null ? order : EventOrder.Relevance),
            Limit = Limit(One("limit"), limit),
            After = One("after"),
        };
        return new EventFilters(query, given);
    }

    /// <summary>The same, asked of a pair of states by its path.</summary>
    internal EventFilters Between(string a, string b) => new(Query with { Between = [a, b] }, [.. _given.Where(p => p.Key != "between")]);

    /// <summary>The same, asked of a state or a person by its path.</summary>
    internal EventFilters Of(string who, bool person = false) => person
        ? new(Query with { Person = who }, [.. _given.Where(p => p.Key != "person")])
        : new(Query with { Between = [.. Query.Between.Where(s => s != who), who] }, _given);

    /// <summary>The value of a filter, or null.</summary>
    public string? this[string name] => _given.FirstOrDefault(p => p.Key == name) is { Key: not null } pair ? pair.Value : null;

    /// <summary>The query of an address with some filters set anew (null takes one away); a new question begins at its first page.</summary>
    public string With(params ReadOnlySpan<(string Name, string? Value)> set)
    {
        var kept = _given.Where(p => p.Key != "after").ToList();
        foreach (var (name, value) in set)
        {
            kept.RemoveAll(p => p.Key == name);
            if (value is not null) kept.Add(new(name, value));
        }
        return kept.Count == 0 ? "" : new QueryBuilder(kept).ToString();
    }

    /// <summary>Address of the next page, or null on the last.</summary>
    public string? Next(string path, string? place) => place is null ? null : path + With(("after", place));

    private static IEnumerable<string> Values(string name, string value)
    {
        if (value.Length > LongestText) throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"'{name}' takes {LongestText} characters at most"));
        return name is "type" or "status" or "between" ? value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) : value.Trim() is { Length: > 0 } text ? [text] : [];
    }

    private static string Known(string value, IEnumerable<string> known, string name) =>
        known.Contains(value) ? value : throw new FormatException($"'{value}' is no {name}; write one of {string.Join(", ", known)}");

    private static DateOnly? Day(string? text, bool first)
    {
        if (text is null) return null;
        var range = DayRange.Parse(text) ?? throw new FormatException($"'{text}' is no date; write 2023-10-12, 2023-10 or 2023");
        return DateOnly.FromDayNumber(first ? range.First : range.Last);
    }

    private static EventOrder Order(string? text, EventOrder otherwise) => text switch
    {
        null => otherwise, "oldest" => EventOrder.Oldest, "newest" => EventOrder.Newest, "changed" => EventOrder.Changed, "best" => EventOrder.Relevance,
        _ => throw new FormatException($"'{text}' is no order; write newest, oldest, changed or best"),
    };

    private static int Limit(string? text, int otherwise) => text is null ? otherwise
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is > 0 and <= LargestPage ? limit
        : throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"'{text}' is no size of a page; write 1 to {LargestPage}"));
}
