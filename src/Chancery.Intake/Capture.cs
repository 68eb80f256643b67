namespace Chancery.Intake;

/// <summary>Record of a capture: what was taken, from where, when.</summary>
/// <param name="Sha256">Hash of the bytes as they came (of the row or item, where a file holds many), hexadecimal, lower-case.</param>
/// <param name="Address">Path with line or item, or address.</param>
/// <param name="FetchedAt">When the bytes were taken.</param>
/// <param name="Kind">What the bytes were.</param>
/// <param name="Size">Number of bytes.</param>
public sealed record Capture(string Sha256, string Address, DateTimeOffset FetchedAt, ContentKind Kind, int Size);
