using Chancery.Reading.Knowledge;

namespace Chancery.Reading.Places;

/// <summary>Decides what the places of an article mean: by population, by the division or state named behind a place, by what else is named, by what lies near. One sense an article,
/// unless the words right behind a mention say otherwise.</summary>
public sealed class PlaceResolver(KnowledgePack pack, PlaceAbbreviations abbreviations, PlaceWeights? weights = null)
{
    private readonly PlaceWeights _weights = weights ?? new PlaceWeights();

    /// <summary>Sets what each mention means.</summary>
    /// <param name="document">The document.</param>
    /// <param name="mentions">Mentions in order of the text, with their options.</param>
    /// <param name="outletState">Row of the state of the outlet, -1 where unknown.</param>
    public void Resolve(Document document, IReadOnlyList<PlaceMention> mentions, int outletState = -1)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(mentions);
        var groups = Groups(document, mentions);
        foreach (var group in groups) group.Start(_weights, outletState);
        for (var round = 0; round < _weights.Rounds; round++)
        {
            foreach (var group in groups) group.Weigh(groups, _weights);
            foreach (var group in groups) group.Settle();
        }
        foreach (var group in groups) group.Choose();
    }

    // Mentions of one form with the same words behind them share a sense; one followed by its division lends it to the bare ones.
    private List<PlaceGroup> Groups(Document document, IReadOnlyList<PlaceMention> mentions)
    {
        var groups = new Dictionary<(string, string), PlaceGroup>();
        var named = new Dictionary<string, PlaceHolder>(StringComparer.OrdinalIgnoreCase);
        var holders = new PlaceHolder[mentions.Count];
        for (var i = 0; i < mentions.Count; i++)
        {
            holders[i] = Behind(document, mentions, i);
            if (!holders[i].IsNone) named.TryAdd(FormOf(document, mentions[i]), holders[i]);
        }
        for (var i = 0; i < mentions.Count; i++)
        {
            if (mentions[i].Options.Length == 0) continue;
            var form = FormOf(document, mentions[i]);
            var holder = holders[i].IsNone ? named.GetValueOrDefault(form) : holders[i];
            var key = (form, holder.Key);
            if (!groups.TryGetValue(key, out var group)) groups[key] = group = new PlaceGroup(form, WithLonger(document, mentions, i, form), holder);
            group.Mentions.Add(mentions[i]);
        }
        return [.. groups.Values];
    }

    // "Avondale" after "Avondale Estates", "DeKalb" beside "DeKalb County": the longer name is one of the things the shorter may mean.
    private static PlaceOption[] WithLonger(Document document, IReadOnlyList<PlaceMention> mentions, int index, string form)
    {
        var options = mentions[index].Options;
        if (options.Any(o => o.IsState)) return options;
        foreach (var other in mentions)
        {
            if (other.End - other.First <= mentions[index].End - mentions[index].First) continue;
            if (!FormOf(document, other).StartsWith(form + " ", StringComparison.OrdinalIgnoreCase)) continue;
            // Known at least as well as the best of the shorter name.
            options = [.. options, .. other.Options.Where(o => !o.IsState && o.Class != PlaceClass.Division1 && !options.Contains(o)).Select(o => o with { Prior = Math.Max(o.Prior, 0.55f) })];
        }
        return options.DistinctBy(o => (o.Kind, o.Index)).ToArray();
    }

    private static string FormOf(Document document, PlaceMention mention) => document.Span(mention.First, mention.End).Slice(document.Text).ToString();

    // ", Texas" or ", Tenn." or "(Kyrgyzstan)" behind a mention.
    private PlaceHolder Behind(Document document, IReadOnlyList<PlaceMention> mentions, int index)
    {
        var mention = mentions[index];
        var at = mention.End;
        if (at + 1 >= document.Tokens.Length || document.Form(at) is not ("," or "(")) return default;
        if (abbreviations.Division(document.Form(at + 1)) is { } division) return new PlaceHolder(division, pack.Division(division)?.Admin1Key ?? -1, []);
        if (index + 1 < mentions.Count && mentions[index + 1].First == at + 1)
        {
            var holders = mentions[index + 1].Options.Where(o => o.IsState || o.Class is PlaceClass.Division1 or PlaceClass.Division2).ToArray();
            if (mention.Options.Any(o => holders.Any(h => h.Holds(o)))) return new PlaceHolder("", 0, holders);
        }
        return default;
    }
}

/// <summary>What is named right behind a place: a code of a division, or the divisions and states of that name.</summary>
internal readonly record struct PlaceHolder(string? Division, int DivisionKey, PlaceOption[]? Options)
{
    public bool IsNone => Division is null;

    public string Key => Division is null ? "" : Division.Length > 0 ? Division : string.Join(',', Options!.Select(o => $"{o.Kind}{o.Index}"));
}
