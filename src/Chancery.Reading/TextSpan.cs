namespace Chancery.Reading;

/// <summary>A stretch of a document's canonical text: half-open, in UTF-16 code units.</summary>
/// <remarks>Inside the process offsets are UTF-16; everything that leaves it speaks code points (see <c>CodePoints</c>).</remarks>
/// <param name="Start">First unit inside.</param>
/// <param name="End">First unit behind.</param>
public readonly record struct TextSpan(int Start, int End)
{
    /// <summary>Length in UTF-16 units.</summary>
    public int Length => End - Start;

    /// <summary>The slice of <paramref name="text"/> that the span covers.</summary>
    public ReadOnlySpan<char> Slice(string text) => text.AsSpan(Start, End - Start);

    /// <summary>True where the two spans share a unit.</summary>
    public bool Overlaps(TextSpan other) => Start < other.End && other.Start < End;

    /// <summary>True where <paramref name="other"/> lies wholly inside.</summary>
    public bool Contains(TextSpan other) => Start <= other.Start && other.End <= End;

    /// <summary>The smallest span around both.</summary>
    public TextSpan Cover(TextSpan other) => new(Math.Min(Start, other.Start), Math.Max(End, other.End));
}
