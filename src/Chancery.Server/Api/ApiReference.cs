using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Chancery.Server.Answers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Chancery.Server.Api;

/// <summary><c>/v1</c>: the reference for people, made of what the routes say of themselves; no script, no address elsewhere.</summary>
internal static class ApiReference
{
    private const string Path = "/v1";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(Path, (EndpointDataSource endpoints) =>
        new PageAnswer<ApiReferenceView, ApiReferencePage>(new ApiReferencePage(Make(endpoints), OpenApiSetup.Path), ServerJsonOptions.Readable.ApiReferencePage));

    private static ImmutableArray<ApiReferenceEntry> Make(EndpointDataSource endpoints) => [.. endpoints.Endpoints.OfType<RouteEndpoint>()
        .Select(e => (Route: e, Said: e.Metadata.GetMetadata<ApiOperation>())).Where(e => e.Said is not null)
        .Select(e => new ApiReferenceEntry(e.Route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods[0] ?? "GET", e.Route.RoutePattern.RawText!, e.Said!.Summary, e.Said.Example, e.Said.Body) { Said = e.Said })
        .OrderBy(e => e.Path, StringComparer.Ordinal).ThenBy(e => e.Method, StringComparer.Ordinal)];
}

/// <summary>The reference.</summary>
/// <param name="Operations">What can be asked.</param>
/// <param name="OpenApi">Address of the OpenAPI document.</param>
public sealed record ApiReferencePage(ImmutableArray<ApiReferenceEntry> Operations, string OpenApi);

/// <summary>An operation.</summary>
/// <param name="Method">GET or POST.</param>
/// <param name="Path">Path with its parameters.</param>
/// <param name="Summary">One line.</param>
/// <param name="Example">An address that answers.</param>
/// <param name="Body">A body that is posted, or null.</param>
public sealed record ApiReferenceEntry(string Method, string Path, string Summary, string Example, string? Body)
{
    /// <summary>What the route says.</summary>
    [JsonIgnore]
    internal ApiOperation Said { get; init; } = null!;
}
