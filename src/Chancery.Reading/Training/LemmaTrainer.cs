using System.Globalization;
using Chancery.Reading.Syntax;

namespace Chancery.Reading.Training;

/// <summary>Learns the tables of <see cref="Lemmatiser"/>: for each ending the commonest change, and the forms that it gets wrong.</summary>
public static class LemmaTrainer
{
    /// <summary>Learns from treebanks and writes <c>lemmas.tsv</c> and <c>lemma-rules.tsv</c>.</summary>
    public static void Train(IEnumerable<ConlluSentence> sentences, string folder, string source)
    {
        var words = new Dictionary<(string Form, Upos Tag), Dictionary<string, int>>();
        foreach (var word in sentences.SelectMany(s => s.Words))
            if (word.Lemma != "_" && !word.Feats.Contains("Typo=Yes", StringComparison.Ordinal) && word.Relation != "goeswith")
                Count(words, (word.Form, Labels.Tag(word.Upos)), word.Lemma);
        var rules = Rules(words);
        var lemmatiser = new Lemmatiser([], rules.Select(r => (r.Key.Ending, r.Key.Tag, r.Key.Capital, r.Value)));
        var exceptions = Exceptions(words, lemmatiser);
        File.WriteAllLines(Path.Combine(folder, "lemma-rules.tsv"), ["ending\tupos\tinitial\tcut\tadd\tcase\tsource",
            .. rules.Select(r => $"{r.Key.Ending}\t{Labels.Name(r.Key.Tag)}\t{(r.Key.Capital ? "capital" : "small")}\t{r.Value.Cut.ToString(CultureInfo.InvariantCulture)}\t{r.Value.Add}\t{(r.Value.KeepCase ? "keep" : "lower")}\t{source}").Order(StringComparer.Ordinal)]);
        File.WriteAllLines(Path.Combine(folder, "lemmas.tsv"), ["form\tupos\tlemma\tsource", .. exceptions.Select(e => $"{e.Form}\t{Labels.Name(e.Tag)}\t{e.Lemma}\t{source}").Order(StringComparer.Ordinal)]);
    }

    private static Dictionary<(string Ending, Upos Tag, bool Capital), LemmaRule> Rules(Dictionary<(string Form, Upos Tag), Dictionary<string, int>> words)
    {
        var counts = new Dictionary<(string Ending, Upos Tag, bool Capital), Dictionary<LemmaRule, int>>();
        foreach (var ((form, tag), lemmas) in words)
            foreach (var lemma in lemmas.Keys)
            {
                if (RuleOf(form, lemma, tag) is not { } rule) continue;
                var lower = LowerOf(form);
                // Each form counts once: rare regular words say more of an unknown one than frequent irregular ones.
                for (var k = 0; k <= Math.Min(Lemmatiser.LongestEnding, lower.Length); k++) Count(counts, (lower[^k..], tag, char.IsUpper(form[0])), rule);
            }
        var best = counts.ToDictionary(c => c.Key, c => c.Value.OrderByDescending(r => r.Value).ThenBy(r => r.Key.Cut).ThenBy(r => r.Key.Add, StringComparer.Ordinal).First().Key);
        // An ending that says the same as the shorter one, or that only one form has, is no rule.
        return best.Where(r => r.Key.Ending.Length == 0
                || counts[r.Key].Values.Sum() > 1 && best[(Shorter(r.Key.Ending, r.Key.Tag, r.Key.Capital, best), r.Key.Tag, r.Key.Capital)] != r.Value)
            .ToDictionary(r => r.Key, r => r.Value);
    }

    private static string Shorter(string ending, Upos tag, bool capital, Dictionary<(string Ending, Upos Tag, bool Capital), LemmaRule> known)
    {
        do ending = ending[1..]; while (ending.Length > 0 && !known.ContainsKey((ending, tag, capital)));
        return ending;
    }

    private static IEnumerable<(string Form, Upos Tag, string Lemma)> Exceptions(Dictionary<(string Form, Upos Tag), Dictionary<string, int>> words, Lemmatiser lemmatiser)
    {
        foreach (var group in words.GroupBy(w => (Form: LowerOf(w.Key.Form), w.Key.Tag)))
        {
            var lemmas = new Dictionary<string, int>();
            foreach (var (lemma, count) in group.SelectMany(g => g.Value)) lemmas[lemma] = lemmas.GetValueOrDefault(lemma) + count;
            var (best, n) = lemmas.OrderByDescending(l => l.Value).ThenBy(l => l.Key, StringComparer.Ordinal).First();
            // A proper noun keeps the case it is written in, so the table must not overrule what the rules get right for every way of writing it.
            if (group.All(g => lemmatiser.Lemma(g.Key.Form, g.Key.Tag) is var l && (l == best || g.Value.GetValueOrDefault(l) * 2 > g.Value.Values.Sum()))) continue;
            if (group.Key.Tag == Upos.Propn && n < 2) continue;
            yield return (group.Key.Form, group.Key.Tag, best);
        }
    }

    private static LemmaRule? RuleOf(string form, string lemma, Upos tag)
    {
        var lower = LowerOf(form);
        var keep = tag == Upos.Propn;
        var from = keep ? form : lower;
        var common = from.AsSpan().CommonPrefixLength(lemma);
        if (common == 0 && !keep) common = (from = form).AsSpan().CommonPrefixLength(lemma);
        if (common == 0) return null;
        // "American" as an adjective keeps its capital.
        return new LemmaRule(from.Length - common, lemma[common..], ReferenceEquals(from, form) && (keep || char.IsUpper(lemma[0])));
    }

    private static string LowerOf(string form) =>
        string.Create(form.Length, form, static (span, f) => Lemmatiser.Lower(f, span));

    private static void Count<TKey, TValue>(Dictionary<TKey, Dictionary<TValue, int>> counts, TKey key, TValue value) where TKey : notnull where TValue : notnull
    {
        if (!counts.TryGetValue(key, out var inner)) counts[key] = inner = [];
        inner[value] = inner.GetValueOrDefault(value) + 1;
    }
}
