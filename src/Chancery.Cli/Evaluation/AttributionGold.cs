using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using Chancery.Reading;

namespace Chancery.Cli.Evaluation;

/// <summary>An article of PolNeAR with its attributions that name a source.</summary>
/// <param name="Text">The article.</param>
/// <param name="Attributions">Content and the places of its source, in the order of the text.</param>
internal sealed record AttributionGold(string Text, List<(TextSpan Content, List<TextSpan> Sources)> Attributions)
{
    /// <summary>Articles of a part (dev, train, test) of a folder or a .tar.gz with <c>data/PART/text</c> and <c>data/PART/attributions</c>.</summary>
    public static IEnumerable<AttributionGold> Read(string path, string part)
    {
        Dictionary<string, string> texts = new(StringComparer.Ordinal), annotations = new(StringComparer.Ordinal);
        foreach (var (name, content) in Files(path))
        {
            if (!name.Contains($"/{part}/", StringComparison.Ordinal)) continue;
            if (name.EndsWith(".txt", StringComparison.Ordinal)) texts[Path.GetFileNameWithoutExtension(name)] = content;
            else if (name.EndsWith(".ann", StringComparison.Ordinal)) annotations[Path.GetFileNameWithoutExtension(name)] = content;
        }
        // An annotation is named after its article and its annotator.
        foreach (var (name, annotation) in annotations.OrderBy(a => a.Key, StringComparer.Ordinal))
            if (texts.TryGetValue(name[..name.LastIndexOf('_')], out var text)) yield return new AttributionGold(text, Parse(annotation));
    }

    private static IEnumerable<(string Name, string Content)> Files(string path)
    {
        if (Directory.Exists(path))
        {
            foreach (var file in Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Where(f => f.EndsWith(".txt", StringComparison.Ordinal) || f.EndsWith(".ann", StringComparison.Ordinal)))
                yield return (file.Replace('\\', '/'), File.ReadAllText(file));
            yield break;
        }
        using var tar = new TarReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        while (tar.GetNextEntry() is { } entry)
        {
            if (entry.DataStream is null) continue;
            using var reader = new StreamReader(entry.DataStream, Encoding.UTF8);
            yield return (entry.Name, reader.ReadToEnd());
        }
    }

    private static List<(TextSpan, List<TextSpan>)> Parse(string annotation)
    {
        var spans = new Dictionary<string, List<TextSpan>>(StringComparer.Ordinal);
        var all = new List<(TextSpan Content, List<TextSpan> Sources)>();
        var lines = annotation.Split('\n').Select(l => l.Split('\t')).Where(f => f.Length >= 2).ToList();
        foreach (var f in lines.Where(f => f[0].StartsWith('T'))) spans[f[0]] = Spans(f[1]);
        foreach (var f in lines.Where(f => f[0].StartsWith('E')))
        {
            var roles = f[1].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(r => r.Split(':')).Where(r => r.Length == 2 && spans.ContainsKey(r[1].Trim())).ToList();
            var sources = roles.Where(r => r[0].StartsWith("Source", StringComparison.Ordinal)).SelectMany(r => spans[r[1].Trim()]).ToList();
            var content = roles.FirstOrDefault(r => r[0] == "Content");
            if (sources.Count > 0 && content is not null) all.Add((spans[content[1].Trim()][0], sources));
        }
        all.Sort((a, b) => a.Content.Start.CompareTo(b.Content.Start));
        return all;
    }

    // "Content 315 448;463 553"
    private static List<TextSpan> Spans(string field) =>
        [.. field[(field.IndexOf(' ', StringComparison.Ordinal) + 1)..].Split(';').Select(p => p.Split(' ')).Select(p => new TextSpan(Number(p[0]), Number(p[1])))];

    private static int Number(string text) => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
