using System.Collections.Immutable;
using Chancery.Register;
using Chancery.Server.Answers;
using Chancery.Server.Relations;
using Chancery.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Chancery.Server.Api;

/// <summary>A page of pairs of states.</summary>
/// <param name="Relations">Pairs.</param>
/// <param name="Next">Address of the next page, or null.</param>
public sealed record RelationsPage(ImmutableArray<StatePair> Relations, string? Next);

/// <summary><c>/v1/relations</c>: pairs of states, and the chronology of one.</summary>
internal static class RelationsApi
{
    private const string Path = "/v1/relations";
    private const int PageSize = 200;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, (HttpContext http, RegisterStore store) =>
        {
            var asked = SourceFilters.Text(http.Request.Query, "state");
            var state = asked is null ? null : States.Find(asked) ?? throw new FormatException($"'{asked}' is no state; write a code such as KGZ or a name such as Kyrgyzstan");
            var limit = SourceFilters.Limit(SourceFilters.Text(http.Request.Query, "limit"), PageSize);
            var page = store.Pairs(state, limit, SourceFilters.Text(http.Request.Query, "after"));
            var next = SourceFilters.Next(http, page.Next);
            return new JsonAnswer<RelationsPage>(new RelationsPage(page.Items, next), ServerJsonOptions.Readable.RelationsPage, next);
        }).Describes<RelationsPage>(new ApiOperation("listRelations", "Pairs of states with the number of their common events.", "/v1/relations?state=KGZ")
        {
            Parameters = [new ApiParameter("state", "Only pairs of this state, the most events first; else all pairs by their codes.", "KGZ"), ApiParameters.Limit, ApiParameters.After],
        });
        routes.MapGet(Path + "/{a}/{b}", RelationFeature.Answer)
        .Describes<RelationPage>(new ApiOperation("getRelation", "What two states did with each other: counts by type and year, what is planned, a page of events.", "/v1/relations/RUS/KGZ?type=talks")
        {
            Parameters = [ApiParameters.InPath("a", "A state by code or name.", "RUS"), ApiParameters.InPath("b", "The other state.", "KGZ"), .. ApiParameters.Events.Where(p => p.Name != "between")],
        });
    }
}
