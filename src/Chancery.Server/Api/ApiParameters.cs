using System.Collections.Immutable;
using Chancery.Register;
using Chancery.Server.Listing;

namespace Chancery.Server.Api;

/// <summary>Parameters that many addresses share.</summary>
internal static class ApiParameters
{
    public static ApiParameter Limit { get; } = new("limit", $"Most rows of a page, 1 to {EventFilters.LargestPage}.", "20") { Type = "integer" };

    public static ApiParameter After { get; } = new("after", "Where the page begins: what stands in the address that the page before gave as `next`.");

    public static ApiParameter Since { get; } = new("since", "Ends on this day or later: 2023-10-12, 2023-10 or 2023.", "2023");

    public static ApiParameter Until { get; } = new("until", "Begins on this day or earlier.", "2024");

    /// <summary>The filters of events, the same as on the pages.</summary>
    public static ImmutableArray<ApiParameter> Events { get; } =
    [
        new("q", "Words that all occur; \"in quotes\" together; word* for any ending.", "border"),
        new("between", "States that all take part: codes or names, separated by commas.", "RUS,KGZ"),
        new("person", "Words of a participant's name.", "Japarov"),
        new("type", "Types, any of them, separated by commas.", "visit,talks") { Values = [.. TypeRule.All.Select(r => r.Type)] },
        new("status", "Statuses, any of them, separated by commas; a plan whose day passed in silence is unconfirmed.", "planned") { Values = EventFilters.Statuses },
        Since, Until,
        new("place", "Country, city or venue.", "Bishkek"),
        new("source", "Reported by this publisher.", "kremlin.ru"),
        new("order", "oldest, newest, changed (last change first) or best (best match of the words first).", "newest") { Values = ["oldest", "newest", "changed", "best"] },
        Limit, After,
    ];

    public static ApiParameter InPath(string name, string description, string example) => new(name, description, example) { InPath = true };
}
