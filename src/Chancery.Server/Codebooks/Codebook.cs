using System.Collections.Immutable;
using System.Text.Json;
using Chancery.Reading.Packs;
using Chancery.Register;
using Chancery.Server.Languages;
using Chancery.Storage;

namespace Chancery.Server.Codebooks;

/// <summary>The types of events with the rules that read them, out of <c>data/frames</c> and <c>data/languages</c>.</summary>
/// <param name="Types">Types.</param>
public sealed record CodebookPage(ImmutableArray<CodebookType> Types);

/// <summary>A type of event.</summary>
/// <param name="Type">Name in the data.</param>
/// <param name="Label">Name for people.</param>
/// <param name="Plover">PLOVER root and mode.</param>
/// <param name="Roles">Roles, each with the kinds that can fill it.</param>
/// <param name="Merging">When two reports may be one event.</param>
/// <param name="Events">Events of the type in this register.</param>
/// <param name="Rules">Rules that read it.</param>
public sealed record CodebookType(string Type, string Label, string Plover, ImmutableArray<string> Roles, string Merging, long Events, ImmutableArray<CodebookRule> Rules);

/// <summary>A rule of a language.</summary>
/// <param name="Id">Id, as evidence names it.</param>
/// <param name="Examples">What it reads.</param>
/// <param name="Rejects">What it must not read.</param>
public sealed record CodebookRule(string Id, ImmutableArray<string> Examples, ImmutableArray<string> Rejects);

/// <summary>Reads the codebook out of the data packs, once.</summary>
internal static class Codebook
{
    private static readonly Lazy<(Dictionary<string, ImmutableArray<string>> Roles, ILookup<string, CodebookRule> Rules)> s_packs = new(Read);

    public static CodebookPage Of(RegisterStore store, Wording words)
    {
        var counts = store.Tallies(new EventQuery()).GroupBy(t => t.Type).ToDictionary(g => g.Key, g => g.Sum(t => t.Events));
        var (roles, rules) = s_packs.Value;
        return new CodebookPage([.. TypeRule.All.Select(t => new CodebookType(t.Type, t.Label, $"{t.Plover.Event}{(t.Plover.Mode is { } mode ? ", " + mode : "")}", roles.GetValueOrDefault(t.Type, []), Merging(t, words),
            counts.GetValueOrDefault(t.Type), [.. rules[t.Type]]))]);
    }

    private static string Merging(TypeRule t, Wording words) => string.Join("; ", new[]
    {
        words["codebook.slack", words.Count(t.DoneSlack, "day"), words.Count(t.PlannedSlack, "day")], t.PlaceDecides ? words["codebook.place"] : "", t.Directed ? words["codebook.directed"] : "",
        t.Group == t.Type ? "" : words["codebook.group", words.Of("group", t.Group)],
    }.Where(s => s.Length > 0));

    private static (Dictionary<string, ImmutableArray<string>>, ILookup<string, CodebookRule>) Read()
    {
        // Without the packs the page still tells the types, which are compiled in.
        try
        {
            var root = DataRoot.Find();
            using var frames = JsonDocument.Parse(CompiledYaml.Read(root, "frames", Files(Path.Combine(root.Source, "frames"))));
            var roles = frames.RootElement.EnumerateArray().ToDictionary(f => Text(f, "type"), f => Items(f, "roles").Select(r => $"{Text(r, "role")}: {string.Join(", ", Items(r, "kinds").Select(k => k.GetString()))}").ToImmutableArray());
            using var patterns = JsonDocument.Parse(CompiledYaml.Read(root, "en.frames", Files(root.Language("en", "frames"))));
            var rules = patterns.RootElement.EnumerateArray().SelectMany(f => Items(f, "patterns").Select(p => (Frame: Text(f, "frame"), Rule: new CodebookRule(Text(p, "id"), Texts(p, "examples"), Texts(p, "rejects"))))).ToLookup(p => p.Frame, p => p.Rule);
            return (roles, rules);
        }
        catch (Exception e) when (e is IOException or JsonException)
        {
            return ([], Array.Empty<(string, CodebookRule)>().ToLookup(p => p.Item1, p => p.Item2));
        }
    }

    private static string[] Files(string folder) => [.. Directory.GetFiles(folder, "*.yaml").Order(StringComparer.Ordinal)];

    private static string Text(JsonElement of, string name) => of.TryGetProperty(name, out var value) ? value.ToString() : "";

    private static IEnumerable<JsonElement> Items(JsonElement of, string name) => of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [];

    private static ImmutableArray<string> Texts(JsonElement of, string name) => [.. Items(of, name).Select(e => e.ValueKind == JsonValueKind.Object ? Text(e, "text") : e.ToString()).Where(t => t.Length > 0)];
}
