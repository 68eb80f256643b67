using System.Text.Json;
using AngleSharp.Html.Dom;

namespace Chancery.Intake.Html;

/// <summary>What a page says in JSON-LD of the article it holds.</summary>
internal sealed record LinkedData
{
    public string? Title { get; private init; }
    public string? Published { get; private init; }
    public string? Url { get; private init; }
    public string? Publisher { get; private init; }
    public string? Language { get; private init; }
    public string? Body { get; private init; }

    /// <summary>The first description of an article; blocks that are no valid JSON are passed over.</summary>
    public static LinkedData Of(IHtmlDocument page)
    {
        foreach (var script in page.QuerySelectorAll("script[type='application/ld+json']"))
        {
            try
            {
                using var json = JsonDocument.Parse(script.TextContent, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
                if (Article(json.RootElement, 4) is { } article) return Describe(article);
            }
            catch (JsonException) { }
            catch (InvalidOperationException) { }
        }
        return new LinkedData();
    }

    private static JsonElement? Article(JsonElement value, int depth)
    {
        if (depth == 0) return null;
        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in value.EnumerateArray()) if (Article(item, depth - 1) is { } found) return found;
            return null;
        }
        if (value.ValueKind != JsonValueKind.Object) return null;
        if (value.TryGetProperty("@type", out var type) && IsArticle(type)) return value;
        return value.TryGetProperty("@graph", out var graph) ? Article(graph, depth - 1)
            : value.TryGetProperty("mainEntity", out var main) ? Article(main, depth - 1) : null;
    }

    private static bool IsArticle(JsonElement type) => type.ValueKind == JsonValueKind.Array
        ? type.EnumerateArray().Any(IsArticle)
        : type.ValueKind == JsonValueKind.String && (type.GetString()!.EndsWith("Article", StringComparison.Ordinal) || type.GetString() is "BlogPosting" or "LiveBlogPosting" or "Report" or "PressRelease");

    private static LinkedData Describe(JsonElement article) => new()
    {
        Title = String(article, "headline"),
        Published = String(article, "datePublished"),
        Url = String(article, "url"),
        Publisher = article.TryGetProperty("publisher", out var publisher) && publisher.ValueKind == JsonValueKind.Object ? String(publisher, "name") : null,
        Language = String(article, "inLanguage"),
        Body = String(article, "articleBody"),
    };

    private static string? String(JsonElement value, string name) =>
        value.TryGetProperty(name, out var inner) && inner.ValueKind == JsonValueKind.String && inner.GetString()!.Trim() is { Length: > 0 } text ? text : null;
}
