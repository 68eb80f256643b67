using System.Collections.Immutable;
using Chancery.Server.Failures;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Chancery.Server.Api;

/// <summary>What programs are told of an address under <c>/v1</c>: the source of the OpenAPI document, of the reference page and of the examples that tests run.</summary>
/// <param name="Id">Name of the operation in clients made from the document.</param>
/// <param name="Summary">One line.</param>
/// <param name="Example">An address that answers, as one would write it.</param>
internal sealed record ApiOperation(string Id, string Summary, string Example)
{
    /// <summary>Parameters.</summary>
    public ImmutableArray<ApiParameter> Parameters { get; init; } = [];

    /// <summary>More than the summary says, or null.</summary>
    public string? Description { get; init; }

    /// <summary>Body of an example that is posted, or null.</summary>
    public string? Body { get; init; }
}

/// <summary>A parameter.</summary>
/// <param name="Name">Name.</param>
/// <param name="Description">What it asks for.</param>
/// <param name="Example">A value, or null.</param>
internal sealed record ApiParameter(string Name, string Description, string? Example = null)
{
    /// <summary>True for a part of the path.</summary>
    public bool InPath { get; init; }

    /// <summary>True where several may be given.</summary>
    public bool Many { get; init; }

    /// <summary>string, integer, number.</summary>
    public string Type { get; init; } = "string";

    /// <summary>Values that it takes; empty for any.</summary>
    public ImmutableArray<string> Values { get; init; } = [];
}

/// <summary>How features say it.</summary>
internal static class ApiConventions
{
    /// <summary>Describes an address that answers a <typeparamref name="T"/>.</summary>
    public static RouteHandlerBuilder Describes<T>(this RouteHandlerBuilder route, ApiOperation operation)
    {
        route.WithMetadata(operation).WithName(operation.Id).Produces<T>(contentType: "application/json");
        foreach (var status in new[] { StatusCodes.Status400BadRequest, StatusCodes.Status401Unauthorized, StatusCodes.Status404NotFound, StatusCodes.Status429TooManyRequests })
            route.Produces<FailurePage>(status, "application/json");
        return route;
    }
}
