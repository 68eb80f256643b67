using Chancery.Server.Answers;
using Chancery.Server.Listing;
using Chancery.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Chancery.Server.Api;

/// <summary><c>/v1/events</c>: events by the filters of the pages, oldest first, page by page.</summary>
internal static class EventsApi
{
    private const string Path = "/v1/events";
    private const int PageSize = 100;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(Path, (HttpContext http, RegisterStore store) =>
    {
        var filters = EventFilters.Read(http.Request.Query, EventOrder.Oldest, PageSize);
        if (EventFile.Of(http, store, filters, "events") is { } file) return file;
        var page = store.Find(filters.Query);
        var next = filters.Next(Path, page.Next);
        if (next is not null) http.Response.Headers.Link = $"<{next}>; rel=\"next\"";
        return (IResult)new PageAnswer<ListView, ListPage>(new ListPage("Events", page.Items, next) { Filters = filters, Path = Path }, ServerJsonOptions.Readable.ListPage);
    });
}
