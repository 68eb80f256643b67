using Chancery.Reading.Lexicons;

namespace Chancery.Reading.Details;

/// <summary>Small whole numbers in figures or words.</summary>
internal static class Numbers
{
    /// <summary>The number a word spells ("12", "20th", "twelve", "twentieth"), or null.</summary>
    public static int? Read(ReadOnlySpan<char> word, WordView words)
    {
        var digits = 0;
        while (digits < word.Length && char.IsAsciiDigit(word[digits])) digits++;
        if (digits is > 0 and < 5 && word.Length - digits <= 2) return int.Parse(word[..digits], System.Globalization.CultureInfo.InvariantCulture);
        return words.Number(word);
    }
}
