using System.Text;

namespace Chancery.Reading.Text;

/// <summary>Unicode's normalization form C over a table of the project's own.</summary>
/// <remarks>
/// This program runs without ICU (it costs a tenth of a second at start and is missing on small systems), and without ICU
/// <see cref="string.Normalize()"/> leaves everything outside ASCII as it is. UAX 15; Hangul by its arithmetic.
/// </remarks>
internal static class Composition
{
    private const int HangulFirst = 0xAC00, LeadFirst = 0x1100, VowelFirst = 0x1161, TailBefore = 0x11A7;
    private const int Leads = 19, Vowels = 21, Tails = 28, Syllables = Leads * Vowels * Tails;

    private static readonly Lazy<CompositionTable> s_table = new(CompositionTable.Load);

    /// <summary>True where composing would change nothing; false may also mean that this was not looked at closely.</summary>
    public static bool IsComposed(string text)
    {
        var span = text.AsSpan();
        for (var at = 0; ; at++)
        {
            var next = span[at..].IndexOfAnyExceptInRange('\0', '\u02FF');
            if (next < 0) return true;
            at += next;
            if (!IsHarmless(span[at])) return AreComposed(span[at..]);
        }
    }

    // What news in European languages is made of needs no table: Greek and Cyrillic letters, quotes and dashes, currency signs; Han.
    private static bool IsHarmless(char c) => c is >= '\u0388' and <= '\u0482' or >= '\u048A' and <= '\u0590' or >= '\u2010' and <= '\u20CF' or >= '\u4E00' and <= '\u9FFF';

    private static bool AreComposed(ReadOnlySpan<char> text)
    {
        var table = s_table.Value;
        foreach (var rune in text.EnumerateRunes()) if (table.MayChange(rune.Value)) return false;
        return true;
    }

    /// <summary>The text in form C.</summary>
    public static string Compose(string text)
    {
        var table = s_table.Value;
        var runes = new List<int>(text.Length);
        foreach (var rune in text.EnumerateRunes()) Decompose(table, rune.Value, runes);
        Order(table, runes);
        Combine(table, runes);
        var composed = new StringBuilder(text.Length);
        foreach (var rune in runes) composed.Append(new Rune(rune).ToString());
        return composed.ToString();
    }

    private static void Decompose(CompositionTable table, int rune, List<int> runes)
    {
        var syllable = rune - HangulFirst;
        if (syllable is >= 0 and < Syllables)
        {
            runes.Add(LeadFirst + syllable / (Vowels * Tails));
            runes.Add(VowelFirst + syllable % (Vowels * Tails) / Tails);
            if (syllable % Tails != 0) runes.Add(TailBefore + syllable % Tails);
        }
        else if (table.Decomposition(rune) is { } parts)
        {
            foreach (var part in parts) Decompose(table, part, runes);
        }
        else
        {
            runes.Add(rune);
        }
    }

    // Marks behind a letter stand in the order of their classes; marks of one class keep their order.
    private static void Order(CompositionTable table, List<int> runes)
    {
        for (var i = 1; i < runes.Count; i++)
        {
            var mark = table.Class(runes[i]);
            if (mark == 0) continue;
            for (var j = i; j > 0 && table.Class(runes[j - 1]) > mark; j--) (runes[j - 1], runes[j]) = (runes[j], runes[j - 1]);
        }
    }

    private static void Combine(CompositionTable table, List<int> runes)
    {
        int starter = -1, last = -1, kept = 0;
        for (var i = 0; i < runes.Count; i++)
        {
            var rune = runes[i];
            var mark = table.Class(rune);
            if (starter >= 0 && (last < mark || last == -1) && Pair(table, runes[starter], rune) is { } whole)
            {
                runes[starter] = whole;
                continue;
            }
            if (mark == 0) (starter, last) = (kept, -1); else last = mark;
            runes[kept++] = rune;
        }
        runes.RemoveRange(kept, runes.Count - kept);
    }

    private static int? Pair(CompositionTable table, int first, int second)
    {
        if (first - LeadFirst is >= 0 and < Leads && second - VowelFirst is >= 0 and < Vowels)
            return HangulFirst + ((first - LeadFirst) * Vowels + second - VowelFirst) * Tails;
        if (first - HangulFirst is >= 0 and < Syllables && (first - HangulFirst) % Tails == 0 && second - TailBefore is > 0 and < Tails)
            return first + second - TailBefore;
        return table.Composite(first, second);
    }
}
