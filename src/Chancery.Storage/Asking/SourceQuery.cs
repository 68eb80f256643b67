using Chancery.Register;

namespace Chancery.Storage;

/// <summary>What is asked of documents and their reports; filters narrow each other.</summary>
public sealed record SourceQuery
{
    /// <summary>Publisher, or null for any.</summary>
    public string? Source { get; init; }

    /// <summary>ISO 639-1, or null for any.</summary>
    public string? Language { get; init; }

    /// <summary>Published on this day or later.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>Published on this day or earlier.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Reports of this event only, by any id it ever had.</summary>
    public string? Event { get; init; }

    /// <summary>Reports of this document only, by its id or printed number.</summary>
    public string? Document { get; init; }

    /// <summary>Reports of this type only.</summary>
    public string? Type { get; init; }

    /// <summary>Most rows of a page.</summary>
    public int Limit { get; init; } = 100;

    /// <summary><see cref="Page{T}.Next"/> of the page before, or null for the first.</summary>
    public string? After { get; init; }
}

/// <summary>A document in a list.</summary>
/// <param name="Document">The document, without its text.</param>
/// <param name="Reports">How many reports were read in it.</param>
public sealed record ListedDocument(SourceDocument Document, int Reports);

/// <summary>A report in a list.</summary>
/// <param name="Report">The report with its document.</param>
/// <param name="Event">Id of its event.</param>
public sealed record ListedReport(SourcedReport Report, string Event);

/// <summary>Two states with the number of their common events.</summary>
/// <param name="A">The first by code, ISO 3166-1 alpha-3.</param>
/// <param name="B">The other.</param>
/// <param name="Events">Events of up to sixteen states in which both take part.</param>
/// <param name="First">Year of the first, or null.</param>
/// <param name="Last">Year of the last, or null.</param>
public sealed record StatePair(string A, string B, long Events, int? First, int? Last);
