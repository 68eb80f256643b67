using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Chancery.Reading.Packs;

namespace Chancery.Reading.Times;

/// <summary>Words and rules of one language for times, as compiled from <c>times.yaml</c> and the word lists beside it.</summary>
internal sealed record TimePack
{
    /// <summary>Files that a language has for times; all are required.</summary>
    private static readonly string[] Files = ["times.yaml", "time-words.tsv", "numbers.tsv", "holidays.tsv"];

    /// <summary>Day on which the examples of the rules are thought to be published.</summary>
    public required DateOnly Published { get; init; }

    /// <summary>Endings of digits and words: ordinal, decade, am, pm, past.</summary>
    public required Dictionary<string, string[]> Suffixes { get; init; }

    /// <summary>Order of day, month and year by separator: "." to "dmy".</summary>
    public required Dictionary<string, string> NumericOrder { get; init; }

    /// <summary>Patterns used in patterns as <c>@name</c>.</summary>
    public required Dictionary<string, string> Macros { get; init; }

    /// <summary>Rows word, class, value, case.</summary>
    public required string[][] Words { get; init; }

    /// <summary>Rows name, rule.</summary>
    public required string[][] Holidays { get; init; }

    /// <summary>Rules in order; of matches of the same length the earlier rule wins.</summary>
    public required TimeRuleRow[] Rules { get; init; }

    /// <summary>Loads the compiled pack, compiling it first where a source is newer.</summary>
    /// <exception cref="FormatException">A source is no valid YAML or table.</exception>
    public static TimePack Open(DataRoot root, string language)
    {
        var sources = Array.ConvertAll(Files, f => root.Language(language, f));
        var compiled = Path.Combine(root.Compiled, $"{language}.times.json");
        if (File.Exists(compiled) && Array.TrueForAll(sources, s => File.GetLastWriteTimeUtc(s) < File.GetLastWriteTimeUtc(compiled)))
            return Read(File.ReadAllBytes(compiled));
        var bytes = Compile(sources);
        Keep(compiled, bytes);
        return Read(bytes);
    }

    private static TimePack Read(byte[] json) => JsonSerializer.Deserialize(json, TimePackJson.Default.TimePack)!;

    // Two processes may compile at once, so the file appears whole or not at all; a read-only folder only costs time.
    private static void Keep(string path, byte[] bytes)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var draft = $"{path}.{Environment.ProcessId}.{Environment.CurrentManagedThreadId}";
            File.WriteAllBytes(draft, bytes);
            File.Move(draft, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException) { }
    }

    private static byte[] Compile(string[] sources)
    {
        var yaml = Yaml.ToJson(sources[0])!.AsObject();
        foreach (var rule in yaml["rules"]!.AsArray()) Normalise(rule!.AsObject());
        var words = Rows(sources[1], "word", "class", "value", "case");
        foreach (var row in Tsv.Read(sources[2]) is var numbers ? Enumerable.Range(0, numbers.Count).Select(i => numbers[i]) : [])
            words.Add((JsonNode)new JsonArray(row[numbers.Column("word")], row[numbers.Column("kind")], row[numbers.Column("value")], ""));
        yaml["words"] = words;
        yaml["holidays"] = Rows(sources[3], "name", "rule");
        return System.Text.Encoding.UTF8.GetBytes(yaml.ToJsonString());
    }

    private static JsonArray Rows(string path, params string[] columns)
    {
        var table = Tsv.Read(path);
        var rows = new JsonArray();
        for (var i = 0; i < table.Count; i++)
        {
            var cells = new JsonArray();
            foreach (var column in columns) cells.Add((JsonNode)table[i][table.Column(column)]);
            rows.Add((JsonNode)cells);
        }
        return rows;
    }

    // One pattern may stand for a list, and numbers in `set` are strings to the reader.
    private static void Normalise(JsonObject rule)
    {
        foreach (var name in new[] { "match", "group", "after", "notAfter", "before", "notBefore", "examples", "rejects" })
            if (rule[name] is JsonValue single) rule[name] = new JsonArray(single.ToString());
        if (rule["set"] is JsonObject set)
            foreach (var (name, value) in set.ToArray()) set[name] = value?.ToString();
    }
}

/// <summary>A rule as the pack holds it.</summary>
internal sealed record TimeRuleRow
{
    /// <summary>Stable id, without the language.</summary>
    public required string Id { get; init; }

    /// <summary>How it is resolved; null where the form inside decides.</summary>
    public string? Kind { get; set; }

    /// <summary>Patterns, any of which may match.</summary>
    public required string[] Match { get; init; }

    /// <summary>Fields that the rule fills by itself.</summary>
    public Dictionary<string, string> Set { get; set; } = [];

    /// <summary>Names by which other rules refer to it.</summary>
    public string[] Group { get; set; } = [];

    /// <summary>One of these must stand before; empty for anything.</summary>
    public string[] After { get; set; } = [];

    /// <summary>None of these may stand before.</summary>
    public string[] NotAfter { get; set; } = [];

    /// <summary>One of these must follow; empty for anything.</summary>
    public string[] Before { get; set; } = [];

    /// <summary>None of these may follow.</summary>
    public string[] NotBefore { get; set; } = [];

    /// <summary>True for a rule that only serves others.</summary>
    public bool Inner { get; set; }

    /// <summary>"text with [the mention] = value", one a line.</summary>
    public string[] Examples { get; set; } = [];

    /// <summary>Texts in which the rule must stay silent.</summary>
    public string[] Rejects { get; set; } = [];
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(TimePack))]
internal sealed partial class TimePackJson : JsonSerializerContext;
