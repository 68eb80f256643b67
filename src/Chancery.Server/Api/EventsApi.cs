using Chancery.Server.Languages;
using Chancery.Server.Answers;
using Chancery.Server.Events;
using Chancery.Server.Failures;
using Chancery.Server.Layout;
using Chancery.Server.Listing;
using Chancery.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Chancery.Server.Api;

/// <summary><c>/v1/events</c>: events by the filters of the pages, oldest first, page by page; and one event with everything behind it.</summary>
internal static class EventsApi
{
    private const string Path = "/v1/events";
    private const int PageSize = 100;
    private const int LongestId = 64;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, (HttpContext http, RegisterStore store) =>
        {
            var filters = EventFilters.Read(http.Request.Query, EventOrder.Oldest, PageSize);
            if (EventFile.Of(http, store, filters, "events") is { } file) return file;
            var page = store.Find(filters.Query);
            var next = filters.Next(Path, page.Next);
            return new JsonAnswer<ListPage>(new ListPage("Events", page.Items, next) { Filters = filters, Path = Path }, ServerJsonOptions.Readable.ListPage, next);
        }).Describes<ListPage>(new ApiOperation("findEvents", "Events by filters, page by page.", "/v1/events?between=RUS,KGZ&type=visit")
        {
            Parameters = ApiParameters.Events,
            Description = "Oldest first where nothing else is asked for. The same list as a file: `/v1/events.csv`, as a calendar to subscribe to: `/v1/events.ics`, its latest changes as a feed: `/v1/events.atom`.",
        });
        routes.MapGet(Path + "/{id}", (RegisterStore store, string id) =>
        {
            if (id.Length > LongestId || store.Event(id) is not { } found) return Failure.NotFound("There is no such event in this register.");
            // Not for ever: a merge may be undone, and then the id is the event's own again.
            if (found.Summary.Id != id) return Results.Redirect("/v1" + Addresses.Event(found.Summary.Id));
            return new JsonAnswer<EventPage>(new EventAnswers(store, Wording.English).Of(found), ServerJsonOptions.Readable.EventPage);
        }).Describes<EventPage>(new ApiOperation("getEvent", "An event with all claims, its life, its reports and what people judged.", "/v1/events/{event}")
        {
            Parameters = [ApiParameters.InPath("id", "Any id the event ever had; an old one is answered by a redirect to the one it goes by now.", "e0abc123def456")],
        });
    }
}
