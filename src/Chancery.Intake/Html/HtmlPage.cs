using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Chancery.Intake.Html;

/// <summary>A page or a piece of HTML: what it says of itself and its words.</summary>
/// <param name="Fields">What the page says of itself.</param>
/// <param name="Text">Its words, block by block.</param>
internal sealed record HtmlPage(DocumentFields Fields, string Text)
{
    private static readonly HtmlParser s_parser = new(new HtmlParserOptions { IsScripting = false });

    /// <summary>Reads a whole page: the article without what stands around it.</summary>
    public static HtmlPage OfPage(string html)
    {
        using var page = s_parser.ParseDocument(html);
        var metadata = PageMetadata.Of(page);
        var main = MainText.Find(page, out var furniture);
        var text = BlockText.Of(main, furniture);
        if (HeadlineOutside(page, main, furniture) is { Length: > 0 } headline && !Begins(text, headline)) text = text.Length == 0 ? headline : headline + "\n\n" + text;
        // Some pages are drawn by a script and carry their words only in their description for machines.
        if (metadata.Body is { } body && body.Length > text.Length * 2) text = OfPiece(body);
        return new HtmlPage(metadata.Fields, text);
    }

    /// <summary>The words of a piece of HTML that is an article already, such as the body of a row.</summary>
    public static string OfPiece(string html)
    {
        using var page = s_parser.ParseDocument(html);
        return page.Body is { } body ? BlockText.Of(body, Furniture.InPieces) : "";
    }

    /// <summary>True where the HTML is a page with a head of its own.</summary>
    public static bool IsPage(string html)
    {
        var start = html.AsSpan(0, Math.Min(html.Length, 4096));
        return start.Contains("<html", StringComparison.OrdinalIgnoreCase) || start.Contains("<head", StringComparison.OrdinalIgnoreCase) || start.Contains("<body", StringComparison.OrdinalIgnoreCase);
    }

    private static string? HeadlineOutside(IHtmlDocument page, IElement main, Func<IElement, bool> furniture)
    {
        if (main.QuerySelector("h1") is not null) return null;
        var headings = page.QuerySelectorAll("h1");
        var headline = headings.FirstOrDefault(h => !h.AncestorsAndSelf(furniture)) ?? (headings.Length == 1 ? headings[0] : null);
        return headline is null ? null : BlockText.Of(headline, furniture);
    }

    private static bool Begins(string text, string headline)
    {
        var found = text.IndexOf(headline, StringComparison.OrdinalIgnoreCase);
        return found >= 0 && found < 400;
    }
}
