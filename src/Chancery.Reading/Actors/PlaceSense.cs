using Chancery.Reading.Knowledge;
using Chancery.Reading.Places;

namespace Chancery.Reading.Actors;

/// <summary>Chooses among the places, states and venues of one name, by all that the article names.</summary>
internal sealed class PlaceSense(KnowledgePack pack, PlaceResolver resolver)
{
    // A name of a state is taken for a town or division only where the article leaves little doubt ("Georgia" beside Alabama).
    private const double Sure = 0.8;

    // Inhabitants of a town that hardly anybody abroad knows, and of one that the world does.
    private const int Small = 50_000, Large = 150_000;
    private readonly Dictionary<int, int> _states = [];

    public void Resolve(Document document, List<Mention> mentions)
    {
        var pairs = new List<(Mention Mention, PlaceMention Place)>();
        foreach (var m in mentions)
        {
            if (m.State >= 0 && m.Kind is MentionKind.State or MentionKind.Nationality or MentionKind.Person or MentionKind.Holder or MentionKind.Body)
                _states[m.State] = _states.GetValueOrDefault(m.State) + 1;
            if (OptionsOf(m) is { Length: > 0 } options) pairs.Add((m, new PlaceMention(m.First, m.End) { Options = options }));
        }
        resolver.Resolve(document, pairs.ConvertAll(p => p.Place));
        foreach (var (mention, place) in pairs)
            if (place.Meaning is { } meaning) Take(mention, Known(document, place, meaning), place.Confidence);
        foreach (var m in mentions)
            if (m.Venue >= 0 && m.Match.Count > 0) m.Venue = ChooseVenue(m);
    }

    // Beside Ohio, Geneva is still the seat of diplomacy; a village of a state that the article is silent about gives way to a namesake in one that it speaks of.
    private PlaceOption Known(Document document, PlaceMention place, PlaceOption meaning)
    {
        if (meaning.IsState || pack.Place(meaning.Index) is { IsCapital: true } || place.End < document.Tokens.Length && document.Form(place.End) is "," or "(") return meaning;
        var population = pack.Place(meaning.Index).Population;
        var best = place.Options[0];
        if (!best.IsState && best.Index != meaning.Index && population < Small && pack.Place(best.Index).Population > Large) return best;
        if (population > Large || _states.Count == 0 || _states.ContainsKey(meaning.State)) return meaning;
        foreach (var option in place.Options)
            if (!option.IsState && _states.ContainsKey(option.State)) return option;
        return meaning;
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

    private PlaceOption[] OptionsOf(Mention m)
    {
        if (m.Match.Count > 0 && (m.Kind is MentionKind.Place or MentionKind.State || m.Place >= 0)) return PlaceOptions.Of(pack, pack.Candidates(m.Match), most: 24);
        // Whoever acts for a state speaks for places in it.
        return m.State >= 0 && !m.Metonym ? [PlaceOptions.State(pack, m.State, 1)] : [];
    }

    private void Take(Mention m, in PlaceOption meaning, double confidence)
    {
        if (meaning.IsState) return;
        if (m.Kind == MentionKind.State && !m.Metonym && m.Place >= 0 && confidence > Sure && !pack.Place(meaning.Index).IsCapital) (m.Kind, m.Row, m.State) = (MentionKind.Place, meaning.Index, -1);
        if (m.Place >= 0) m.Place = meaning.Index;
        // A capital may stand for its state's government.
        if (m.State < 0 && m.Kind == MentionKind.Place && m.Place >= 0 && pack.Place(m.Place) is { IsCapital: true } capital) (m.State, m.Metonym) = (capital.State, true);
    }
}
