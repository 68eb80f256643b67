using Chancery.Reading.Knowledge;

namespace Chancery.Reading.Actors;

/// <summary>Chooses among places of one name by the states that the article speaks of; one sense an article.</summary>
internal sealed class PlaceSense(KnowledgePack pack)
{
    private readonly Dictionary<int, int> _states = [];
    private readonly Dictionary<string, int> _chosen = [];

    public void Resolve(Document document, List<Mention> mentions)
    {
        foreach (var m in mentions)
            if (m.State >= 0 && m.Kind is MentionKind.State or MentionKind.Nationality or MentionKind.Person or MentionKind.Holder or MentionKind.Body)
                _states[m.State] = _states.GetValueOrDefault(m.State) + 1;
        for (var i = 0; i < mentions.Count; i++)
        {
            var m = mentions[i];
            if (m.Venue >= 0 && m.Match.Count > 0) m.Venue = ChooseVenue(m);
            if (m.Place < 0 || m.Match.Count == 0) continue;
            // "Kant, Kyrgyzstan": the state that follows settles it.
            var next = i + 1 < mentions.Count && mentions[i + 1] is { Kind: MentionKind.State } state && state.First - m.End is 1 && document.Form(m.End) is "," ? state.State : -1;
            m.Place = Choose(document, m, next);
            // A capital may stand for its state's government.
            if (m.State < 0 && pack.Place(m.Place) is { IsCapital: true } capital && m.Kind == MentionKind.Place) (m.State, m.Metonym) = (capital.State, true);
        }
    }

    // "Presidential Palace", "State House": the one in a state that the article speaks of, else none.
    private int ChooseVenue(Mention m)
    {
        int best = -1, bestScore = int.MinValue, count = 0;
        foreach (var c in pack.Candidates(m.Match))
        {
            if (c.Kind != EntryKind.Venue) continue;
            if (c.Index != best) count++;
            var score = pack.ByIso3(pack.Venue(c.Index).Country) is { } state && _states.TryGetValue(state.Index, out var seen) ? seen : 0;
            if (score > bestScore) (best, bestScore) = (c.Index, score);
        }
        return count > 1 && bestScore == 0 ? -1 : best;
    }

    private int Choose(Document document, Mention m, int next)
    {
        var text = document.Text[document.Tokens[m.First].Start..document.Tokens[m.End - 1].End];
        if (next < 0 && _chosen.TryGetValue(text, out var known)) return known;
        int best = m.Place, bestScore = int.MinValue;
        foreach (var c in pack.Candidates(m.Match))
        {
            if (c.Kind != EntryKind.Place) continue;
            var state = pack.Place(c.Index).State;
            var score = (int)(c.Prior * 100) + (state >= 0 && state == next ? 200 : 0) + (state >= 0 && _states.TryGetValue(state, out var count) ? 20 + Math.Min(count, 10) : 0);
            if (score > bestScore) (best, bestScore) = (c.Index, score);
        }
        _chosen[text] = best;
        return best;
    }
}
