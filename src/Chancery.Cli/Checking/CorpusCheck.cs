using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Chancery.Reading.Text;

namespace Chancery.Cli.Checking;

/// <summary>Annotations beside articles are valid; offsets are filled in on demand (see corpus/README.md).</summary>
internal sealed partial class CorpusCheck(bool fill)
{
    private readonly Dictionary<string, (string Folder, string Article)> _events = new(StringComparer.Ordinal);
    private readonly List<Finding> _findings = [];

    public int Articles { get; private set; }
    public int Events { get; private set; }

    /// <summary>Checks all articles below a folder.</summary>
    public IReadOnlyList<Finding> Run(string folder)
    {
        foreach (var path in Directory.EnumerateFiles(folder, "*.txt", SearchOption.AllDirectories).Order(StringComparer.Ordinal)) Check(path);
        return _findings;
    }

    private void Check(string path)
    {
        Articles++;
        var beside = Path.ChangeExtension(path, ".json");
        if (!File.Exists(beside)) { Say(path, "no annotation beside it"); return; }
        var file = File.ReadAllText(path, new UTF8Encoding(false, true));
        var text = CanonicalText.Of(file);
        if (text != file) Say(path, "not canonical (NFC, LF, no byte order mark)");
        var body = Body(path, text);
        JsonObject annotation;
        try { annotation = JsonNode.Parse(File.ReadAllText(beside))!.AsObject(); }
        catch (Exception e) when (e is JsonException or InvalidOperationException) { Say(beside, e.Message); return; }
        if (!AnnotationVocabulary.Styles.Contains(Cell(annotation, "style") ?? "")) Say(beside, $"style '{Cell(annotation, "style")}'");
        if (annotation["events"] is not JsonArray events) { Say(beside, "no events"); return; }
        var ids = events.Select(e => Cell(e, "id")).ToHashSet();
        if (ids.Count < events.Count) Say(beside, "two events have the same id");
        foreach (var e in events.OfType<JsonObject>()) new Checker(this, $"{beside} {Cell(e, "id")}", body).Event(e, ids);
        foreach (var name in events.Select(e => Cell(e, "event")).OfType<string>()) InOneSplit(name, path);
        if (fill) File.WriteAllText(beside, AnnotationWriter.Write(annotation));
    }

    private string Body(string path, string text)
    {
        if (!text.StartsWith("---\n", StringComparison.Ordinal)) { Say(path, "no header"); return text; }
        foreach (var line in text[4..].Split('\n').TakeWhile(l => l.Length > 0))
            if (!AnnotationVocabulary.HeaderKeys.Contains(line.Split(':')[0])) Say(path, $"header key '{line.Split(':')[0]}'");
        return BodyOf(text);
    }

    private static string BodyOf(string text) => text.IndexOf("\n\n", StringComparison.Ordinal) is >= 0 and var blank ? text[(blank + 2)..] : "";

    private void InOneSplit(string name, string path)
    {
        var folder = Path.GetDirectoryName(path)!;
        if (!_events.TryGetValue(name, out var first)) _events[name] = (folder, path);
        else if (first.Folder != folder) Say(path, $"event '{name}' is in {first.Article} of another split too");
    }

    private void Say(string where, string message) => _findings.Add(new Finding(where, message));

    private static string? Cell(JsonNode? node, string name) => node?[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    [GeneratedRegex(@"^\d{4}(-\d\d(-\d\d)?)?$")]
    private static partial Regex Date();

    [GeneratedRegex("^[A-Z]{3}$")]
    private static partial Regex Country();

    /// <summary>Checks one event.</summary>
    private sealed class Checker(CorpusCheck check, string where, string body)
    {
        public void Event(JsonObject e, HashSet<string?> ids)
        {
            check.Events++;
            foreach (var (key, _) in e) if (!AnnotationVocabulary.Keys.Contains(key)) Say($"key '{key}'");
            Among(e, "type", AnnotationVocabulary.Types);
            Among(e, "status", AnnotationVocabulary.Statuses);
            if (Cell(e, "type") == "visit" && Cell(e, "subtype") is not null) Among(e, "subtype", AnnotationVocabulary.VisitSubtypes);
            foreach (var key in new[] { "start", "end" }) if (Cell(e, key) is { } date && !Date().IsMatch(date)) Say($"{key} '{date}' is no date");
            if (Cell(e, "start") is { } start && Cell(e, "end") is { } end && string.CompareOrdinal(end, start[..Math.Min(start.Length, end.Length)]) < 0) Say("ends before it starts");
            if (Cell(e, "event") is null) Say("no name of the event of the world");
            if (Cell(e, "partOf") is { } whole && !ids.Contains(whole)) Say($"partOf '{whole}' is no event of the article");
            InCountry(e["place"]);
            Participants(e["participants"] as JsonArray ?? []);
            Evidence(e["evidence"] as JsonArray ?? []);
        }

        private void Participants(JsonArray participants)
        {
            if (participants.Count == 0) Say("no participants");
            foreach (var p in participants)
            {
                Among(p, "kind", AnnotationVocabulary.Kinds);
                Among(p, "role", AnnotationVocabulary.Roles);
                InCountry(p);
                if (Cell(p, "name") is not { Length: > 0 }) Say("a participant without a name");
            }
        }

        private void Evidence(JsonArray evidence)
        {
            if (!evidence.Any(v => Cell(v, "field") == "trigger")) Say("no trigger");
            foreach (var v in evidence.OfType<JsonObject>())
            {
                Among(v, "field", AnnotationVocabulary.Fields);
                if (Cell(v, "text") is not { Length: > 0 } text) { Say("evidence without text"); continue; }
                if (Find(text, Cell(v, "in")) is not { } at) { Say($"\"{Cell(v, "in") ?? text}\" does not stand in the article"); continue; }
                var points = new CodePoints(body);
                var (start, end) = (points.FromUtf16(at), points.FromUtf16(at + text.Length));
                if (check.Fill) (v["start"], v["end"]) = (start, end);
                else if ((int?)v["start"] != start || (int?)v["end"] != end) Say($"offsets of \"{text}\" are not {start} to {end}; data check --fill writes them");
            }
        }

        private int? Find(string text, string? within)
        {
            if (within is null) return body.IndexOf(text, StringComparison.Ordinal) is >= 0 and var found ? found : null;
            var (outer, inner) = (body.IndexOf(within, StringComparison.Ordinal), within.IndexOf(text, StringComparison.Ordinal));
            return outer >= 0 && inner >= 0 ? outer + inner : null;
        }

        private void InCountry(JsonNode? node)
        {
            if (Cell(node, "country") is { } country && !Country().IsMatch(country)) Say($"country '{country}'");
        }

        private void Among(JsonNode? node, string key, IReadOnlySet<string> words)
        {
            if (!words.Contains(Cell(node, key) ?? "")) Say($"{key} '{Cell(node, key)}'");
        }

        private void Say(string message) => check.Say(where, message);
    }

    private bool Fill => fill;
}
