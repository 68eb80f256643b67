using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Chancery.Reading.Reports;

namespace Chancery.Cli.Evaluation;

/// <summary>An annotated article of the corpus (see <c>corpus/README.md</c>).</summary>
/// <param name="Slug">File name without ending.</param>
/// <param name="Style">wire, readout, feature, local, brief.</param>
/// <param name="Text">The article below its header.</param>
/// <param name="Header">The keys above it: title, source, published, language.</param>
/// <param name="Reading">The annotation in the shape of what <c>extract</c> prints.</param>
/// <param name="Events">For each report of the reading the name of its event of the world.</param>
internal sealed record GoldArticle(string Slug, string Style, string Text, ImmutableDictionary<string, string> Header, ArticleReading Reading, ImmutableArray<string> Events)
{
    private static readonly string[] s_keys = ["title", "source", "published", "language", "url"];

    /// <summary>All articles of a folder, by name.</summary>
    public static IEnumerable<GoldArticle> Folder(string path) =>
        Directory.EnumerateFiles(path, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(Load);

    /// <summary>The articles of a corpus folder, of one annotation, or of JSON Lines of <c>{document, events}</c> whose document holds its text.</summary>
    public static IEnumerable<GoldArticle> At(string path)
    {
        if (Directory.Exists(path)) return Folder(path);
        if (!File.Exists(path)) throw new FileNotFoundException($"{path}: no such file or folder");
        return path.EndsWith(".json", StringComparison.Ordinal) ? [Load(path)] : Rows(path);
    }

    /// <exception cref="FormatException">The annotation is not of the corpus's shape; the message names the file.</exception>
    public static GoldArticle Load(string json)
    {
        var (header, text) = Split(File.ReadAllText(Path.ChangeExtension(json, ".txt")).ReplaceLineEndings("\n"));
        return Guarded(json, () => Of(JsonNode.Parse(File.ReadAllText(json))!.AsObject(), Path.GetFileNameWithoutExtension(json), text, header));
    }

    private static IEnumerable<GoldArticle> Rows(string path)
    {
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line)) continue;
            var (name, text) = ($"{path}:{number}", line);
            yield return Guarded(name, () =>
            {
                var root = JsonNode.Parse(text)!.AsObject();
                var document = root["document"]!.AsObject();
                var header = s_keys.Where(k => document[k] is JsonValue)
                    .ToImmutableDictionary(k => k, k => (string)document[k]!, StringComparer.OrdinalIgnoreCase);
                return Of(root, Cell(document, "key") ?? name, Cell(document, "text") ?? throw new FormatException("document.text is missing; extract --with-text writes it"), header);
            });
        }
    }

    private static GoldArticle Guarded(string name, Func<GoldArticle> load)
    {
        try { return load(); }
        catch (Exception e) when (e is JsonException or InvalidOperationException or NullReferenceException or FormatException) { throw new FormatException($"{name}: {e.Message}", e); }
    }

    private static GoldArticle Of(JsonObject root, string key, string text, ImmutableDictionary<string, string> header)
    {
        var events = root["events"]!.AsArray().Select(e => e!.AsObject()).ToArray();
        var document = new DocumentHeader
        {
            Id = "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))),
            Key = key, Source = header.GetValueOrDefault("source"), Title = header.GetValueOrDefault("title"), Url = header.GetValueOrDefault("url"),
            Published = header.GetValueOrDefault("published"), Language = header.GetValueOrDefault("language", "en"), Characters = text.EnumerateRunes().Count(),
        };
        return new GoldArticle(key, (string?)root["style"] ?? "", text, header, new ArticleReading(document, [.. events.Select(Report)]), [.. events.Select(e => (string?)e["event"] ?? $"{key}#{e["id"]}")]);
    }

    private static Report Report(JsonObject e) => new()
    {
        Id = Cell(e, "id") ?? "",
        Type = Cell(e, "type") ?? "",
        Subtype = Cell(e, "subtype"),
        Status = Cell(e, "status") ?? "",
        Start = Cell(e, "start"),
        End = Cell(e, "end"),
        Place = e["place"] is JsonObject p ? new EventPlace(Cell(p, "name"), Cell(p, "venue"), Cell(p, "country"), null, null, null) : null,
        Participants = [.. Items(e, "participants").Select(x => new Participant(Cell(x, "name") ?? "", Cell(x, "kind") ?? "", Cell(x, "country"), Cell(x, "office"), Cell(x, "role") ?? ""))],
        Topics = e["topics"] is JsonArray topics ? [.. topics.Select(t => (string?)t ?? "")] : [],
        Name = Cell(e, "name"),
        Instruments = [.. Items(e, "instruments").Select(x => new Instrument(Cell(x, "kind") ?? "", Cell(x, "title"), (int?)x["count"]))],
        Honour = e["honour"] is JsonObject h ? new Honour(Cell(h, "name") ?? "", Cell(h, "class")) : null,
        Anniversary = e["anniversary"] is JsonObject a ? new Anniversary((int?)a["years"] ?? 0, Cell(a, "of")) : null,
        Attribution = [.. Items(e, "attribution").Select(x => new Attribution(Cell(x, "name") ?? "", Cell(x, "cue")))],
        PartOf = Cell(e, "partOf"),
        Confidence = 0.99,
        Plover = new Plover("", null, []),
        Evidence = [.. Items(e, "evidence").Select(x => new Evidence((int?)x["start"] ?? 0, (int?)x["end"] ?? 0, Cell(x, "text") ?? "", Cell(x, "field") ?? "", null))],
    };

    private static IEnumerable<JsonObject> Items(JsonObject e, string name) => (e[name] as JsonArray ?? []).OfType<JsonObject>();

    private static string? Cell(JsonObject e, string name) => (string?)e[name];

    private static (ImmutableDictionary<string, string>, string) Split(string file)
    {
        if (!file.StartsWith("---\n", StringComparison.Ordinal) || file.IndexOf("\n\n", StringComparison.Ordinal) is not (> 0 and var blank)) return (ImmutableDictionary<string, string>.Empty, file);
        var lines = file[4..blank].Split('\n').Select(l => l.Split(':', 2)).Where(l => l.Length == 2);
        return (lines.ToImmutableDictionary(l => l[0].Trim(), l => l[1].Trim(), StringComparer.OrdinalIgnoreCase), file[(blank + 2)..]);
    }
}
