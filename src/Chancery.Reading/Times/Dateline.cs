namespace Chancery.Reading.Times;

/// <summary>Finds the date of a dateline ("BISHKEK, October 12. /TASS/") by its form, which is the same in most languages.</summary>
internal static class Dateline
{
    private const int Deepest = 400;
    private const int LongestPlace = 8;

    /// <summary>The mention that is a dateline's date, or null.</summary>
    public static TimeMention? Find(IReadOnlyList<TimeMention> mentions, Document document)
    {
        foreach (var mention in mentions)
        {
            if (mention.First > Deepest) return null;
            if (!mention.Parts.IsEmpty || !mention.Form.Has(TimeSlot.Month) || !mention.Form.Has(TimeSlot.Day)) continue;
            if (document.Sentences[document.SentenceOf(mention.First)].Kind == SentenceKind.Dateline || Closes(document, mention.End) && Opens(document, mention.First)) return mention;
        }
        return null;
    }

    // Behind it: a full stop, a slash, a bracket, a dash, a colon.
    private static bool Closes(Document document, int next) =>
        next < document.Tokens.Length && document.Text[document.Tokens[next].Start] is '.' or '/' or '(' or '[' or '—' or '–' or '-' or '_' or ':';

    // Before it: nothing, or a comma and capitalised words back to the start of the line.
    private static bool Opens(Document document, int first)
    {
        var tokens = document.Tokens;
        if ((tokens[first].Shape & TokenShape.LineBefore) != 0) return true;
        if (first == 0 || document.Text[tokens[first - 1].Start] is not (',' or ')' or '.')) return false;
        for (var i = first - 1; i >= 0 && first - i <= LongestPlace; i--)
        {
            var shape = tokens[i].Shape;
            if ((shape & (TokenShape.Capital | TokenShape.Punctuation)) == 0) return false;
            if ((shape & TokenShape.LineBefore) != 0) return (shape & TokenShape.Capital) != 0;
        }
        return false;
    }
}
