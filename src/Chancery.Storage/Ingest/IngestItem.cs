using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
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

    /// <summary>
    /// What a person enters by hand: a planned visit with its programme, delegations, agenda and documents is a visit and its parts, each a report whose
    /// <see cref="Report.PartOf"/> names the visit. Their word outranks every text until another person's.
    /// </summary>
    /// <param name="person">Who enters it; the source of all its claims.</param>
    /// <param name="at">When.</param>
    /// <param name="reports">What they enter; ids must differ.</param>
    public static IngestItem ByHand(string person, DateTimeOffset at, IEnumerable<Report> reports)
    {
        var all = reports.Select(Completed.Of).ToImmutableArray();
        var written = string.Join('\n', all.Select(r => JsonSerializer.Serialize(r, ReportJsonOptions.Compact.Report)));
        var header = new DocumentHeader
        {
            Id = $"hand:{RegisterId.Print(RegisterId.Hash(person, at.ToString("O", CultureInfo.InvariantCulture), written), 'd')}", Source = person, Title = "Entered by hand",
            Published = at.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), PublishedFrom = "option", Language = "en", Characters = 0,
        };
        return new IngestItem(new ArticleReading(header, all), person) { Kind = SourceKind.Person };
    }

    internal SourceDocument Document() => new(Article.Document, ReaderVersion, Kind)
    {
        Text = Text,
        Sketch = TextSketch.Of(Text ?? string.Join(' ', Article.Events.SelectMany(e => e.Evidence.IsDefault ? [] : e.Evidence).Select(e => e.Text).Distinct())),
    };
}

/// <summary>A report of what a person entered.</summary>
/// <param name="Report">Its number, for judgements.</param>
/// <param name="Event">Id of the event it came to: a new one, or one that was there.</param>
public sealed record EnteredReport(long Report, string Event);

/// <summary>What became of what a person entered.</summary>
/// <param name="Document">Number of the document that holds their claims.</param>
/// <param name="Reports">The entry, then its programme in order.</param>
public sealed record EntryOutcome(long Document, ImmutableArray<EnteredReport> Reports);

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
