namespace Chancery.Reading.Times;

/// <summary>What a text says about the date of its page.</summary>
public enum PublicationVerdict
{
    /// <summary>The text has nothing to compare with.</summary>
    Silent,

    /// <summary>The text agrees.</summary>
    Agrees,

    /// <summary>The text was written at another time; the page date is wrong (that of a re-post, an archive, a footer).</summary>
    Contradicts,
}

/// <summary>Compares a page's date with the text below it.</summary>
/// <param name="Verdict">The outcome.</param>
/// <param name="Suggested">The day the text speaks for, or null.</param>
/// <param name="Mention">The mention that decided, or null.</param>
/// <param name="Reason">Why, in words.</param>
public sealed record PublicationCheck(PublicationVerdict Verdict, DateOnly? Suggested, TimeMention? Mention, string Reason)
{
    private const int DatelineTolerance = 10;
    private const int FutureTolerance = 2;

    private static readonly PublicationCheck s_silent = new(PublicationVerdict.Silent, null, null, "the text names no day to compare with");

    /// <summary>Checks a page date against resolved mentions of its text.</summary>
    /// <param name="mentions">Resolved by <see cref="TimeResolver"/>, with or without the page date.</param>
    /// <param name="document">Their document.</param>
    /// <param name="published">The page date in question.</param>
    /// <param name="tense">Tense of a mention where known; a past day after the page date contradicts it.</param>
    public static PublicationCheck Of(IReadOnlyList<TimeMention> mentions, Document document, DateOnly published, Func<TimeMention, TenseHint>? tense = null) =>
        ByDateline(mentions, document, published) ?? ByWeekday(mentions, published) ?? ByFuture(mentions, published, tense) ?? s_silent;

    private static PublicationCheck? ByDateline(IReadOnlyList<TimeMention> mentions, Document document, DateOnly published)
    {
        if (Dateline.Find(mentions, document) is not { } line) return null;
        var (month, day) = (line.Form[TimeSlot.Month], line.Form[TimeSlot.Day]);
        var years = line.Form.Has(TimeSlot.Year) ? [line.Form[TimeSlot.Year]] : new[] { published.Year, published.Year - 1, published.Year + 1 };
        var days = years.Select(y => TimeAnchors.DayIn(y, month, day)).OfType<DateOnly>().OrderBy(d => Math.Abs(d.DayNumber - published.DayNumber)).ToList();
        if (days.Count == 0) return null;
        var away = published.DayNumber - days[0].DayNumber;
        return away is >= -1 and <= DatelineTolerance
            ? new(PublicationVerdict.Agrees, days[0], line, "the dateline is of that day or a few days before")
            : new(PublicationVerdict.Contradicts, days[0], line, $"the dateline is {Math.Abs(away)} days away");
    }

    // "Thursday, October 12" is right in one year of six or so: where the page's own year and its neighbours in season fail, the page is of another year.
    private static PublicationCheck? ByWeekday(IReadOnlyList<TimeMention> mentions, DateOnly published)
    {
        foreach (var mention in mentions)
        {
            var form = mention.Form;
            if (!mention.Parts.IsEmpty || form.Kind != FormKind.Date || !form.Has(TimeSlot.Weekday) || !form.Has(TimeSlot.Month) || !form.Has(TimeSlot.Day) || form.Has(TimeSlot.Year)) continue;
            var near = new[] { published.Year, published.Year - 1, published.Year + 1 }.Select(y => TimeAnchors.DayIn(y, form[TimeSlot.Month], form[TimeSlot.Day])).OfType<DateOnly>()
                .Where(d => Math.Abs(d.DayNumber - published.DayNumber) < 200).ToList();
            if (near.Count == 0) continue;
            if (near.Exists(d => TimeAnchors.Fits(form, d.Year))) return new(PublicationVerdict.Agrees, null, mention, "a weekday fits its date in the year of the page");
            var year = Enumerable.Range(1, 12).Select(back => published.Year - back).FirstOrDefault(y => TimeAnchors.Fits(form, y));
            return new(PublicationVerdict.Contradicts, TimeAnchors.DayIn(year, form[TimeSlot.Month], form[TimeSlot.Day]), mention, "a weekday does not fit its date in the year of the page");
        }
        return null;
    }

    private static PublicationCheck? ByFuture(IReadOnlyList<TimeMention> mentions, DateOnly published, Func<TimeMention, TenseHint>? tense)
    {
        foreach (var mention in mentions)
        {
            if (!mention.Parts.IsEmpty || !mention.Form.Has(TimeSlot.Year) || !mention.Form.Has(TimeSlot.Day) || mention.Value?.Start is not { } day) continue;
            if (day.DayNumber - published.DayNumber > FutureTolerance && tense?.Invoke(mention) == TenseHint.Past)
                return new(PublicationVerdict.Contradicts, day, mention, "the text tells in the past tense of a day after the page date");
        }
        return null;
    }
}
