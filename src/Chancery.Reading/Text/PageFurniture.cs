using Chancery.Reading.Packs;
using Chancery.Reading.Times;

namespace Chancery.Reading.Text;

/// <summary>Lines of a page that are no part of its article: links to other stories, buttons, stamps of date and editor. Nothing is read from them but the day of publication.</summary>
internal sealed class PageFurniture
{
    private const int LongestPhrase = 6, LongestLine = 30;

    // A stamp stands among the first lines of a page or closes it.
    private const int FirstLines = 12, LastLines = 3;

    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _kinds;

    private PageFurniture(Dictionary<string, string> kinds) => _kinds = kinds.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Reads <c>furniture.tsv</c> of a language.</summary>
    public static PageFurniture Open(DataRoot root, string language)
    {
        var table = Tsv.Read(root.Language(language, "furniture.tsv"));
        var kinds = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < table.Count; i++) kinds.Add(table[i][table.Column("text")], table[i][table.Column("kind")]);
        return new PageFurniture(kinds);
    }

    /// <summary>Marks the lines that are furniture and tells the day of publication that a stamp among them gives.</summary>
    /// <param name="document">The document; its sentences change kind in place.</param>
    /// <param name="times">The times tagged in it, in order.</param>
    public DateOnly? Mark(Document document, IReadOnlyList<TimeMention> times)
    {
        DateOnly? published = null;
        var sentences = document.Sentences;
        int line = 0, time = 0;
        for (var s = 0; s < sentences.Length; s++)
        {
            var sentence = sentences[s];
            if (StartsLine(document, sentence)) line++;
            while (time < times.Count && times[time].First < sentence.First) time++;
            if (sentence.Kind == SentenceKind.Dateline || sentence.Count > LongestLine || !StartsLine(document, sentence) || !EndsLine(document, sentence)) continue;
            var kind = KindOf(document, sentence);
            var stamp = kind is null or "stamp" && (line <= FirstLines || sentences.Length - s <= LastLines) ? Stamp(document, sentence, times, time, kind is not null) : null;
            if (stamp is null && kind is null or "stamp") continue;
            sentences[s] = sentence with { Kind = SentenceKind.Furniture };
            published ??= stamp;
        }
        return published;
    }

    private static bool StartsLine(Document document, in Sentence sentence) => sentence.First == 0 || (document.Tokens[sentence.First].Shape & TokenShape.LineBefore) != 0;

    private static bool EndsLine(Document document, in Sentence sentence) => sentence.End >= document.Tokens.Length || (document.Tokens[sentence.End].Shape & TokenShape.LineBefore) != 0;

    // What the longest phrase at the head of a line makes of it.
    private string? KindOf(Document document, in Sentence sentence)
    {
        for (var count = Math.Min(LongestPhrase, sentence.Count); count > 0; count--)
        {
            var start = document.Tokens[sentence.First].Start;
            if (!_kinds.TryGetValue(document.Text.AsSpan(start, document.Tokens[sentence.First + count - 1].End - start), out var kind)) continue;
            if (kind != "whole" || count >= sentence.Count - 1) return kind;
        }
        return null;
    }

    // The first full date of a line that says "Published", tells an hour, or is made of names and figures alone.
    private static DateOnly? Stamp(Document document, in Sentence sentence, IReadOnlyList<TimeMention> times, int time, bool said)
    {
        DateOnly? day = null;
        for (; time < times.Count && times[time].First < sentence.End; time++)
        {
            var form = times[time].Form;
            if (day is null && times[time].Parts.IsEmpty && form.Has(TimeSlot.Year) && form.Has(TimeSlot.Month) && form.Has(TimeSlot.Day))
                day = TimeAnchors.DayIn(form[TimeSlot.Year], form[TimeSlot.Month], form[TimeSlot.Day]);
        }
        return day is not null && (said || HasClock(document, sentence) || HasNoWords(document, sentence)) ? day : null;
    }

    private static bool HasClock(Document document, in Sentence sentence)
    {
        for (var i = sentence.First; i < sentence.End; i++)
        {
            var form = document.Form(i);
            var colon = form.IndexOf(':');
            if (colon is 1 or 2 && form.Length >= colon + 3 && char.IsAsciiDigit(form[0]) && char.IsAsciiDigit(form[colon + 1]) && char.IsAsciiDigit(form[colon + 2])) return true;
        }
        return false;
    }

    private static bool HasNoWords(Document document, in Sentence sentence)
    {
        for (var i = sentence.First; i < sentence.End; i++)
            if ((document.Tokens[i].Shape & (TokenShape.Capital | TokenShape.Digit | TokenShape.Punctuation)) == 0) return false;
        return true;
    }
}
