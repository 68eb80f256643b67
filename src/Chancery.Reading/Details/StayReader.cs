using Chancery.Reading.Events;
using Chancery.Reading.Lexicons;

namespace Chancery.Reading.Details;

/// <summary>How long a visit lasts: "a two-day visit". The day of an arrival is its first day; without a length its last day stays open.</summary>
internal sealed class StayReader(WordView words)
{
    public void Read(Document document, EventDraft draft)
    {
        if (draft.Type != "visit") return;
        var sentence = document.Sentences[draft.Sentence];
        for (var i = sentence.First; i + 2 < sentence.End && draft.Days == 0; i++)
            if (words.Text(i + 1) is "-" && words.Is(i + 2, WordClass.Day) && Numbers.Read(words.Text(i), words) is > 0 and < 40 and var days && !IsOfAWhole(document, i + 2)) draft.Days = days;
        if (draft.Trigger > sentence.First) draft.DayOfStay = DayOfStay(document, draft.Trigger, sentence.First);
        draft.Arrival = draft.Rule.EndsWith("arrive", StringComparison.Ordinal) || draft.Rule.EndsWith("arrival", StringComparison.Ordinal) || draft.Rule.EndsWith("flown", StringComparison.Ordinal) || words.Is(draft.Trigger, WordClass.Aspect);
    }

    // "the last stop of a four-day tour": how long the whole lasts; "at the start of a four-day visit" is the stay itself.
    private bool IsOfAWhole(Document document, int day)
    {
        var noun = document.Tokens[day].Head;
        if (noun < 0 || document.Tokens[noun].Relation is not Syntax.Deprel.Nmod) return false;
        var part = document.Tokens[noun].Head;
        return part >= 0 && document.Tokens[part].Pos is Syntax.Upos.Noun && !words.Is(part, WordClass.Day | WordClass.Aspect);
    }

    // "on the second day of his visit": it began the day before.
    private int DayOfStay(Document document, int noun, int first)
    {
        for (var i = noun - 1; i > first && i >= noun - 6; i--)
            if (words.Is(i, WordClass.Day) && document.Tokens[noun].Head == i) return Numbers.Read(words.Text(i - 1), words) is > 0 and < 20 and var day ? day : 0;
        return 0;
    }
}
