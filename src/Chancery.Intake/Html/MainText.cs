using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Chancery.Intake.Html;

/// <summary>Finds the element that holds the article of a page.</summary>
/// <remarks>
/// The scheme of Readability: paragraphs give points to what holds them, links take them away. What the page itself marks
/// as its article goes first where it holds most of the prose.
/// </remarks>
internal sealed class MainText
{
    private const string Marked = "[itemprop~='articleBody'], article, main, [role='main'], [role='article']";

    // A shorter run of words is a label.
    private const int LeastProse = 25;

    private readonly Dictionary<IElement, (int Prose, int Links)> _lengths = [];
    private readonly Dictionary<IElement, double> _scores = [];

    /// <summary>The element, and the rule for what inside it does not belong to it.</summary>
    public static IElement Find(IHtmlDocument page, out Func<IElement, bool> furniture)
    {
        var root = (IElement?)page.Body ?? page.DocumentElement;
        var all = new MainText();
        all.Measure(root, Furniture.InPieces);
        var total = all.Prose(root);
        // A whole article inside an element with an unlucky name ("story-with-comments") is no furniture.
        bool IsFurniture(IElement e) => Furniture.InPages(e) && all.Prose(e) * 2 <= total;
        var inside = new MainText();
        inside.Measure(root, IsFurniture);
        var best = inside.Best(root);
        furniture = e => IsFurniture(e) || inside.IsLinkList(e);
        return inside.MarkedArticle(page, best) ?? inside.Widened(best, root);
    }

    private int Prose(IElement element) => _lengths.TryGetValue(element, out var l) ? l.Prose : 0;

    private int Links(IElement element) => _lengths.TryGetValue(element, out var l) ? l.Links : 0;

    // Sums letters and letters within links upwards, and gives the points of each paragraph to those above it.
    private void Measure(IElement root, Func<IElement, bool> furniture)
    {
        var links = 0;
        Walk.Through(root, Enter, Leave);

        bool Enter(INode node)
        {
            if (node is IText text) { Count(text, links > 0); return false; }
            if (node is not IElement element || element != root && furniture(element)) return false;
            if (element.LocalName == "a") links++;
            return true;
        }

        void Leave(INode node)
        {
            if (node is not IElement element) return;
            if (element.LocalName == "a") links--;
            if (!_lengths.TryGetValue(element, out var own)) return;
            if (element.ParentElement is { } parent && element != root) Add(parent, own.Prose, own.Links);
            if (element.LocalName is "p" or "blockquote" or "pre" or "li" or "td" || HoldsText(element)) Score(element, own);
        }
    }

    private void Count(IText text, bool isLink)
    {
        var length = text.Data.AsSpan().Trim().Length;
        if (length > 0 && text.ParentElement is { } parent) Add(parent, length, isLink ? length : 0);
    }

    private void Add(IElement element, int prose, int links)
    {
        var had = _lengths.TryGetValue(element, out var l) ? l : default;
        _lengths[element] = (had.Prose + prose, had.Links + links);
    }

    private static bool HoldsText(IElement element) =>
        element.LocalName is "div" or "section" or "article" && element.ChildNodes.Any(n => n is IText t && t.Data.AsSpan().Trim().Length >= LeastProse);

    private void Score(IElement element, (int Prose, int Links) own)
    {
        var words = own.Prose - own.Links;
        if (words < LeastProse) return;
        var points = 1 + Math.Min(words / 100.0, 3);
        // A text broken by <br> alone has no paragraphs: its element stands for itself.
        if (element.LocalName is "div" or "section" or "article") Give(element, points);
        Give(element.ParentElement, points);
        Give(element.ParentElement?.ParentElement, points / 2);
    }

    private void Give(IElement? element, double points)
    {
        if (element is not null) _scores[element] = _scores.GetValueOrDefault(element) + points;
    }

    private double Weighed(IElement element)
    {
        var prose = Prose(element);
        return prose == 0 ? 0 : _scores.GetValueOrDefault(element) * (1 - Links(element) / (double)prose);
    }

    private IElement Best(IElement root)
    {
        var best = root;
        foreach (var element in _scores.Keys)
            if (element != root && element.LocalName is not "html" && Weighed(element) > (best == root ? 0 : Weighed(best))) best = element;
        return best;
    }

    // The smallest marked element with most of the prose that scoring found.
    private IElement? MarkedArticle(IHtmlDocument page, IElement best)
    {
        IElement? article = null;
        foreach (var element in page.QuerySelectorAll(Marked))
            if ((Prose(element) - Links(element)) * 10 >= (Prose(best) - Links(best)) * 6 && (article is null || Prose(element) < Prose(article)))
                article = element;
        return article;
    }

    // Where parts of the article lie side by side (each in a box of its own) what holds them all is meant.
    private IElement Widened(IElement best, IElement root)
    {
        while (best != root && best.ParentElement is { } parent && parent.LocalName is not "html")
        {
            var others = parent.Children.Where(c => c != best && Weighed(c) > Weighed(best) * 0.3).Sum(Prose);
            if (others * 4 < Prose(best)) break;
            best = parent;
        }
        return best;
    }

    private bool IsLinkList(IElement element)
    {
        if (element.LocalName is not ("ul" or "ol" or "div" or "section")) return false;
        var (prose, links) = (Prose(element), Links(element));
        return prose > 0 && links * 10 > prose * 9 && element.QuerySelectorAll("a").Length >= 3;
    }
}
