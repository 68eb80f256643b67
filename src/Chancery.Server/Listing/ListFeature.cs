using Chancery.Server.Languages;
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
        routes.MapGet("/events", (HttpContext http, RegisterStore store, Wording words) => Answer(http, store, words));
        routes.MapGet("/search", (HttpContext http, RegisterStore store, Wording words) => Answer(http, store, words));
    }

    private static IResult Answer(HttpContext http, RegisterStore store, Wording words)
    {
        var filters = EventFilters.Read(http.Request.Query, EventOrder.Newest, PageSize);
        if (EventFile.Of(http, store, filters, "events") is { } file) return file;
        return new PageAnswer<ListView, ListPage>(Make(http, store, words, filters), ServerJsonOptions.Readable.ListPage);
    }

    private static ListPage Make(HttpContext http, RegisterStore store, Wording words, EventFilters filters)
    {
        var path = http.Request.Path.Value!;
        var page = store.Find(filters.Query);
        var title = filters["q"] is { } text ? words["search.of", text] : filters.Query.Statuses is ["planned"] ? words["nav.coming"] : words["nav.events"];
        return new ListPage(title, page.Items, filters.Next(AnswerForms.Here(http, path), page.Next)) { Filters = filters, Path = path, Suggestions = Suggestions.Of(store, words, filters.Query.Text) };
    }
}
