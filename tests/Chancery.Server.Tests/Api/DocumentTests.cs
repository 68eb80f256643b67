using System.Collections;
using System.Net;
using System.Text;
using Chancery.Register;
using Chancery.Server.Api;
using Chancery.Storage;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Chancery.Server.Tests.Api;

/// <summary>The OpenAPI document, tried by a client that is made from it.</summary>
public sealed class DocumentTests
{
    [Fact]
    public async Task A_client_made_from_the_document_runs_every_example()
    {
        await using var server = await RunningServer.Start(Seeds.Visit());
        var client = await MadeClient.Of(await server.Html("/v1/openapi.json"), server.Client);
        var operations = Operations(server).ToArray();
        Assert.Equal(operations.Select(o => o.Operation.Id).Order(StringComparer.OrdinalIgnoreCase), client.Operations.Order(StringComparer.OrdinalIgnoreCase), StringComparer.OrdinalIgnoreCase);
        foreach (var (pattern, operation) in operations)
        {
            var answer = await client.Ask(operation.Id, Values(pattern, Concrete(server, operation.Example)), Field(operation.Body));
            Assert.True(answer is IDictionary { Count: > 0 } || Filled(answer), $"{operation.Id}: {operation.Example} answers nothing");
        }
    }

    [Fact]
    public async Task Every_example_answers_and_every_route_of_programs_is_described()
    {
        await using var server = await RunningServer.Start(Seeds.Visit());
        var described = Operations(server).Select(o => o.Pattern).ToHashSet();
        foreach (var route in Routes(server).Select(r => r.RoutePattern.RawText!).Where(p => p.StartsWith("/v1/", StringComparison.Ordinal) && p != "/v1/openapi")) Assert.Contains(route, described);
        foreach (var (_, operation) in Operations(server))
        {
            var address = Concrete(server, operation.Example);
            using var answer = operation.Body is null ? await server.Client.GetAsync(address, TestContext.Current.CancellationToken) : await server.Client.PostAsync(address, Content(operation.Body), TestContext.Current.CancellationToken);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{address}: {answer.StatusCode}");
            Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
        }
    }

    private static bool Filled(object answer) => answer.GetType().GetProperties().Any(p => p.GetValue(answer) is string { Length: > 0 } or IEnumerable and not string && ((IEnumerable)p.GetValue(answer)!).Cast<object>().Any());

    private static StringContent Content(string body) => body.StartsWith("queries=", StringComparison.Ordinal)
        ? new StringContent("queries=" + Uri.EscapeDataString(body["queries=".Length..]), Encoding.UTF8, "application/x-www-form-urlencoded") : new StringContent(body, Encoding.UTF8, "application/json");

    private static string? Field(string? body) => body?.StartsWith("queries=", StringComparison.Ordinal) == true ? System.Text.Json.JsonSerializer.Serialize(new Dictionary<string, string> { ["queries"] = body["queries=".Length..] }) : body;

    private static Dictionary<string, string> Values(string pattern, string address)
    {
        var (path, query) = address.Split('?') is [var p, var q] ? (p, q) : (address, "");
        var values = query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(v => v.Split('=', 2)).ToDictionary(v => v[0], v => Uri.UnescapeDataString(v[1]));
        foreach (var (name, value) in pattern.Split('/').Zip(path.Split('/')))
            if (name.StartsWith('{')) values[name.Trim('{', '}')] = Uri.UnescapeDataString(value);
        return values;
    }

    /// <summary>An example with ids of this register.</summary>
    internal static string Concrete(RunningServer server, string example)
    {
        var visit = server.Store.Find(new EventQuery { Types = ["visit"] }).Items[0];
        var report = server.Store.Event(visit.Id)!.Reports[0];
        return example.Replace("{event}", visit.Id, StringComparison.Ordinal).Replace("{report}", RegisterId.Print(report.Number, 'r'), StringComparison.Ordinal).Replace("{article}", RegisterId.Print(report.Document.Number, 'd'), StringComparison.Ordinal);
    }

    private static IEnumerable<(string Pattern, ApiOperation Operation)> Operations(RunningServer server) =>
        Routes(server).Select(r => (r.RoutePattern.RawText!, Operation: r.Metadata.GetMetadata<ApiOperation>())).Where(o => o.Operation is not null).Select(o => (o.Item1, o.Operation!));

    private static IEnumerable<RouteEndpoint> Routes(RunningServer server) => server.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();
}
