namespace Chancery.Reading.Text;

/// <summary>Groups tokens into sentences: by final marks, by line breaks, by the form of headlines and list items.</summary>
public static class SentenceSplitter
{
    /// <summary>Cuts <paramref name="tokens"/> into sentences and marks the first token of each.</summary>
    /// <param name="text">Canonical text.</param>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="model">Decides inside paragraphs where it is given; else rules do.</param>
    public static List<Sentence> Split(string text, Span<Token> tokens, SentenceModel? model = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var sentences = new List<Sentence>();
        var first = 0;
        var wrapped = IsHardWrapped(text);
        for (var i = 0; i < tokens.Length; i++)
        {
            if (i > first && BreaksBefore(text, tokens, i, wrapped)) { Close(text, tokens, first, i, sentences); first = i; }
            if (model is not null)
            {
                if (i + 1 < tokens.Length && !BreaksBefore(text, tokens, i + 1, wrapped) && model.Ends(text, tokens, first, i)) { Close(text, tokens, first, i + 1, sentences); first = i + 1; }
                continue;
            }
            if (!IsFinal(text, tokens[i]) || IsListNumber(tokens, first, i)) continue;
            // Closing quotes and brackets belong to the sentence they close.
            var end = i + 1;
            while (end < tokens.Length && (tokens[end].Shape & TokenShape.SpaceBefore) == 0 && IsCloser(text[tokens[end].Start])) end++;
            if (end < tokens.Length && !OpensSentence(text, tokens, i, end)) continue;
            Close(text, tokens, first, end, sentences);
            first = end;
            i = end - 1;
        }
        if (first < tokens.Length) Close(text, tokens, first, tokens.Length, sentences);
        return sentences;
    }

    private static void Close(string text, Span<Token> tokens, int first, int end, List<Sentence> sentences)
    {
        if (end <= first) return;
        tokens[first].Shape |= TokenShape.SentenceStart;
        sentences.Add(new Sentence(first, end, KindOf(text, tokens[first..end])));
    }

    private static SentenceKind KindOf(string text, ReadOnlySpan<Token> tokens)
    {
        var mark = text[tokens[0].Start];
        if (mark is '•' or '–' or '*' or '-' && tokens.Length > 1 && (tokens[0].Shape & TokenShape.LineBefore) != 0) return SentenceKind.Item;
        var last = text[tokens[^1].Start];
        var closed = IsCloser(last) && tokens.Length > 1 ? text[tokens[^2].Start] : last;
        return closed is '.' or '!' or '?' or ':' or ';' or '…' || (tokens[^1].Shape & TokenShape.Letter) != 0 && text[tokens[^1].End - 1] == '.'
            || (tokens[0].Shape & TokenShape.LineBefore) == 0
            ? SentenceKind.Prose : SentenceKind.Heading;
    }

    // A text wrapped at a fixed width has line breaks inside sentences; only empty lines part it.
    private static bool IsHardWrapped(string text)
    {
        int lines = 0, unfinished = 0, longest = 0;
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var line = text.AsSpan()[range].TrimEnd();
            if (line.Length == 0) continue;
            lines++;
            longest = Math.Max(longest, line.Length);
            if (line.Length is > 50 and < 100 && (char.IsLetterOrDigit(line[^1]) || line[^1] == ',')) unfinished++;
        }
        return lines > 3 && longest < 110 && unfinished * 2 > lines;
    }

    internal static bool BreaksBefore(string text, ReadOnlySpan<Token> tokens, int i, bool wrapped)
    {
        var shape = tokens[i].Shape;
        if ((shape & TokenShape.ParagraphBefore) != 0) return true;
        return (shape & TokenShape.LineBefore) != 0 && (!wrapped || text[tokens[i].Start] is '•' or '*');
    }

    private static bool IsFinal(string text, in Token token)
    {
        var c = text[token.Start];
        if ((token.Shape & TokenShape.Punctuation) != 0) return c is '.' or '!' or '?' or '…' or '。';
        return (token.Shape & TokenShape.Letter) != 0 && token.Length > 1 && text[token.End - 1] == '.';
    }

    // "1." at the head of a sentence counts, it does not end anything.
    private static bool IsListNumber(ReadOnlySpan<Token> tokens, int first, int i) =>
        i > first && i - first <= 2 && (tokens[i - 1].Shape & TokenShape.Number) != 0 && tokens[i - 1].Length <= 2 && (tokens[i].Shape & TokenShape.SpaceBefore) == 0;

    private static bool IsCloser(char c) => c is '"' or '”' or '’' or '\'' or ')' or ']' or '»';

    private static bool OpensSentence(string text, ReadOnlySpan<Token> tokens, int final, int next)
    {
        var shape = tokens[next].Shape;
        if ((shape & TokenShape.SpaceBefore) == 0 && (tokens[final].Shape & TokenShape.Punctuation) == 0) return false;
        var c = text[tokens[next].Start];
        var opens = (shape & TokenShape.Capital) != 0 || (shape & TokenShape.Digit) != 0 || c is '"' or '“' or '‘' or '«' or '(' or '[' or '-' or '–' or '—' or '•';
        if (!opens) return false;
        // An abbreviation with its dot ends a sentence only where what follows cannot go on: "Oct. 12", "Gen. Smith", "U.S. President".
        if ((tokens[final].Shape & TokenShape.Letter) != 0)
        {
            var form = text.AsSpan(tokens[final].Start, tokens[final].Length);
            var dotted = form.Length >= 4 && form[1] == '.' || form is "Jr." or "Sr.";
            if (!dotted) return (shape & TokenShape.LineBefore) != 0;
            return (shape & TokenShape.Capital) != 0 && IsCommonOpener(text.AsSpan(tokens[next].Start, tokens[next].Length));
        }
        return (shape & TokenShape.SpaceBefore) != 0 || (shape & TokenShape.Capital) != 0 && final > 0;
    }

    private static bool IsCommonOpener(ReadOnlySpan<char> form) =>
        form is "The" or "He" or "She" or "It" or "They" or "In" or "On" or "A" or "An" or "But" or "And" or "This" or "That" or "These" or "We" or "I" or "At" or "For" or "After" or "During" or "As";
}
