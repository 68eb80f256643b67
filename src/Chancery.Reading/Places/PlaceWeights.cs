namespace Chancery.Reading.Places;

/// <summary>Weights of what speaks for a place, in logits.</summary>
public sealed record PlaceWeights
{
    /// <summary>For news of what states do with each other: the place that the world knows is meant, though its namesake lies in a state that the article names.</summary>
    public static readonly PlaceWeights World = new() { Prior = 12 };

    /// <summary>Of the prior, which is linear in the logarithm of the population.</summary>
    public double Prior { get; init; } = 8;

    /// <summary>The division or state named right behind it ("Paris, Texas").</summary>
    public double Named { get; init; } = 12;

    /// <summary>Another place within 40 km, falling to nothing at 400 km.</summary>
    public double Near { get; init; } = 2.2;

    /// <summary>Another place of the same first division.</summary>
    public double SameDivision { get; init; } = 1.2;

    /// <summary>Another place of the same state.</summary>
    public double SameState { get; init; } = 0.8;

    /// <summary>The division or state it lies in is named in the article.</summary>
    public double Holder { get; init; } = 4;

    /// <summary>The outlet's state is its state.</summary>
    public double Outlet { get; init; } = 1.5;

    /// <summary>A sovereign state that has that name.</summary>
    public double State { get; init; } = 1.5;

    /// <summary>A first division: few name a village that shares its name.</summary>
    public double FirstDivision { get; init; } = 0.5;

    /// <summary>A second division that has a plain name.</summary>
    public double SecondDivision { get; init; } = -1.5;

    /// <summary>Share of <see cref="Holder"/> that a state speaks with.</summary>
    public double StateHolder { get; init; } = 0.6;

    /// <summary>Another sovereign state: where states are named, names of states mean states.</summary>
    public double Companions { get; init; } = 1;

    /// <summary>Power of the number of names by which each speaks more softly.</summary>
    public double Crowd { get; init; } = 0.3;

    /// <summary>No single name speaks louder than this.</summary>
    public double Loudest { get; init; } = 5;

    /// <summary>Rounds of weighing each mention by what the others seem to mean.</summary>
    public int Rounds { get; init; } = 4;
}
