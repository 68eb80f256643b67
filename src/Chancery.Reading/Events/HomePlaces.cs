using Chancery.Reading.Actors;
using Chancery.Reading.Frames;

namespace Chancery.Reading.Events;

/// <summary>Where a meeting took place that has no place in the text: where the text was written, if one of those who met is at home there.</summary>
/// <remarks>An agency's dateline is not the place of what it tells; but of a host and a guest it says who is the host.</remarks>
internal sealed class HomePlaces(Document document, MentionIndex mentions, DraftMerger places)
{
    public void Fill(List<EventDraft> events)
    {
        if (DatelinePlace.OfStory(document, mentions) is not { } city || places.Country(city) is not { } country) return;
        foreach (var e in events)
        {
            if (!e.Frame.AtHome || e.Place is not null || e.Venue is not null || e.Anterior || e.Factual.Status is not (Factuality.Occurred or Factuality.Ongoing) || e.Home is { } home && home != country) continue;
            if (!e.Participants.Exists(p => p.Who.Country == country) || !e.Participants.Exists(p => DraftMerger.Side(p.Who) is { } side && side != country)) continue;
            if (IsAway(e, country, events)) continue;
            e.Place = city;
            e.AddEvidence(document.Span(city.First, city.End), "where", null);
        }
    }

    // "returned home from a visit to Pyongyang": his own people tell of what he did abroad.
    private bool IsAway(EventDraft e, string country, List<EventDraft> events) => events.Exists(v => v.Type == "visit" && v.Participants.Exists(p => p.Role == "visitor" && p.Who.Country == country && (e.Participants.Exists(q => q.Who == p.Who) || IsBetween(e, country, v))) && Near(e, v));

    // The states sign while the one's people are with the other.
    private bool IsBetween(EventDraft e, string country, EventDraft visit) =>
        visit.Place is { } place && places.Country(place) is { } host && host != country && e.Participants.Exists(p => p.Who.Country == host) && e.Participants.TrueForAll(p => p.Who.Kind == EntityKind.State);

    private static bool Near(EventDraft e, EventDraft visit) => e.Time?.Value?.Start is not { } day || visit.Time?.Value?.Start is not { } stay || Math.Abs(day.DayNumber - stay.DayNumber) < 7;
}
