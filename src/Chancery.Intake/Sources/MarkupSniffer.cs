using System.Text;
using System.Text.RegularExpressions;

namespace Chancery.Intake.Sources;

/// <summary>Tells pages, feeds and other XML apart.</summary>
internal static partial class MarkupSniffer
{
    /// <summary>What begins with <c>&lt;</c> is, or null where it is no markup.</summary>
    public static (ContentKind Kind, string Reason)? Look(ReadOnlySpan<byte> text)
    {
        var head = Encoding.Latin1.GetString(text[..Math.Min(text.Length, 16 * 1024)]);
        var isXml = head.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase);
        var root = FirstElement().Match(Preamble().Replace(head, ""));
        if (!root.Success) return head.StartsWith("<!", StringComparison.Ordinal) || isXml ? (ContentKind.Html, "") : null;
        return root.Groups[1].Value.ToUpperInvariant() switch
        {
            "RSS" or "FEED" or "RDF:RDF" => (ContentKind.Feed, ""),
            var name when KnownElement().IsMatch(name) => (ContentKind.Html, ""),
            _ when isXml => (ContentKind.Xml, $"XML of the kind <{root.Groups[1].Value}>, neither a page nor a feed"),
            _ => IsPiece(head) ? (ContentKind.Html, "") : null,
        };
    }

    /// <summary>True for text that is a piece of HTML though it does not begin with a tag.</summary>
    public static bool IsPiece(string text) => BlockTag().Count(text) >= 3;

    [GeneratedRegex(@"\A(\s|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^\[>]*(\[.*?\]\s*)?>)*", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Preamble();

    [GeneratedRegex(@"\A<([A-Za-z][\w:-]*)[\s/>]")]
    private static partial Regex FirstElement();

    [GeneratedRegex(@"\A(HTML|HEAD|BODY|TITLE|META|LINK|SCRIPT|STYLE|ARTICLE|SECTION|MAIN|DIV|P|H[1-6]|UL|OL|LI|DL|TABLE|TR|TD|SPAN|A|B|I|EM|STRONG|BR|HR|IMG|FIGURE|BLOCKQUOTE|HEADER|NAV|CENTER|FONT|PRE|TIME|FORM|IFRAME|ASIDE|FOOTER|BASE|NOSCRIPT)\z")]
    private static partial Regex KnownElement();

    [GeneratedRegex(@"</?(p|br|div|li|h[1-6]|blockquote|td)\b[^<>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex BlockTag();
}
