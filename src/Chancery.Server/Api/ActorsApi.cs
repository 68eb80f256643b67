using Chancery.Server.Languages;
using System.Collections.Immutable;
using Chancery.Register;
using Chancery.Server.Actors;
using Chancery.Server.Answers;
using Chancery.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Chancery.Server.Api;

/// <summary>Somebody who takes part in events.</summary>
/// <param name="Kind">state or person.</param>
/// <param name="Id">Code of a state, name of a person: what stands behind <c>/v1/actors/</c>.</param>
/// <param name="Name">For people.</param>
/// <param name="Country">State that a person acted for last, ISO 3166-1 alpha-3, or null.</param>
/// <param name="Office">Office that a person held last, or null.</param>
/// <param name="Wikidata">Wikidata id, or null.</param>
/// <param name="Score">0 to 1: how well the name fits what was asked.</param>
public sealed record ActorRow(string Kind, string Id, string Name, string? Country, string? Office, string? Wikidata, double Score);

/// <summary>Actors that a name may mean.</summary>
/// <param name="Actors">The best first.</param>
public sealed record ActorsPage(ImmutableArray<ActorRow> Actors);

/// <summary><c>/v1/actors</c>: states and persons by name, and one with its events.</summary>
internal static class ActorsApi
{
    private const string Path = "/v1/actors";
    private const int Most = 50;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, (HttpContext http, RegisterStore store) =>
        {
            var name = SourceFilters.Text(http.Request.Query, "q") ?? throw new FormatException("'q' is missing: whose name is looked for?");
            var limit = SourceFilters.Limit(SourceFilters.Text(http.Request.Query, "limit"), Most);
            return new JsonAnswer<ActorsPage>(new ActorsPage([.. new ActorSearch(store).Named(name).Take(limit)]), ServerJsonOptions.Readable.ActorsPage);
        }).Describes<ActorsPage>(new ApiOperation("findActors", "States and persons by name.", "/v1/actors?q=Japarov")
        {
            Parameters = [new ApiParameter("q", "A name or the words of one.", "Japarov"), ApiParameters.Limit],
        });
        routes.MapGet(Path + "/{id}", (HttpContext http, RegisterStore store, string id) => States.Find(id) is { } state ? ActorFeature.State(http, store, Wording.English, state) : ActorFeature.Person(http, store, Wording.English, id))
            .Describes<ActorPage>(new ApiOperation("getActor", "A state or a person with its events.", "/v1/actors/KGZ?type=visit")
            {
                Parameters = [ApiParameters.InPath("id", "Code or name of a state, or name of a person.", "KGZ"), .. ApiParameters.Events],
            });
    }
}
