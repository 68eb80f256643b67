namespace Chancery.Reading;

/// <summary>A text as it was captured, before it is read.</summary>
/// <param name="Text">Canonical text (see <see cref="Text.CanonicalText"/>).</param>
public sealed record Article(string Text)
{
    /// <summary>The id that came with the text (the <c>id</c> of a JSON Lines row, a path), or null.</summary>
    public string? Key { get; init; }

    /// <summary>Who published it: a host or a name, or null.</summary>
    public string? Source { get; init; }

    /// <summary>Address, or null.</summary>
    public string? Url { get; init; }

    /// <summary>Headline, or null.</summary>
    public string? Title { get; init; }

    /// <summary>Day of publication, or null where nothing said so.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>Where <see cref="Published"/> comes from: option, metadata, or null.</summary>
    public string? PublishedFrom { get; init; }

    /// <summary>ISO 639-1 code.</summary>
    public string Language { get; init; } = "en";
}
