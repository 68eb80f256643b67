using Chancery.Reading.Actors;
using Chancery.Reading.Frames;
using Chancery.Reading.Lexicons;
using Chancery.Reading.Syntax;
using Chancery.Reading.Times;

namespace Chancery.Reading.Events;

/// <summary>"The first visit by a Vietnamese prime minister since 2019", "his first to Libya since 2021": the one before, in that year.</summary>
internal sealed class VisitsBefore(Document document, MentionIndex mentions, WordView words, IReadOnlyList<TimeMention> times, DraftMerger places, Func<string, Entity?> stateOf)
{
    // Tokens between "first" and "since".
    private const int Reach = 16;

    public void Add(EventDraft draft, List<EventDraft> all)
    {
        if ((draft.Place ?? Told(draft, all)) is not { } place || draft.Leaving || draft.Background || places.Country(place) is null) return;
        var sentence = document.Sentences[draft.Sentence];
        foreach (var time in times)
        {
            if (time.First <= sentence.First) continue;
            if (time.First >= sentence.End) return;
            if (words.Text(time.First - 1) is not "since" || time.Value is not { IsOnCalendar: true, Precision: >= TimePrecision.Year, Start: not null } || !IsClosed(time.End, sentence) || First(time.First - 1, sentence, draft.Trigger) is not (>= 0 and var first)) continue;
            var visitors = Visitors(draft, first, time.First);
            if (visitors.Count == 0) return;
            var before = draft.Elsewhere(place);
            (before.Time, before.TimeIsOwn, before.Background, before.Anterior, before.Aside, before.Stop, before.Arrival, before.Days) = (time, true, true, true, true, -1, false, 0);
            (before.Factual, before.Subtype, before.LastSentence) = (new Factual(Factuality.Occurred, -1, -1, -1), null, draft.Sentence);
            before.Participants.Clear();
            foreach (var who in visitors) before.AddParticipant("visitor", who);
            before.Evidence.RemoveAll(e => e.Field is "when" or "status");
            before.AddEvidence(time.Span, "when", time.Rule);
            before.AddEvidence(document.Span(place.First, place.End), "where", null);
            before.Attribution.Clear();
            all.Add(before);
            return;
        }
    }

    // "It was the first visit by a Dutch monarch since 2012": to where the visit or the talks just told of took place.
    private static Mention? Told(EventDraft draft, List<EventDraft> all)
    {
        for (var i = all.Count - 1; i >= 0 && draft.Sentence - all[i].Sentence <= 1; i--)
            if (!all[i].Background && all[i].Type is "visit" or "talks" or "call" && all[i].Place is { } place && (draft.Participants.Count == 0 || all[i].Participants.Exists(p => draft.Participants.Exists(q => DraftMerger.Side(q.Who) == DraftMerger.Side(p.Who))))) return place;
        return null;
    }

    // "since 2019." but not "since the 2019 invasion".
    private bool IsClosed(int token, in Sentence sentence) => token >= sentence.End || document.Tokens[token].Pos is not (Upos.Noun or Upos.Propn or Upos.Adj or Upos.Num) || words.Text(token) is "first";

    // The "first" that stands before it in the same clause and says it of the visit, or -1.
    private int First(int since, in Sentence sentence, int trigger)
    {
        for (var i = since - 1; i >= sentence.First && i > since - Reach; i--)
        {
            if (words.Text(i) is "," or ";" or ":" or "—" or "–") return -1;
            if (words.Text(i) is "first" && document.Tokens[i].Pos is not Upos.Adv) return IsOver(i, trigger) || IsOver(trigger, i) ? i : -1;
        }
        return -1;
    }

    private bool IsOver(int below, int above)
    {
        for (int at = below, steps = 0; at >= 0 && steps < 4; at = document.Tokens[at].Head, steps++)
            if (at == above) return true;
        return false;
    }

    // "by an Indian prime minister": some other holder, of whom the state is known; else who is said to visit.
    private List<Entity> Visitors(EventDraft draft, int first, int end)
    {
        for (var i = first + 1; i < end; i++)
        {
            if (mentions.At(i) is not { Kind: MentionKind.Holder, State: >= 0 } m || m.First != i) continue;
            if (!(words.Text(i - 1) is "a" or "an" or "any" || i == first + 1 || words.Text(i) is "a" or "an" || mentions.At(i)!.Entities.Count == 0)) continue;
            return places.CodeOf(m.State) is { } code && stateOf(code) is { } state ? [state] : [];
        }
        return [.. draft.Participants.Where(p => p.Role == "visitor").Select(p => p.Who)];
    }
}
