using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Chancery.Register.Events;
using Chancery.Server.Listing;

namespace Chancery.Server.Actors;

/// <summary>A state or a person with its events.</summary>
/// <param name="Name">For people.</param>
/// <param name="Code">ISO 3166-1 alpha-3 of a state, else null.</param>
/// <param name="Total">Events of a person; null for a state, whose hundred thousands are not counted for a page.</param>
/// <param name="With">Who takes part beside it in the events of this page, most often first.</param>
/// <param name="Events">A page of events.</param>
/// <param name="Next">Address of the next page, or null.</param>
public sealed record ActorPage(string Name, string? Code, long? Total, ImmutableArray<Companion> With, ImmutableArray<EventSummary> Events, string? Next)
{
    /// <summary>Offices held, the latest first; of people only.</summary>
    public ImmutableArray<TenureAnswer> Tenures { get; init; } = [];

    /// <summary>Orders and medals, each with its event.</summary>
    public ImmutableArray<HonourAnswer> Honours { get; init; } = [];

    /// <summary>Where the events of this page happened; for a person in order of time, for a state the busiest first.</summary>
    public ImmutableArray<Maps.MapPoint> Places { get; init; } = [];

    /// <summary>Office of a person in the newest events of this page, or null.</summary>
    public string? Office { get; init; }

    /// <summary>State of a person in them, or null.</summary>
    public string? Country { get; init; }

    /// <summary>Visits of a person to elsewhere, the latest first.</summary>
    [JsonIgnore]
    public ImmutableArray<EventSummary> Travels { get; init; } = [];

    /// <summary>What was asked.</summary>
    [JsonIgnore]
    public EventFilters Filters { get; init; } = null!;

    /// <summary>Path of the page.</summary>
    [JsonIgnore]
    public string Path { get; init; } = "";
}

/// <summary>A state or person that takes part too.</summary>
/// <param name="Name">For people.</param>
/// <param name="Address">Page of the two, or of the person.</param>
/// <param name="Events">How many events.</param>
public sealed record Companion(string Name, string Address, int Events);

/// <summary>An order or medal given or received.</summary>
/// <param name="Honour">Name with class.</param>
/// <param name="With">Who gave it, or to whom.</param>
/// <param name="When">Day, or null.</param>
/// <param name="Event">Id of the event.</param>
public sealed record HonourAnswer(string Honour, string With, string? When, string Event);
