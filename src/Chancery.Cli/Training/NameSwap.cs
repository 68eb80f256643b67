using Chancery.Reading.Packs;
using Chancery.Reading.Syntax;

namespace Chancery.Cli.Training;

/// <summary>Copies of sentences with other names of persons and states in them, so that a small treebank teaches how sentences of its field are built and not who is named in them.
/// The same treebank, lists and seed give the same copies.</summary>
internal sealed class NameSwap
{
    private readonly string[] _given, _family, _states;
    private readonly HashSet<string> _knownStates;
    private ulong _state;

    private NameSwap(string[] given, string[] family, string[] states, ulong seed)
    {
        (_given, _family, _states, _state) = (given, family, states, seed);
        _knownStates = [.. states];
    }

    /// <summary>Names of people from all over the world, taken apart, and of states in one word.</summary>
    public static NameSwap Of(DataRoot root, string language, ulong seed)
    {
        var people = NameLists.Rows(root, "people.tsv", "name").Select(r => r[0].Split(' ')).Where(n => n.Length == 2 && n.All(IsPlain)).ToList();
        var states = NameLists.Rows(root, "state-names.tsv", "text", "language", "kind").Where(r => r[1] == language && r[2] == "name" && IsPlain(r[0])).Select(r => r[0]);
        return new NameSwap([.. people.Select(n => n[0]).Distinct()], [.. people.Select(n => n[1]).Distinct()], [.. states.Distinct()], seed);
    }

    /// <summary>One copy of a sentence.</summary>
    public ConlluSentence Copy(ConlluSentence sentence)
    {
        var words = sentence.Words;
        var copy = new List<ConlluWord>();
        var place = new int[words.Count + 1];
        for (var i = 0; i < words.Count;)
        {
            var end = EndOfPerson(words, i);
            if (end < 0) { place[i + 1] = copy.Count + 1; copy.Add(words[i].Upos == "PROPN" && _knownStates.Contains(words[i].Form) ? Named(words[i], Pick(_states)) : words[i]); i++; continue; }
            for (var k = i; k < end; k++) place[k + 1] = copy.Count + 1;
            var names = Person(end - i);
            for (var k = 0; k < names.Count; k++) copy.Add(Named(words[Math.Min(i + Math.Min(k, 1), end - 1)], names[k]) with { Relation = k == 0 ? words[i].Relation : "flat", Head = k == 0 ? words[i].Head : i + 1, SpaceAfter = k < names.Count - 1 || words[end - 1].SpaceAfter });
            i = end;
        }
        return sentence with { Words = [.. copy.Select(w => w with { Head = place[w.Head] })], Text = null };
    }

    // The end of the name that begins here: a proper noun with its flat parts, or one that has a title.
    private static int EndOfPerson(IReadOnlyList<ConlluWord> words, int first)
    {
        if (words[first].Upos != "PROPN" || words[first].Relation is "flat" or "nmod:desc") return -1;
        var end = first + 1;
        while (end < words.Count && words[end] is { Upos: "PROPN", Relation: "flat" } part && part.Head == first + 1) end++;
        if (end < words.Count && words[end].Relation is "flat" or "punct" && words[end].Form is "-") return -1;
        var titled = words.Any(w => w.Relation == "nmod:desc" && w.Head == first + 1);
        var compound = words.Any(w => w.Relation == "compound" && w.Head == first + 1);
        // A name in two parts that is no title's may be a place's ("Sri Lanka"): it stays.
        return titled && !compound && Enumerable.Range(first + 1, end - first - 1).All(i => !words.Any(w => w.Head == i + 1)) ? end : -1;
    }

    private List<string> Person(int parts)
    {
        var names = new List<string>();
        if (parts > 1 || Below(5) == 0) names.Add(Name(_given));
        if (Below(6) == 0) names.Add(Name(Below(2) == 0 ? _given : _family));
        names.Add(Name(_family));
        return names;
    }

    // Two names in five are made of the halves of two, which no list knows.
    private string Name(string[] from)
    {
        var (a, b) = (Pick(from), Pick(from));
        return Below(5) < 3 || a.Length < 4 || b.Length < 4 ? a : a[..((a.Length + 1) / 2)] + b[(b.Length / 2)..];
    }

    private static ConlluWord Named(ConlluWord word, string form) => word with { Form = form, Lemma = form, Upos = "PROPN", Xpos = "NNP", Feats = "Number=Sing" };

    private static bool IsPlain(string name) => name.Length > 1 && char.IsUpper(name[0]) && name.AsSpan(1).IndexOfAny(" -.'’") < 0 && name.AsSpan(1).ContainsAnyInRange('a', 'z');

    private string Pick(string[] from) => from[Below(from.Length)];

    // SplitMix64, as elsewhere in training.
    private int Below(int bound)
    {
        var z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return (int)(((z ^ (z >> 31)) >> 33) % (uint)bound);
    }
}
