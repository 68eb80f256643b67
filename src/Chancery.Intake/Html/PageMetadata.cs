using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Chancery.Intake.Html;

/// <summary>What a page says of itself, in the places where pages say it, the surest first.</summary>
/// <param name="Fields">Title, address, publisher, day, language.</param>
/// <param name="Body">The article as told to machines, or null.</param>
internal sealed record PageMetadata(DocumentFields Fields, string? Body)
{
    private const string DayNames = "article:published_time og:article:published_time og:published_time datePublished parsely-pub-date sailthru.date dc.date dc.date.issued "
        + "dcterms.created dcterms.issued date pubdate publishdate publish-date publication_date article.published cXenseParse:recs:publishtime";

    public static PageMetadata Of(IHtmlDocument page)
    {
        var described = LinkedData.Of(page);
        var metas = Metas(page);
        var url = Attribute(page, "link[rel~='canonical']", "href") ?? metas.GetValueOrDefault("og:url") ?? described.Url;
        return new PageMetadata(new DocumentFields
        {
            Url = DocumentFields.Host(url) is null ? null : url,
            Title = metas.GetValueOrDefault("og:title") ?? described.Title ?? Text(page.QuerySelector("h1")) ?? (page.Title is { Length: > 0 } title ? title.Trim() : null),
            Published = described.Published ?? DayNames.Split(' ').Select(n => metas.GetValueOrDefault(n)).FirstOrDefault(d => d is not null) ?? Marked(page),
            Source = DocumentFields.Host(url) ?? metas.GetValueOrDefault("og:site_name") ?? described.Publisher,
            Language = page.DocumentElement.GetAttribute("lang") is { Length: > 0 } lang ? lang : metas.GetValueOrDefault("og:locale") ?? metas.GetValueOrDefault("content-language") ?? described.Language,
        }, described.Body);
    }

    private static Dictionary<string, string> Metas(IHtmlDocument page)
    {
        var metas = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var meta in page.QuerySelectorAll("meta[content]"))
        {
            var name = meta.GetAttribute("property") ?? meta.GetAttribute("name") ?? meta.GetAttribute("http-equiv") ?? meta.GetAttribute("itemprop");
            if (name is not null && meta.GetAttribute("content")!.Trim() is { Length: > 0 } content) metas.TryAdd(name, content);
        }
        return metas;
    }

    // Dates in the page itself: first what is marked as the day of publication, then a <time> near the headline.
    private static string? Marked(IHtmlDocument page) =>
        page.QuerySelector("[itemprop~='datePublished']") is { } marked ? marked.GetAttribute("datetime") ?? marked.GetAttribute("content") ?? Text(marked)
        : Attribute(page, "time[pubdate]", "datetime") ?? Attribute(page, "article time[datetime]", "datetime") ?? Attribute(page, "main time[datetime]", "datetime") ?? OnlyTime(page);

    // Of several times anywhere on a page none can be told to be the article's.
    private static string? OnlyTime(IHtmlDocument page)
    {
        var days = page.QuerySelectorAll("time[datetime]").Select(t => t.GetAttribute("datetime")).Distinct().Take(2).ToArray();
        return days.Length == 1 ? days[0] : null;
    }

    private static string? Attribute(IHtmlDocument page, string selector, string name) =>
        page.QuerySelector(selector)?.GetAttribute(name)?.Trim() is { Length: > 0 } value ? value : null;

    private static string? Text(IElement? element) =>
        element is not null && BlockText.Of(element, Furniture.InPieces).ReplaceLineEndings(" ").Trim() is { Length: > 0 } text ? text : null;
}
