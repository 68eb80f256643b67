using Chancery.Server.Answers;
using Chancery.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Chancery.Server.Listing;

/// <summary><c>/events</c> and <c>/search</c>: lists by filters and words.</summary>
internal static class ListFeature
{
    public const int PageSize = 50;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/events", (HttpContext http, RegisterStore store) => Answer(http, store));
        routes.MapGet("/search", (HttpContext http, RegisterStore store) => Answer(http, store));
    }

    private static IResult Answer(HttpContext http, RegisterStore store)
    {
        var filters = EventFilters.Read(http.Request.Query, EventOrder.Newest, PageSize);
        if (EventFile.Of(http, store, filters, "events") is { } file) return file;
        return new PageAnswer<ListView, ListPage>(Make(http, store, filters), ServerJsonOptions.Readable.ListPage);
    }

    private static ListPage Make(HttpContext http, RegisterStore store, EventFilters filters)
    {
        var path = http.Request.Path.Value!;
        var page = store.Find(filters.Query);
        var title = filters.Query.Text is { } text ? $"Search: {text}" : "Events";
        return new ListPage(title, page.Items, filters.Next(AnswerForms.Here(http, path), page.Next)) { Filters = filters, Path = path, Suggestions = Suggestions.Of(filters.Query.Text) };
    }
}
