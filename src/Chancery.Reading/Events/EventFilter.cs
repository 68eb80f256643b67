using Chancery.Reading.Actors;
using Chancery.Reading.Frames;
using Chancery.Reading.Knowledge;
using Chancery.Reading.Times;

namespace Chancery.Reading.Events;

/// <summary>Last look: an event must have the sides its frame asks for, happen abroad where it must, and fit its date.</summary>
internal sealed class EventFilter(DraftMerger places, Document document, ReaderScope scope, bool transcript = false)
{
    // Sentences that may be headline, dateline and lead.
    private const int Lead = 4;

    // Patterns of less confidence are wrong nearly as often as right.
    private const double Weak = 0.56;

    public List<EventDraft> Keep(List<EventDraft> events, List<TimeMention> times)
    {
        var kept = new List<EventDraft>();
        var opening = Math.Max(0, Array.FindIndex(document.Sentences, s => s.Kind == SentenceKind.Prose));
        foreach (var draft in events)
        {
            // What a weak pattern reads is believed in the sentence that an article opens with.
            if (scope == ReaderScope.Diplomacy && draft.Confidence < Weak && draft.Sentence > opening) continue;
            if (draft.IsTour && !draft.PlaceIsOwn || !HasSides(draft) || draft.Frame.AbroadOnly && !IsAbroad(draft)) continue;
            // "Wang Yi held talks with Kerry during his visit": the visit is the one that has a place.
            if (draft.Frame.AbroadOnly && draft.Definite && draft.Place is null && draft.Venue is null && !draft.TimeIsOwn && events.Exists(e => e != draft && e.Type == draft.Type && e.Place is not null)) continue;
            if (scope == ReaderScope.Diplomacy && draft.Frame.Salient && !draft.TimeIsOwn && draft.Sentence > Lead) continue;
            if (transcript && !(draft.Frame.InTranscripts && IsAnchored(draft))) continue;
            // "arrived yesterday for the first stop of a trip to Paris": the day is not that of the journey spoken of.
            if (transcript && draft is { Frame.AbroadOnly: true, ByNoun: true } && (draft.Factual.Status is Factuality.Occurred or Factuality.Ongoing || draft.Time?.Value?.Start < document.Article.Published)) continue;
            kept.Add(draft);
        }
        foreach (var draft in kept) if (draft.PartOf is { } whole && !kept.Contains(whole)) draft.PartOf = null;
        if (document.Article.Published is { } published) new StatusByDays(published).Fit(kept);
        return kept;
    }

    // A day or a place of its own: what a speaker merely mentions has neither.
    private static bool IsAnchored(EventDraft draft) => draft.TimeIsOwn && draft.Time is not null || draft.PlaceIsOwn && draft.Participants.Exists(p => p.Who.Kind == EntityKind.Person) || draft.Venue is not null;

    /// <summary>Whether a draft by itself has what its frame asks for.</summary>
    public static bool IsComplete(EventDraft draft, KnowledgePack pack, ReaderScope scope) => new EventFilter(new DraftMerger(pack), null!, scope).HasSides(draft);

    private bool HasSides(EventDraft draft)
    {
        var frame = draft.Frame;
        if (scope == ReaderScope.Plover) return draft.Participants.Count > 0;
        if (draft.Participants.Count < frame.MinimumActors && !(draft.AmongThemselves && draft.Participants.Count > 0)) return false;
        if (frame.OfficialOnly && !draft.Participants.Any(p => p.Who.Kind != EntityKind.Person || p.Who.Office is not null || p.Who.Row >= 0)) return false;
        var sides = new HashSet<string>();
        // Rebels who negotiate are a side of their own, though not of another state.
        var rebels = draft.Type is "talks" or "mediation" or "agreement" or "signing";
        foreach (var (_, who) in draft.Participants) if ((rebels && who.Kind == EntityKind.Group ? who.Name : DraftMerger.Side(who)) is { } side) sides.Add(side);
        if ((frame.PlaceCounts || draft.PlaceRole is not null) && draft.Place is { } place && places.Country(place) is { } country) sides.Add(country);
        if (frame.PlaceCounts && draft.Venue is { } venue && places.Country(venue) is { } there) sides.Add(there);
        return sides.Count >= draft.MinimumSides || frame.OrganisationAlone && draft.Participants.Exists(p => p.Who.Kind is EntityKind.Organisation);
    }

    private bool IsAbroad(EventDraft draft)
    {
        var country = draft.Place is { } place ? places.Country(place) : draft.Venue is { } venue ? places.Country(venue) : null;
        var visitors = draft.Participants.Where(p => p.Role == "visitor").ToList();
        if (visitors.Count == 0) return false;
        // Whoever receives at home has not travelled.
        var hosts = draft.Participants.Where(p => p.Role == "host").Select(p => DraftMerger.Side(p.Who)).Distinct().ToList();
        if (hosts.Count == 1 && hosts[0] is { } host && visitors.TrueForAll(v => DraftMerger.Side(v.Who) == host)) return false;
        if (country is null) return draft.Participants.Any(p => p.Role == "host" && visitors.Any(v => DraftMerger.Side(v.Who) != DraftMerger.Side(p.Who)));
        return visitors.Any(v => DraftMerger.Side(v.Who) != country);
    }
}
