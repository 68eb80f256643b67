using System.Runtime.CompilerServices;

namespace Chancery.Reading.Knowledge;

/// <summary>How forms become entries of the vocabulary: lower case, one apostrophe, one hyphen.</summary>
internal static class WordFolding
{
    /// <summary>Longer forms are never words of the vocabulary.</summary>
    public const int MaximumLength = 64;

    /// <summary>Folds a form into <paramref name="into"/> and hashes it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Fold(ReadOnlySpan<char> form, Span<char> into)
    {
        var hash = 0x9E3779B97F4A7C15UL;
        for (var i = 0; i < form.Length; i++)
        {
            var c = form[i];
            if (c < 128) { if ((uint)(c - 'A') <= 25) c = (char)(c | 0x20); }
            else c = Other(c);
            into[i] = c;
            hash = (hash ^ c) * 0xD6E8FEB86659FD93UL;
        }
        return (uint)(hash >> 32) ^ (uint)hash;
    }

    /// <summary>The folded form as a string.</summary>
    public static string Fold(string form)
    {
        Span<char> folded = form.Length <= MaximumLength ? stackalloc char[MaximumLength] : new char[form.Length];
        Fold(form, folded);
        return folded[..form.Length].ToString();
    }

    private static char Other(char c) => c switch
    {
        '’' or 'ʼ' or 'ʻ' or '‘' => '\'',
        '\u2010' or '\u2011' => '-',
        _ => char.ToLowerInvariant(c),
    };
}
