using Chancery.Reading.Actors;
using Chancery.Reading.Frames;
using Chancery.Reading.Times;

namespace Chancery.Reading.Events;

/// <summary>What a story goes on telling without saying it again: an event without a day or place of its own takes them from the one told just before,
/// where the same people act and nothing sends it back in time.</summary>
internal static class NarrativeFocus
{
    /// <summary>How many sentences a day carries on.</summary>
    private const int Reach = 5;

    // Who flew in on Sunday may meet his host on Tuesday.
    private const int StaySlack = 3;

    /// <summary>Days, before events are tied to each other.</summary>
    public static void FillTimes(List<EventDraft> events, DraftMerger places)
    {
        var order = events.OrderBy(e => e.Trigger).ToList();
        for (var i = 0; i < order.Count; i++)
            if (order[i].Time is null && MayInherit(order[i])) InheritTime(order, i, places);
    }

    /// <summary>Places, where no whole has given one.</summary>
    public static void FillPlaces(List<EventDraft> events)
    {
        var order = events.OrderBy(e => e.Trigger).ToList();
        for (var i = 0; i < order.Count; i++)
        {
            if (order[i].Place is null && order[i].Venue is null && !order[i].Frame.NoPlace) InheritPlace(order, i);
        }
    }

    private static bool Done(EventDraft e) => e.Factual.Status is Factuality.Occurred or Factuality.Ongoing;

    private static bool MayInherit(EventDraft e) => Done(e) && !e.Anterior;

    private static void InheritTime(List<EventDraft> order, int index, DraftMerger places)
    {
        var e = order[index];
        // Backwards to the last dated event: it must be of one day and of the same people; a day far back no longer holds.
        EventDraft? best = null;
        for (var i = index - 1; i >= 0 && best is null; i--)
        {
            var other = order[i];
            if (e.Sentence - other.Sentence > Reach) break;
            if (other.Time is null || !other.TimeIsOwn || !Done(other)) continue;
            if (!IsDay(other)) break;
            if (!other.Anterior && SharesSide(e, other) && !Elsewhere(e, other, places)) best = other;
        }
        for (var i = index + 1; i < order.Count && best is null; i++)
        {
            var other = order[i];
            if (other.Sentence - e.Sentence > 1) break;
            if (other.Time is not null && other.TimeIsOwn && Done(other) && IsDay(other) && !other.Anterior && SharesSide(e, other) && !Elsewhere(e, other, places)) best = other;
        }
        if (best is null) return;
        e.Time = best.Time;
        e.AddEvidence(best.Time!.Span, "when", best.Time.Rule);
    }

    private static void InheritPlace(List<EventDraft> order, int index)
    {
        var e = order[index];
        for (var i = index - 1; i >= 0; i--)
        {
            var other = order[i];
            if (e.Sentence - other.Sentence > Reach) return;
            if (other.Place is null || !other.PlaceIsOwn || Done(other) != Done(e) || !SharesPerson(e, other)) continue;
            if (e.Time?.Value?.Start is { } a && other.Time?.Value?.Start is { } b && Math.Abs(a.DayNumber - b.DayNumber) > (e.Type == "visit" ? StaySlack : 0)) continue;
            (e.Place, e.Venue) = (other.Place, null);
            foreach (var v in other.Evidence) if (v.Field == "where") { e.AddEvidence(v.Span, "where", v.Rule); break; }
            return;
        }
    }

    // "The agreement was signed in Moscow in September" does not date the talks in Bishkek.
    private static bool Elsewhere(EventDraft a, EventDraft b, DraftMerger places) =>
        a.Place is { } x && b.Place is { } y && a.PlaceIsOwn && b.PlaceIsOwn && places.Country(x) is { } here && places.Country(y) is { } there && here != there;

    private static bool IsDay(EventDraft e) => e.Time!.Value is { Precision: >= TimePrecision.Day, Start: { } start } value && start == (value.End ?? start);

    private static bool SharesSide(EventDraft a, EventDraft b) => a.Participants.Any(p => DraftMerger.Side(p.Who) is { } side && b.Participants.Any(q => DraftMerger.Side(q.Who) == side));

    private static bool SharesPerson(EventDraft a, EventDraft b) => a.Participants.Any(p => p.Who.Kind == EntityKind.Person && b.Participants.Any(q => q.Who == p.Who));
}
