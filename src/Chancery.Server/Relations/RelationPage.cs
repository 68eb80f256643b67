using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Chancery.Register.Events;
using Chancery.Server.Listing;
using Chancery.Storage;

namespace Chancery.Server.Relations;

/// <summary>What happened between two states.</summary>
/// <param name="A">A state.</param>
/// <param name="B">The other.</param>
/// <param name="Total">Events that match.</param>
/// <param name="Tallies">Events by type and year, all filters but type and dates applied.</param>
/// <param name="Coming">What is planned.</param>
/// <param name="Unconfirmed">What was announced and never confirmed.</param>
/// <param name="Events">A page of events.</param>
/// <param name="Next">Address of the next page, or null.</param>
public sealed record RelationPage(StateName A, StateName B, long Total, ImmutableArray<Tally> Tallies, ImmutableArray<EventSummary> Coming,
    ImmutableArray<EventSummary> Unconfirmed, ImmutableArray<EventSummary> Events, string? Next)
{
    /// <summary>"Russia and Kyrgyzstan".</summary>
    public string Title => $"{A.Name} and {B.Name}";

    /// <summary>What was asked.</summary>
    [JsonIgnore]
    public EventFilters Filters { get; init; } = null!;

    /// <summary>Day of today.</summary>
    [JsonIgnore]
    public DateOnly Today { get; init; }

    /// <summary>The newest events, for the timeline.</summary>
    [JsonIgnore]
    public ImmutableArray<EventSummary> Drawn { get; init; } = [];

    /// <summary>Documents, the newest first, each with its event.</summary>
    [JsonIgnore]
    public IEnumerable<(string Title, string Kind, EventSummary Event)> Papers => Drawn.SelectMany(e => e.Instruments.Where(i => i.Title is not null).Select(i => (i.Title!, i.Kind, e))).DistinctBy(p => p.Item1, StringComparer.OrdinalIgnoreCase);

    /// <summary>People of a state, most events first.</summary>
    internal IEnumerable<(string Name, string? Office, int Events)> People(string state) => Drawn.SelectMany(e => e.Participants.Where(p => p.Kind == "person" && p.Country == state).DistinctBy(p => p.Name))
        .GroupBy(p => p.Name, StringComparer.Ordinal).Select(g => (g.Key, g.Select(p => p.Office).FirstOrDefault(o => o is not null), g.Count())).OrderByDescending(p => p.Item3).ThenBy(p => p.Key, StringComparer.Ordinal);

    /// <summary>Path of the page.</summary>
    [JsonIgnore]
    public string Path { get; init; } = "";
}

/// <summary>A state for people.</summary>
/// <param name="Code">ISO 3166-1 alpha-3.</param>
/// <param name="Name">Name in English.</param>
public sealed record StateName(string Code, string Name);
