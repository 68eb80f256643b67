using System.Globalization;
using Chancery.Reading.Frames;
using Chancery.Reading.Lexicons;
using Chancery.Reading.Times;

namespace Chancery.Reading.Events;

/// <summary>What an anniversary says of its beginning: relations whose 30th anniversary is marked in 2022 were established in 1992.</summary>
internal sealed class Origins(WordView words)
{
    /// <summary>Dates an event whose trigger is an anniversary, whatever is planned for it; any other is left as it is.</summary>
    public void Date(Document document, EventDraft draft, IReadOnlyList<TimeMention> times)
    {
        if (!words.Is(draft.Trigger, WordClass.Anniversary)) return;
        if (draft.Factual.Status != Factuality.Unreal) draft.Factual = draft.Factual with { Status = Factuality.Occurred, Open = false };
        var sentence = document.Sentences[draft.Sentence];
        var own = draft.Time;
        (draft.Time, draft.TimeIsOwn, draft.Anterior) = (null, false, true);
        var anniversary = times.FirstOrDefault(t => t.IsAnniversary && Math.Abs(t.First - draft.Trigger) <= 2);
        var count = anniversary?.Form.Get(TimeSlot.Count, 0) ?? (words.Text(draft.Trigger) is "centenary" ? 100 : 0);
        if (count == 0) return;
        // "the 60th anniversary of relations, established in 1964"
        foreach (var time in times)
            if (time.First > draft.Trigger && time.End <= sentence.End && time.Value is { IsOnCalendar: true, Start: { } origin } && (origin.Year + count == document.Article.Published?.Year || times.Any(t => t.Value?.Start?.Year == origin.Year + count)))
            {
                Set(document, draft, time);
                return;
            }
        if ((own?.Value?.Start?.Year ?? document.Article.Published?.Year) is { } year && year > count) Set(document, draft, (anniversary ?? Bare(document, draft)) with { Value = Year(year - count) });
    }

    private static void Set(Document document, EventDraft draft, TimeMention time)
    {
        (draft.Time, draft.TimeIsOwn, draft.TimeHangs) = (time, true, true);
        draft.AddEvidence(time.Span, "when", time.Rule);
    }

    private static TimeMention Bare(Document document, EventDraft draft) =>
        new(document.Span(draft.Trigger, draft.Trigger + 1), draft.Trigger, draft.Trigger + 1, default!, draft.Rule);

    private static TimeValue Year(int year) => new()
    {
        Type = TimeType.Date, Value = year.ToString("0000", CultureInfo.InvariantCulture), Edtf = year.ToString("0000", CultureInfo.InvariantCulture), Precision = TimePrecision.Year,
        Start = new DateOnly(year, 1, 1), End = new DateOnly(year, 12, 31), Reason = "counted from an anniversary",
    };
}
