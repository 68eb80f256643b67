using Chancery.Intake;
using Chancery.Reading.Reports;

namespace Chancery.Cli.Extraction;

/// <summary>One document from bytes to reports.</summary>
internal sealed class Extractor(ArticleIntake intake, Readers readers)
{
    /// <summary>Reads one item; a fault of the reader is this document's refusal and no other's. Safe on any thread.</summary>
    public Extract Read(SourceItem item) => ReadUnless(item, _ => false);

    /// <summary>The same, but a document that need not be read comes back with neither reading nor refusal.</summary>
    public Extract ReadUnless(SourceItem item, Func<IntakeResult, bool> isKnown)
    {
        var taken = intake.Read(item);
        if (isKnown(taken)) return new Extract(taken, null, null);
        if (taken.Article is not { } article) return new Extract(taken, null, taken.Refusal);
        if (readers.For(article.Language) is not { } reader)
            return new Extract(taken, null, $"no language pack for '{article.Language}' ({taken.LanguageFrom}); --language en reads it as English");
        try
        {
            var reading = reader.Read(article);
            return new Extract(taken, reading with { Document = reading.Document with { LanguageFrom = taken.LanguageFrom } }, null);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return new Extract(taken, null, $"the reader failed ({e.GetType().Name}: {e.Message}); please report it with the document");
        }
    }
}

/// <summary>What became of one document.</summary>
/// <param name="Taken">What intake made of it.</param>
/// <param name="Reading">What was read, or null.</param>
/// <param name="Refusal">Why nothing was, or null.</param>
internal sealed record Extract(IntakeResult Taken, ArticleReading? Reading, string? Refusal);
