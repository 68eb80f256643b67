using Chancery.Reading.Frames;
using Chancery.Reading.Lexicons;
using Chancery.Reading.Syntax;
using Chancery.Reading.Times;

namespace Chancery.Reading.Events;

/// <summary>Chooses for each trigger the time expression that dates it: the one that hangs on the trigger or its clause, never the one of the speech verb.</summary>
internal sealed partial class TimeAttacher(WordView words, FrameSet frames)
{
    // The rank of a time that is the day of the speech verb.
    private const int Said = 7;

    private Document _document = null!;
    private Sentence _sentence;

    public void Attach(Document document, EventDraft draft, IReadOnlyList<TimeMention> times)
    {
        (_document, _sentence) = (document, document.Sentences[draft.Sentence]);
        draft.Aside = IsAside(draft.Trigger);
        draft.SpokenOf = draft.Frame.Presupposed && (draft.Aside || IsSpokenOf(draft.Trigger));
        TimeMention? best = null;
        var bestRank = 9;
        for (var i = FirstFrom(times, _sentence.First); i < times.Count && times[i].First < _sentence.End; i++)
        {
            var time = times[i];
            draft.OthersTimes |= !time.IsAnniversary;
            if (time.Value is not { IsOnCalendar: true } || time.IsAnniversary) continue;
            var rank = Rank(draft, time);
            // "visited Copenhagen; the next day he was in Oslo": each part of the sentence has its own day.
            if (rank < 5 && document.Tokens[HeadOf(time)].Head != draft.Trigger && IsParted(draft.Trigger, time.First)) rank = 5;
            if (rank == Said && time.Value.Precision == TimePrecision.Day) draft.SaidOn ??= time;
            if (rank > bestRank || rank == bestRank && best is not null && Distance(best, draft) <= Distance(time, draft)) continue;
            (best, bestRank) = (time, rank);
        }
        // "In February 2022 he was his guest, and they issued …": the sentence goes on at the time it began with.
        if (bestRank is 5 or 6 && !draft.Aside && !draft.SpokenOf && draft.Frame.InStory && Opening(times) is { } opening && opening.First < draft.Trigger) (best, bestRank) = (opening, 4);
        if (best is null || bestRank > (draft.SpokenOf && !draft.Aside ? 0 : 4)) return;
        if (bestRank > 0 && IsSomeDayOfStay(draft, best)) best = best.Widened(best.Value!.Start!.Value);
        (draft.Time, draft.TimeIsOwn, draft.TimeHangs, draft.OthersTimes) = (best, bestRank <= 3, bestRank == 0, false);
        draft.AddEvidence(best.Span, "when", best.Rule);
    }

    private bool IsParted(int a, int b)
    {
        for (var i = Math.Min(a, b) + 1; i < Math.Max(a, b); i++) if (words.Text(i) is ";") return true;
        return false;
    }

    // "on a three-day visit to Turkey, was his guest on Wednesday": one of the days of the stay, which need not be the first.
    private bool IsSomeDayOfStay(EventDraft draft, TimeMention time) =>
        draft is { Type: "visit", Days: > 1, Arrival: false, Held: false, DayOfStay: 0, Leaving: false } && _document.Tokens[draft.Trigger].Pos is Upos.Noun
        && time.Value is { Precision: >= TimePrecision.Day, Start: { } start } value && (value.End ?? start) == start;

    // The time that a sentence opens with.
    private TimeMention? Opening(IReadOnlyList<TimeMention> times)
    {
        for (var i = FirstFrom(times, _sentence.First); i < times.Count && times[i].First <= _sentence.First + 2; i++)
            if (times[i] is { Value.IsOnCalendar: true, IsAnniversary: false } time && !IsBound(time)) return time;
        return null;
    }

    private static int FirstFrom(IReadOnlyList<TimeMention> times, int token)
    {
        int low = 0, high = times.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (times[middle].First < token) low = middle + 1; else high = middle;
        }
        return low;
    }

    // "who came to Bishkek on Wednesday": told beside the story.
    private bool IsAside(int trigger)
    {
        for (int at = trigger, steps = 0; at >= 0 && steps < 6; at = _document.Tokens[at].Head, steps++)
            if (_document.Tokens[at].Relation is Deprel.AclRelcl) return true;
        return false;
    }

    private static int Distance(TimeMention time, EventDraft draft) => Math.Min(Math.Abs(time.First - draft.Trigger), Math.Abs(time.End - 1 - draft.Trigger));

    private int Rank(EventDraft draft, TimeMention time)
    {
        var tokens = _document.Tokens;
        if (tokens[draft.Trigger].Head == -2) return 3;
        // "in China since Sunday": the first day of the stay.
        if (draft.Rule.EndsWith(".stay", StringComparison.Ordinal) && words.Text(time.First - 1) is "since" && draft.Place is { } place && time.First - 1 == place.End) return 0;
        if (IsBound(time) || IsBehindBound(draft.Trigger, time.First)) return 9;
        // "arrived on Thursday ahead of talks": the day of the arrival.
        if (LiesAhead(draft.Trigger) is >= 0 and var ahead && time.First < ahead && draft.Factual.Status == Factuality.Planned) return 9;
        // "Indestructible Brotherhood – 2023": a year inside a name.
        if (time.Value!.Precision == TimePrecision.Year && time.First > _sentence.First && (tokens[time.First].Shape & TokenShape.Digit) != 0 && (words.Text(time.First - 1) is "-" or "–" or "—" or "'" or "’" || words.IsCapital(time.First - 1) && time.First - 1 > _sentence.First)) return 8;
        // "in October 2015, when Abe went to Mongolia": the clause hangs on its time.
        if (tokens[draft.Trigger].Relation is Deprel.AclRelcl or Deprel.Acl or Deprel.AdvclRelcl && tokens[draft.Trigger].Head is var antecedent && antecedent >= time.First && antecedent < time.End) return IsPerfect(draft.Trigger) ? 6 : 1;
        var head = HeadOf(time);
        if (ScheduleOver(head) is >= 0 and var schedule && RankOfSchedule(draft.Trigger, schedule) is >= 0 and var scheduled) return scheduled;
        // "remarks on last year's election"
        if (tokens[head].Relation is Deprel.NmodPoss && tokens[head].Head != draft.Trigger) return 8;
        var at = head;
        for (var steps = 0; steps < 6 && at >= 0; steps++)
        {
            if (at == draft.Trigger) return 0;
            if (at != head && HasBound(at)) return 9;
            if (steps > 0 && IsClause(at))
            {
                var rank = RankOfClause(draft, at, time);
                // A time inside another phrase of the clause ("Putin, in China since Sunday, held talks") dates that phrase first.
                return steps > 1 && rank < 3 ? 3 : rank;
            }
            at = tokens[at].Head;
        }
        return 4;
    }

    // The "before" or "ahead of" that a trigger noun stands behind, or -1.
    private int LiesAhead(int trigger)
    {
        var tokens = _document.Tokens;
        for (var i = trigger - 1; i >= _sentence.First && i >= trigger - 8; i--)
            if (words.Is(i, WordClass.Before) && words.Text(i) is "before" or "ahead" && (tokens[i].Head == trigger || tokens[trigger].Head == i)) return i;
        return -1;
    }

    private bool IsClause(int token) => _document.Tokens[token].Pos is Upos.Verb || _document.Tokens[token].Relation is Deprel.Root or Deprel.Ccomp or Deprel.AclRelcl;

    // The clause that the time hangs on, seen from the trigger.
    private int RankOfClause(EventDraft draft, int clause, TimeMention time)
    {
        var (trigger, frame, tokens) = (draft.Trigger, draft.Frame, _document.Tokens);
        var at = trigger;
        for (var steps = 0; steps < 6; steps++)
        {
            var head = tokens[at].Head;
            if (head < 0) break;
            if (head == clause)
            {
                var relation = tokens[at].Relation;
                var speech = words.Is(clause, WordClass.Speech) && tokens[clause].Pos is Upos.Verb;
                // "announced on Saturday that it was breaking off relations": to say it is to do it.
                if (relation is Deprel.Ccomp && speech && (words.Text(clause) is "announced" || frame.InStory && !frame.AnnouncedIsPlanned) && IsUnderWay(at)) return 4;
                // "was signed, the ministry said on June 18": of deeds of a day, where nothing else is said.
                if (relation is Deprel.Ccomp or Deprel.Parataxis && speech && frame.OneDay && !frame.AnnouncedIsPlanned && IsNews(at)) return 4;
                if (relation is Deprel.Ccomp or Deprel.Parataxis) return speech ? Said : 5;
                // "toured the region in October 2015, when he went to …": at that time. "met on Monday to sign": on the way to it.
                if (relation is Deprel.AclRelcl or Deprel.Advcl && IsWhenClause(at)) return speech ? 5 : 3;
                if (relation is Deprel.Advcl && (tokens[at].Morphology & Morphology.Infinitive) != 0 && !HasSubject(at)) return 4;
                if (relation is Deprel.AclRelcl or Deprel.Advcl) return 5;
                // "agreed on Friday to resume": the day of the promise.
                if (relation is Deprel.Xcomp && (tokens[at].Morphology & Morphology.Infinitive) != 0 && IsDeed(clause)) return 8;
                // "announced a visit on Monday": the day is that of the announcement. But to announce a withdrawal is the deed.
                if (relation is Deprel.Obj or Deprel.NsubjPass && tokens[trigger].Pos is Upos.Noun && IsOfWords(clause)) return 5;
                // "recalled the visit in January": the month of the visit.
                if (speech && relation is Deprel.Obj && time.Value!.Precision == TimePrecision.Month && time.First > trigger) return 1;
                if (speech && relation is Deprel.Obj) return frame.InStory && !frame.AnnouncedIsPlanned ? 3 : 5;
                return steps == 0 ? 1 : 2;
            }
            // "came on Thursday from Berlin, where he had met": what is told of Berlin has its own time.
            if (tokens[at].Relation is Deprel.AclRelcl && !IsWhereClause(at) || IsClause(head) && head != trigger && tokens[at].Relation is Deprel.Ccomp) break;
            at = head;
        }
        // A clause joined to that of the trigger: "On Monday he arrived and met …".
        if (tokens[clause].Relation is Deprel.Conj && tokens[clause].Head == trigger) return 6;
        // "has imposed sanctions, the minister announced on June 20": the speech hangs on what is said.
        if (tokens[clause].Relation is Deprel.Parataxis && words.Is(clause, WordClass.Speech) && (tokens[clause].Head == trigger || tokens[clause].Head == tokens[trigger].Head && tokens[trigger].Pos is Upos.Noun)) return frame.OneDay && !frame.AnnouncedIsPlanned && IsNews(trigger) ? 4 : Said;
        // "has shut its embassy, the minister said on June 20"
        if (tokens[clause].Relation is Deprel.Parataxis && tokens[clause].Head == trigger && words.Is(clause, WordClass.Speech) && frame.OneDay && !frame.AnnouncedIsPlanned && IsNews(trigger)) return 4;
        // "condemned it in a statement issued on June 14"
        if (frame.OfWords && tokens[clause].Relation is Deprel.Acl && tokens[clause].Head is >= 0 and var paper && tokens[paper] is { Relation: Deprel.Obl } said && said.Head == trigger) return 3;
        at = clause;
        for (var steps = 0; steps < 3 && at >= 0; steps++)
        {
            // "became the first to set foot there when he attended a meeting last November": at that time.
            if (tokens[at].Relation is Deprel.Advcl && (tokens[at].Head == trigger || tokens[at].Head == VerbOver(trigger)) && IsWhenClause(at)) return 4;
            if (tokens[at].Head == trigger && tokens[at].Relation is Deprel.Advcl or Deprel.Xcomp or Deprel.Acl) return HasSubject(at) ? 6 : 4;
            at = tokens[at].Head;
        }
        return 6;
    }
}
