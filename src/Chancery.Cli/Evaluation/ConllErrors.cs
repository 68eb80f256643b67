namespace Chancery.Cli.Evaluation;

/// <summary>Where the tokens and sentences of an analysis differ from gold: what to mend in the tokeniser.</summary>
internal static class ConllErrors
{
    /// <summary>The commonest stretches that were cut in another way, as "gold | ours", and ends of sentences missed or invented.</summary>
    public static IEnumerable<string> Of(ConllWords gold, ConllWords system, int most)
    {
        var match = ConllAlignment.Align(gold.Words, system.Words);
        var found = new Dictionary<string, int>();
        for (int g = 0, s = 0; g < match.Length;)
        {
            if (match[g] >= 0) { s = match[g++] + 1; continue; }
            var end = g;
            while (end < match.Length && match[end] < 0) end++;
            var last = end < match.Length ? match[end] : system.Words.Count;
            var line = $"token  {Forms(gold.Words, g, end)}  |  {Forms(system.Words, s, last)}";
            found[line] = found.GetValueOrDefault(line) + 1;
            g = end;
        }
        var lines = found.OrderByDescending(f => f.Value).ThenBy(f => f.Key, StringComparer.Ordinal).Take(most).Select(f => $"{f.Value,4} {f.Key}");
        return lines.Concat(Ends("missed", gold, system).Take(most)).Concat(Ends("invented", system, gold).Take(most));
    }

    private static IEnumerable<string> Ends(string kind, ConllWords one, ConllWords other)
    {
        var ends = other.Sentences.Select(s => s.Item2).ToHashSet();
        var mine = one.Sentences.Select(s => s.Item2).ToHashSet();
        for (var i = 0; i < one.Words.Count; i++)
            if (mine.Contains(one.Words[i].End) && !ends.Contains(one.Words[i].End) && (i + 1 == one.Words.Count || one.Words[i + 1].Start >= one.Words[i].End))
                yield return $"{kind}  {Forms(one.Words, Math.Max(0, i - 6), i + 1)}  ##  {Forms(one.Words, i + 1, Math.Min(one.Words.Count, i + 6))}";
    }

    private static string Forms(List<ConllWord> words, int from, int to) => string.Join(' ', words.Skip(from).Take(Math.Min(12, to - from)).Select(w => w.Form));
}
