using System.Collections.Frozen;
using System.Text;
using AngleSharp.Dom;

namespace Chancery.Intake.Html;

/// <summary>Writes a tree as text: blocks on lines of their own, paragraphs behind an empty line, list items behind bullets.</summary>
internal sealed class BlockText
{
    private static readonly FrozenDictionary<string, int> s_breaks = new Dictionary<string, int>
    {
        ["p"] = 2, ["h1"] = 2, ["h2"] = 2, ["h3"] = 2, ["h4"] = 2, ["h5"] = 2, ["h6"] = 2, ["blockquote"] = 2, ["pre"] = 2, ["figure"] = 2,
        ["figcaption"] = 2, ["caption"] = 2, ["ul"] = 2, ["ol"] = 2, ["dl"] = 2, ["table"] = 2, ["hr"] = 2, ["article"] = 2, ["section"] = 2,
        ["header"] = 2, ["main"] = 2, ["address"] = 2, ["details"] = 2, ["fieldset"] = 2, ["center"] = 2,
        ["div"] = 1, ["li"] = 1, ["tr"] = 1, ["dt"] = 1, ["dd"] = 1, ["summary"] = 1, ["option"] = 1, ["legend"] = 1, ["body"] = 1, ["footer"] = 1, ["nav"] = 1, ["aside"] = 1, ["form"] = 1,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly StringBuilder _text = new();
    private readonly Func<IElement, bool> _left;
    private int _breaks;
    private int _preformatted;
    private bool _space;
    private bool _bullet;
    private bool _cell;

    private BlockText(Func<IElement, bool> left) => _left = left;

    /// <summary>The words below <paramref name="root"/>, without what <paramref name="left"/> leaves out.</summary>
    public static string Of(INode root, Func<IElement, bool> left)
    {
        var writer = new BlockText(left);
        Walk.Through(root, n => writer.Enter(n, n == root), writer.Leave);
        return writer._text.ToString();
    }

    private bool Enter(INode node, bool isRoot)
    {
        if (node is IText text) { Write(text.Data); return false; }
        if (node is not IElement element) return isRoot || node is IDocument or IDocumentFragment;
        if (!isRoot && _left(element)) return false;
        switch (element.LocalName)
        {
            case "br": _breaks = Math.Min(2, _breaks + 1); return false;
            case "pre": _preformatted++; break;
            case "td" or "th": _cell = true; break;
            default: break;
        }
        Break(element);
        if (element.LocalName == "li") _bullet = true;
        return true;
    }

    private void Leave(INode node)
    {
        if (node is not IElement element) return;
        if (element.LocalName == "pre") _preformatted--;
        if (element.LocalName == "li") _bullet = false;
        Break(element);
    }

    private void Break(IElement element)
    {
        if (s_breaks.TryGetValue(element.LocalName, out var breaks)) _breaks = Math.Max(_breaks, breaks);
    }

    private void Write(string data)
    {
        foreach (var c in data)
        {
            // Soft hyphens and joiners of zero width would split words for every reader behind.
            if (c is '\u00AD' or '\u200B' or '\uFEFF' or '\u2060') continue;
            if (c == '\n' && _preformatted > 0) { _breaks = Math.Min(2, _breaks + 1); continue; }
            if (char.IsWhiteSpace(c) || c == '\0') { _space = true; continue; }
            Separate();
            _text.Append(c);
        }
    }

    private void Separate()
    {
        if (_text.Length > 0)
        {
            if (_breaks > 0) _text.Append('\n', _breaks);
            else if (_cell) _text.Append('\t');
            else if (_space) _text.Append(' ');
        }
        if (_bullet) _text.Append("• ");
        (_breaks, _space, _bullet, _cell) = (0, false, false, false);
    }
}
