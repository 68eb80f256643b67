using Chancery.Reading;

namespace Chancery.Intake;

/// <summary>What became of one document: an article, or the reason why there is none.</summary>
/// <param name="Name">How messages name it.</param>
/// <param name="Article">The article, or null.</param>
/// <param name="Refusal">Why it could not be read, or null.</param>
public sealed record IntakeResult(string Name, Article? Article, string? Refusal)
{
    /// <summary>Record of the capture; null where no bytes could be had.</summary>
    public Capture? Capture { get; init; }

    /// <summary>Where the article's language comes from: option, metadata, detected, assumed.</summary>
    public string LanguageFrom { get; init; } = "assumed";

    /// <summary>What was wrong without making the document unreadable.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
