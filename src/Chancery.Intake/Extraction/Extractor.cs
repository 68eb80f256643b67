using Chancery.Reading;
using Chancery.Reading.Reports;

namespace Chancery.Intake.Extraction;

/// <summary>One document from bytes to reports.</summary>
/// <param name="intake">Makes articles.</param>
/// <param name="readers">Read them.</param>
/// <param name="known">What the caller knows of a document and puts into its article before it is read (its address, a headline), or null.</param>
public sealed class Extractor(ArticleIntake intake, Readers readers, Func<Article, Article>? known = null)
{
    /// <summary>Reads one item; a fault of the reader is this document's refusal and no other's. Safe on any thread.</summary>
    public Extract Read(SourceItem item) => ReadUnless(item, _ => false);

    /// <summary>The same, but a document that need not be read comes back with neither reading nor refusal.</summary>
    public Extract ReadUnless(SourceItem item, Func<IntakeResult, bool> isKnown)
    {
        var taken = intake.Read(item);
        if (isKnown(taken)) return new Extract(taken, null, null);
        if (known is not null && taken.Article is { } bare) taken = taken with { Article = known(bare) };
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
public sealed record Extract(IntakeResult Taken, ArticleReading? Reading, string? Refusal);
