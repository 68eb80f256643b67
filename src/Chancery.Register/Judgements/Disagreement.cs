using System.Collections.Immutable;

namespace Chancery.Register.Judgements;

/// <summary>Where people judged the same thing in different ways, a third opinion is asked for.</summary>
public static class Disagreement
{
    /// <summary>
    /// Groups judgements (undone ones left out by the caller) by what they are about, and keeps the groups that no majority settles: of each person the
    /// latest word counts, and two words held by as many people are a tie.
    /// </summary>
    public static IEnumerable<ImmutableArray<Judgement>> Of(IEnumerable<Judgement> judgements) => judgements
        .GroupBy(j => (Math.Min(j.Left, j.Right), Math.Max(j.Left, j.Right)))
        .Select(g => g.OrderBy(j => j.Id).ToImmutableArray())
        .Where(IsTie);

    private static bool IsTie(ImmutableArray<Judgement> about)
    {
        var words = about.GroupBy(j => j.By, StringComparer.Ordinal).Select(g => g.Last().Kind).GroupBy(k => k).Select(g => g.Count()).OrderDescending().ToArray();
        return words.Length > 1 && words[0] == words[1];
    }
}
