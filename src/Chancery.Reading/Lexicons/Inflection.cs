using Chancery.Reading.Packs;

namespace Chancery.Reading.Lexicons;

/// <summary>Inflected forms by a language's suffix rules and list of irregular words.</summary>
internal sealed class Inflection
{
    private sealed record Rule(string Pos, string Ending, string Strip, string Add, FormKind Form);

    private readonly List<Rule> _rules = [];
    private readonly Dictionary<(string Lemma, string Pos), (string, FormKind)[]> _irregular = [];

    public static Inflection Open(DataRoot root, string language)
    {
        var inflection = new Inflection();
        var rules = Tsv.Read(root.Language(language, "inflection.tsv"));
        for (var i = 0; i < rules.Count; i++)
        {
            var r = rules[i];
            inflection._rules.Add(new Rule(r[0], r[1], r[2], r[3], Enum.Parse<FormKind>(r[4], ignoreCase: true)));
        }
        var irregular = Tsv.Read(root.Language(language, "irregular.tsv"));
        for (var i = 0; i < irregular.Count; i++)
        {
            var r = irregular[i];
            inflection._irregular[(r[0], r[1])] = [.. r[2].Split('|').Select(f => f.Split(':')).Select(f => (f[0], Enum.Parse<FormKind>(f[1], ignoreCase: true)))];
        }
        return inflection;
    }

    /// <summary>Forms besides the lemma: the irregular ones, else for each form the rule with the longest ending that fits.</summary>
    public IEnumerable<(string Form, FormKind Kind)> FormsOf(string lemma, string pos)
    {
        if (_irregular.TryGetValue((lemma, pos), out var listed)) return listed;
        return _rules.Where(r => r.Pos == pos && lemma.EndsWith(r.Ending, StringComparison.Ordinal))
            .GroupBy(r => r.Form)
            .Select(g => g.MaxBy(r => r.Ending.Length)!)
            .Select(r => (string.Concat(lemma.AsSpan(0, lemma.Length - r.Strip.Length), r.Add), r.Form));
    }
}
