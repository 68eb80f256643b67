using System.Text;
using Chancery.Intake.Decoding;
using Chancery.Intake.Plain;

namespace Chancery.Intake.Sources;

/// <summary>Says what a file is by its first bytes; its name decides only what the bytes leave open.</summary>
internal static class ContentSniffer
{
    /// <summary>Looks at the first bytes.</summary>
    /// <param name="head">First bytes, in UTF-8 or whatever came.</param>
    /// <param name="whole">True where these are all.</param>
    /// <param name="path">Name of the file.</param>
    /// <returns>The kind and, for what cannot be read, the reason.</returns>
    public static (ContentKind Kind, string Reason) Look(ReadOnlySpan<byte> head, bool whole, string path)
    {
        if (head.StartsWith(ByteOrderMark.Utf8)) head = head[3..];
        if (head is [0x1F, 0x8B, ..]) return (ContentKind.Gzip, "");
        if (Signature.Of(head) is { } signature) return (ContentKind.Binary, signature);
        if (head.Contains((byte)0)) return (ContentKind.Binary, LooksLikeUtf16(head) ? "looks like UTF-16 without a byte order mark" : "binary, not text (it holds zero bytes)");
        if (ControlShare(head) > 0.02) return (ContentKind.Binary, "binary, not text");
        var text = head.Trim(" \t\r\n\f"u8);
        if (text.IsEmpty) return whole ? (ContentKind.Empty, "empty") : (ContentKind.Text, "");
        return text[0] switch
        {
            (byte)'<' when MarkupSniffer.Look(text) is { } markup => markup,
            (byte)'[' when IsArray(text) => (ContentKind.JsonValues, ""),
            _ when JsonOf(text, whole, path) is { } json => (json, ""),
            _ => (TextOf(text, path), ""),
        };
    }

    // English in UTF-16 has a zero in every second byte.
    private static bool LooksLikeUtf16(ReadOnlySpan<byte> head)
    {
        var zeros = head.Count((byte)0);
        return head.Length >= 8 && zeros > head.Length * 2 / 5 && zeros < head.Length * 3 / 5;
    }

    private static double ControlShare(ReadOnlySpan<byte> head)
    {
        var controls = 0;
        foreach (var b in head) if (b < 0x20 && b is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or 0x0C or 0x1B)) controls++;
        return head.IsEmpty ? 0 : controls / (double)head.Length;
    }

    // Prose can begin with a bracket too.
    private static bool IsArray(ReadOnlySpan<byte> text)
    {
        var inside = text[1..].TrimStart(" \t\r\n"u8);
        return inside.Length > 0 && inside[0] is (byte)'{' or (byte)']';
    }

    private static ContentKind? JsonOf(ReadOnlySpan<byte> text, bool whole, string path)
    {
        int rows = 0, openings = 0, lines = 0;
        foreach (var range in text.Split((byte)'\n'))
        {
            var line = text[range].Trim(" \t\r"u8);
            if (line.IsEmpty) continue;
            lines++;
            if (line is [(byte)'{', (byte)'}'] || IsObjectStart(line)) rows++;
            else if (line is [(byte)'{']) openings++;
        }
        if (rows * 2 >= lines && rows > 0) return ContentKind.JsonLines;
        if (text[0] == '{' && (openings > 0 || rows > 0)) return ContentKind.JsonValues;
        var named = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? path[..^3] : path;
        return Path.GetExtension(named).ToUpperInvariant() switch
        {
            ".JSONL" or ".NDJSON" => ContentKind.JsonLines,
            ".JSON" => text[0] == '{' ? ContentKind.JsonValues : ContentKind.JsonLines,
            _ => null,
        };
    }

    private static bool IsObjectStart(ReadOnlySpan<byte> line) => line[0] == '{' && line[1..].TrimStart(" \t"u8) is [(byte)'"', ..];

    private static ContentKind TextOf(ReadOnlySpan<byte> text, string path)
    {
        var sample = Encoding.UTF8.GetString(text);
        if (Path.GetExtension(path).ToUpperInvariant() is ".MD" or ".MARKDOWN" || Markdown.IsLikely(sample)) return ContentKind.Markdown;
        return MarkupSniffer.IsPiece(sample) ? ContentKind.Html : ContentKind.Text;
    }
}
