using System.Text;
using System.Text.RegularExpressions;

namespace Chancery.Intake.Decoding;

/// <summary>The charset that a page or an XML declaration names.</summary>
internal static partial class Charset
{
    // HTML asks for the declaration within the first 1,024 bytes; pages in the wild are less careful.
    private const int Within = 8192;

    static Charset() => System.Text.Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The name declared in the first bytes, or null.</summary>
    public static string? Declared(ReadOnlySpan<byte> bytes)
    {
        var head = System.Text.Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, Within)]);
        var match = XmlDeclaration().Match(head);
        if (!match.Success) match = MetaCharset().Match(head);
        return match.Success ? match.Groups[1].Value : null;
    }

    public static bool IsUtf8(string name) => name.Equals("utf-8", StringComparison.OrdinalIgnoreCase) || name.Equals("utf8", StringComparison.OrdinalIgnoreCase);

    /// <summary>The strict decoder of a declared name; Latin-1 and ASCII mean windows-1252, as browsers have it.</summary>
    /// <exception cref="RefusedException">No such charset.</exception>
    public static Encoding Encoding(string name)
    {
        var meant = name.ToUpperInvariant() is "ISO-8859-1" or "LATIN1" or "LATIN-1" or "US-ASCII" or "ASCII" or "CP1252" ? "windows-1252" : name;
        try { return System.Text.Encoding.GetEncoding(meant, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback); }
        catch (ArgumentException e) { throw new RefusedException($"unknown charset '{name}'", e); }
    }

    [GeneratedRegex("""^\s*<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9_.:-]+)""")]
    private static partial Regex XmlDeclaration();

    [GeneratedRegex("""<meta[^>]*?charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]+)""", RegexOptions.IgnoreCase)]
    private static partial Regex MetaCharset();
}
