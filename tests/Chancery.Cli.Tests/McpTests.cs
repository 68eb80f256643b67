using ModelContextProtocol.Client;

namespace Chancery.Cli.Tests;

/// <summary><c>chancery mcp</c>: the program itself, asked by the SDK's client over stdin and stdout.</summary>
public sealed class McpTests(MadeRegister made) : IClassFixture<MadeRegister>
{
    [Fact]
    public async Task An_agent_asks_over_stdin_and_stdout()
    {
        var program = Path.Combine(AppContext.BaseDirectory, "chancery");
        await using var client = await McpClient.CreateAsync(new StdioClientTransport(new StdioClientTransportOptions { Command = program, Arguments = ["mcp", "--register", made.Store.Name] }), cancellationToken: TestContext.Current.CancellationToken);
        var answer = await client.CallToolAsync("timeline", new Dictionary<string, object?> { ["states"] = "RUS,KGZ", ["limit"] = 3 }, cancellationToken: TestContext.Current.CancellationToken);
        Assert.NotEqual(true, answer.IsError);
        Assert.Contains("\"events\":[{\"id\":", answer.Content.OfType<ModelContextProtocol.Protocol.TextContentBlock>().Single().Text);
    }
}
