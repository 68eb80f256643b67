namespace Chancery.Cli.Evaluation;

/// <summary>Which words of two tokenisations are the same, by the rules of the CoNLL 2018 shared task: equal spans, and inside
/// multiword tokens the longest common subsequence of forms.</summary>
internal static class ConllAlignment
{
    /// <summary>For each gold word the index of its counterpart, or -1.</summary>
    public static int[] Align(List<ConllWord> gold, List<ConllWord> system)
    {
        var match = new int[gold.Count];
        Array.Fill(match, -1);
        int g = 0, s = 0;
        while (g < gold.Count && s < system.Count)
        {
            if (gold[g].Part || system[s].Part)
            {
                var (g0, s0) = MultiwordSpan(gold, system, ref g, ref s);
                if (g > g0 && s > s0) Common(gold, g0, g, system, s0, s, match);
            }
            else if (gold[g].Start == system[s].Start && gold[g].End == system[s].End) match[g++] = s++;
            else if (gold[g].Start <= system[s].Start) g++;
            else s++;
        }
        return match;
    }

    private static (int Gold, int System) MultiwordSpan(List<ConllWord> gold, List<ConllWord> system, ref int g, ref int s)
    {
        int end;
        if (gold[g].Part)
        {
            end = gold[g].End;
            if (!system[s].Part && system[s].Start < gold[g].Start) s++;
        }
        else
        {
            end = system[s].End;
            if (!gold[g].Part && gold[g].Start < system[s].Start) g++;
        }
        var start = (g, s);
        while (!Beyond(gold, g, end) || !Beyond(system, s, end))
        {
            if (g < gold.Count && (s >= system.Count || gold[g].Start <= system[s].Start))
            {
                if (gold[g].Part && gold[g].End > end) end = gold[g].End;
                g++;
            }
            else
            {
                if (system[s].Part && system[s].End > end) end = system[s].End;
                s++;
            }
        }
        return start;
    }

    private static bool Beyond(List<ConllWord> words, int index, int end) =>
        index >= words.Count || (words[index].Part ? words[index].Start >= end : words[index].End > end);

    private static void Common(List<ConllWord> gold, int g0, int g1, List<ConllWord> system, int s0, int s1, int[] match)
    {
        var length = new int[g1 - g0 + 1, s1 - s0 + 1];
        for (var g = g1 - 1; g >= g0; g--)
            for (var s = s1 - 1; s >= s0; s--)
                length[g - g0, s - s0] = Same(gold[g], system[s]) ? 1 + length[g - g0 + 1, s - s0 + 1] : Math.Max(length[g - g0 + 1, s - s0], length[g - g0, s - s0 + 1]);
        for (int g = g0, s = s0; g < g1 && s < s1;)
        {
            if (Same(gold[g], system[s])) match[g++] = s++;
            else if (length[g - g0 + 1, s - s0] >= length[g - g0, s - s0 + 1]) g++;
            else s++;
        }
    }

    private static bool Same(in ConllWord a, in ConllWord b) => a.Form.Equals(b.Form, StringComparison.OrdinalIgnoreCase);
}
