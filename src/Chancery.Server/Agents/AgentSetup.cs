using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Chancery.Server.Access;
using Chancery.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace Chancery.Server.Agents;

/// <summary>The tools over HTTP (<c>/mcp</c>) and over stdin and stdout (<c>chancery mcp</c>).</summary>
public static class AgentSetup
{
    private const string Path = "/mcp";

    private const string Instructions = "A register of diplomatic events read from texts. Start with find_events or timeline; every event has an id. Quote the sentence and name the source that an answer carries; "
        + "an event's status matters: 'planned' and 'unconfirmed' did not happen as far as is known. Use evidence or explain before stating what sources dispute.";

    /// <summary>Serves the tools over stdin and stdout until stdin ends; nothing else may write to stdout.</summary>
    public static async Task ServeStdio(RegisterStore store, CancellationToken stop)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(store).AddSingleton<OfficeBook>();
        AddTools(services).WithStdioServerTransport();
        await using var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<ModelContextProtocol.Server.McpServer>().RunAsync(stop);
    }

    internal static void AddAgents(this IServiceCollection services)
    {
        services.AddSingleton<OfficeBook>();
        // Without sessions: every question stands alone, so any server of a cluster can answer it.
        AddTools(services).WithHttpTransport(o => o.Stateless = true);
    }

    // All tools only read.
    internal static void MapAgents(this IEndpointRouteBuilder routes) => routes.MapMcp(Path).OnlyAsks();

    private static IMcpServerBuilder AddTools(IServiceCollection services) => services.AddMcpServer(o =>
    {
        o.ServerInfo = new Implementation { Name = "chancery", Title = "Chancery", Version = typeof(AgentSetup).Assembly.GetName().Version?.ToString(3) ?? "0" };
        o.ServerInstructions = Instructions;
    }).WithTools<RegisterTools>(Json());

    private static JsonSerializerOptions Json()
    {
        var options = new JsonSerializerOptions(McpJsonUtilities.DefaultOptions) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, DefaultIgnoreCondition = JsonIgnoreCondition.Never };
        options.TypeInfoResolverChain.Insert(0, AgentJson.Default);
        return options;
    }
}
