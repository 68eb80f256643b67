using System.Runtime.CompilerServices;

namespace Chancery.Reading.Syntax;

/// <summary>What the networks see of a word: the hash of its normal form, and hashed features of its spelling.</summary>
/// <remarks>Training and reading share this code; a change here makes trained models useless, so it raises <see cref="Version"/>.</remarks>
internal static class FormFeatures
{
    /// <summary>Version of the features; part of each model file.</summary>
    public const int Version = 1;

    /// <summary>At most so many features a word, with those of its marks.</summary>
    public const int Capacity = 64;

    private const int LongestForm = 40;
    private const ulong Prime = 0x100000001B3;

    /// <summary>Lower case, digits as 0, typographic quotes and dashes as the plain ones. Long forms are cut.</summary>
    public static int Normalise(ReadOnlySpan<char> form, Span<char> normal)
    {
        var n = Math.Min(form.Length, LongestForm);
        for (var i = 0; i < n; i++) normal[i] = Plain(form[i]);
        return n;
    }

    private static char Plain(char c)
    {
        if (c < 128) return char.IsAsciiLetterUpper(c) ? (char)(c | 32) : char.IsAsciiDigit(c) ? '0' : c;
        return c switch
        {
            '’' or '‘' or 'ʼ' or '´' => '\'',
            '“' or '”' or '„' or '«' or '»' => '"',
            '–' or '—' or '―' or '−' or '‐' or '‑' => '-',
            _ => char.IsDigit(c) ? '0' : char.ToLowerInvariant(c),
        };
    }

    /// <summary>The 64-bit key of a normal form in vocabularies; never 0.</summary>
    public static ulong Key(ReadOnlySpan<char> normal)
    {
        var hash = 0xCBF29CE484222325;
        foreach (var c in normal) hash = (hash ^ c) * Prime;
        return Finish(hash) | 1;
    }

    /// <summary>Writes the features of a form as rows of a table of <paramref name="rows"/> (a power of two) and returns how many.
    /// The first is that of the whole word, which training may drop.</summary>
    public static int Write(ReadOnlySpan<char> form, Span<int> features, int rows)
    {
        Span<char> normal = stackalloc char[LongestForm];
        normal = normal[..Normalise(form, normal)];
        var n = 0;
        var mask = rows - 1;
        var shape = Shape(form);
        features[n++] = Row(normal, 1, mask);
        features[n++] = (int)(Finish(shape * Prime + 2) & (ulong)mask);
        for (var k = 1; k <= Math.Min(5, normal.Length); k++) features[n++] = Row(normal[^k..], (ulong)(10 + k), mask);
        for (var k = 1; k <= Math.Min(4, normal.Length); k++) features[n++] = Row(normal[..k], (ulong)(20 + k), mask);
        // The same ending means another thing on a capitalised word.
        var capital = char.IsUpper(form[0]) ? 1u : 0u;
        if (normal.Length > 2) features[n++] = Row(normal[^2..], 30 + capital, mask);
        if (normal.Length > 3) features[n++] = Row(normal[^3..], 32 + capital, mask);
        features[n++] = Row(default, 40 + (ulong)Math.Min(normal.Length, 14), mask);
        for (var i = 1; i + 3 < normal.Length && n < 47; i++) features[n++] = Row(normal.Slice(i, 3), 60, mask);
        var hyphen = normal.IndexOfAny('-', '.', '\'');
        if (hyphen > 0 && hyphen < normal.Length - 1) features[n++] = Row(normal[(hyphen + 1)..], 61, mask);
        return n;
    }

    /// <summary>Writes the features of what lists say of a word (bits of <c>Training.WordMarks</c>), apart for capitalised forms.</summary>
    public static int WriteMarks(ReadOnlySpan<char> form, int marks, Span<int> features, int n, int rows)
    {
        var capital = char.IsUpper(form[0]) ? 1u : 0u;
        for (var bit = 0; marks >> bit != 0 && n < features.Length; bit++)
            if ((marks >> bit & 1) != 0) features[n++] = Row(default, 80 + 2 * (ulong)bit + capital, rows - 1);
        return n;
    }

    // Letters as x and X, digits as 0, each run once: "Sana'a" is Xx'x.
    private static ulong Shape(ReadOnlySpan<char> form)
    {
        ulong hash = 7;
        var last = '\0';
        var kinds = 0;
        for (var i = 0; i < form.Length && kinds < 8; i++)
        {
            var c = form[i];
            var kind = char.IsUpper(c) ? 'X' : char.IsLetter(c) ? 'x' : char.IsDigit(c) ? '0' : Plain(c);
            if (kind == last) continue;
            hash = (hash ^ kind) * Prime;
            last = kind;
            kinds++;
        }
        // One capital alone, and words wholly in capitals, are different things.
        return form.Length == 1 ? hash + 1 : hash;
    }

    private static int Row(ReadOnlySpan<char> part, ulong kind, int mask)
    {
        var hash = 0xCBF29CE484222325 ^ kind * 0x9E3779B97F4A7C15;
        foreach (var c in part) hash = (hash ^ c) * Prime;
        return (int)(Finish(hash) & (ulong)mask);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Finish(ulong hash)
    {
        hash = (hash ^ (hash >> 32)) * 0xD6E8FEB86659FD93;
        return hash ^ (hash >> 32);
    }
}
