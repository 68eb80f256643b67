using System.Text.Json;
using Chancery.Server.Access;
using Chancery.Server.Tests.Access;
using ModelContextProtocol;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Chancery.Server.Tests.Agents;

/// <summary>The tools of agents, by the SDK's client over HTTP.</summary>
public sealed class ToolTests
{
    private static readonly string[] s_names = ["evidence", "explain", "find_events", "get_event", "timeline", "who_held_office"];

    [Fact]
    public async Task Six_tools_that_only_read_are_offered()
    {
        await using var server = await RunningServer.Start(Seeds.Visit());
        await using var client = await Client(server);
        var tools = await client.ListToolsAsync(cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(s_names, tools.Select(t => t.Name).Order());
        foreach (var tool in tools)
        {
            Assert.True(tool.ProtocolTool.Annotations?.ReadOnlyHint);
            Assert.NotNull(tool.ProtocolTool.OutputSchema);
            Assert.False(string.IsNullOrEmpty(tool.Description));
        }
        Assert.Contains("find_events", client.ServerInstructions);
    }

    [Fact]
    public async Task Events_are_found_opened_and_evidenced()
    {
        await using var server = await RunningServer.Start(Seeds.Visit());
        await using var client = await Client(server);
        var found = await Call(client, "find_events", new() { ["between"] = "RUS,Kyrgyzstan", ["type"] = "visit", ["status"] = "occurred" });
        var visit = found.GetProperty("events").EnumerateArray().Single();
        Assert.False(string.IsNullOrEmpty(visit.GetProperty("quote").GetString()));
        var id = visit.GetProperty("id").GetString();
        var whole = await Call(client, "get_event", new() { ["id"] = id });
        Assert.Equal(2, whole.GetProperty("reports").GetArrayLength());
        Assert.Equal(2, whole.GetProperty("parts").GetArrayLength());
        Assert.Contains("Chancery register, event", whole.GetProperty("citation").GetString());
        var evidence = await Call(client, "evidence", new() { ["id"] = id, ["field"] = "end" });
        var values = evidence.GetProperty("values").EnumerateArray().ToArray();
        Assert.Equal([true, false], values.Select(v => v.GetProperty("chosen").GetBoolean()));
        Assert.All(values, v => Assert.NotEqual(0, v.GetProperty("sentences").GetArrayLength()));
        var explained = await Call(client, "explain", new() { ["id"] = id });
        Assert.Contains(explained.GetProperty("fields").EnumerateArray().SelectMany(f => f.GetProperty("values").EnumerateArray()).SelectMany(v => v.GetProperty("sentences").EnumerateArray()),
            s => s.GetProperty("rule").GetString() == "en.visit.arrive" && s.GetProperty("text").GetString()!.Contains("**arrived** in Bishkek on Thursday.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_timeline_pages_in_order()
    {
        await using var server = await RunningServer.Start(Seeds.Visit());
        await using var client = await Client(server);
        var (days, after) = (new List<string?>(), (string?)null);
        do
        {
            var page = await Call(client, "timeline", new() { ["states"] = "Russia, Kyrgyzstan", ["limit"] = 2, ["after"] = after });
            days.AddRange(page.GetProperty("events").EnumerateArray().Select(e => e.GetProperty("start").GetString()));
            after = page.GetProperty("next").GetString();
        }
        while (after is not null);
        Assert.Equal(5, days.Count);
        Assert.Equal(days.Order(), days);
    }

    [Fact]
    public async Task Holders_of_offices_come_with_their_table_and_with_events()
    {
        await using var server = await RunningServer.Start(Seeds.Visit());
        await using var client = await Client(server);
        var answer = await Call(client, "who_held_office", new() { ["of"] = "Kyrgyzstan", ["office"] = "president", ["on"] = "2023-10-12" });
        var tenure = answer.GetProperty("tenures").EnumerateArray().Single();
        Assert.Equal(("Sadyr Japarov", "president", "KGZ"), (tenure.GetProperty("person").GetString(), tenure.GetProperty("office").GetString(), tenure.GetProperty("of").GetString()));
        Assert.Contains(answer.GetProperty("seen").EnumerateArray(), e => e.GetProperty("type").GetString() == "talks");
        var person = await Call(client, "who_held_office", new() { ["person"] = "Sadyr Japarov" });
        Assert.Contains(person.GetProperty("tenures").EnumerateArray(), t => t.GetProperty("office").GetString() == "president");
    }

    [Theory]
    [InlineData("get_event", "id", "e0000000000000", "no event")]
    [InlineData("find_events", "type", "party", "is no type")]
    [InlineData("find_events", "since", "yesterday", "is no date")]
    [InlineData("timeline", "states", "Ruritania", "is no state")]
    [InlineData("who_held_office", "on", "2023", "give 'of'")]
    public async Task What_is_asked_wrongly_is_told(string tool, string name, string value, string message)
    {
        await using var server = await RunningServer.Start(Seeds.Visit());
        await using var client = await Client(server);
        var answer = await client.CallToolAsync(tool, new Dictionary<string, object?> { [name] = value }, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(answer.IsError);
        Assert.Contains(message, ((TextContentBlock)answer.Content[0]).Text);
    }

    [Fact]
    public async Task An_agent_comes_in_with_a_key_only()
    {
        await using var server = await RunningServer.Start(Seeds.Visit(), null, Guest.Invite);
        await Assert.ThrowsAnyAsync<Exception>(() => Client(server));
        await using var client = await Client(server, ApiKeys.Make(server.Store, "reader", Chancery.Server.Access.Role.Reader, "agent").Text);
        Assert.Equal(6, (await client.ListToolsAsync(cancellationToken: TestContext.Current.CancellationToken)).Count);
    }

    internal static async Task<JsonElement> Call(McpClient client, string tool, Dictionary<string, object?> arguments)
    {
        var answer = await client.CallToolAsync(tool, arguments.Where(a => a.Value is not null).ToDictionary(), cancellationToken: TestContext.Current.CancellationToken);
        Assert.False(answer.IsError == true, answer.Content.OfType<TextContentBlock>().FirstOrDefault()?.Text);
        // The same stands in the text, for clients that know no structured answers.
        using var text = JsonDocument.Parse(answer.Content.OfType<TextContentBlock>().Single().Text);
        var structured = JsonSerializer.SerializeToElement(answer.StructuredContent, McpJsonUtilities.DefaultOptions);
        Assert.Equal(text.RootElement.EnumerateObject().Select(p => p.Name), structured.EnumerateObject().Select(p => p.Name));
        return structured;
    }

    private static Task<McpClient> Client(RunningServer server, string? key = null)
    {
        var options = new HttpClientTransportOptions { Endpoint = new Uri(server.Client.BaseAddress!, "/mcp"), AdditionalHeaders = key is null ? null : new Dictionary<string, string> { ["Authorization"] = "Bearer " + key } };
        return McpClient.CreateAsync(new HttpClientTransport(options), cancellationToken: TestContext.Current.CancellationToken);
    }
}
