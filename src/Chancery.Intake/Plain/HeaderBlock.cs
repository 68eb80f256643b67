namespace Chancery.Intake.Plain;

/// <summary>The block of <c>key: value</c> lines in front of a plain text.</summary>
internal static class HeaderBlock
{
    /// <summary>Parts the block from the text; without a block the text comes back whole.</summary>
    /// <remarks>The block opens with <c>---</c> and closes with an empty line, or with a second <c>---</c> as in Markdown's front matter.</remarks>
    public static (DocumentFields Fields, string Text) Split(string text)
    {
        if (!text.StartsWith("---\n", StringComparison.Ordinal)) return (DocumentFields.None, text);
        var fields = DocumentFields.None;
        var at = 4;
        for (var any = false; at < text.Length; any = true)
        {
            var end = text.IndexOf('\n', at);
            if (end < 0) end = text.Length;
            var line = text.AsSpan(at, end - at);
            var next = Math.Min(end + 1, text.Length);
            if (line.IsWhiteSpace()) return any ? (fields, text[next..]) : (DocumentFields.None, text);
            if (line.TrimEnd() is "---" or "...") return any ? (fields, text[BehindEmptyLine(text, next)..]) : (DocumentFields.None, text);
            var colon = line.IndexOf(':');
            // A list or a folded value of front matter is passed over; anything else shows that this is no block.
            if (colon > 0 && IsKey(line[..colon])) fields = With(fields, line[..colon], Unquoted(line[(colon + 1)..].Trim()));
            else if (!any || line[0] is not (' ' or '-' or '\t')) return (DocumentFields.None, text);
            at = next;
        }
        return (fields, "");
    }

    private static int BehindEmptyLine(string text, int at)
    {
        var end = text.IndexOf('\n', at);
        return end >= 0 && text.AsSpan(at, end - at).IsWhiteSpace() ? end + 1 : at;
    }

    private static bool IsKey(ReadOnlySpan<char> key)
    {
        foreach (var c in key) if (!char.IsAsciiLetterOrDigit(c) && c is not ('_' or '-')) return false;
        return true;
    }

    private static string Unquoted(ReadOnlySpan<char> value) =>
        (value.Length >= 2 && value[0] is '"' or '\'' && value[^1] == value[0] ? value[1..^1] : value).ToString();

    private static DocumentFields With(DocumentFields fields, ReadOnlySpan<char> key, string value) => value.Length == 0 ? fields : key switch
    {
        "id" => fields with { Id = value },
        "url" => fields with { Url = value },
        "title" => fields with { Title = value },
        "published" or "date" => fields with { Published = value },
        "source" => fields with { Source = value },
        "language" or "lang" => fields with { Language = value },
        _ => fields,
    };
}
