using System.Globalization;
using System.Text.Json.Nodes;
using Chancery.Cli.Training;
using Chancery.Reading.Syntax;

namespace Chancery.Cli.Evaluation;

/// <summary>Names found, right and wanted, by kind; a name is right where its first and last token and its kind are.</summary>
internal sealed record NameScores(IReadOnlyDictionary<string, (int Right, int Found, int Wanted)> Kinds)
{
    /// <summary>Names missed, invented or of another kind, each with its sentence.</summary>
    public IReadOnlyList<string> Errors { get; private init; } = [];

    private static readonly string[] Names = ["PER", "ORG", "LOC"];

    /// <summary>Tags and reads sentences, and scores what is found.</summary>
    public static NameScores Of(List<(string[] Forms, NameTag[] Names, bool Opens)> gold, SyntaxModel syntax, NameModel model)
    {
        var document = NamesTraining.DocumentOf([.. gold.Select(g => g.Forms)]);
        var all = Enumerable.Range(0, gold.Count).ToArray();
        syntax.Analyse(document, all);
        for (int from = 0, to = 1; from < all.Length; from = to++)
        {
            while (to < all.Length && !gold[to].Opens) to++;
            model.Tag(document, all.AsSpan(from, to - from));
        }
        var counts = Names.ToDictionary(n => n, _ => (Right: 0, Found: 0, Wanted: 0));
        var errors = new List<string>();
        for (var i = 0; i < gold.Count; i++)
        {
            var wanted = Spans(gold[i].Names).ToHashSet();
            var found = Spans([.. document.Tokens.AsSpan(document.Sentences[i].First, document.Sentences[i].Count).ToArray().Select(t => t.Name)]).ToHashSet();
            errors.AddRange(Differences(gold[i].Forms, wanted, found));
            foreach (var kind in Names)
            {
                var c = counts[kind];
                counts[kind] = (c.Right + found.Count(f => f.Kind == kind && wanted.Contains(f)), c.Found + found.Count(f => f.Kind == kind), c.Wanted + wanted.Count(w => w.Kind == kind));
            }
        }
        return new(counts) { Errors = errors };
    }

    private static IEnumerable<string> Differences(string[] forms, HashSet<(int First, int End, string Kind)> wanted, HashSet<(int First, int End, string Kind)> found)
    {
        string Show((int First, int End, string Kind) name) => $"{name.Kind} {string.Join(' ', forms[name.First..name.End])}";
        var missed = string.Join("; ", wanted.Except(found).Select(Show));
        var invented = string.Join("; ", found.Except(wanted).Select(Show));
        if (missed.Length + invented.Length > 0) yield return $"missed [{missed}] invented [{invented}] in: {string.Join(' ', forms)}";
    }

    /// <summary>Precision, recall and F1 of a kind, or of all where it is null.</summary>
    public (double Precision, double Recall, double F1) Of(string? kind)
    {
        var chosen = Kinds.Where(k => kind is null || k.Key == kind).Select(k => k.Value).ToList();
        double right = chosen.Sum(c => c.Right), found = chosen.Sum(c => c.Found), wanted = chosen.Sum(c => c.Wanted);
        return (found == 0 ? 0 : right / found, wanted == 0 ? 0 : right / wanted, found + wanted == 0 ? 0 : 2 * right / (found + wanted));
    }

    /// <summary>Kinds with the total first.</summary>
    public static IEnumerable<string?> Rows => [null, .. Names];

    public JsonNode ToJson() => new JsonObject(Rows.Select(k => KeyValuePair.Create(k ?? "all", (JsonNode?)new JsonObject
    {
        ["precision"] = Math.Round(Of(k).Precision, 5), ["recall"] = Math.Round(Of(k).Recall, 5), ["f1"] = Math.Round(Of(k).F1, 5),
    })));

    /// <inheritdoc/>
    public override string ToString() => string.Join(", ", Rows.Select(k => string.Create(CultureInfo.InvariantCulture, $"{k ?? "all"} {Of(k).F1 * 100:F2}")));

    private static IEnumerable<(int First, int End, string Kind)> Spans(NameTag[] tags)
    {
        for (var i = 0; i < tags.Length; i++)
        {
            if (tags[i] == NameTag.None) continue;
            // A later token without a first one opens a name, as the usual scorers have it.
            var kind = ((int)tags[i] - 1) / 2;
            var end = i + 1;
            while (end < tags.Length && (int)tags[end] == 2 * kind + 2) end++;
            yield return (i, end, Names[kind]);
            i = end - 1;
        }
    }
}
