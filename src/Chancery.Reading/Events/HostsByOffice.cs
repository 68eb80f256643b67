using Chancery.Reading.Actors;
using Chancery.Reading.Frames;
using Chancery.Reading.Knowledge;

namespace Chancery.Reading.Events;

/// <summary>Who receives whom where the text does not say so: the leader whom the article names hosts a leader who comes, a minister his colleague;
/// at home a leader hosts the summit or the signing that he attends.</summary>
internal sealed class HostsByOffice(DraftMerger places, KnowledgePack pack, DateOnly day)
{
    // Stays told of as history were hosted by whoever held the office then.
    private const int Recent = 21;

    public void Fill(List<EventDraft> events, IReadOnlyList<Entity> named)
    {
        foreach (var draft in events)
            if (draft.Type == "visit") FillVisit(draft, named);
            else if (draft.Type is "summit" or "signing") AtHome(draft);
    }

    private void FillVisit(EventDraft visit, IReadOnlyList<Entity> named)
    {
        if (!IsOfThisStory(visit)) return;
        var at = visit.Participants.FindIndex(p => p.Role == "host");
        if (at < 0 || visit.Participants[at].Who is not { Kind: EntityKind.State, Country: { } country }) return;
        Entity? best = null;
        foreach (var visitor in visit.Participants)
        {
            if (visitor.Role != "visitor" || Of(visitor.Who) is not { } office) continue;
            foreach (var who in named)
                if (Receives(who, country, office) && (best is null || Of(who)!.Rank < Of(best)!.Rank)) best = who;
        }
        if (best is not null) visit.Participants[at] = ("host", best);
    }

    // A leader receives leaders; of ministers the one of the same trade.
    private bool Receives(Entity who, string country, Office visitor)
    {
        if (who.Country != country || who.Inferred || who.Former || Of(who) is not { } own) return false;
        return visitor.Rank <= Offices.Leading && visitor.Id != "leader" ? own.Rank <= Offices.Leading : own.Kind == visitor.Kind && own.Rank == visitor.Rank && own.Kind is "foreign" or "defence";
    }

    private bool IsOfThisStory(EventDraft visit) =>
        visit.Factual.Status is not Factuality.Occurred || !visit.Anterior && visit.Time?.Value is { Start: { } start } value && (value.End ?? start).AddDays(Recent) >= day;

    private void AtHome(EventDraft draft)
    {
        if (draft.Participants.Exists(p => p.Role == "host")) return;
        var country = draft.Place is { } place ? places.Country(place) : draft.Venue is { } venue ? places.Country(venue) : null;
        if (country is null) return;
        var at = draft.Participants.FindIndex(p => p.Role == "participant" && p.Who is { Kind: EntityKind.Person, Former: false } && p.Who.Country == country && Of(p.Who) is { Rank: <= Offices.Heading });
        if (at >= 0) draft.Participants[at] = ("host", draft.Participants[at].Who);
    }

    private Office? Of(Entity who) => who is { Kind: EntityKind.Person, Office: { } id } && pack.OfficeIndex(id) is >= 0 and var row ? pack.Office(row) : null;
}
