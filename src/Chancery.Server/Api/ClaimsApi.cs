using Chancery.Server.Languages;
using System.Collections.Immutable;
using Chancery.Register.Events;
using Chancery.Server.Answers;
using Chancery.Server.Events;
using Chancery.Server.Listing;
using Chancery.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Chancery.Server.Api;

/// <summary>A claim in a list: who says what of which field of which event, in which words.</summary>
/// <param name="Event">Id of the event.</param>
/// <param name="Field">Field of the event.</param>
/// <param name="Value">The value that is claimed.</param>
/// <param name="Chosen">True where the event shows this value.</param>
/// <param name="Claim">Who says so, when, in which words.</param>
public sealed record ListedClaim(string Event, string Field, string Value, bool Chosen, ClaimAnswer Claim);

/// <summary>A page of claims: all of those of some events.</summary>
/// <param name="Claims">Claims, an event's beside each other.</param>
/// <param name="Next">Address of the next page, or null.</param>
public sealed record ClaimsPage(ImmutableArray<ListedClaim> Claims, string? Next);

/// <summary><c>/v1/claims</c>: the claims of all events of a query.</summary>
internal static class ClaimsApi
{
    private const string Path = "/v1/claims";
    private const int PageSize = 20;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(Path, (HttpContext http, RegisterStore store) =>
    {
        var filters = EventFilters.Read(http.Request.Query, EventOrder.Oldest, PageSize);
        var (one, field) = (SourceFilters.Text(http.Request.Query, "event"), SourceFilters.Text(http.Request.Query, "field"));
        var page = one is null ? store.Find(filters.Query with { Limit = Math.Min(filters.Query.Limit, 100) }) : new Page<EventSummary>(store.Event(one) is { } e ? [e.Summary] : [], null);
        var answers = new EventAnswers(store, Wording.English);
        var claims = page.Items.Select(s => store.Event(s.Id)).OfType<Event>().SelectMany(e => Of(answers.Of(e), field));
        var next = filters.Next(Path, page.Next) is { } address ? address + (field is null ? "" : "&field=" + Uri.EscapeDataString(field)) : null;
        return new JsonAnswer<ClaimsPage>(new ClaimsPage([.. claims], next), ServerJsonOptions.Readable.ClaimsPage, next);
    }).Describes<ClaimsPage>(new ApiOperation("listClaims", "Claims of events: who says what, in which sentence.", "/v1/claims?between=RUS,KGZ&type=visit&field=end")
    {
        Parameters = [new ApiParameter("event", "Id of an event: only its claims."), new ApiParameter("field", "Only this field: start, end, place, status, participant …", "end"), .. ApiParameters.Events],
        Description = "Takes the filters of events. A page holds all claims of up to `limit` events (20 where nothing is said, 100 at most), so that an event's are never torn apart.",
    });

    private static IEnumerable<ListedClaim> Of(EventPage e, string? field) =>
        from f in e.Fields
        where field is null || f.Field == field || f.Field.StartsWith(field + " ", StringComparison.Ordinal)
        from v in f.Values
        from c in v.Claims
        select new ListedClaim(e.Event.Id, f.Field, v.Value, v.Chosen, c);
}
