using Chancery.Reading.Reports;

namespace Chancery.Register;

/// <summary>Where the documents of the register come from.</summary>
public enum SourceKind : byte
{
    /// <summary>A text that was read.</summary>
    Text,

    /// <summary>A person who entered it by hand.</summary>
    Person,

    /// <summary>A table that others keep, such as the chronology of the Office of the Historian.</summary>
    Dataset,
}

/// <summary>A document of the register: what is known of it besides its reports.</summary>
/// <param name="Header">As the reader gave it.</param>
/// <param name="ReaderVersion">Which reader read it.</param>
/// <param name="Kind">Text, person or dataset.</param>
public sealed record SourceDocument(DocumentHeader Header, string ReaderVersion, SourceKind Kind = SourceKind.Text)
{
    /// <summary>Number in the register.</summary>
    public long Number { get; } = RegisterId.Document(Header.Id);

    /// <summary>Canonical text, or null where only the reading was handed in.</summary>
    public string? Text { get; init; }

    /// <summary>Sketch of the text (see <see cref="Sources.TextSketch"/>), so that copies count once.</summary>
    public byte[] Sketch { get; init; } = [];

    /// <summary>Who published it: source, else host of the address, else the id.</summary>
    public string Publisher => Header.Source ?? (Uri.TryCreate(Header.Url, UriKind.Absolute, out var uri) ? uri.Host : Header.Key ?? Header.Id);
}

/// <summary>A report with the document that it stands in.</summary>
/// <param name="Document">The document.</param>
/// <param name="Report">What it says of one event.</param>
public sealed record SourcedReport(SourceDocument Document, Report Report)
{
    /// <summary>Number in the register.</summary>
    public long Number { get; } = RegisterId.Report(Document.Header.Id, Report.Id);

    /// <summary>Number of the report (same document) that this is part of, or null.</summary>
    public long? PartOf { get; } = Report.PartOf is { } parent ? RegisterId.Report(Document.Header.Id, parent) : null;

    /// <summary>The sentence of the trigger, or the longest slice of evidence where the text is not at hand; null without either.</summary>
    public string? Quote { get; init; }

    /// <summary>Day of publication, or null.</summary>
    public int? Published { get; } = DayRange.Parse(Document.Header.Published)?.First;
}
