using Chancery.Reading.Text;

namespace Chancery.Intake;

/// <summary>The bytes of one document, cut out of what holds it and not looked at any closer yet.</summary>
/// <param name="Name">How messages name it: <c>path</c>, <c>path:line</c> or <c>path#item</c>.</param>
/// <param name="Kind">What the bytes are.</param>
/// <param name="Bytes">The bytes; empty where <paramref name="Refusal"/> is set.</param>
/// <param name="FetchedAt">When they were taken.</param>
/// <param name="Refusal">Why there is nothing to read, or null.</param>
public sealed record SourceItem(string Name, ContentKind Kind, ReadOnlyMemory<byte> Bytes, DateTimeOffset FetchedAt, string? Refusal = null)
{
    /// <summary>What the container says of all its documents (a feed's language, its address).</summary>
    internal DocumentFields Inherited { get; init; } = DocumentFields.None;

    /// <summary>The record that is kept of the capture.</summary>
    public Capture Capture() => new(ContentHash.Hex(Bytes.Span), Name, FetchedAt, Kind, Bytes.Length);
}
