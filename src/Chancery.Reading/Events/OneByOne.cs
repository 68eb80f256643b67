using Chancery.Reading.Actors;
using Chancery.Reading.Knowledge;
using Chancery.Reading.Lexicons;

namespace Chancery.Reading.Events;

/// <summary>What one sentence tells of several at once and the world did one by one: "phoned X and Y separately", "met the president and then the prime minister",
/// "recalled its ambassadors from X and Y".</summary>
internal sealed class OneByOne(Document document, MentionIndex mentions, WordView words, KnowledgePack pack)
{
    /// <summary>Adds an event for each; false where there is but one.</summary>
    public bool Split(EventDraft draft, List<EventDraft> all)
    {
        if (draft.Each is { } each && each != "other" && (each == "place" ? SplitByPlace(draft, all) : SplitBy(draft, each, all))) return true;
        if (draft.Frame.AbroadOnly && SplitBySide(draft, all)) return true;
        if (draft.Type is not ("talks" or "call" or "signing") || draft.Subjects.Count == 0 || draft.Type == "signing" && (draft.Subjects.Count > 1 || !IsSaid(draft))) return false;
        var others = draft.Participants.Where(p => !draft.Subjects.Contains(p.Who)).Select(p => p.Who).ToList();
        if (others.Count < 2 || !(draft.Each is "other" && draft.Subjects.Count == 1 && !IsTogether(draft)) && !IsSaid(draft) && !InTurn(draft, others) && !AreOfOneHouse(draft, others) && !AreSeveral(draft, others)) return false;
        foreach (var other in others) all.Add(draft.With(other));
        return true;
    }

    // "Both guests had flown in": a visit for each state that travels.
    private static bool SplitBySide(EventDraft draft, List<EventDraft> all)
    {
        var sides = draft.Participants.Where(p => p.Role == "visitor").GroupBy(p => DraftMerger.Side(p.Who)).ToList();
        if (sides.Count < 2 || draft.Origin is not null || draft.MorePlaces.Count > 0) return false;
        foreach (var side in sides)
        {
            var one = draft.With(side.First().Who);
            one.Participants.Clear();
            one.Participants.AddRange(draft.Participants.Where(p => p.Role != "visitor" || DraftMerger.Side(p.Who) == side.Key));
            (one.LastSentence, one.Arrival, one.Days, one.Leaving) = (draft.LastSentence, draft.Arrival, draft.Days, draft.Leaving);
            all.Add(one);
        }
        return true;
    }

    // "the bombings of the embassies in X and Y": one in each state.
    private bool SplitByPlace(EventDraft draft, List<EventDraft> all)
    {
        var places = new DraftMerger(pack);
        var seen = new HashSet<string?> { draft.Place is null ? null : places.Country(draft.Place) };
        var others = draft.MorePlaces.Where(p => seen.Add(places.Country(p))).ToList();
        if (others.Count == 0) return false;
        all.Add(draft);
        foreach (var place in others)
        {
            var other = draft.Elsewhere(place);
            other.LastSentence = draft.LastSentence;
            other.AddEvidence(document.Span(place.First, place.End), "where", null);
            all.Add(other);
        }
        return true;
    }

    private bool SplitBy(EventDraft draft, string role, List<EventDraft> all)
    {
        var places = new DraftMerger(pack);
        var each = draft.Participants.Where(p => p.Role == role).Select(p => p.Who).ToList();
        if (each.Select(DraftMerger.Side).Distinct().Count() < 2) return false;
        // "its ambassadors to the four countries": told as one.
        foreach (var m in mentions.In(document.Sentences[draft.Sentence])) if (m.Kind == MentionKind.Sides && each.TrueForAll(m.Entities.Contains)) return false;
        foreach (var one in each)
        {
            var own = draft.With(one);
            // "strikes on X and Y": each in its own state.
            if (role == "target" && draft.Frame.Presupposed && (own.Place is null || places.Country(own.Place) is { } there && there != DraftMerger.Side(one) && each.Exists(e => DraftMerger.Side(e) == there)))
                own.Place = draft.MorePlaces.Find(p => places.Country(p) == DraftMerger.Side(one));
            if (own.Participants.TrueForAll(p => p.Role != "party")) own.Participants.InsertRange(0, draft.Participants.Where(p => p.Role == "party"));
            all.Add(own);
        }
        return true;
    }

    // "held meetings with X of one state and Y of another"; "talks" are many words for one.
    private bool AreSeveral(EventDraft draft, List<Entity> others) =>
        draft.Type == "talks" && words.IsPlural(draft.Trigger) && !words.Is(draft.Trigger, WordClass.TopicNoun) && draft.Subjects.Count == 1 && others.TrueForAll(o => DraftMerger.Side(o) is not null) && others.Select(DraftMerger.Side).Distinct().Count() == others.Count && !IsTogether(draft);

    // "separately", "one after the other".
    private bool IsSaid(EventDraft draft)
    {
        var sentence = document.Sentences[draft.Sentence];
        // "will phone both leaders", "signed agreements with both Malaysia and Cambodia".
        if (draft.Type is "call" or "signing")
            for (var i = draft.Trigger + 1; i < sentence.End; i++)
                if (words.Text(i) is "both" && words.Text(i + 1) is not ("sides" or "countries" or "nations" or "parties")) return true;
        for (var i = sentence.First; i < sentence.End; i++)
            if (words.Is(i, WordClass.Separately) || words.Is(i, WordClass.After) && words.Text(i - 1) is "one" && words.Is(i + 1, WordClass.Definite | WordClass.EachOther)) return true;
        return false;
    }

    // "phoned X and Y together".
    private bool IsTogether(EventDraft draft)
    {
        var sentence = document.Sentences[draft.Sentence];
        for (var i = sentence.First; i < sentence.End; i++)
            if (words.Text(i) is "together" or "conference" or "joint" or "jointly" or "trilateral" or "three-way") return true;
        return false;
    }

    // "met X and then Y", "with X and with Y": something stands between the two beside "and".
    private bool InTurn(EventDraft draft, List<Entity> others)
    {
        Mention? before = null;
        foreach (var m in mentions.All)
        {
            if (m.First <= draft.Trigger) continue;
            if (m.First >= document.Sentences[draft.Sentence].End) return false;
            if (!m.Entities.Exists(others.Contains)) continue;
            if (before is not null)
                for (var i = before.End; i < m.First; i++)
                    if (words.Is(i, WordClass.Next) || words.Is(i, WordClass.With) && words.Is(i - 1, WordClass.And)) return true;
            before = m;
        }
        return false;
    }

    // A guest sees the president and the prime minister of a country each in his office; two ministers may sit at one table.
    private bool AreOfOneHouse(EventDraft draft, List<Entity> others)
    {
        if (draft.Subjects is not { Count: 1 } guests || others.Exists(o => o.Kind != EntityKind.Person || o.Country is null || o.Country != others[0].Country)) return false;
        return guests.First() is { Kind: EntityKind.Person } guest && DraftMerger.Side(guest) != others[0].Country && others.TrueForAll(o => o.Office is not null) && others.Exists(Leads);
    }

    private bool Leads(Entity who) => pack.OfficeIndex(who.Office!) is >= 0 and var row && pack.Office(row) is { Rank: <= 2, Kind: "head-of-state" or "head-of-government" };
}
