using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Chancery.Intake.Plain;

/// <summary>Takes Markdown's marks away and keeps the words: paragraphs on one line each, list items behind bullets.</summary>
internal static partial class Markdown
{
    /// <summary>True for text that shows marks which prose does not.</summary>
    public static bool IsLikely(string sample) => Heading().IsMatch(sample) || Link().IsMatch(sample) || Strong().IsMatch(sample);

    /// <summary>The first heading, or null.</summary>
    public static string? Title(string text) => Heading().Match(text) is { Success: true } match ? Inline(match.Groups[1].Value) : null;

    /// <summary>The words of a Markdown text.</summary>
    public static string ToText(string text)
    {
        var paragraphs = new ParagraphBuilder();
        var fenced = false;
        foreach (var raw in Comment().Replace(text, "").Split('\n'))
        {
            var line = Quote().Replace(raw.TrimEnd(), "");
            if (Fence().IsMatch(line)) { fenced = !fenced; paragraphs.Break(); }
            else if (fenced) paragraphs.Line(line);
            else Add(line, paragraphs);
        }
        return paragraphs.ToString();
    }

    private static void Add(string line, ParagraphBuilder paragraphs)
    {
        if (line.Length == 0 || Rule().IsMatch(line)) { paragraphs.Break(); return; }
        if (Definition().IsMatch(line) || TableRule().IsMatch(line)) return;
        if (Heading().Match(line) is { Success: true } heading) { paragraphs.Break(); paragraphs.Line(Inline(heading.Groups[1].Value)); paragraphs.Break(); }
        else if (Item().Match(line) is { Success: true } item) paragraphs.Line("• " + Inline(item.Groups[1].Value));
        else if (line.StartsWith('|')) paragraphs.Line(Inline(string.Join('\t', line.Trim('|', ' ').Split('|', StringSplitOptions.TrimEntries))));
        else paragraphs.Run(Inline(line.TrimStart()), hardBreak: line.EndsWith('\\'));
    }

    private static string Inline(string line)
    {
        line = Image().Replace(line, "");
        line = Link().Replace(line, "$1");
        line = ReferenceLink().Replace(line, "$1");
        line = Autolink().Replace(line, "$1");
        line = Tag().Replace(line, "");
        line = Strong().Replace(line, "$2");
        line = Emphasis().Replace(line, "$2");
        line = Code().Replace(line, "$1");
        line = Escape().Replace(line, "$1");
        return WebUtility.HtmlDecode(line).Trim();
    }

    [GeneratedRegex(@"^ {0,3}#{1,6}[ \t]+(.+?)[ \t]*#*[ \t]*$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"\[([^\]\n]+)\]\((?:https?:|/|#|mailto:)[^)\s]*(?:\s+""[^""]*"")?\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"\[([^\]\n]+)\]\[[^\]\n]*\]")]
    private static partial Regex ReferenceLink();

    [GeneratedRegex(@"!\[[^\]\n]*\]\([^)\n]*\)")]
    private static partial Regex Image();

    [GeneratedRegex(@"<(https?://[^>\s]+)>")]
    private static partial Regex Autolink();

    [GeneratedRegex(@"</?[A-Za-z][^<>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"(\*\*|__)(?=\S)([^*_\n]+?)(?<=\S)\1")]
    private static partial Regex Strong();

    [GeneratedRegex(@"(?<![\w*])([*_])(?=\S)([^*_\n]+?)(?<=\S)\1(?![\w*])")]
    private static partial Regex Emphasis();

    [GeneratedRegex("`+([^`\n]+)`+")]
    private static partial Regex Code();

    [GeneratedRegex(@"\\([\\`*_{}\[\]()#+\-.!>~|])")]
    private static partial Regex Escape();

    [GeneratedRegex(@"^( {0,3}>[ ]?)+")]
    private static partial Regex Quote();

    [GeneratedRegex(@"^\s*(```|~~~)")]
    private static partial Regex Fence();

    [GeneratedRegex(@"^\s*(?:[-*+]|\d{1,3}[.)])\s+(.+)$")]
    private static partial Regex Item();

    [GeneratedRegex(@"^ {0,3}([-*_=])([ \t]*\1){2,}\s*$")]
    private static partial Regex Rule();

    [GeneratedRegex(@"^ {0,3}\[[^\]]+\]:\s*\S+")]
    private static partial Regex Definition();

    [GeneratedRegex(@"^\s*\|?\s*:?-{2,}:?\s*(\|\s*:?-{2,}:?\s*)*\|?\s*$")]
    private static partial Regex TableRule();

    [GeneratedRegex("<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex Comment();

    /// <summary>Joins the lines of a paragraph, keeps lists and tables line by line.</summary>
    private sealed class ParagraphBuilder
    {
        private readonly StringBuilder _text = new();
        private bool _open;
        private bool _break;

        public void Break() => _break = true;

        public void Line(string line)
        {
            if (line.Length == 0) return;
            Separate(_open ? "\n" : "");
            _text.Append(line);
        }

        public void Run(string line, bool hardBreak)
        {
            if (line.Length == 0) return;
            Separate(_open ? " " : "");
            _text.Append(hardBreak ? line.TrimEnd('\\') : line);
        }

        public override string ToString() => _text.ToString();

        private void Separate(string within)
        {
            _text.Append(_break && _text.Length > 0 ? "\n\n" : within);
            _break = false;
            _open = true;
        }
    }
}
