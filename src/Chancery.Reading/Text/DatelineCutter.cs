namespace Chancery.Reading.Text;

/// <summary>Cuts an agency's dateline ("BISHKEK, October 12 (Reuters) -") off the sentence behind it, so that nobody takes the bureau for an actor or a place.</summary>
public static class DatelineCutter
{
    private const int Longest = 18;

    /// <summary>The document with each dateline as a sentence of its own.</summary>
    public static Document Cut(Document document)
    {
        List<Sentence>? sentences = null;
        for (var s = 0; s < document.Sentences.Length; s++)
        {
            var sentence = document.Sentences[s];
            var end = EndOfDateline(document, sentence);
            if (end > 0 && sentences is null) sentences = [.. document.Sentences[..s]];
            if (end > 0)
            {
                sentences!.Add(new Sentence(sentence.First, end, SentenceKind.Dateline));
                if (end < sentence.End)
                {
                    document.Tokens[end].Shape |= TokenShape.SentenceStart;
                    sentences.Add(sentence with { First = end });
                }
            }
            else sentences?.Add(sentence);
        }
        return sentences is null ? document : document with { Sentences = [.. sentences] };
    }

    // First token behind the dateline, or 0.
    private static int EndOfDateline(Document document, in Sentence sentence)
    {
        var tokens = document.Tokens;
        if ((tokens[sentence.First].Shape & TokenShape.LineBefore) == 0) return 0;
        if ((tokens[sentence.First].Shape & TokenShape.AllCaps) == 0) return EndOfPlain(document, sentence);
        if (tokens[sentence.First].Length < 3) return 0;
        var limit = Math.Min(sentence.End, sentence.First + Longest);
        var brackets = 0;
        for (var i = sentence.First; i < limit; i++)
        {
            var shape = tokens[i].Shape;
            if (document.Form(i) is "(") brackets++;
            if (document.Form(i) is ")") brackets--;
            if (i > sentence.First && brackets == 0 && IsDash(document, i)) return i + 1;
            // "ISTANBUL:", "NEW DELHI (Agency / Other - 10th September, 2020) Indian …"
            if (i > sentence.First && document.Form(i) is ":" && (i - sentence.First <= 3 || i - sentence.First <= 8 && HasDigit(tokens, sentence.First, i))) return i + 1;
            if (i > sentence.First && document.Form(i) is ")" && i + 1 < sentence.End && !IsDash(document, i + 1) && (tokens[i + 1].Shape & TokenShape.Capital) != 0) return i + 1;
            var nameLike = (shape & (TokenShape.Capital | TokenShape.Digit | TokenShape.Punctuation)) != 0;
            if (!nameLike && document.Form(i).Length > 3) return 0;
        }
        // "KYIV." alone before a full stop.
        return sentence.Count <= 3 && sentence.Kind == SentenceKind.Prose && (tokens[sentence.End - 1].Shape & TokenShape.Punctuation) != 0 ? sentence.End : 0;
    }

    // "Beijing, May 16 Russian President …", "Tehran, IRNA – Iran's …": a name, a comma, a day or an agency.
    private static int EndOfPlain(Document document, in Sentence sentence)
    {
        var tokens = document.Tokens;
        var i = sentence.First;
        if ((tokens[i].Shape & TokenShape.Capital) == 0) return 0;
        while (i < sentence.End && i < sentence.First + 3 && (tokens[i].Shape & TokenShape.Capital) != 0) i++;
        if (i + 3 >= sentence.End || document.Form(i) is not ",") return 0;
        if ((tokens[i + 1].Shape & TokenShape.AllCaps) != 0 && IsDash(document, i + 2)) return i + 3;
        if ((tokens[i + 1].Shape & TokenShape.Capital) == 0 || (tokens[i + 2].Shape & TokenShape.Number) == 0) return 0;
        var behind = i + 3;
        if (document.Form(behind) is "," && behind + 2 < sentence.End && (tokens[behind + 1].Shape & TokenShape.Number) != 0 && tokens[behind + 1].Length == 4) behind += 2;
        // "New Delhi, Jun 27 (PTI) India …"
        if (document.Form(behind) is "(")
            for (var j = behind + 1; j < sentence.End - 1 && j < behind + 7; j++)
                if (document.Form(j) is ")") return IsDash(document, j + 1) || document.Form(j + 1) is ":" ? j + 2 : j + 1;
        return IsDash(document, behind) || document.Form(behind) is ":" ? behind + 1 : (tokens[behind].Shape & TokenShape.Capital) != 0 ? behind : 0;
    }

    private static bool HasDigit(Token[] tokens, int from, int to)
    {
        for (var i = from; i < to; i++)
            if ((tokens[i].Shape & TokenShape.Digit) != 0) return true;
        return false;
    }

    private static bool IsDash(Document document, int token) =>
        document.Form(token) is "-" or "–" or "—" or "--" && (document.Tokens[token].Shape & TokenShape.SpaceBefore) != 0
        && token + 1 < document.Tokens.Length && (document.Tokens[token + 1].Shape & TokenShape.SpaceBefore) != 0;
}
