using System.Collections.Immutable;
using Chancery.Register.Events;
using Chancery.Storage;

namespace Chancery.Server.Home;

/// <summary>The first page.</summary>
/// <param name="Size">How much is in the register.</param>
/// <param name="Newest">What happened last.</param>
/// <param name="Coming">What is planned, the next first.</param>
/// <param name="Unconfirmed">Plans whose day passed in silence.</param>
public sealed record HomePage(Size Size, ImmutableArray<EventSummary> Newest, ImmutableArray<EventSummary> Coming, ImmutableArray<EventSummary> Unconfirmed)
{
    /// <summary>What the register learned last.</summary>
    public ImmutableArray<Change> Changed { get; init; } = [];

    /// <summary>Open questions by kind, up to a hundred.</summary>
    public ImmutableDictionary<string, int> Waiting { get; init; } = ImmutableDictionary<string, int>.Empty;
}
