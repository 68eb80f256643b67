using Chancery.Reading.Lexicons;
using Chancery.Reading.Times;

namespace Chancery.Reading.Events;

/// <summary>Days counted from another event: "a day after the ruler had expelled theirs", "three days before the inauguration", "A day before the meeting he saw …".</summary>
internal sealed class DayShifts(Document document, WordView words, IReadOnlyList<TimeMention> times, StoryClock clock)
{
    /// <summary>Tokens between the preposition and what it governs.</summary>
    private const int Reach = 12;

    /// <summary>Sentences back to the day that is counted from.</summary>
    private const int FarReach = 8;

    public void Fill(List<EventDraft> events)
    {
        foreach (var time in times)
        {
            if (Days(time) is not { } days || !words.Is(time.End, WordClass.Bound)) continue;
            var sign = words.Is(time.End, WordClass.After) ? -1 : words.Is(time.End, WordClass.Before) ? 1 : 0;
            if (sign != 0) Shift(events, time, days * sign);
        }
    }

    private static int? Days(TimeMention time)
    {
        var form = time.Form;
        if (form.Kind != Times.FormKind.Duration || form.Has(TimeSlot.Hundredths) || form.Get(TimeSlot.Count, TimeForm.Vague) is not (> 0 and < 100) || form.Has(TimeSlot.Modifier)) return null;
        return (TimeUnit)form.Get(TimeSlot.Unit, 0) switch { TimeUnit.Day => form[TimeSlot.Count], TimeUnit.Week => form[TimeSlot.Count] * 7, _ => null };
    }

    // What the preposition governs lies that far from the day of the clause, or the clause that far from it.
    private void Shift(List<EventDraft> events, TimeMention time, int days)
    {
        var index = document.SentenceOf(time.First);
        var sentence = document.Sentences[index];
        foreach (var e in events)
        {
            if (e.Sentence != index || e.TimeIsOwn || e.Trigger < time.End) continue;
            var inside = IsInside(e, time.End, sentence);
            if (!inside && time.First > sentence.First + 1 || inside && e.Trigger > time.End + Reach) continue;
            if ((inside ? DayBefore(time, sentence, events, index) : clock.Before(index, FarReach)?.Value?.Start) is not { } day) continue;
            var shifted = day.AddDays(inside ? days : -days);
            e.Time = time with { Value = new TimeValue { Type = TimeType.Date, Value = CalendarTime.Iso(shifted), Start = shifted, End = shifted, Precision = TimePrecision.Day, Reason = $"counted from {CalendarTime.Iso(day)}" } };
            e.TimeIsOwn = true;
            e.AddEvidence(time.Span, "when", time.Rule);
        }
    }

    // Of the clause that the length of time belongs to: the day it names, that of its event, that of the story.
    private DateOnly? DayBefore(TimeMention time, in Sentence sentence, List<EventDraft> events, int index)
    {
        for (var i = times.Count - 1; i >= 0; i--)
            if (times[i] is { Value: { Precision: >= TimePrecision.Day, Start: { } day } } said && said.First >= sentence.First && said.End <= time.First) return day;
        foreach (var e in events)
            if (e.Sentence == index && e.Trigger < time.First && e.Time?.Value is { Precision: >= TimePrecision.Day, Start: { } day }) return day;
        return clock.Before(index, FarReach)?.Value is { Precision: >= TimePrecision.Day, Start: { } told } ? told : null;
    }

    // "Two days before the meeting he met …": what is told by a word outside the phrase too is not what the phrase speaks of.
    private bool IsInside(EventDraft e, int preposition, in Sentence sentence)
    {
        if (!IsUnder(e.Trigger, preposition, sentence)) return false;
        foreach (var evidence in e.Evidence)
            for (var i = e.Trigger + 1; i < sentence.End && evidence.Field == "trigger"; i++)
                if (document.Tokens[i].Start == evidence.Span.Start && !IsUnder(i, preposition, sentence)) return false;
        return true;
    }

    // Whether the phrase or clause that the preposition opens holds the token.
    private bool IsUnder(int token, int preposition, in Sentence sentence)
    {
        for (int at = token, steps = 0; at >= sentence.First && at < sentence.End && steps < 8; at = document.Tokens[at].Head, steps++)
            if (document.Tokens[preposition].Head == at) return true;
        return false;
    }
}
