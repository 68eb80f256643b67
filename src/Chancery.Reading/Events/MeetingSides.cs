using Chancery.Reading.Actors;
using Chancery.Reading.Knowledge;

namespace Chancery.Reading.Events;

/// <summary>Talks and calls whose sides the text leaves to be understood ("Restricted talks followed in the Kremlin", "a second round is to be held in Baghdad",
/// "a conversation with the prime minister of Japan is expected"): those who met, visited, signed or spoke just before.</summary>
internal sealed partial class MeetingSides(DraftMerger merger, KnowledgePack pack, Func<string, Entity?> stateOf, IReadOnlyList<Entity> named)
{
    /// <summary>How many sentences back those who met may have been named.</summary>
    private const int Reach = 4;

    /// <summary>Fills what lacks a side, and joins it to the event it then turns out to be.</summary>
    public void Fill(List<EventDraft> events)
    {
        foreach (var draft in events.ToList())
        {
            if (draft.Type == "summit") { FillSummit(draft, events); continue; }
            if (draft.Type == "mediation") { FillMediation(draft, events); continue; }
            if (draft.Type == "ceremony") { FillCeremony(draft, events); continue; }
            if (draft.Type == "visit") { FillVisit(draft, events); continue; }
            if (draft.Type is not ("talks" or "call") || draft.AmongThemselves || !StandsByItself(draft)) continue;
            var own = draft.Participants.Select(p => DraftMerger.Side(p.Who)).Where(s => s is not null).Distinct().ToList();
            if (own.Count > 1 || own.Count == 0 && draft.Participants.Count > 0) continue;
            if (own.Count == 1 ? !AddPartner(draft, own[0]!, events) : !AddPair(draft, events)) continue;
            merger.Absorb(events, draft);
        }
    }

    // A bare "the talks" is a word for something told elsewhere; what is held, or has a day or place of its own, is told here.
    private static bool StandsByItself(EventDraft draft) => (!draft.Definite || draft.Another || draft.Participants.Count > 0 && !draft.Held) && !draft.OfOthers && (draft.Held || draft.TimeIsOwn && draft.Time is not null || draft.PlaceIsOwn || draft.Venue is not null);

    // "The next summit is to be held in China in 2025": of the organisation whose summit was told of.
    private static void FillSummit(EventDraft draft, List<EventDraft> events)
    {
        if (draft.Participants.Count > 0 || !draft.Another || !StandsByItself(draft)) return;
        EventDraft? told = null;
        foreach (var e in events)
            if (e != draft && e.Type == "summit" && e.Trigger < draft.Trigger && e.Participants.Exists(p => p.Role == "organiser")) told = e;
        if (told is null) return;
        foreach (var (role, who) in told.Participants) if (role == "organiser") draft.AddParticipant(role, who);
    }

    // "signed a US-brokered agreement": between those who sign or talk.
    private static void FillMediation(EventDraft draft, List<EventDraft> events)
    {
        var brokers = draft.Participants.Where(p => p.Role == "mediator").Select(p => DraftMerger.Side(p.Who)).ToHashSet();
        if (brokers.Count == 0 || draft.Participants.Where(p => p.Role == "party").Select(p => DraftMerger.Side(p.Who)).Distinct().Count() > 1) return;
        EventDraft? best = null;
        foreach (var e in events)
        {
            var distance = Math.Abs(e.Sentence - draft.Sentence);
            if (e.Type is not ("talks" or "signing" or "agreement") || distance > 2 || Parties(e, brokers).Count < 2) continue;
            if (!draft.Participants.TrueForAll(p => p.Role != "party" || Parties(e, brokers).Exists(w => DraftMerger.Side(w) == DraftMerger.Side(p.Who)))) continue;
            if (best is null || distance < Math.Abs(best.Sentence - draft.Sentence)) best = e;
        }
        if (best is null) return;
        foreach (var who in Parties(best, brokers)) if (!draft.Participants.Exists(p => DraftMerger.Side(p.Who) == DraftMerger.Side(who))) draft.AddParticipant("party", who);
    }

    // Those of other sides than the brokers', one of each side.
    private static List<Entity> Parties(EventDraft e, HashSet<string?> brokers) =>
        [.. e.Participants.Where(p => p.Role is "party" or "signatory" or "host" && DraftMerger.Side(p.Who) is { } side && !brokers.Contains(side)).Select(p => p.Who).DistinctBy(DraftMerger.Side)];

    private bool AddPair(EventDraft draft, List<EventDraft> events)
    {
        if (Nearest(draft, events, e => Principals(e).Count == 2) is not { } before) return false;
        foreach (var who in Principals(before)) draft.AddParticipant("party", who);
        return true;
    }

    // The one whom the story follows: who travels, or who met the last one.
    private bool AddPartner(EventDraft draft, string own, List<EventDraft> events)
    {
        // "will travel to Washington for talks": with those who are at home there.
        if (draft.AtGoal && (AtHome(draft, own) ?? Hosts(draft, own)) is { } there)
        {
            draft.AddParticipant("party", there);
            return true;
        }
        if ((Nearest(draft, events, e => Focus(e, own) is not null) is { } before ? Focus(before, own) : AtHome(draft, own)) is not { } partner) return false;
        draft.AddParticipant("party", partner);
        return true;
    }

    private static EventDraft? Nearest(EventDraft draft, List<EventDraft> events, Func<EventDraft, bool> fits)
    {
        EventDraft? best = null;
        foreach (var e in events)
        {
            if (e == draft || e.Trigger >= draft.Trigger || draft.Sentence - e.LastSentence > Reach && !(draft.Another && e.Type == "talks" || draft.Programme && e.Type == "visit") || e.Type is not ("talks" or "call" or "visit" or "signing" or "award" or "ceremony") || !fits(e)) continue;
            if (best is null || Last(e, draft) > Last(best, draft) || Last(e, draft) == Last(best, draft) && e.Trigger > best.Trigger) best = e;
        }
        return best;
    }

    private static int Last(EventDraft e, EventDraft draft) => Math.Min(e.LastSentence, draft.Sentence);

    // Both who met: one of each side, persons before their states; of a stay the guest and the state that he is in.
    private List<Entity> Principals(EventDraft e)
    {
        var sides = e.Participants.Where(p => p.Role is "party" or "visitor" or "host" or "signatory" or "awarder" or "recipient" && DraftMerger.Side(p.Who) is not null).GroupBy(p => DraftMerger.Side(p.Who)).ToList();
        if (sides.Count == 1 && e is { Type: "visit", Place: { } place } && merger.Country(place) is { } there && there != sides[0].Key && stateOf(there) is { } host) return [sides[0].First().Who, host];
        return sides.Count == 2 ? [.. sides.Select(g => g.Select(p => p.Who).OrderBy(w => w.Kind == EntityKind.Person ? 0 : 1).First())] : [];
    }

    private static Entity? Focus(EventDraft e, string own)
    {
        var who = e.Type == "visit" ? e.Participants.Where(p => p.Role == "visitor").Select(p => p.Who).ToList() : [.. e.Subjects];
        return who.Count == 1 && who[0] is { Kind: EntityKind.Person } one && DraftMerger.Side(one) is { } side && side != own ? one : null;
    }
}
