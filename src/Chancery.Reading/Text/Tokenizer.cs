using System.Buffers;

namespace Chancery.Reading.Text;

/// <summary>Splits text into tokens by the conventions of the English UD treebanks: clitics, hyphens and punctuation stand alone,
/// abbreviations, numbers with separators and addresses stay whole.</summary>
public static class Tokenizer
{
    private static readonly SearchValues<char> Apostrophes = SearchValues.Create("'’ʼ");
    private static readonly SearchValues<string> Addresses = SearchValues.Create(["http://", "https://", "www."], StringComparison.OrdinalIgnoreCase);

    /// <summary>Appends the tokens of <paramref name="text"/> to <paramref name="tokens"/>. Words without a dot table keep their final dot off.</summary>
    /// <param name="text">Canonical text.</param>
    /// <param name="isAbbreviation">Whether a word with its final dot ("Oct.", "Gen.") is one token.</param>
    /// <param name="tokens">Where the tokens go.</param>
    public static void Tokenize(string text, Func<ReadOnlySpan<char>, bool> isAbbreviation, List<Token> tokens)
    {
        var i = 0;
        var before = TokenShape.SpaceBefore | TokenShape.LineBefore | TokenShape.ParagraphBefore;
        while (i < text.Length)
        {
            var c = text[i];
            if (char.IsWhiteSpace(c) || c is '\u200B' or '\uFEFF')
            {
                before |= TokenShape.SpaceBefore;
                if (c == '\n') before |= (before & TokenShape.LineBefore) != 0 ? TokenShape.ParagraphBefore : TokenShape.LineBefore;
                i++;
                continue;
            }
            var end = EndOfToken(text, i, isAbbreviation);
            tokens.Add(new Token { Start = i, Length = end - i, Word = -1, Head = -2, Shape = ShapeOf(text.AsSpan(i, end - i)) | before });
            before = TokenShape.None;
            i = end;
        }
    }

    private static int EndOfToken(string text, int start, Func<ReadOnlySpan<char>, bool> isAbbreviation)
    {
        var c = text[start];
        if (char.IsLetter(c) || char.IsSurrogate(c))
        {
            if ((c is 'h' or 'H' or 'w' or 'W') && IsAddress(text, start)) return EndOfAddress(text, start);
            return EndOfWord(text, start, isAbbreviation);
        }
        if (char.IsDigit(c)) return EndOfNumber(text, start);
        if (c == '+' && start + 1 < text.Length && char.IsDigit(text[start + 1]) && (start == 0 || char.IsWhiteSpace(text[start - 1]))) return EndOfNumber(text, start + 1);
        if (c is ':' or ';' or '=' && (start == 0 || !char.IsLetterOrDigit(text[start - 1])) && EnglishForms.Face(text.AsSpan(start)) is > 0 and var face) return start + face;
        if (Apostrophes.Contains(c) && start > 0 && char.IsLetterOrDigit(text[start - 1]) && IsClitic(text, start)) return EndOfClitic(text, start);
        if (c is '@' or '#' && start + 1 < text.Length && char.IsLetter(text[start + 1]))
        {
            var end = start + 1;
            while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] == '_')) end++;
            return end;
        }
        return EndOfMarks(text, start);
    }

    // A run of one and the same mark ("...", "--", "***", "<<") is one token, so are closing marks of several kinds ("?!"); brackets are not.
    private static int EndOfMarks(string text, int start)
    {
        var (c, end) = (text[start], start + 1);
        if (c is '.' or '!' or '?')
        {
            while (end < text.Length && text[end] is '.' or '!' or '?') end++;
            return end;
        }
        if (c is '-' or '*' or '=' or '_' or '<' or '>' or '+' or '~') while (end < text.Length && text[end] == c) end++;
        else if (c is '\'' or '’' or '‘' or '`' && end < text.Length && text[end] is '\'' or '’' or '`') end++;
        return end;
    }

    // Name and host of an address of e-mail, from the name's first letter; start where it is none.
    private static int EndOfMail(string text, int start)
    {
        var at = start;
        while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] is '.' or '_' or '-' or '+')) at++;
        if (at + 1 >= text.Length || text[at] != '@' || !char.IsLetterOrDigit(text[at + 1])) return start;
        var end = at + 1;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '.' or '-')) end++;
        while (text[end - 1] is '.' or '-') end--;
        return end;
    }

    private static bool IsAddress(string text, int start) =>
        text.AsSpan(start, Math.Min(8, text.Length - start)).IndexOfAny(Addresses) == 0;

    private static int EndOfAddress(string text, int start)
    {
        var end = start;
        while (end < text.Length && !char.IsWhiteSpace(text[end]) && text[end] is not ('<' or '>' or '"' or ')' or ']' or '”')) end++;
        while (end > start && text[end - 1] is '.' or ',' or ';' or ':') end--;
        return end;
    }

    private static int EndOfWord(string text, int start, Func<ReadOnlySpan<char>, bool> isAbbreviation)
    {
        var end = start;
        if (text[start] is 'n' or 'N' && start > 0 && char.IsLetter(text[start - 1]) && IsNegation(text, start + 1)) return EndOfClitic(text, start + 1);
        while (end < text.Length)
        {
            var c = text[end];
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.NonSpacingMark)
            {
                end++;
                continue;
            }
            var next = end + 1 < text.Length ? text[end + 1] : '\0';
            // U.S., e.g., Ph.D.: letters that each have a dot; and the file or host name "tass.ru".
            if (c == '.' && char.IsLetter(next) && (IsDotted(text, start, end) || char.IsLower(next) && char.IsLower(text[end - 1]))) { end++; continue; }
            if (c == '.' && char.IsLetter(next) && EnglishForms.IsExtension(text.AsSpan(end + 1))) { end++; continue; }
            // O'Brien, Sana'a, Qur'an: an apostrophe inside a word, unless a clitic follows.
            if (Apostrophes.Contains(c) && char.IsLetter(next) && !IsClitic(text, end)) { end++; continue; }
            if (c is '@' or '.' or '_' && char.IsLetterOrDigit(next) && EndOfMail(text, start) is var mail && mail > start) return mail;
            if (c == '_' && char.IsLetterOrDigit(next)) { end++; continue; }
            if (c == '-' && char.IsLetter(next) && EnglishForms.IsBoundPrefix(text.AsSpan(start, end - start), next)) { end++; continue; }
            if (c == '&' && char.IsUpper(next) && end - start <= 2) { end++; continue; }
            break;
        }
        if (EnglishForms.ContractionCut(text.AsSpan(start, end - start)) is > 0 and var cut) return start + cut;
        if (end - start > 1 && text[end - 1] is 'n' or 'N' && IsNegation(text, end)) return end - 1;
        if (end < text.Length && text[end] == '.')
        {
            if (IsDotted(text, start, end) && end - start > 1) return end + 1;
            if (end - start == 1 && char.IsUpper(text[start]) && IsInitial(text, end)) return end + 1;
            if (isAbbreviation(text.AsSpan(start, end - start)) && EnglishForms.KeepsDot(text.AsSpan(start, end - start), text.AsSpan(end + 1)) && !IsLastOfParagraph(text, end + 1)) return end + 1;
        }
        return end;
    }

    // At the end of a paragraph the dot of "etc." is the full stop.
    private static bool IsLastOfParagraph(string text, int end)
    {
        while (end < text.Length && text[end] is ' ' or '\t') end++;
        if (end == text.Length) return true;
        if (text[end] != '\n') return false;
        for (end++; end < text.Length && text[end] is ' ' or '\t'; end++) { }
        return end == text.Length || text[end] == '\n';
    }

    // "U.S" of "U.S.": every letter so far is single and followed by a dot.
    private static bool IsDotted(string text, int start, int end)
    {
        if (end - start == 1) return char.IsLetter(text[start]) && end + 2 < text.Length && char.IsLetter(text[end + 1]) && !char.IsLetterOrDigit(text[end + 2]);
        for (var i = start; i < end; i++)
            if ((i - start) % 2 == 0 ? !char.IsLetter(text[i]) : text[i] != '.') return false;
        return (end - start) % 2 == 1;
    }

    // "George W. Bush": one capital with a dot before a space and another capital.
    private static bool IsInitial(string text, int dot) =>
        dot + 2 < text.Length && text[dot + 1] == ' ' && char.IsUpper(text[dot + 2]);

    private static int EndOfNumber(string text, int start)
    {
        var end = start;
        while (end < text.Length)
        {
            var c = text[end];
            if (char.IsDigit(c)) { end++; continue; }
            var next = end + 1 < text.Length ? text[end + 1] : '\0';
            if (c is '.' or ',' or ':' && char.IsDigit(next)) { end++; continue; }
            // 2+2: talks of two ministers a side.
            if (c is '/' || c == '+' && end - start == 1) { if (char.IsDigit(next)) { end++; continue; } }
            if (c == '-' && end - start == 3 && EndOfTelephone(text, start) is > 0 and var telephone) return telephone;
            // 1990's, 80's
            if (Apostrophes.Contains(c) && next == 's' && text[end - 1] == '0' && end - start is 2 or 4 && (end + 2 == text.Length || !char.IsLetterOrDigit(text[end + 2]))) return end + 2;
            // 20th, 1990s, 5G, F16: letters that follow at once belong to the number.
            if (!char.IsLetter(c)) break;
            var letters = end;
            while (letters < text.Length && char.IsLetter(text[letters])) letters++;
            if (EnglishForms.IsUnit(text.AsSpan(end, letters - end)) && !(letters < text.Length && char.IsDigit(text[letters]))) break;
            end = letters;
        }
        return end;
    }

    // 713-853-3989, 853-3989: the groups of a North American number stay together.
    private static int EndOfTelephone(string text, int start)
    {
        var end = Digits(text, start + 4);
        if (end - start == 7 && end + 1 < text.Length && text[end] == '-') end = Digits(text, end + 1);
        return end - start is 8 or 12 && text[end - 5] == '-' ? end : 0;
    }

    private static int Digits(string text, int start)
    {
        while (start < text.Length && char.IsAsciiDigit(text[start])) start++;
        return start;
    }

    // The "'t" of "n't", which takes the n of its verb with it.
    private static bool IsNegation(string text, int apostrophe) =>
        apostrophe + 1 < text.Length && Apostrophes.Contains(text[apostrophe]) && text[apostrophe + 1] is 't' or 'T' && IsClitic(text, apostrophe);

    private static int EndOfClitic(string text, int apostrophe)
    {
        var end = apostrophe + 1;
        while (end < text.Length && char.IsLetter(text[end])) end++;
        return end;
    }

    // Whether the apostrophe at this place opens a clitic that is a token of its own: 's 're 've 'll 'd 'm, and nothing behind it.
    private static bool IsClitic(string text, int apostrophe)
    {
        var end = apostrophe + 1;
        while (end < text.Length && char.IsLetter(text[end])) end++;
        return text.AsSpan(apostrophe + 1, end - apostrophe - 1) is "s" or "S" or "re" or "ve" or "ll" or "d" or "m" or "t" or "RE" or "VE" or "LL" or "D" or "M" or "T";
    }

    private static TokenShape ShapeOf(ReadOnlySpan<char> form)
    {
        int letters = 0, upper = 0, digits = 0;
        foreach (var c in form)
        {
            if (char.IsLetter(c) || char.IsSurrogate(c)) { letters++; if (char.IsUpper(c)) upper++; }
            else if (char.IsDigit(c)) digits++;
        }
        var shape = TokenShape.None;
        if (letters > 0) shape |= TokenShape.Letter;
        if (char.IsUpper(form[0])) shape |= TokenShape.Capital;
        if (upper == letters && letters > 1) shape |= TokenShape.AllCaps;
        if (digits > 0) shape |= TokenShape.Digit;
        if (digits == form.Length) shape |= TokenShape.Number;
        if (letters == 0 && digits == 0) shape |= TokenShape.Punctuation;
        return shape;
    }
}
