using System.Collections.Frozen;
using AngleSharp.Dom;

namespace Chancery.Intake.Html;

/// <summary>Parts of a page that are not its article, by the table <c>furniture.tsv</c>.</summary>
internal static class Furniture
{
    private static readonly FrozenDictionary<string, FrozenSet<string>> s_table = EmbeddedTable.Rows("furniture.tsv")
        .GroupBy(r => r[0], r => r[1], StringComparer.Ordinal)
        .ToFrozenDictionary(g => g.Key, g => g.ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);

    private static readonly FrozenSet<string> s_tags = s_table["tag"];
    private static readonly FrozenSet<string> s_pageTags = s_table["page"];
    private static readonly FrozenSet<string> s_roles = s_table["role"];
    private static readonly FrozenSet<string> s_words = s_table["word"];
    private static readonly FrozenSet<string> s_phrases = s_table["phrase"];

    /// <summary>What is no text even in a piece that holds nothing but an article.</summary>
    public static bool InPieces(IElement element) => s_tags.Contains(element.LocalName) || IsHidden(element);

    /// <summary>What is no part of the article in a whole page.</summary>
    public static bool InPages(IElement element)
    {
        if (InPieces(element) || s_pageTags.Contains(element.LocalName)) return true;
        if (element.LocalName is "body" or "html" or "main" or "article" or "h1" or "p") return false;
        if (element.GetAttribute("role") is { } role && s_roles.Contains(role)) return true;
        return IsNamed(element.GetAttribute("class")) || IsNamed(element.GetAttribute("id"));
    }

    /// <summary>True where the element or one above it is furniture.</summary>
    public static bool AncestorsAndSelf(this IElement element, Func<IElement, bool> furniture)
    {
        for (var e = element; e is not null; e = e.ParentElement) if (furniture(e)) return true;
        return false;
    }

    private static bool IsHidden(IElement element)
    {
        if (element.HasAttribute("hidden") || element.GetAttribute("aria-hidden") == "true") return true;
        var style = element.GetAttribute("style");
        return style is not null && style.Replace(" ", "", StringComparison.Ordinal).Contains("display:none", StringComparison.OrdinalIgnoreCase);
    }

    // Class names of layout systems hold such words too ("has-sidebar", "no-ads"); those describe the page around, not the part.
    private static bool IsNamed(string? names)
    {
        if (string.IsNullOrEmpty(names)) return false;
        foreach (var name in names.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var words = Words(name);
            if (words.Length == 0 || words[0] is "has" or "no" or "with" or "without") continue;
            for (var i = 0; i < words.Length; i++)
            {
                if (s_words.Contains(words[i])) return true;
                if (i + 1 < words.Length && s_phrases.Contains(words[i] + " " + words[i + 1])) return true;
                if (i + 2 < words.Length && s_phrases.Contains(words[i] + " " + words[i + 1] + " " + words[i + 2])) return true;
            }
        }
        return false;
    }

    // "relatedPosts", "related-posts", "related__posts" are all "related posts".
    private static string[] Words(string name)
    {
        var spaced = new System.Text.StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            if (i > 0 && char.IsUpper(name[i]) && char.IsLower(name[i - 1])) spaced.Append(' ');
            spaced.Append(char.IsLetterOrDigit(name[i]) ? char.ToLowerInvariant(name[i]) : ' ');
        }
        return spaced.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }
}
