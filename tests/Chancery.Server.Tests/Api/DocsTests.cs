using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Chancery.Server.Tests.Agents;
using ModelContextProtocol.Client;

namespace Chancery.Server.Tests.Api;

/// <summary>The examples of docs/api.md, run.</summary>
public sealed partial class DocsTests
{
    [Fact]
    public async Task Every_command_answers()
    {
        await using var server = await RunningServer.Start(Seeds.Visit());
        var commands = Command().Matches(Docs("api.md")).ToArray();
        Assert.True(commands.Length >= 15);
        foreach (var command in commands)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, command.Groups["path"].Value);
            if (command.Groups["json"].Success) (request.Method, request.Content) = (HttpMethod.Post, new StringContent(command.Groups["json"].Value, Encoding.UTF8, "application/json"));
            if (command.Groups["form"].Success) (request.Method, request.Content) = (HttpMethod.Post, new FormUrlEncodedContent([new("queries", command.Groups["form"].Value)]));
            using var answer = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{command.Value}: {answer.StatusCode}");
            Assert.NotEqual("", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task Every_example_of_a_tool_is_answered_with_evidence()
    {
        await using var server = await RunningServer.Start(Seeds.Visit());
        await using var client = await McpClient.CreateAsync(new HttpClientTransport(new HttpClientTransportOptions { Endpoint = new Uri(server.Client.BaseAddress!, "/mcp") }), cancellationToken: TestContext.Current.CancellationToken);
        var examples = Tool().Matches(Docs("api.md")).ToArray();
        Assert.Equal((await client.ListToolsAsync(cancellationToken: TestContext.Current.CancellationToken)).Select(t => t.Name).Order(), examples.Select(e => e.Groups["tool"].Value).Order());
        foreach (var example in examples)
        {
            var arguments = JsonSerializer.Deserialize<Dictionary<string, object?>>(DocumentTests.Concrete(server, example.Groups["arguments"].Value))!;
            var answer = await ToolTests.Call(client, example.Groups["tool"].Value, arguments);
            Assert.Matches("\"(quote|text)\":\"[^\"]", answer.GetRawText());
        }
    }

    [Fact]
    public async Task The_table_names_every_address()
    {
        await using var server = await RunningServer.Start(Seeds.Visit());
        using var document = JsonDocument.Parse(await server.Html("/v1/openapi.json"));
        foreach (var path in document.RootElement.GetProperty("paths").EnumerateObject()) Assert.Contains($"`{path.Name}", Docs("api.md").Replace("?q=`", "`", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    private static string Docs(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "docs", name))) return File.ReadAllText(Path.Combine(folder.FullName, "docs", name));
        throw new FileNotFoundException(name);
    }

    [GeneratedRegex("""^curl -s 'http://127\.0\.0\.1:5080(?<path>[^']+)'(?: -H '[^']+' -d '(?<json>[^']+)'| --data-urlencode 'queries=(?<form>[^']+)')?$""", RegexOptions.Multiline)]
    private static partial Regex Command();

    [GeneratedRegex("""^\| `(?<tool>[a-z_]+)` \| [^|]+ \| `(?<arguments>\{.*\})` \|$""", RegexOptions.Multiline)]
    private static partial Regex Tool();
}
