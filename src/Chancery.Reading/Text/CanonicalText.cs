namespace Chancery.Reading.Text;

/// <summary>The one canonicalisation step. All offsets of a document count in what this returns.</summary>
public static class CanonicalText
{
    /// <summary>Strips a byte order mark, turns CRLF and CR into LF, composes to NFC.</summary>
    /// <exception cref="FormatException">An unpaired surrogate stands in the text.</exception>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > 0 && text[0] == '\uFEFF') text = text[1..];
        if (text.Contains('\r')) text = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        if (System.Text.Ascii.IsValid(text)) return text;
        for (var i = 0; (i = NextSurrogate(text, i)) >= 0; i += 2)
            if (!char.IsHighSurrogate(text[i]) || i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1]))
                throw new FormatException($"character {i} is half of a surrogate pair; the text is no valid Unicode");
        return Composition.IsComposed(text) ? text : Composition.Compose(text);
    }

    private static int NextSurrogate(string text, int from)
    {
        var found = text.AsSpan(from).IndexOfAnyInRange('\uD800', '\uDFFF');
        return found < 0 ? -1 : from + found;
    }
}
