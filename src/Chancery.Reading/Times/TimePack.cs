using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
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
        var sources = Sources(root, language);
        var compiled = Path.Combine(root.Compiled, $"{language}.times.json");
        if (File.Exists(compiled) && Array.TrueForAll(sources, s => File.GetLastWriteTimeUtc(s) < File.GetLastWriteTimeUtc(compiled)))
            return Read(File.ReadAllBytes(compiled));
        var bytes = Compile(sources, examples: false);
        Keep(compiled, bytes);
        return Read(bytes);
    }

    /// <summary>Compiles the sources in memory, with the examples that only checks need.</summary>
    public static TimePack FromSources(DataRoot root, string language) => Read(Compile(Sources(root, language), examples: true));

    private static string[] Sources(DataRoot root, string language) => Array.ConvertAll(Files, f => root.Language(language, f));

    // Walked by hand: the serializer's first use costs a cold start 50 ms, this 5.
    private static TimePack Read(byte[] json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        return new TimePack
        {
            Published = DateOnly.ParseExact(root.GetProperty("published").GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture),
            Suffixes = root.GetProperty("suffixes").EnumerateObject().ToDictionary(p => p.Name, p => Strings(p.Value), StringComparer.Ordinal),
            NumericOrder = Map(root.GetProperty("numericOrder")),
            Macros = Map(root.GetProperty("macros")),
            Words = [.. root.GetProperty("words").EnumerateArray().Select(Strings)],
            Holidays = [.. root.GetProperty("holidays").EnumerateArray().Select(Strings)],
            Rules = [.. root.GetProperty("rules").EnumerateArray().Select(RuleOf)],
        };
    }

    private static TimeRuleRow RuleOf(JsonElement rule) => new()
    {
        Id = rule.GetProperty("id").GetString()!,
        Kind = rule.TryGetProperty("kind", out var kind) ? kind.GetString() : null,
        Match = List(rule, "match"),
        Set = rule.TryGetProperty("set", out var set) ? Map(set) : [],
        Group = List(rule, "group"),
        After = List(rule, "after"),
        NotAfter = List(rule, "notAfter"),
        Before = List(rule, "before"),
        NotBefore = List(rule, "notBefore"),
        Inner = rule.TryGetProperty("inner", out var inner) && inner.GetBoolean(),
        Examples = List(rule, "examples"),
        Rejects = List(rule, "rejects"),
    };

    private static string[] List(JsonElement rule, string name) => rule.TryGetProperty(name, out var list) ? Strings(list) : [];

    private static string[] Strings(JsonElement list)
    {
        var strings = new string[list.GetArrayLength()];
        var at = 0;
        foreach (var item in list.EnumerateArray()) strings[at++] = item.GetString()!;
        return strings;
    }

    private static Dictionary<string, string> Map(JsonElement map) => map.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetString()!, StringComparer.Ordinal);

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

    private static byte[] Compile(string[] sources, bool examples)
    {
        var yaml = Yaml.ToJson(sources[0])!.AsObject();
        foreach (var rule in yaml["rules"]!.AsArray()) Normalise(rule!.AsObject(), examples);
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
    private static void Normalise(JsonObject rule, bool examples)
    {
        if (!examples) foreach (var name in new[] { "examples", "rejects" }) rule.Remove(name);
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
    public string? Kind { get; init; }

    /// <summary>Patterns, any of which may match.</summary>
    public required string[] Match { get; init; }

    /// <summary>Fields that the rule fills by itself.</summary>
    public Dictionary<string, string> Set { get; init; } = [];

    /// <summary>Names by which other rules refer to it.</summary>
    public string[] Group { get; init; } = [];

    /// <summary>One of these must stand before; empty for anything.</summary>
    public string[] After { get; init; } = [];

    /// <summary>None of these may stand before.</summary>
    public string[] NotAfter { get; init; } = [];

    /// <summary>One of these must follow; empty for anything.</summary>
    public string[] Before { get; init; } = [];

    /// <summary>None of these may follow.</summary>
    public string[] NotBefore { get; init; } = [];

    /// <summary>True for a rule that only serves others.</summary>
    public bool Inner { get; init; }

    /// <summary>"text with [the mention] = value", one a line.</summary>
    public string[] Examples { get; init; } = [];

    /// <summary>Texts in which the rule must stay silent.</summary>
    public string[] Rejects { get; init; } = [];
}
