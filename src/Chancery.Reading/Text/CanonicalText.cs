using System.Text;

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
        try
        {
            return text.IsNormalized(NormalizationForm.FormC) ? text : text.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException e)
        {
            throw new FormatException("the text has an unpaired surrogate and is no valid Unicode", e);
        }
    }
}
