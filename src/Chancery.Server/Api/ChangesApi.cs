using System.Collections.Immutable;
using System.Globalization;
using Chancery.Server.Answers;
using Chancery.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Chancery.Server.Api;

/// <summary>A page of changes.</summary>
/// <param name="Changes">Changes, oldest first.</param>
/// <param name="Next">Address of the next page, or null where no more happened yet.</param>
/// <param name="Later">Address that answers what happens from now on.</param>
public sealed record ChangesPage(ImmutableArray<Change> Changes, string? Next, string Later);

/// <summary><c>/v1/changes</c>: what the register learned, in order.</summary>
internal static class ChangesApi
{
    private const string Path = "/v1/changes";
    private const int PageSize = 100;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(Path, (HttpContext http, RegisterStore store) =>
    {
        var query = http.Request.Query;
        var limit = SourceFilters.Limit(SourceFilters.Text(query, "limit"), PageSize);
        var behind = Number(SourceFilters.Text(query, "after"));
        DateTimeOffset? since = SourceFilters.Day(SourceFilters.Text(query, "since"), first: true) is { } day ? new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero) : null;
        var found = store.Changes(since, behind, limit + 1, SourceFilters.Text(query, "event"));
        var changes = found.Length > limit ? found[..limit] : found;
        var later = SourceFilters.Next(http, (changes.Length == 0 ? behind : changes[^1].Number).ToString(CultureInfo.InvariantCulture))!;
        var next = found.Length > limit ? later : null;
        return new JsonAnswer<ChangesPage>(new ChangesPage(changes, next, later), ServerJsonOptions.Readable.ChangesPage, next);
    }).Describes<ChangesPage>(new ApiOperation("listChanges", "What the register learned, in order of learning.", "/v1/changes?limit=5")
    {
        Parameters = [new ApiParameter("since", "Learned on this day or later (UTC).", "2023-10"), new ApiParameter("event", "Id of an event: only its changes."), ApiParameters.Limit, ApiParameters.After],
        Description = "Follow it by asking `later` again: each answer holds what happened since the one before.",
    });

    private static long Number(string? text) => text is null ? 0 : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw new FormatException($"'{text}' is no place in a list");
}
