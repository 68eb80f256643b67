using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Chancery.Register.Events;

namespace Chancery.Server.Listing;

/// <summary>A page of a list of events.</summary>
/// <param name="Title">What is listed.</param>
/// <param name="Events">Events.</param>
/// <param name="Next">Address of the next page, or null on the last.</param>
public sealed record ListPage(string Title, ImmutableArray<EventSummary> Events, string? Next)
{
    /// <summary>What was asked.</summary>
    [JsonIgnore]
    public EventFilters Filters { get; init; } = null!;

    /// <summary>Path of the list, without query.</summary>
    [JsonIgnore]
    public string Path { get; init; } = "";

    /// <summary>Pages of the pairs, states and persons that the words name.</summary>
    public ImmutableArray<Suggestion> Suggestions { get; init; } = [];
}

/// <summary>A page that the words of a search may mean.</summary>
public sealed record Suggestion(string Title, string Address)
{
    /// <summary>What it is: an office and a state, how many events; or null.</summary>
    public string? Note { get; init; }
}
