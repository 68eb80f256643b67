using System.Globalization;
using Chancery.Reading.Packs;

namespace Chancery.Reading.Syntax;

/// <summary>Form and part of speech to lemma: a table of exceptions, then the rule of the longest ending that is known.</summary>
/// <remarks>Both tables are learned from the treebanks by <c>chancery train syntax</c> and may be corrected by hand.</remarks>
public sealed class Lemmatiser
{
    /// <summary>Longest ending a rule looks at.</summary>
    public const int LongestEnding = 5;

    private readonly Dictionary<string, string>[] _exceptions = Tables<string>();
    private readonly Dictionary<string, LemmaRule>[] _rules = Tables<LemmaRule>();

    /// <summary>A lemmatiser of the given exceptions and rules.</summary>
    internal Lemmatiser(IEnumerable<(string Form, Upos Tag, string Lemma)> exceptions, IEnumerable<(string Ending, Upos Tag, bool Capital, LemmaRule Rule)> rules)
    {
        foreach (var (form, tag, lemma) in exceptions) _exceptions[(int)tag * 2][form] = lemma;
        foreach (var (ending, tag, capital, rule) in rules) _rules[(int)tag * 2 + (capital ? 1 : 0)][ending] = rule;
    }

    /// <summary>Reads <c>lemmas.tsv</c> and <c>lemma-rules.tsv</c> of a folder (<c>data/languages/CODE/models</c>).</summary>
    public static Lemmatiser Load(string folder)
    {
        var exceptions = Tsv.Read(Path.Combine(folder, "lemmas.tsv"));
        var rules = Tsv.Read(Path.Combine(folder, "lemma-rules.tsv"));
        return new(
            Enumerable.Range(0, exceptions.Count).Select(i => exceptions[i]).Select(r => (r[0], Labels.Tag(r[1]), r[2])),
            Enumerable.Range(0, rules.Count).Select(i => rules[i]).Select(r => (r[0], Labels.Tag(r[1]), r[2] == "capital",
                new LemmaRule(int.Parse(r[3], CultureInfo.InvariantCulture), r[4], r[5] == "keep"))));
    }

    /// <summary>The lemma of a form.</summary>
    public string Lemma(ReadOnlySpan<char> form, Upos tag)
    {
        if (form.IsEmpty || (int)tag * 2 >= _exceptions.Length) return form.ToString();
        Span<char> lower = form.Length <= 128 ? stackalloc char[form.Length] : new char[form.Length];
        Lower(form, lower);
        if (_exceptions[(int)tag * 2].GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(lower, out var lemma)) return lemma;
        var rules = _rules[(int)tag * 2 + (char.IsUpper(form[0]) ? 1 : 0)].GetAlternateLookup<ReadOnlySpan<char>>();
        for (var k = Math.Min(LongestEnding, lower.Length); k >= 0; k--)
            if (rules.TryGetValue(lower[^k..], out var rule) && rule.Cut < lower.Length) return rule.Apply(form, lower);
        return tag == Upos.Propn ? form.ToString() : lower.ToString();
    }

    /// <summary>Lower case with plain apostrophes, as the tables have it.</summary>
    internal static void Lower(ReadOnlySpan<char> form, Span<char> lower)
    {
        form.ToLowerInvariant(lower);
        lower.Replace('’', '\'');
    }

    private static Dictionary<string, T>[] Tables<T>() =>
        [.. Enumerable.Range(0, Labels.TagCount * 2).Select(_ => new Dictionary<string, T>(StringComparer.Ordinal))];
}

/// <summary>How a form becomes its lemma: so many letters off its end, others put on; in its own case or in lower case.</summary>
internal readonly record struct LemmaRule(int Cut, string Add, bool KeepCase)
{
    public string Apply(ReadOnlySpan<char> form, ReadOnlySpan<char> lower) => string.Concat((KeepCase ? form : lower)[..^Cut], Add);
}
