namespace Chancery.Intake;

/// <summary>What the caller knows of the documents, and how much one of them may hold.</summary>
public sealed record IntakeOptions
{
    /// <summary>Largest document in bytes, as captured and as text: 16 MiB. A row, a page, an item of a feed and a text file each are one document.</summary>
    public const int DefaultLimit = 16 * 1024 * 1024;

    /// <summary>Day of publication of all documents; outranks what they say themselves.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>Publisher of all documents; outranks what they say themselves.</summary>
    public string? Source { get; init; }

    /// <summary>ISO 639-1 code of all documents; outranks what they say themselves.</summary>
    public string? Language { get; init; }

    /// <summary>Bytes that one document may hold; a longer one is refused, never cut.</summary>
    public int Limit { get; init; } = DefaultLimit;

    /// <summary>Says when a document was captured.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Counts bytes for a progress bar, or null.</summary>
    public IntakeMeter? Meter { get; init; }

    /// <summary>What <c>-</c> reads. Only the command line has a standard input to give.</summary>
    public Func<Stream> StandardInput { get; init; } = () => throw new IOException("there is no standard input here");
}
