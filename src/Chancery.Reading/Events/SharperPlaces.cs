using Chancery.Reading.Actors;

namespace Chancery.Reading.Events;

/// <summary>Talks "in China" that are part of a story in Beijing were in Beijing: a state is sharpened to the city where the same people met on the same day,
/// to that of the dateline, or to the only city of the state that the text names.</summary>
/// <remarks>A visit is to the state; its city is told or left out.</remarks>
internal sealed class SharperPlaces(Document document, MentionIndex mentions, DraftMerger places)
{
    // More than the sentences of an article.
    private const int Aside = 10_000;

    public void Fill(List<EventDraft> events)
    {
        foreach (var e in events)
            if (e.Type != "visit" && !e.NoPlace && State(e) is { } country && (Met(e, country, events) ?? Written(e, country) ?? Only(e, country)) is { } city)
            {
                e.Place = city;
                e.AddEvidence(document.Span(city.First, city.End), "where", null);
            }
    }

    // The state that is known to be the place, where no city is.
    private string? State(EventDraft e) => e.Place is { } place ? IsState(place) ? places.Country(place) : null : e.Venue is null ? e.Home : null;

    private static bool IsState(Mention m) => m.Kind == MentionKind.State || m.Place < 0;

    private static bool IsCity(Mention m) => m.Kind == MentionKind.Place && m.Place >= 0;

    // Where they met in two cities on that day, the one where they talked: papers are signed after talks. Plans may lie in any of them.
    private Mention? Met(EventDraft e, string country, List<EventDraft> events)
    {
        Mention? city = null;
        var nearest = int.MaxValue;
        foreach (var other in events)
        {
            if (other == e || other.Place is not { } place || !IsCity(place) || places.Country(place) != country || !Together(e, other)) continue;
            var distance = Math.Abs(other.Sentence - e.Sentence) + (other.Type is "talks" or "summit" || other.Sentence == e.Sentence ? 0 : Aside);
            if (distance < nearest) (city, nearest) = (place, distance);
        }
        return city;
    }

    private static bool Together(EventDraft a, EventDraft b) =>
        (a.Time?.Value?.Start is not { } x || b.Time?.Value?.Start is not { } y || x == y) && a.Participants.Exists(p => b.Participants.Exists(q => q.Who == p.Who));

    private Mention? Written(EventDraft e, string country) =>
        e.Factual.Status is Frames.Factuality.Occurred or Frames.Factuality.Ongoing && !e.Anterior && DatelinePlace.Find(document, mentions) is { } city && places.Country(city) == country ? city : null;

    // A city that the text comes to only later is that of something else.
    private Mention? Only(EventDraft e, string country)
    {
        Mention? only = null;
        foreach (var m in mentions.All)
        {
            if (!IsCity(m) || places.Country(m) != country) continue;
            if (only is not null && only.Place != m.Place) return null;
            only ??= m;
        }
        return only is not null && only.First < document.Sentences[e.LastSentence].End ? only : null;
    }
}
