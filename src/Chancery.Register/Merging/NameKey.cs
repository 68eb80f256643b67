using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Chancery.Register.Merging;

/// <summary>Names made comparable: case, diacritics, hyphens and apostrophes fall away, spellings of one name stay near each other.</summary>
public static class NameKey
{
    /// <summary>Longest word whose letters fit the bits of a number.</summary>
    private const int MostLetters = 64;

    private const int MostWords = 32;

    // Decomposition by the runtime needs ICU, which this program runs without; the letters of Latin scripts stand in data/register/folding.tsv.
    private static readonly FrozenDictionary<char, string> Letters = EmbeddedTable.Rows("folding.tsv").ToFrozenDictionary(r => r["letter"][0], r => r["plain"]);

    /// <summary>Lower-case words without diacritics, single spaces between.</summary>
    public static string Fold(string name)
    {
        var folded = new StringBuilder(name.Length);
        foreach (var c in name)
        {
            if (c > 127 && CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark || c is '\'' or '’' or '`' or 'ʻ') continue;
            if (char.IsAsciiLetterOrDigit(c)) folded.Append((char)(c is >= 'A' and <= 'Z' ? c | 0x20 : c));
            else if (char.IsLetterOrDigit(c)) folded.Append(Plain(char.ToLowerInvariant(c)));
            else if (folded.Length > 0 && folded[^1] != ' ') folded.Append(' ');
        }
        return folded.ToString().TrimEnd();
    }

    private static string Plain(char c) => c < 128 ? c.ToString() : Letters.GetValueOrDefault(c) ?? c.ToString();

    /// <summary>True where two folded names can be one person: one name's words stand in the other, or each word has a near spelling there.</summary>
    /// <param name="a">Folded.</param>
    /// <param name="b">Folded.</param>
    /// <param name="sameOffice">Both held the same office of the same state: spellings may lie further apart.</param>
    public static bool SamePerson(string a, string b, bool sameOffice)
    {
        if (a == b) return true;
        // Compared for every pair of reports that lie near each other: nothing is allocated.
        Span<Range> wordsA = stackalloc Range[MostWords], wordsB = stackalloc Range[MostWords];
        var (countA, countB) = (a.AsSpan().Split(wordsA, ' '), b.AsSpan().Split(wordsB, ' '));
        var near = sameOffice ? 0.80 : 0.90;
        var within = countA <= countB ? AllNear(a, wordsA[..countA], b, wordsB[..countB], near) : AllNear(b, wordsB[..countB], a, wordsA[..countA], near);
        if (within || countA != countB) return within;
        Span<char> joinedA = stackalloc char[MostLetters], joinedB = stackalloc char[MostLetters];
        return Joined(a, joinedA) is var x && Joined(b, joinedB) is var y && x <= MostLetters && y <= MostLetters && Nearness(joinedA[..x], joinedB[..y]) >= near + 0.05;
    }

    private static bool AllNear(ReadOnlySpan<char> shorter, ReadOnlySpan<Range> words, ReadOnlySpan<char> longer, ReadOnlySpan<Range> among, double near)
    {
        foreach (var at in words)
        {
            var w = shorter[at];
            var found = false;
            foreach (var other in among)
            {
                var v = longer[other];
                found = w.SequenceEqual(v) || w.Length > 0 && v.Length > 0 && ((w.Length == 1 || v.Length == 1) && w[0] == v[0] || Nearness(w, v) >= near);
                if (found) break;
            }
            if (!found) return false;
        }
        return true;
    }

    /// <summary>The letters without the spaces, where they fit; how many they are.</summary>
    private static int Joined(ReadOnlySpan<char> name, Span<char> letters)
    {
        var count = 0;
        foreach (var c in name)
        {
            if (c == ' ') continue;
            if (count < letters.Length) letters[count] = c;
            count++;
        }
        return count;
    }

    /// <summary>Share of words in common (of the shorter), digits left out; 0 where either has none.</summary>
    public static double CommonWords(string a, string b)
    {
        Span<Range> x = stackalloc Range[MostWords], y = stackalloc Range[MostWords];
        if (Words(a, x) is not (>= 0 and var countA) || Words(b, y) is not (>= 0 and var countB)) return CommonOfMany(Words(a), Words(b));
        if (countA == 0 || countB == 0) return 0;
        var common = 0;
        foreach (var word in x[..countA])
            if (Holds(b, y[..countB], a.AsSpan(word))) common++;
        return (double)common / Math.Min(countA, countB);
    }

    private static double CommonOfMany(HashSet<string> x, HashSet<string> y) => x.Count == 0 || y.Count == 0 ? 0 : (double)x.Count(y.Contains) / Math.Min(x.Count, y.Count);

    /// <summary>Distinct words that say something; -1 where they are too many for the room given.</summary>
    private static int Words(string folded, Span<Range> words)
    {
        Span<Range> all = stackalloc Range[MostWords];
        var split = folded.AsSpan().Split(all, ' ');
        if (split == MostWords) return -1;
        var count = 0;
        foreach (var at in all[..split])
            if (Says(folded.AsSpan(at)) && !Holds(folded, words[..count], folded.AsSpan(at))) words[count++] = at;
        return count;
    }

    private static bool Holds(string text, ReadOnlySpan<Range> words, ReadOnlySpan<char> word)
    {
        foreach (var at in words)
            if (text.AsSpan(at).SequenceEqual(word)) return true;
        return false;
    }

    private static bool Says(ReadOnlySpan<char> w) => w.Length > 2 && !char.IsDigit(w[0]) && w is not ("the" or "and" or "for" or "with" or "new");

    /// <summary>Numbers that a folded name holds (a year, the round of a series).</summary>
    public static IEnumerable<string> Numbers(string folded) => folded.Split(' ').Where(w => w.Length > 0 && char.IsDigit(w[0]));

    private static HashSet<string> Words(string folded) =>
        [.. folded.Split(' ').Where(w => Says(w))];

    /// <summary>Jaro-Winkler nearness of two words, 0 to 1.</summary>
    public static double Nearness(string a, string b) => Nearness(a.AsSpan(), b.AsSpan());

    private static double Nearness(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (a.SequenceEqual(b)) return 1;
        if (a.Length == 0 || b.Length == 0 || a.Length > MostLetters || b.Length > MostLetters) return 0;
        var window = Math.Max(0, Math.Max(a.Length, b.Length) / 2 - 1);
        ulong takenA = 0, takenB = 0;
        var common = 0;
        for (var i = 0; i < a.Length; i++)
        {
            for (var j = Math.Max(0, i - window); j < Math.Min(b.Length, i + window + 1); j++)
            {
                if (a[i] != b[j] || (takenB >> j & 1) == 1) continue;
                takenA |= 1UL << i;
                takenB |= 1UL << j;
                common++;
                break;
            }
        }
        if (common == 0) return 0;
        var swapped = 0;
        for (int i = 0, j = 0; i < a.Length; i++)
        {
            if ((takenA >> i & 1) == 0) continue;
            while ((takenB >> j & 1) == 0) j++;
            if (a[i] != b[j++]) swapped++;
        }
        double m = common;
        var jaro = (m / a.Length + m / b.Length + (m - swapped / 2) / m) / 3;
        var prefix = 0;
        while (prefix < Math.Min(4, Math.Min(a.Length, b.Length)) && a[prefix] == b[prefix]) prefix++;
        return jaro + prefix * 0.1 * (1 - jaro);
    }
}
