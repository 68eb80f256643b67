using System.Text.Json.Nodes;
using Chancery.Reading;
using Chancery.Reading.Packs;

namespace Chancery.Cli.Checking;

/// <summary>The patterns' own examples are read by them, their rejects are not.</summary>
internal static class PatternCheck
{
    /// <summary>Day on which examples are thought to be published.</summary>
    private static readonly DateOnly s_published = new(2024, 6, 12);

    /// <summary>Checks the frames of a language.</summary>
    public static IEnumerable<Finding> Run(DataRoot root, string language, IReader reader, Action<int> count)
    {
        var folder = root.Language(language, "frames");
        if (!Directory.Exists(folder)) yield break;
        var wide = new Lazy<IReader>(() => Reader.Open(root, language, ReaderScope.Plover));
        foreach (var path in Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal))
        {
            var file = Yaml.ToJson(path);
            var needed = file is JsonObject { } map && (string?)map["scope"] == "plover" ? wide.Value : reader;
            foreach (var pattern in Patterns(file))
                foreach (var finding in Check(pattern, $"{language}/frames/{Path.GetFileName(path)} {(string?)pattern["id"]}", language, needed, count))
                    yield return finding;
        }
    }

    /// <summary>The examples and rejects of the patterns that are read outside the scope of PLOVER, each an article.</summary>
    public static IEnumerable<Article> Articles(DataRoot root, string language) =>
        from path in Directory.EnumerateFiles(root.Language(language, "frames"), "*.yaml").Order(StringComparer.Ordinal)
        let file = Yaml.ToJson(path)
        where !(file is JsonObject map && (string?)map["scope"] == "plover")
        from pattern in Patterns(file)
        from sentence in Sentences(pattern, "examples").Concat(Sentences(pattern, "rejects"))
        select Of(sentence, language);

    private static Article Of(string sentence, string language) => new(sentence) { Published = s_published, PublishedFrom = "option", Language = language };

    private static IEnumerable<Finding> Check(JsonObject pattern, string where, string language, IReader reader, Action<int> count)
    {
        var id = (string?)pattern["id"] ?? "";
        var (examples, rejects) = (Sentences(pattern, "examples"), Sentences(pattern, "rejects"));
        if (examples.Length == 0) yield return new Finding(where, "no examples");
        if (rejects.Length == 0) yield return new Finding(where, "no rejects");
        foreach (var example in examples)
        {
            count(1);
            var rules = Rules(example, language, reader);
            if (!rules.Contains(id)) yield return new Finding(where, $"does not read \"{example}\" ({(rules.Count == 0 ? "nothing does" : string.Join(", ", rules))})");
        }
        foreach (var reject in rejects)
        {
            count(1);
            if (Rules(reject, language, reader).Contains(id)) yield return new Finding(where, $"reads \"{reject}\"");
        }
    }

    private static HashSet<string> Rules(string sentence, string language, IReader reader) =>
        [.. reader.Read(Of(sentence, language)).Events.SelectMany(e => e.Evidence).Select(e => e.Rule).OfType<string>()];

    private static string[] Sentences(JsonObject pattern, string key) => pattern[key] is JsonArray list ? [.. list.Select(s => (string)s!)] : [];

    // A file is one frame or a list of them.
    private static IEnumerable<JsonObject> Patterns(JsonNode? node) => node switch
    {
        JsonArray list => list.SelectMany(Patterns),
        JsonObject map when map["patterns"] is JsonArray patterns => patterns.OfType<JsonObject>(),
        JsonObject map => map.SelectMany(p => p.Value is JsonArray or JsonObject ? Patterns(p.Value) : []),
        _ => [],
    };
}
