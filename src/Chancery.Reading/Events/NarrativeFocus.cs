using Chancery.Reading.Actors;
using Chancery.Reading.Frames;

namespace Chancery.Reading.Events;

/// <summary>What a story goes on telling without saying it again: an event without a place of its own takes it from the one told just before,
/// where the same people act and nothing sends it back in time.</summary>
internal static class NarrativeFocus
{
    /// <summary>How many sentences a place carries on.</summary>
    private const int Reach = 5;

    // Who flew in on Sunday may meet his host on Tuesday.
    private const int StaySlack = 3;

    /// <summary>Places, where no whole has given one.</summary>
    public static void FillPlaces(List<EventDraft> events, DraftMerger places, MentionIndex mentions)
    {
        var order = events.OrderBy(e => e.Trigger).ToList();
        for (var i = 0; i < order.Count; i++)
        {
            if (order[i].Place is null && order[i].Venue is null && !order[i].NoPlace) InheritPlace(order, i, places);
            if (order[i] is { AtScene: true, Place: null, Venue: null } arrival) SetScene(arrival, order, places, mentions);
            if (order[i] is { AtScene: true, Place: not null } late) places.JoinAgain(events, late);
        }
    }

    private static void SetScene(EventDraft arrival, List<EventDraft> order, DraftMerger places, MentionIndex mentions)
    {
        if (Scene(arrival, order, places, mentions) is not { } place) return;
        (arrival.Place, arrival.PlaceIsOwn) = (place, true);
        SideInference.SeatHosts(arrival, places);
    }

    // Where the article is set: its dateline, else the place of what it tells first; never the visitor's own country.
    private static Mention? Scene(EventDraft arrival, List<EventDraft> order, DraftMerger places, MentionIndex mentions)
    {
        bool IsAbroad(Mention place) => places.Country(place) is { } country && arrival.Participants.Exists(p => p.Role == "visitor" && DraftMerger.Side(p.Who) != country) && arrival.Origin != place;
        if (mentions.Dateline() is { } bureau && IsAbroad(bureau)) return bureau;
        return order.Find(e => e.Place is not null && e.PlaceIsOwn && e.Type is not "visit" && Done(e) == Done(arrival)) is { Place: { } first } && IsAbroad(first) ? first : null;
    }

    private static bool Done(EventDraft e) => e.Factual.Status is Factuality.Occurred or Factuality.Ongoing;

    private static void InheritPlace(List<EventDraft> order, int index, DraftMerger places)
    {
        var e = order[index];
        for (var i = index - 1; i >= 0; i--)
        {
            var other = order[i];
            if (e.Sentence - other.Sentence > Reach) return;
            if (other.Place is null && e.Home is null && other.Venue is { } hall && Done(other) == Done(e) && SharesPerson(e, other) && SameDay(e, other)) e.Home = places.Country(hall);
            if (other.Place is null || !other.PlaceIsOwn || Done(other) != Done(e) || !SharesPerson(e, other)) continue;
            if (e.Time?.Value?.Start is { } a && other.Time?.Value?.Start is { } b && Math.Abs(a.DayNumber - b.DayNumber) > (e.Type == "visit" ? StaySlack : 0)) continue;
            (e.Place, e.Venue) = (other.Place, null);
            foreach (var v in other.Evidence) if (v.Field == "where") { e.AddEvidence(v.Span, "where", v.Rule); break; }
            return;
        }
    }

    private static bool SharesPerson(EventDraft a, EventDraft b) => a.Participants.Any(p => p.Who.Kind == EntityKind.Person && b.Participants.Any(q => q.Who == p.Who));

    private static bool SameDay(EventDraft a, EventDraft b) => a.Time?.Value?.Start is not { } x || b.Time?.Value?.Start is not { } y || x == y;
}
