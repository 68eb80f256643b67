using Chancery.Reading.Actors;
using Chancery.Reading.Lexicons;
using Chancery.Reading.Syntax;
using Chancery.Reading.Times;

namespace Chancery.Reading.Events;

/// <summary>A tour of several states is one visit a state: "flew to Muscat on June 16 and to Manama and Doha the next day", "will visit Ghana (July 2-3) and Namibia (July 9)".
/// Each stop has the day that is told with it, else that of the tour.</summary>
internal sealed class TourStops(Document document, MentionIndex mentions, WordView words, IReadOnlyList<TimeMention> times, DraftMerger places)
{
    public void Add(EventDraft draft, List<EventDraft> all)
    {
        if (draft.Place is not { } first || draft.Origin == first) return;
        var stops = Joined(draft, first);
        var told = stops.Select(s => TimeOf(s, stops, draft)).OfType<TimeMention>().Distinct().ToList();
        // "to Jerusalem, Ramallah, Cairo and Amman, May 24-27": several days told once are those of the whole tour.
        var timed = told.Count > 1 || told.Count == 1 && (!IsRange(told[0]) || TimeBefore(first, stops) is { } before && before != told[0]);
        foreach (var place in draft.MorePlaces) if (!stops.Contains(place)) stops.Add(place);
        var seen = new HashSet<string>();
        if (places.Country(first) is { } own) seen.Add(own);
        foreach (var place in stops)
        {
            if (places.Country(place) is not { } country || !seen.Add(country)) continue;
            var time = timed ? TimeOf(place, stops, draft) : null;
            if (time is null) draft.Stop = 0;
            var stop = draft.Elsewhere(place);
            if (time is not null) Date(stop, time);
            stop.AddEvidence(document.Span(place.First, place.End), "where", null);
            all.Add(stop);
        }
        if (timed && draft.Stop < 0 && TimeBefore(first, stops) is { } opening && opening != draft.Time) Date(draft, opening);
    }

    private static bool IsRange(TimeMention time) => time.Value is { Start: { } start, End: { } end } && end > start;

    private static void Date(EventDraft stop, TimeMention time)
    {
        (stop.Time, stop.TimeIsOwn, stop.Stop, stop.OthersTimes) = (time, true, -1, false);
        stop.Evidence.RemoveAll(e => e.Field == "when");
        stop.AddEvidence(time.Span, "when", time.Rule);
    }

    // Places behind the first that are joined to it, or to the time told with it ("on Monday and to Uzbekistan on Wednesday").
    private List<Mention> Joined(EventDraft draft, Mention first)
    {
        var found = draft.MorePlaces.Where(m => m.First >= first.End && (document.Tokens[HeadOf(m)].Head == draft.Trigger || document.Tokens[HeadOf(m)].Relation is Deprel.Conj or Deprel.Appos)).ToList();
        var sentence = document.Sentences[draft.Sentence];
        var from = first.First;
        foreach (var m in mentions.In(sentence))
        {
            if (m.First < first.End || m.Kind is not (MentionKind.Place or MentionKind.State) || m.Place < 0 && m.State < 0) continue;
            if (m.End < sentence.End && words.Is(m.End, WordClass.Possessive)) continue;
            var head = HeadOf(m);
            if (found.Contains(m) || document.Tokens[head].Relation is not (Deprel.Conj or Deprel.Appos) || document.Tokens[head].Head is var joined && (joined < from || joined >= m.First) || !IsPlaceOrTime(joined, first, found)) continue;
            found.Add(m);
        }
        found.Sort((a, b) => a.First - b.First);
        return found;
    }

    private bool IsPlaceOrTime(int token, Mention first, List<Mention> found)
    {
        if (mentions.At(token) is { } m && (m == first || found.Contains(m))) return true;
        foreach (var t in times) if (token >= t.First && token < t.End) return t.Value is { IsOnCalendar: true };
        return false;
    }

    // What is told between this stop, or those joined to it, and the next group.
    private TimeMention? TimeOf(Mention stop, List<Mention> stops, EventDraft draft)
    {
        var sentence = document.Sentences[draft.Sentence];
        foreach (var t in times)
        {
            if (t.First < stop.End) continue;
            if (t.First >= sentence.End || !IsNear(stop.End, t.First, stops)) return null;
            if (t.Value is { IsOnCalendar: true } && !t.IsAnniversary) return t;
        }
        return null;
    }

    private TimeMention? TimeBefore(Mention first, List<Mention> stops)
    {
        foreach (var t in times)
            if (t.First >= first.End) return t.First < stops[0].First && t.Value is { IsOnCalendar: true } && IsNear(first.End, t.First, []) ? t : null;
        return null;
    }

    // Nothing but other stops, articles, prepositions and brackets stands between.
    private bool IsNear(int from, int to, List<Mention> stops)
    {
        for (var i = from; i < to; i++)
        {
            if (mentions.At(i) is { } m && stops.Contains(m)) continue;
            if (document.Tokens[i].Pos is not (Upos.Adp or Upos.Det or Upos.Cconj) && words.Text(i) is not ("," or "(")) return false;
        }
        return true;
    }

    private int HeadOf(Mention m)
    {
        for (var i = m.First; i < m.End; i++)
            if (document.Tokens[i].Head is var head && (head < m.First || head >= m.End)) return i;
        return m.First;
    }
}
