using System.Formats.Tar;
using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Chancery.Reading;

namespace Chancery.Cli.Evaluation;

/// <summary>A time as the gold marks it.</summary>
/// <param name="Span">Where it stands in the text.</param>
/// <param name="Type">DATE, TIME, DURATION, SET; empty for TIMEX2.</param>
/// <param name="Value">Normalised value.</param>
internal sealed record GoldTime(TextSpan Span, string Type, string Value);

/// <summary>A document of the gold: its text, day of creation and times.</summary>
internal sealed record GoldTimesDocument(string Name, string Text, DateOnly? Created, List<GoldTime> Times)
{
    // Documents whose name has a hash below this are kept out of development; with TimeBank and AQUAINT they are 60 of 256.
    private const uint HeldOutBelow = 0x3942a66b;

    /// <summary>Whether the document is kept out of development.</summary>
    public bool IsHeldOut => System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(Name))) < HeldOutBelow;
}

/// <summary>Reads gold times: TimeML (<c>.tml</c>) with TIMEX3, WikiWars key files with TIMEX2; a file, a folder or a packed folder.</summary>
internal static partial class TimesGold
{
    /// <summary>The documents of a path, by name.</summary>
    public static IEnumerable<GoldTimesDocument> Read(string path) => Files(path)
        .Where(f => f.Name.EndsWith(".tml", StringComparison.Ordinal) || f.Name.EndsWith("key.xml", StringComparison.Ordinal) && f.Folder.Contains("keyinline", StringComparison.Ordinal))
        // WikiWars comes in both formats; TimeML says more.
        .GroupBy(f => f.Name.Replace(".key.xml", ".tml", StringComparison.Ordinal)).Select(g => g.MaxBy(f => f.Name.EndsWith(".tml", StringComparison.Ordinal)))
        .OrderBy(f => f.Name, StringComparer.Ordinal).Select(f => Parse(f.Name, f.Text));

    private static IEnumerable<(string Folder, string Name, string Text)> Files(string path)
    {
        if (Directory.Exists(path)) return Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Select(f => (Path.GetDirectoryName(f)!, Path.GetFileName(f), File.ReadAllText(f)));
        if (!path.EndsWith(".gz", StringComparison.Ordinal)) return [(path.EndsWith("key.xml", StringComparison.Ordinal) ? "keyinline" : "", Path.GetFileName(path), File.ReadAllText(path))];
        return Packed(path);
    }

    private static IEnumerable<(string, string, string)> Packed(string path)
    {
        using var tar = new TarReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        while (tar.GetNextEntry() is { } entry)
        {
            if (entry.DataStream is null) continue;
            using var reader = new StreamReader(entry.DataStream);
            yield return (Path.GetDirectoryName(entry.Name) ?? "", Path.GetFileName(entry.Name), reader.ReadToEnd());
        }
    }

    private static GoldTimesDocument Parse(string name, string source)
    {
        var open = source.IndexOf("<TEXT>", StringComparison.Ordinal) + "<TEXT>".Length;
        var close = source.LastIndexOf("</TEXT>", StringComparison.Ordinal);
        if (open < 6 || close < open) throw new FormatException($"{name} has no TEXT");
        var text = new StringBuilder();
        var times = new List<GoldTime>();
        Walk(source.AsSpan(open, close - open).ToString(), text, times);
        return new GoldTimesDocument(name, text.ToString(), Created(source[..open]), times);
    }

    private static DateOnly? Created(string head) =>
        Creation().Match(head) is { Success: true } m && DateOnly.TryParse(m.Groups[1].Value, CultureInfo.InvariantCulture, out var day) ? day : null;

    // Of nested times the outermost counts.
    private static void Walk(string body, StringBuilder text, List<GoldTime> times)
    {
        var open = new Stack<(int Start, Match Tag)>();
        var at = 0;
        foreach (Match tag in Tag().Matches(body))
        {
            text.Append(WebUtility.HtmlDecode(body[at..tag.Index]));
            at = tag.Index + tag.Length;
            if (!tag.Groups["name"].Value.StartsWith("TIMEX", StringComparison.Ordinal)) continue;
            if (tag.Groups["close"].Length == 0) { open.Push((text.Length, tag)); continue; }
            var (start, opened) = open.Pop();
            if (open.Count == 0 && TrimmedSpan(text, start) is { Length: > 0 } span) times.Add(new GoldTime(span, Attribute(opened.Value, "type"), Attribute(opened.Value, "value") is { Length: > 0 } v ? v : Attribute(opened.Value, "val")));
        }
        text.Append(WebUtility.HtmlDecode(body[at..]));
    }

    private static TextSpan TrimmedSpan(StringBuilder text, int start)
    {
        var end = text.Length;
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        return new TextSpan(start, end);
    }

    private static string Attribute(string tag, string name) => Regex.Match(tag, $"""\b{name}="([^"]*)" """.TrimEnd()) is { Success: true } m ? m.Groups[1].Value : "";

    [GeneratedRegex("""<(?<close>/?)(?<name>[A-Za-z][A-Za-z0-9-]*)[^<>]*>""")]
    private static partial Regex Tag();

    [GeneratedRegex("""<TIMEX[23][^>]*\bval(?:ue)?="(\d{4}-\d\d-\d\d)""")]
    private static partial Regex Creation();
}
