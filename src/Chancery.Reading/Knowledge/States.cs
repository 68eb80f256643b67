using System.Collections.Immutable;

namespace Chancery.Reading.Knowledge;

/// <summary>A state with its life, or a territory.</summary>
/// <param name="Index">Row in the pack.</param>
/// <param name="Iso3">ISO 3166-1 alpha-3 code; for former and unrecognised states the code of the table (SUN, YUG, XKX …).</param>
/// <param name="Name">Usual English name.</param>
public sealed record State(int Index, string Iso3, string Name)
{
    /// <summary>ISO 3166-1 alpha-2, or empty.</summary>
    public string Iso2 { get; init; } = "";

    /// <summary>Correlates of War number, or null.</summary>
    public int? Cow { get; init; }

    /// <summary>Gleditsch-Ward number, or null.</summary>
    public int? GleditschWard { get; init; }

    /// <summary>Wikidata id, or empty.</summary>
    public string Wikidata { get; init; } = "";

    /// <summary>GeoNames id, or empty.</summary>
    public string GeoNames { get; init; } = "";

    /// <summary>First day of the state's life, unknown for those older than the tables.</summary>
    public PartialDate Start { get; init; }

    /// <summary>Last day, unknown while it lives.</summary>
    public PartialDate End { get; init; }

    /// <summary>Codes of the states that followed it.</summary>
    public ImmutableArray<string> Successors { get; init; } = [];

    /// <summary>Code of the sovereign of a dependent territory, or empty.</summary>
    public string Of { get; init; } = "";

    /// <summary>Name of the capital, or empty.</summary>
    public string Capital { get; init; } = "";

    /// <summary>Row of the capital among the places, or -1.</summary>
    public int CapitalPlace { get; init; } = -1;

    /// <summary>Degrees north.</summary>
    public double Latitude { get; init; }

    /// <summary>Degrees east.</summary>
    public double Longitude { get; init; }

    /// <summary>Whether it lived on a day.</summary>
    public bool LivesOn(DateOnly day) => Start.First <= day && day <= End.Last;
}
