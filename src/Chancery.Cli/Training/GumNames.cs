using System.Globalization;
using System.Text.RegularExpressions;
using Chancery.Reading.Syntax;

namespace Chancery.Cli.Training;

/// <summary>Names from the entities that GUM marks: of each mention of a person, place or organisation whose head is a proper noun, the proper nouns around that head.</summary>
internal static partial class GumNames
{
    public static (string[] Forms, NameTag[] Names) Of(ConlluSentence sentence)
    {
        var names = new NameTag[sentence.Words.Count];
        foreach (var (first, end, kind) in Mentions(sentence).OrderByDescending(m => m.End - m.First).ThenBy(m => m.First)) Mark(sentence, first, end, kind, names);
        return ([.. sentence.Words.Select(w => w.Form)], names);
    }

    private static List<(int First, int End, NameTag Kind)> Mentions(ConlluSentence sentence)
    {
        var open = new Dictionary<int, (int First, NameTag Kind)>();
        var found = new List<(int, int, NameTag)>();
        for (var i = 0; i < sentence.Words.Count; i++)
        {
            var entity = sentence.Words[i].Misc.Split('|').FirstOrDefault(m => m.StartsWith("Entity=", StringComparison.Ordinal));
            if (entity is null) continue;
            foreach (Match match in Bracket().Matches(entity))
            {
                if (match.Groups["close"].Success)
                {
                    if (open.Remove(Number(match.Groups["close"]), out var mention)) found.Add((mention.First, i + 1, mention.Kind));
                    continue;
                }
                var kind = match.Groups["type"].Value switch { "person" => NameTag.PersonBegin, "organization" => NameTag.OrganisationBegin, "place" => NameTag.PlaceBegin, _ => NameTag.None };
                if (match.Groups["single"].Success) found.Add((i, i + 1, kind)); else open[Number(match.Groups["id"])] = (i, kind);
            }
        }
        return [.. found.Where(m => m.Item3 != NameTag.None)];
    }

    private static void Mark(ConlluSentence sentence, int first, int end, NameTag kind, NameTag[] names)
    {
        var words = sentence.Words;
        var head = Enumerable.Range(first, end - first).FirstOrDefault(i => words[i].Head - 1 < first || words[i].Head - 1 >= end, -1);
        if (head < 0 || words[head].Upos != "PROPN") return;
        int from = head, to = head + 1;
        while (from > first && Joins(words, from - 1, -1, first, end)) from--;
        while (to < end && Joins(words, to, 1, first, end)) to++;
        if (names.AsSpan(from, to - from).ContainsAnyExcept(NameTag.None)) return;
        names[from] = kind;
        names.AsSpan(from + 1, to - from - 1).Fill(kind + 1);
    }

    // A proper noun, or a small word or hyphen with a proper noun behind it ("University of Oxford", "al-Ani").
    private static bool Joins(IReadOnlyList<ConlluWord> words, int at, int direction, int first, int end)
    {
        if (words[at].Upos == "PROPN") return true;
        if (words[at].Form is not ("of" or "for" or "and" or "the" or "&" or "-" or "'s")) return false;
        var next = at + direction;
        if (words[at].Form is "of" && next < end && words[next].Form == "the") next++;
        return next >= first && next < end && words[next].Upos == "PROPN" && (direction > 0 || words[at].Form is "-" or "&");
    }

    private static int Number(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\((?<id>\d+)-(?<type>\w+)[^()]*(?<single>\))?|(?<close>\d+)\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Bracket();
}
