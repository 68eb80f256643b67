using System.Formats.Tar;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml;
using Chancery.Reading.Text;

namespace Chancery.Cli.Training;

/// <summary>Running text from the files that vectors are learned from: JSON Lines, JSON, XML, SGML, plain; gzipped or in an archive.</summary>
internal static partial class RawText
{
    // Shorter strings of JSON are labels and figures, not prose.
    private const int LeastProse = 60;

    /// <summary>The texts of a file; none where its kind is not known.</summary>
    public static IEnumerable<string> Read(string path)
    {
        if (path.EndsWith(".tar.gz", StringComparison.Ordinal)) return ReadArchive(path);
        var name = path.EndsWith(".gz", StringComparison.Ordinal) ? path[..^3] : path;
        using var reader = Reading.Syntax.Conllu.Open(path);
        return [.. Parts(name, reader.ReadToEnd()).Select(Canonical).Where(t => t.Length > 0)];
    }

    private static List<string> ReadArchive(string path)
    {
        using var tar = new TarReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        var files = new List<(string Name, string Text)>();
        while (tar.GetNextEntry() is { } entry)
        {
            if (entry.DataStream is null) continue;
            using var reader = new StreamReader(entry.DataStream, Encoding.UTF8);
            files.Add((entry.Name, reader.ReadToEnd()));
        }
        return [.. files.OrderBy(f => f.Name, StringComparer.Ordinal).SelectMany(f => Parts(f.Name, f.Text)).Select(Canonical).Where(t => t.Length > 0)];
    }

    private static IEnumerable<string> Parts(string name, string text) => Path.GetExtension(name) switch
    {
        ".jsonl" => text.Split('\n').Where(l => l.Length > 0).SelectMany(l => Strings(JsonDocument.Parse(l).RootElement)),
        ".json" => Strings(JsonDocument.Parse(text).RootElement),
        ".xml" when name.Contains("GeoVirus", StringComparison.Ordinal) => XmlTexts(text),
        ".txt" => [text],
        // WikiWars has each article several times; one form is enough.
        _ when name.Contains("/keyinline/", StringComparison.Ordinal) => [Tag().Replace(text, "")],
        _ => [],
    };

    private static IEnumerable<string> Strings(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString() is { Length: >= LeastProse } s && !s.StartsWith("http", StringComparison.Ordinal) ? [Plain(s)] : [],
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => Strings(p.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Strings),
        _ => [],
    };

    private static IEnumerable<string> XmlTexts(string text)
    {
        var document = new XmlDocument { XmlResolver = null };
        document.LoadXml(text);
        return document.GetElementsByTagName("text").OfType<XmlNode>().Select(n => n.InnerText);
    }

    private static string Plain(string html) => html.Contains('<', StringComparison.Ordinal) ? WebUtility.HtmlDecode(Tag().Replace(Block().Replace(html, "\n"), "")) : html;

    private static string Canonical(string text)
    {
        try { return CanonicalText.Of(text); }
        catch (FormatException) { return ""; }
    }

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("</?(p|br|div|h[1-6]|li|ul|tr|td|blockquote)[^>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex Block();
}
