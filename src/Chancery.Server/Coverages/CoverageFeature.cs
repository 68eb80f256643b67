using Chancery.Server.Answers;
using Chancery.Server.Codebooks;
using Chancery.Server.Languages;
using Chancery.Server.Listing;
using Chancery.Server.Status;
using Chancery.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Chancery.Server.Coverages;

/// <summary><c>/coverage</c>, <c>/codebook</c>, <c>/status</c>: what was read, by which rules, by which versions.</summary>
internal static class CoverageFeature
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/coverage", (HttpContext http, RegisterStore store) =>
        {
            var filters = EventFilters.Read(http.Request.Query, EventOrder.Oldest, 1);
            var (since, until) = (filters.Query.Since, filters.Query.Until);
            // Whole months are kept counted; days are only added up where a part of a month is asked for.
            var whole = since is null or { Day: 1 } && (until is null || until.Value.AddDays(1).Day == 1);
            var page = CoveragePage.Of(whole ? store.CoverageByMonth(CoveragePage.MostMonths, since, until, filters.Query.Source) : store.CoverageOf(since, until, filters.Query.Source)) with { Since = filters["since"], Until = filters["until"] };
            return new PageAnswer<CoverageView, CoveragePage>(page, ServerJsonOptions.Readable.CoveragePage);
        });
        routes.MapGet("/codebook", (RegisterStore store, Wording words) => new PageAnswer<CodebookView, CodebookPage>(Codebook.Of(store, words), ServerJsonOptions.Readable.CodebookPage));
        routes.MapGet("/status", (RegisterStore store, RecentFaults faults) => new PageAnswer<StatusView, StatusPage>(StatusPage.Of(store, faults), ServerJsonOptions.Readable.StatusPage));
    }
}
