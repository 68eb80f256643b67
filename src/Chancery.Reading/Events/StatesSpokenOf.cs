using Chancery.Reading.Actors;
using Chancery.Reading.Knowledge;

namespace Chancery.Reading.Events;

/// <summary>How often an article speaks of each state, by its people, bodies and names: who is meant where a text takes a side for granted.</summary>
internal sealed class StatesSpokenOf
{
    // Fewer mentions do not make a state the one that an article is about.
    private const int Fewest = 3;

    private readonly List<(string Country, int Count)> _states;

    public StatesSpokenOf(List<Mention> mentions, KnowledgePack pack)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var m in mentions)
        {
            if (m.Kind is MentionKind.Pronoun or MentionKind.Sides or MentionKind.Outlet) continue;
            if (m.Entities.Count > 0) foreach (var who in m.Entities) Count(who.Country);
            else if (m.State >= 0) Count(pack.State(m.State).Iso3);
        }
        _states = [.. counts.Select(c => (c.Key, c.Value)).OrderByDescending(c => c.Value)];

        void Count(string? country)
        {
            if (country is not null) counts[country] = counts.GetValueOrDefault(country) + 1;
        }
    }

    /// <summary>The two states that the article is about, or null where a third comes near them.</summary>
    public (string First, string Second)? Pair()
    {
        if (_states.Count < 2 || _states[1].Count < Fewest || _states.Count > 2 && _states[2].Count * 3 > _states[1].Count * 2) return null;
        return (_states[0].Country, _states[1].Country);
    }

    /// <summary>The state that the article is about beside one's own, or null where several might be.</summary>
    public string? Beside(string own)
    {
        var others = _states.Where(s => s.Country != own).Take(2).ToArray();
        return others.Length > 0 && others[0].Count >= Fewest && (others.Length < 2 || others[1].Count * 2 <= others[0].Count) ? others[0].Country : null;
    }
}
