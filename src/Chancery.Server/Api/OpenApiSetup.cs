using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Chancery.Server.Answers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Chancery.Server.Api;

/// <summary>The OpenAPI document: made from the routes under <c>/v1</c> and from what they say of themselves.</summary>
internal static class OpenApiSetup
{
    /// <summary>Address as it is written; the ending is taken off before routing.</summary>
    public const string Path = "/v1/openapi.json";
    private const string Name = "v1";

    public static void AddApiDocument(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(o =>
        {
            o.SerializerOptions.TypeInfoResolverChain.Insert(0, ServerJsonOptions.Readable);
            // Else every number is described as a text too.
            o.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
        });
        services.AddOpenApi(Name, o =>
        {
            o.OpenApiVersion = OpenApiSpecVersion.OpenApi3_0;
            o.ShouldInclude = d => d.ActionDescriptor.EndpointMetadata.OfType<ApiOperation>().Any();
            o.AddDocumentTransformer((document, _, _) => Describe(document));
            o.AddOperationTransformer((operation, context, _) => Describe(operation, context));
        });
    }

    public static void MapApiDocument(this IEndpointRouteBuilder routes) => routes.MapOpenApi("/v1/openapi").WithName("openapi");

    private static Task Describe(OpenApiDocument document)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Chancery", Version = Name,
            Description = "A register of diplomatic events. Everything here is read; pages are stable while others come in: an answer's `next` is the address of the next one. Answers carry an ETag.",
        };
        document.Servers = [];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
        document.Components.SecuritySchemes["key"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "A key of `chancery users key add`; none is needed on a machine of one's own without users." };
        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("key", document)] = [] }, new OpenApiSecurityRequirement()];
        return Task.CompletedTask;
    }

    private static Task Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<ApiOperation>().FirstOrDefault() is not { } said) return Task.CompletedTask;
        operation.OperationId = said.Id;
        operation.Summary = said.Summary;
        operation.Description = said.Description;
        operation.Tags = null;
        operation.Parameters = [.. said.Parameters.Select(Parameter)];
        if (said.Body is not null && said.Body.StartsWith("queries=", StringComparison.Ordinal))
            operation.RequestBody = new OpenApiRequestBody { Required = true, Content = new Dictionary<string, OpenApiMediaType> { ["application/x-www-form-urlencoded"] = new() { Schema = Queries() } } };
        return Task.CompletedTask;
    }

    private static OpenApiSchema Queries() => new()
    {
        Type = JsonSchemaType.Object,
        Properties = new Dictionary<string, IOpenApiSchema> { ["queries"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "JSON: questions by keys of one's own." } },
        Required = new HashSet<string> { "queries" },
    };

    private static OpenApiParameter Parameter(ApiParameter p) => new()
    {
        Name = p.Name, In = p.InPath ? ParameterLocation.Path : ParameterLocation.Query, Required = p.InPath,
        Description = p.Values.IsEmpty ? p.Description : $"{p.Description} Values: {string.Join(", ", p.Values)}.",
        Schema = new OpenApiSchema { Type = p.Type == "integer" ? JsonSchemaType.Integer : JsonSchemaType.String, Format = p.Type == "integer" ? "int32" : null },
        Example = p.Example is null ? null : p.Type == "integer" ? JsonValue.Create(int.Parse(p.Example, System.Globalization.CultureInfo.InvariantCulture)) : JsonValue.Create(p.Example),
    };
}
