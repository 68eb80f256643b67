using Chancery.Reading.Reports;
using Chancery.Register;
using Chancery.Register.Sources;

namespace Chancery.Storage;

/// <summary>One document as it enters the register.</summary>
/// <param name="Article">What was read of it.</param>
/// <param name="ReaderVersion">Who read it: the reader's version, a person, the name of a dataset.</param>
public sealed record IngestItem(ArticleReading Article, string ReaderVersion)
{
    /// <summary>Canonical text, or null where only the reading is at hand.</summary>
    public string? Text { get; init; }

    /// <summary>Text, person or dataset.</summary>
    public SourceKind Kind { get; init; }

    internal SourceDocument Document() => new(Article.Document, ReaderVersion, Kind)
    {
        Text = Text,
        Sketch = TextSketch.Of(Text ?? string.Join(' ', Article.Events.SelectMany(e => e.Evidence.IsDefault ? [] : e.Evidence).Select(e => e.Text).Distinct())),
    };
}

/// <summary>What an ingest did. Everything it counts is safe on disk.</summary>
/// <param name="Documents">Documents that were new.</param>
/// <param name="Replaced">Documents read again by another reader.</param>
/// <param name="AlreadyThere">Documents passed over.</param>
/// <param name="Reports">Reports written.</param>
/// <param name="Claims">Claims that these reports make.</param>
/// <param name="Events">Events made or changed.</param>
public readonly record struct IngestOutcome(int Documents, int Replaced, int AlreadyThere, int Reports, int Claims, int Events)
{
    /// <summary>Both together.</summary>
    public static IngestOutcome operator +(IngestOutcome a, IngestOutcome b) => new(a.Documents + b.Documents, a.Replaced + b.Replaced,
        a.AlreadyThere + b.AlreadyThere, a.Reports + b.Reports, a.Claims + b.Claims, a.Events + b.Events);

    /// <summary>Both together.</summary>
    public static IngestOutcome Add(IngestOutcome a, IngestOutcome b) => a + b;
}
