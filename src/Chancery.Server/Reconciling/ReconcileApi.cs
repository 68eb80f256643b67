using System.Text.Json;
using Chancery.Server.Access;
using Chancery.Server.Answers;
using Chancery.Server.Api;
using Chancery.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Chancery.Server.Reconciling;

/// <summary><c>/v1/reconcile</c>: names of a table to states and persons, by the protocol that OpenRefine speaks.</summary>
internal static class ReconcileApi
{
    private const string Path = "/v1/reconcile";
    private const int MostQueries = 50;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, (HttpContext http, RegisterStore store) => http.Request.Query["queries"].ToString() is { Length: > 0 } queries ? (IResult)Answer(store, queries) : Manifest(http))
            .Describes<ReconcileManifest>(new ApiOperation("reconcileManifest", "What the reconciliation service offers (Reconciliation Service API 0.2).", Path)
            {
                Parameters = [new ApiParameter("queries", "Questions as in the post; without it the service tells of itself.")],
                Description = "In OpenRefine: Reconcile, Start reconciling, Add standard service, and this address. Where the register has users, a key goes with it as password: `https://any:KEY@register.example.org/v1/reconcile`.",
            });
        routes.MapPost(Path, async (HttpContext http, RegisterStore store) =>
        {
            if (!http.Request.HasFormContentType) throw new FormatException("'queries' is expected as a field of a form");
            var form = await http.Request.ReadFormAsync(http.RequestAborted);
            return Answer(store, form["queries"].ToString());
        }).OnlyAsks().Describes<Dictionary<string, ReconcileResult>>(new ApiOperation("reconcile", "Whom names of a table mean: states and persons of the register.", Path)
        {
            Body = """queries={"q0": {"query": "Japarov", "type": "person", "limit": 3}, "q1": {"query": "Kyrgyzstan"}}""",
        });
    }

    private static JsonAnswer<ReconcileManifest> Manifest(HttpContext http)
    {
        var root = $"{http.Request.Scheme}://{http.Request.Host}";
        return new(new ReconcileManifest(["0.2"], "Chancery", root, root + "/v1", Reconciliation.Types, new ReconcileView(root + "/{{id}}")), ServerJsonOptions.Readable.ReconcileManifest);
    }

    private static JsonAnswer<Dictionary<string, ReconcileResult>> Answer(RegisterStore store, string queries)
    {
        Dictionary<string, ReconcileQuery>? asked;
        try
        {
            asked = JsonSerializer.Deserialize(queries, ServerJsonOptions.Readable.DictionaryStringReconcileQuery);
        }
        catch (JsonException e)
        {
            throw new FormatException($"'queries' is no JSON of questions: {e.Message}", e);
        }
        if (asked is null || asked.Count > MostQueries) throw new FormatException($"'queries' takes up to {MostQueries} questions");
        var reconciliation = new Reconciliation(new ActorSearch(store));
        return new(asked.ToDictionary(q => q.Key, q => reconciliation.Ask(q.Value)), ServerJsonOptions.Readable.DictionaryStringReconcileResult);
    }
}
