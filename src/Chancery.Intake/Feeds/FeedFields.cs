using System.Xml.Linq;

namespace Chancery.Intake.Feeds;

/// <summary>What a feed and its items say of themselves, RSS and Atom alike.</summary>
internal static class FeedFields
{
    /// <summary>Adds what one element of the channel says of the whole feed.</summary>
    public static DocumentFields OfFeed(DocumentFields feed, XElement element) => element.Name.LocalName switch
    {
        "language" => feed with { Language = Text(element) },
        "title" => feed with { Source = feed.Source ?? Text(element) },
        "link" when Link(element) is { } link && DocumentFields.Host(link) is { } host && !IsSelf(element) => feed with { Source = host },
        _ => feed,
    };

    /// <summary>What an item says of itself.</summary>
    public static DocumentFields OfItem(XElement item) => new()
    {
        Id = Text(Child(item, "guid")) ?? Text(Child(item, "id")),
        Url = item.Elements().Where(e => e.Name.LocalName == "link" && !IsSelf(e)).Select(Link).FirstOrDefault(l => l is not null)
            ?? (Child(item, "guid") is { } guid && guid.Attribute("isPermaLink")?.Value != "false" && DocumentFields.Host(guid.Value.Trim()) is not null ? guid.Value.Trim() : null),
        Title = Text(Child(item, "title")),
        Published = Text(Child(item, "pubDate")) ?? Text(Child(item, "published")) ?? Text(Child(item, "date")) ?? Text(Child(item, "issued")) ?? Text(Child(item, "updated")),
        Language = item.Attribute(XNamespace.Xml + "lang")?.Value ?? Text(Child(item, "language")),
        Source = Child(item, "source") is { } source ? DocumentFields.Host(source.Attribute("url")?.Value) ?? Text(source) : null,
    };

    /// <summary>The longest body an item gives, as HTML.</summary>
    public static string? Body(XElement item)
    {
        string? best = null;
        foreach (var element in item.Elements())
            if (element.Name.LocalName is "encoded" or "content" or "description" or "summary" && Html(element) is { } html && html.Length > (best?.Length ?? 0))
                best = html;
        return best;
    }

    // Atom says by a type whether a content is text, escaped HTML or XHTML; RSS always means HTML.
    private static string? Html(XElement element)
    {
        var type = element.Attribute("type")?.Value;
        if (type is "xhtml") return string.Concat(element.Nodes().Select(n => n.ToString(SaveOptions.DisableFormatting)));
        if (element.Attribute("src") is not null || element.Value.Length == 0) return null;
        var isAtomText = element.Name.NamespaceName.Contains("Atom", StringComparison.Ordinal) && type is null or "text" or "text/plain";
        return isAtomText ? System.Net.WebUtility.HtmlEncode(element.Value).Replace("\n\n", "<p>", StringComparison.Ordinal).Replace("\n", "<br>", StringComparison.Ordinal) : element.Value;
    }

    private static string? Link(XElement link) => (link.Attribute("href")?.Value ?? link.Value).Trim() is { Length: > 0 } address ? address : null;

    private static bool IsSelf(XElement link) => link.Attribute("rel")?.Value is not (null or "alternate");

    private static XElement? Child(XElement item, string name) => item.Elements().FirstOrDefault(e => e.Name.LocalName == name);

    private static string? Text(XElement? element) => element?.Value.Trim() is { Length: > 0 } text ? text : null;
}
