using Chancery.Reading.Reports;
using Chancery.Reading.Text;
using Chancery.Register;
using Chancery.Server.Layout;
using Chancery.Storage;

namespace Chancery.Server.Events;

/// <summary>Puts slices of evidence back into their sentences; reads each document once.</summary>
internal sealed class SentenceFinder(RegisterStore store)
{
    /// <summary>Documents whose text is read for one page; of an event with more reports the rest show the slice alone.</summary>
    private const int MostDocuments = 40;

    /// <summary>Characters of a sentence kept on each side of the slice.</summary>
    private const int Around = 240;

    private readonly Dictionary<long, (string Text, CodePoints Points)?> _texts = [];

    public EvidenceAnswer Find(SourceDocument document, Evidence slice)
    {
        var (before, after) = TextOf(document) is var (text, points) && slice.Start >= 0 && slice.End <= points.Count && slice.Start <= slice.End
            ? Cut(text, points.ToUtf16(slice.Start), points.ToUtf16(slice.End)) : ("", "");
        return new EvidenceAnswer(slice.Start, slice.End, slice.Text, slice.Rule, Addresses.Article(document, slice.Start), before, after);
    }

    private (string Text, CodePoints Points)? TextOf(SourceDocument document)
    {
        if (_texts.TryGetValue(document.Number, out var known)) return known;
        if (_texts.Count >= MostDocuments) return null;
        var text = store.Document(document.Header.Id)?.Document.Text;
        return _texts[document.Number] = text is null ? null : (text, new CodePoints(text));
    }

    private static (string Before, string After) Cut(string text, int start, int end)
    {
        if (start >= text.Length) return ("", "");
        var (first, last) = (Quotes.SentenceAround(text, start).Start, Quotes.SentenceAround(text, Math.Max(start, end - 1)).End);
        return (Tail(text[first..start].TrimStart()), Head(text[end..Math.Max(end, last)].TrimEnd()));
    }

    private static string Tail(string text) => text.Length <= Around ? text : "…" + text[^(char.IsLowSurrogate(text[^Around]) ? Around - 1 : Around)..];

    private static string Head(string text) => text.Length <= Around ? text : text[..(char.IsHighSurrogate(text[Around - 1]) ? Around - 1 : Around)] + "…";
}
