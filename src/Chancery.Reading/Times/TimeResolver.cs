namespace Chancery.Reading.Times;

/// <summary>Sets mentions on the calendar: from publication, dateline, tense and the times already spoken of.</summary>
/// <param name="tagger">The language's rules, for the names of feasts and the words of tense.</param>
public sealed class TimeResolver(TimeTagger tagger)
{
    /// <summary>Resolves the mentions of one document.</summary>
    /// <param name="mentions">What <see cref="TimeTagger"/> found, in order.</param>
    /// <param name="document">Their document.</param>
    /// <param name="published">Day of publication, or null where nothing trustworthy says so.</param>
    /// <param name="tense">Tense of what a mention belongs to, where the caller knows it; <see cref="TenseHint.Unknown"/> falls back on the nearest verb.</param>
    /// <returns>The same mentions with values, in the same order; anniversaries stay without.</returns>
    public List<TimeMention> Resolve(IReadOnlyList<TimeMention> mentions, Document document, DateOnly? published, Func<TimeMention, TenseHint>? tense = null)
    {
        var anchors = TimeAnchors.Find(mentions, document, published);
        var resolved = new List<TimeMention>(mentions.Count);
        foreach (var mention in mentions)
        {
            var hint = tense?.Invoke(mention) ?? TenseHint.Unknown;
            anchors.TenseIsSure = hint != TenseHint.Unknown;
            if (hint == TenseHint.Unknown && mention.Form.Kind == FormKind.Date) hint = tagger.Tenses.Of(document, mention);
            var done = mention.Parts.IsEmpty ? One(mention, anchors, hint) : Range(mention, anchors, hint);
            anchors.Remember(done);
            resolved.Add(done);
        }
        return resolved;
    }

    private TimeMention One(TimeMention mention, TimeAnchors anchors, TenseHint tense) =>
        mention with { Value = ValueOf(mention.Form, mention.First, anchors, tense) };

    private TimeValue? ValueOf(in TimeForm form, int token, TimeAnchors anchors, TenseHint tense) => form.Kind switch
    {
        FormKind.Duration => DurationWriter.Duration(form),
        FormKind.Set => DurationWriter.Set(form),
        FormKind.Reference => new TimeValue { Type = TimeType.Date, Value = form.Get(TimeSlot.Reference, 0) switch { < 0 => "PAST_REF", 0 => "PRESENT_REF", _ => "FUTURE_REF" } },
        FormKind.Anniversary => null,
        _ => new DateResolver(anchors, tagger.Pack, token, tense).Resolve(form),
    };

    // The ends of a range lend each other the month, year and part they lack; the last is later than the first.
    private TimeMention Range(TimeMention mention, TimeAnchors anchors, TenseHint tense)
    {
        var (from, until) = (mention.Parts[0].Form, mention.Parts[1].Form);
        Lend(ref from, until, TimeSlot.Year, TimeSlot.ShortYear, TimeSlot.Era, TimeSlot.Step, TimeSlot.Unit);
        if (!from.Has(TimeSlot.Month) && from.Has(TimeSlot.Day)) Lend(ref from, until, TimeSlot.Month);
        if (from.Has(TimeSlot.Month) && until.Has(TimeSlot.Day)) Lend(ref until, from, TimeSlot.Month);
        if (from.Get(TimeSlot.Month, 0) > until.Get(TimeSlot.Month, 12) && from.Has(TimeSlot.Year) && !mention.Parts[0].Form.Has(TimeSlot.Year)) from[TimeSlot.Year]--;
        var first = ValueOf(from, mention.First, anchors, tense)!;
        if (until.Has(TimeSlot.ShortYear) && from.Has(TimeSlot.Year)) until[TimeSlot.Year] = from[TimeSlot.Year] / 100 * 100 + until[TimeSlot.ShortYear];
        if (!until.Has(TimeSlot.Step)) Lend(ref until, from, TimeSlot.Year);
        if (!until.Has(TimeSlot.Year) && !until.Has(TimeSlot.Step) && first.Start is { } start && until.Has(TimeSlot.Month))
            until[TimeSlot.Year] = until[TimeSlot.Month] < start.Month ? start.Year + 1 : start.Year;
        var last = ValueOf(until, mention.First, anchors, tense)!;
        return mention with
        {
            Value = Joined(first, last),
            Parts = [mention.Parts[0] with { Value = first }, mention.Parts[1] with { Value = last }],
        };
    }

    private static void Lend(ref TimeForm to, in TimeForm from, params ReadOnlySpan<TimeSlot> slots)
    {
        foreach (var slot in slots)
            if (!to.Has(slot) && from.Has(slot)) to[slot] = from[slot];
    }

    private static TimeValue Joined(TimeValue first, TimeValue last)
    {
        var backwards = first.Start is { } s && last.End is { } e && e < s;
        return new TimeValue
        {
            Type = first.Type,
            Value = $"{first.Value}/{last.Value}",
            Start = first.Start,
            End = backwards ? null : last.End,
            Precision = last.Precision,
            Edtf = first.Edtf is null || last.Edtf is null || backwards ? null : $"{first.Edtf}/{last.Edtf}",
            Modifier = first.Modifier,
            Reason = backwards ? "the range runs backwards; its end is left out" : first.Reason ?? last.Reason,
        };
    }
}
