using Chancery.Reading.Actors;
using Chancery.Reading.Frames;
using Chancery.Reading.Times;

namespace Chancery.Reading.Events;

/// <summary>What a story goes on telling without naming its day again: an event without a day of its own takes that of the one told just before,
/// where the same people act, else the day that the story has reached.</summary>
internal sealed class NarrativeTimes(Document document, DraftMerger places, StoryClock clock)
{
    /// <summary>How many sentences a day carries on.</summary>
    private const int Reach = 5;

    public void Fill(List<EventDraft> events)
    {
        var order = events.OrderBy(e => e.Trigger).ToList();
        for (var i = 0; i < order.Count; i++)
            if (order[i].Time is null && !order[i].Anterior && Stage(order[i]) != 0) Fill(order, i);
        foreach (var e in order)
            if (e is { Type: "visit", Time: null } && Stage(e) == 2) FillStop(e, order);
    }

    // The stops of a tour of which one day is told fall in its month.
    private static void FillStop(EventDraft stop, List<EventDraft> order)
    {
        foreach (var other in order)
        {
            if (other.Type != "visit" || other == stop || Math.Abs(other.Sentence - stop.Sentence) > Reach || other.Time is not { Value: { Start: { } start } value } time || value.Precision < TimePrecision.Month || Stage(other) == 0 || !SharesPerson(stop, other)) continue;
            stop.Time = time.Widened(start);
            stop.AddEvidence(time.Span, "when", time.Rule);
            return;
        }
    }

    // 1 done, 2 planned, 0 neither: plans share their days with plans.
    private static int Stage(EventDraft e) => e.Factual.Status switch { Factuality.Occurred or Factuality.Ongoing => 1, Factuality.Planned => 2, _ => 0 };

    // "He goes on to Japan on Monday": told in the present, and still to come.
    private int StageByDay(EventDraft e) => Stage(e) == 1 && document.Article.Published is { } published && e.Time?.Value?.Start > published ? 2 : Stage(e);

    private void Fill(List<EventDraft> order, int index)
    {
        var e = order[index];
        var neighbour = Named(order, e) ?? Back(order, index, asides: false) ?? Ahead(order, index) ?? Back(order, index, asides: true);
        var time = neighbour?.Time;
        if (Stage(e) == 1 && e.Frame.InStory && !e.OthersTimes && clock.Before(e.Sentence) is { } told && (time is null || told.First > time.First) && IsSharp(told.Value!) && !(e.Factual.Status == Factuality.Ongoing && IsOver(told.Value!))) time = told;
        if (time is null) return;
        e.Time = time;
        e.AddEvidence(time.Span, "when", time.Rule);
    }

    // Backwards to the last dated event: it must be of one day and of the same people; a day far back no longer holds.
    private EventDraft? Back(List<EventDraft> order, int index, bool asides)
    {
        var e = order[index];
        var reach = e.Frame.InStory ? Reach : 0;
        for (var i = index - 1; i >= 0; i--)
        {
            var other = order[i];
            if (other.LastSentence < e.Sentence - reach) continue;
            if (other.Time is null || !other.TimeIsOwn || StageByDay(other) != Stage(e) || other.Aside && !asides || IsToldLater(other) || StoryClock.CountsBack(other.Time)) continue;
            if (!IsDay(other.Time.Value!)) return null;
            if (Shares(e, other)) return other;
        }
        return null;
    }

    // "Following the talks, they signed …": named in the same sentence.
    private EventDraft? Named(List<EventDraft> order, EventDraft e)
    {
        var (from, to) = (document.Tokens[document.Sentences[e.Sentence].First].Start, document.Tokens[document.Sentences[e.Sentence].End - 1].End);
        foreach (var other in order)
            if (other != e && other.Type != "visit" && other.Time?.Value is { } value && IsDay(value) && Stage(other) == Stage(e) && SharesSide(e, other) && other.Evidence.Exists(v => v.Field == "trigger" && v.Span.Start >= from && v.Span.End <= to)) return other;
        return null;
    }

    // A stay is dated by its arrival, which may be told at the end; what stands before does not share that day.
    private bool IsToldLater(EventDraft stay) => stay.Type == "visit" && document.SentenceOf(stay.Time!.First) > stay.Sentence;

    private EventDraft? Ahead(List<EventDraft> order, int index)
    {
        var e = order[index];
        for (var i = index + 1; i < order.Count && order[i].Sentence - e.Sentence <= 1; i++)
            if (order[i] is { Time.Value: { } value, TimeIsOwn: true } other && StageByDay(other) == Stage(e) && IsDay(value) && Shares(e, other)) return other;
        return null;
    }

    private bool Shares(EventDraft e, EventDraft other) => !other.Anterior && (e.Type == "visit" ? SharesPerson(e, other) : SharesSide(e, other)) && !Elsewhere(e, other);

    // "The agreement was signed in Moscow in September" does not date the talks in Bishkek.
    private bool Elsewhere(EventDraft a, EventDraft b) =>
        a.Place is { } x && b.Place is { } y && a.PlaceIsOwn && b.PlaceIsOwn && places.Country(x) is { } here && places.Country(y) is { } there && here != there;

    // Who is there now did not come in the month that the story told of.
    private bool IsOver(TimeValue value) => document.Article.Published is { } published && (value.End ?? value.Start) is { } end && published.DayNumber - end.DayNumber > 7;

    private static bool IsSharp(TimeValue value) => IsDay(value) || value.Precision == TimePrecision.Month;

    private static bool IsDay(TimeValue value) => value is { Precision: >= TimePrecision.Day, Start: { } start } && start == (value.End ?? start);

    private static bool SharesSide(EventDraft a, EventDraft b) => a.Participants.Any(p => DraftMerger.Side(p.Who) is { } side && b.Participants.Any(q => DraftMerger.Side(q.Who) == side));

    private static bool SharesPerson(EventDraft a, EventDraft b) => a.Participants.Any(p => p.Who.Kind == EntityKind.Person && b.Participants.Any(q => q.Who == p.Who));
}
