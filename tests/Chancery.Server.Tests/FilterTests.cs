using System.Net;

namespace Chancery.Server.Tests;

/// <summary>Filters of an address, paging, and what happens to wrong ones.</summary>
public sealed class FilterTests
{
    [Theory]
    [InlineData("type=talks", 2)]
    [InlineData("type=talks,signing", 3)]
    [InlineData("status=planned", 1)]
    [InlineData("status=unconfirmed", 1)]
    [InlineData("until=2021", 1)]
    [InlineData("since=2023-12", 1)]
    [InlineData("between=RUS&between=Kyrgyzstan", 5)]
    [InlineData("person=scholz", 1)]
    [InlineData("type=&status=&since=", 6)]
    [InlineData("utm_source=elsewhere", 6)]
    public async Task Filters_narrow(string query, int events)
    {
        await using var server = await RunningServer.Start(Seeds.Visit());
        Assert.Equal(events, (await server.Json($"/v1/events?{query}")).GetProperty("events").GetArrayLength());
        Assert.Equal(events, (await server.Json($"/events.json?{query}")).GetProperty("events").GetArrayLength());
    }

    [Fact]
    public async Task Pages_hold_every_event_once()
    {
        await using var server = await RunningServer.Start(Seeds.Visit());
        var ids = new List<string>();
        for (string? at = "/v1/events?limit=2"; at is not null;)
        {
            var page = await server.Json(at);
            ids.AddRange(page.GetProperty("events").EnumerateArray().Select(e => e.GetProperty("id").GetString()!));
            at = page.GetProperty("next").GetString();
        }
        Assert.Equal(6, ids.Count);
        Assert.Equal(6, ids.Distinct().Count());
    }

    [Theory]
    [InlineData("/events?since=yesterday", "is no date")]
    [InlineData("/events?type=party", "is no type")]
    [InlineData("/events?status=done", "is no status")]
    [InlineData("/events?limit=100000", "size of a page")]
    [InlineData("/v1/events?after=nowhere~x", "place in a list")]
    public async Task A_wrong_filter_is_named(string path, string message) => Assert.Contains(message, await Wrong(path));

    [Fact]
    public async Task A_text_too_long_is_refused() => Assert.Contains("characters at most", await Wrong("/search?q=" + new string('x', 301)));

    private static async Task<string> Wrong(string path)
    {
        await using var server = await RunningServer.Start(Seeds.Visit());
        return await server.Text(path, HttpStatusCode.BadRequest);
    }
}
