using Chancery.Reading.Actors;
using Chancery.Reading.Frames;
using Chancery.Reading.Knowledge;

namespace Chancery.Reading.Events;

/// <summary>Fills the sides that a text leaves to be understood: the states that met sign what "was signed" after their talks; an order is
/// conferred by the state whose order it is; who watches a signing is its host or its visitor; an embassy is opened in the state of its place.</summary>
internal sealed class SideInference(DraftMerger merger, KnowledgePack pack, Func<int, Entity> stateEntity, StatesSpokenOf spokenOf)
{
    /// <summary>How many sentences back the meeting may have been told.</summary>
    private const int Reach = 6;

    /// <summary>After merging, before what belongs together is tied: sides from the meeting.</summary>
    public void FromMeetings(List<EventDraft> events)
    {
        foreach (var draft in events)
        {
            if (draft.ImpliedState is { } implied && !draft.Participants.Exists(p => p.Role == implied.Role)) AddState(draft, implied.Role, implied.Country);
            // "since the pact was signed": by whom, those who meet now do not tell.
            if (draft.Frame.MetRole is not { } role || draft.Anterior && draft.Participants.Count == 0) continue;
            var own = Countries(draft);
            var met = own.Count < draft.Frame.MinimumSides && !draft.ByStrangers && !HasOrganisation(draft) ? Meeting(draft, own, events) : null;
            // Those who watch do not sign: their states do.
            if (met is null && draft.Participants.Exists(p => p.Role == role)) continue;
            foreach (var country in met is null ? own : Sides(met))
                if (!draft.Participants.Exists(p => p.Role == role && DraftMerger.Side(p.Who) == country)) AddState(draft, role, country);
        }
    }

    /// <summary>After that: sides that the whole article takes for granted.</summary>
    public void FromArticle(List<EventDraft> events)
    {
        foreach (var draft in events)
        {
            if (draft.PairRole is not { } role || draft.ByStrangers) continue;
            var own = draft.Participants.Select(p => DraftMerger.Side(p.Who)).Where(s => s is not null).Distinct().ToList();
            if (own.Count == 1 && (draft.Things.Count > 0 || draft.Type != "assault") && (draft.Frame.MetRole is null || draft.Participants.TrueForAll(p => IsOfficial(p.Who))) && spokenOf.Beside(own[0]!) is { } other) AddState(draft, role, other);
            if (own.Count > 0 || draft.Participants.Count > 0 || !(draft.TimeHangs || draft.TimeIsOwn && draft.Things.Count > 0 || (draft.PlaceIsOwn || draft.Venue is not null) && draft.Things.Count > 0) || spokenOf.Pair() is not var (first, second)) continue;
            AddState(draft, role, first);
            AddState(draft, role, second);
        }
    }

    /// <summary>At the end, when places are known: hosts and visitors among those who watch, the state of the place.</summary>
    public void FromPlaces(List<EventDraft> events)
    {
        foreach (var draft in events)
        {
            var country = draft.Place is { } place ? merger.Country(place) : draft.Venue is { } venue ? merger.Country(venue) : null;
            if (draft.Frame.MetRole is not null && draft.Place is null && draft.Venue is null) country = FromMeeting(draft, events);
            if (draft.PlaceRole is { } role && country is not null && (draft.Participants.Count > 0 || draft.Name is not null) && !draft.Participants.Exists(p => p.Role == role || DraftMerger.Side(p.Who) == country)) AddState(draft, role, country);
            if ((country ?? Abroad(draft, events)) is { } where) Naturalise(draft, where);
            for (var i = 0; i < draft.Participants.Count; i++)
                if (draft.Participants[i] is { Role: "witness" } p) draft.Participants[i] = (WitnessRole(p.Who, country), p.Who);
        }
    }

    /// <summary>"The two presidents will travel to St. Petersburg": whose country it is plays the host to the other.</summary>
    public static void SeatHosts(EventDraft visit, DraftMerger places)
    {
        if (visit.Place is not { } place || places.Country(place) is not { } country) return;
        if (!visit.Participants.Exists(p => p.Role == "visitor" && DraftMerger.Side(p.Who) != country)) return;
        for (var i = 0; i < visit.Participants.Count; i++)
            if (visit.Participants[i] is { Role: "visitor" } p && p.Who.Country == country) visit.Participants[i] = ("host", p.Who);
    }

    // "In Bishkek he was received by Prime Minister Satybaldiev": a minister of whom no state is said is one of the country.
    private void Naturalise(EventDraft draft, string country)
    {
        if (draft.Type is not ("talks" or "visit" or "ceremony" or "award" or "signing") || !draft.Participants.Exists(p => p.Who.Country is { } other && other != country)) return;
        foreach (var (_, who) in draft.Participants)
            if (who is { Kind: EntityKind.Person, Country: null, ForOrganisation: false, Office: { } office } && pack.OfficeIndex(office) is >= 0 and var row && pack.Office(row).Rank <= 3) who.Country = country;
    }

    // Where the visitor is just then: the visit told last before it.
    private string? Abroad(EventDraft draft, List<EventDraft> events)
    {
        EventDraft? best = null;
        foreach (var visit in events)
            if (visit is { Type: "visit", Place: not null, Leaving: false } && visit.Sentence <= draft.Sentence && Done(visit) == Done(draft) && (best is null || visit.Sentence > best.Sentence)
                && visit.Participants.Exists(p => p.Role == "visitor" && draft.Participants.Exists(q => q.Who == p.Who))) best = visit;
        return best is null ? null : merger.Country(best.Place!);
    }

    // What the two sides sign when they meet, they sign where they meet.
    private string? FromMeeting(EventDraft draft, List<EventDraft> events)
    {
        var own = Countries(draft);
        EventDraft? best = null;
        foreach (var other in events)
        {
            if (other == draft || other.Type is not ("talks" or "visit" or "summit" or "ceremony") || other.Place is null || !other.PlaceIsOwn && other.Type != "visit") continue;
            if (Math.Abs(draft.Sentence - other.Sentence) > Reach && !Spans(other, draft.Sentence) || Done(draft) != Done(other) || !SameDay(draft, other)) continue;
            var sides = Sides(other);
            if (own.Count == 0 || !own.TrueForAll(sides.Contains)) continue;
            if (best is null || Math.Abs(draft.Sentence - other.Sentence) < Math.Abs(draft.Sentence - best.Sentence)) best = other;
        }
        if (best is null) return null;
        (draft.Place, draft.Venue) = (best.Place, best.Type is "talks" or "ceremony" ? best.Venue : null);
        foreach (var e in best.Evidence) if (e.Field == "where") { draft.AddEvidence(e.Span, "where", e.Rule); break; }
        return merger.Country(best.Place!);
    }

    // Whoever signs alone signs with the other state only where he may sign for his own.
    private bool IsOfficial(Entity who) => who.Kind == EntityKind.State || who is { Kind: EntityKind.Person, Former: false, Office: { } office } && pack.OfficeIndex(office) is >= 0 and var row && pack.Office(row).Rank <= Offices.Heading;

    private static bool SameDay(EventDraft a, EventDraft b) =>
        a.Time?.Value is not { Start: { } x } v || b.Time?.Value is not { Start: { } y } w || x <= (w.End ?? y) && y <= (v.End ?? x);

    private static string WitnessRole(Entity who, string? country) => country is null || who.Country is null ? "participant" : who.Country == country ? "host" : "visitor";

    private void AddState(EventDraft draft, string role, string country)
    {
        if (pack.ByIso3(country) is { } state) draft.Participants.Add((role, stateEntity(state.Index)));
    }

    private static List<string> Countries(EventDraft draft) => [.. draft.Participants.Where(p => p.Who.Country is not null).Select(p => p.Who.Country!).Distinct()];

    private static bool HasOrganisation(EventDraft draft) => draft.Participants.Exists(p => p.Who.Kind is EntityKind.Organisation || p.Who.ForOrganisation);

    private List<string> Sides(EventDraft meeting)
    {
        var sides = Countries(meeting);
        if (meeting.Type == "visit" && meeting.Place is { } place && merger.Country(place) is { } there && !sides.Contains(there)) sides.Add(there);
        return sides;
    }

    // The meeting told last before it, of two states, at the same stage; it must know the side that is named.
    private EventDraft? Meeting(EventDraft draft, List<string> own, List<EventDraft> events)
    {
        EventDraft? best = null;
        foreach (var other in events)
        {
            if (other.Type is not ("talks" or "visit" or "signing") || other == draft || (draft.LastSentence < other.Sentence || draft.Sentence - other.Sentence > Reach) && !Spans(other, draft.Sentence)) continue;
            if (Done(draft) != Done(other) && !other.Factual.Open && !draft.Factual.Open || draft.TimeIsOwn && (other.Time is null ? draft.Sentence - other.LastSentence > 1 : !SameDay(draft, other))) continue;
            var sides = Sides(other);
            if (sides.Count != 2 || !own.TrueForAll(sides.Contains)) continue;
            if (best is null || Rank(other, draft) > Rank(best, draft)) best = other;
        }
        return best;
    }

    private static bool Spans(EventDraft e, int sentence) => e.LastSentence >= sentence - Reach && e.Sentence <= sentence;

    private static int Rank(EventDraft e, EventDraft draft) => -(draft.Sentence - Math.Min(draft.Sentence, e.LastSentence)) * 2 + (e.Type == "talks" ? 1 : 0);

    private static bool Done(EventDraft e) => e.Factual.Status is Factuality.Occurred or Factuality.Ongoing;
}
