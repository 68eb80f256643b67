using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Chancery.Reading.Reports;
using Chancery.Server.Listing;

namespace Chancery.Server.Maps;

/// <summary>Where events happened.</summary>
/// <param name="Points">Places, most events first.</param>
/// <param name="Events">How many events the picture stands for.</param>
/// <param name="Unplaced">How many of them have no place with coordinates.</param>
/// <param name="More">True where there are more than were put on the map.</param>
public sealed record MapPage(ImmutableArray<MapPoint> Points, int Events, int Unplaced, bool More)
{
    /// <summary>What was asked.</summary>
    [JsonIgnore]
    public EventFilters Filters { get; init; } = null!;
}

/// <summary>A place with its events.</summary>
/// <param name="Name">Name.</param>
/// <param name="Country">Code of its state, or null.</param>
/// <param name="Latitude">Degrees north.</param>
/// <param name="Longitude">Degrees east.</param>
/// <param name="Events">How many events.</param>
/// <param name="Address">Where they are listed.</param>
public sealed record MapPoint(string Name, string? Country, double Latitude, double Longitude, int Events, string Address)
{
    /// <summary>Places of events, most events first.</summary>
    internal static ImmutableArray<MapPoint> Of(IEnumerable<EventPlace?> places, Func<string, string> address) => [.. places
        .OfType<EventPlace>().Where(p => p is { Latitude: not null, Longitude: not null })
        .GroupBy(p => (Name: p.Name ?? p.Country ?? "unnamed", p.Country))
        .Select(g => new MapPoint(g.Key.Name, g.Key.Country, g.First().Latitude!.Value, g.First().Longitude!.Value, g.Count(), address(g.Key.Name)))
        .OrderByDescending(p => p.Events).ThenBy(p => p.Name, StringComparer.Ordinal)];
}
