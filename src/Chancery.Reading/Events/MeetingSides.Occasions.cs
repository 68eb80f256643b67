using Chancery.Reading.Actors;
using Chancery.Reading.Knowledge;

namespace Chancery.Reading.Events;

/// <content>Welcomes, dinners and stays that name nobody, and talks at home with a guest.</content>
internal sealed partial class MeetingSides
{
    // "An official welcoming ceremony was then held at the palace", "a dinner will be given in the evening": for the guest just told of.
    private void FillCeremony(EventDraft draft, List<EventDraft> events)
    {
        if (draft.PairRole is not { } role || draft.Definite && !draft.Held || !(draft.Held || draft.PlaceIsOwn || draft.Venue is not null || draft.TimeIsOwn && draft.Time is not null)) return;
        var own = draft.Participants.Select(p => DraftMerger.Side(p.Who)).Distinct().ToList();
        if (own.Count > 1) return;
        if (own.Count == 1 && draft.Participants.Exists(p => p.Role != "host")) { AddGiver(draft, own[0], events); return; }
        if (Nearest(draft, events, e => e.Type is "visit" or "talks" && Principals(e) is { Count: 2 } both && (own.Count == 0 || both.Exists(w => DraftMerger.Side(w) == own[0]))) is not { } before) return;
        foreach (var who in Principals(before))
            if (who.Kind == EntityKind.State && own.Count == 0) continue;
            else if (DraftMerger.Side(who) != own.FirstOrDefault() && !(own.Count == 0 && IsHost(who, before))) draft.AddParticipant(role, who);
            else if (own.Count == 0 && who.Kind == EntityKind.Person) draft.AddParticipant("host", who);
        draft.PairRole = null;
        merger.Absorb(events, draft);
    }

    // "a state dinner was given in honour of the guest": by him with whom the guest talked, where no place says in which country.
    private void AddGiver(EventDraft draft, string? guest, List<EventDraft> events)
    {
        if (draft.Place is not null || draft.Venue is not null || guest is null || Nearest(draft, events, e => e.Type == "talks" && Principals(e).Exists(w => DraftMerger.Side(w) == guest)) is not { } before) return;
        if (Principals(before).Find(w => DraftMerger.Side(w) != guest) is { } giver) draft.AddParticipant("host", giver);
    }

    private bool IsHost(Entity who, EventDraft before) =>
        before.Participants.Exists(p => p.Who == who && p.Role == "host") || before is { Type: "visit", Place: { } place } && merger.Country(place) == who.Country || before.Home is { } home && home == who.Country;

    // "received the American president in Hanoi. During the state visit, on September 10 and 11, …": of whoever was received.
    private void FillVisit(EventDraft draft, List<EventDraft> events)
    {
        if (draft.Participants.Count > 0 || !draft.Definite || !(draft.TimeIsOwn && draft.Time is not null) || draft.Place is not null && draft.PlaceIsOwn) return;
        if (Nearest(draft, events, e => e.Type == "talks" && Guest(e) is not null) is not { } before || draft.Sentence - before.LastSentence > 1) return;
        foreach (var (_, who) in before.Participants) draft.AddParticipant(who == Guest(before) ? "visitor" : "host", who);
        if (draft.Place is null && before.Place is not null)
        {
            (draft.Place, draft.PlaceIsOwn) = (before.Place, true);
            foreach (var e in before.Evidence) if (e.Field == "where") { draft.AddEvidence(e.Span, "where", e.Rule); break; }
        }
        merger.Absorb(events, draft);
    }

    // Of two who met the one who was not at home.
    private Entity? Guest(EventDraft talks)
    {
        var home = talks.Place is { } place ? merger.Country(place) : talks.Home;
        if (home is null || Principals(talks) is not { Count: 2 } both || both.TrueForAll(w => DraftMerger.Side(w) != home)) return null;
        return both.Find(w => DraftMerger.Side(w) != home) is { Kind: EntityKind.Person } guest ? guest : null;
    }

    // "In Moscow, talks with the president of Iran are scheduled": with the leader whom the article names, if he is of that country.
    private Entity? AtHome(EventDraft draft, string own)
    {
        if (draft.Place is not { } place || merger.Country(place) is not { } country || country == own || draft.Participants.Find(p => p.Who.Kind == EntityKind.Person).Who is not { } guest || Of(guest) is not { } office) return null;
        Entity? best = null;
        foreach (var who in named)
            if (who.Country == country && !who.Inferred && !who.Former && Of(who) is { } rank && Receives(rank, office) && (best is null || rank.Rank < Of(best)!.Rank)) best = who;
        return best;
    }

    private Entity? Hosts(EventDraft draft, string own) => draft.Place is { } place && merger.Country(place) is { } country && country != own ? stateOf(country) : null;

    // A leader receives leaders, a minister his colleague.
    private static bool Receives(Office host, Office guest) => guest.Rank <= Offices.Leading ? host.Rank <= Offices.Leading : host.Kind == guest.Kind && host.Rank == guest.Rank;

    private Office? Of(Entity who) => who is { Kind: EntityKind.Person, Office: { } id } && pack.OfficeIndex(id) is >= 0 and var row ? pack.Office(row) : null;
}
