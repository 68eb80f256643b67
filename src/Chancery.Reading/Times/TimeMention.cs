using System.Collections.Immutable;

namespace Chancery.Reading.Times;

/// <summary>A stretch of text that speaks of a time.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="First">First token.</param>
/// <param name="End">First token behind.</param>
/// <param name="Form">What the words say.</param>
/// <param name="Rule">Id of the rule that read it.</param>
public sealed record TimeMention(TextSpan Span, int First, int End, TimeForm Form, string Rule)
{
    /// <summary>The value; null until resolved, and for anniversaries, which are no times.</summary>
    public TimeValue? Value { get; init; }

    /// <summary>The two ends of a range ("October 9-13"); empty for anything else.</summary>
    public ImmutableArray<TimeMention> Parts { get; init; } = [];

    /// <summary>The same words taken to mean no more than the month of a day.</summary>
    internal TimeMention Widened(DateOnly day)
    {
        var month = CalendarTime.MonthOf(day);
        return this with { Parts = [], Value = Value! with { Precision = month.Precision, Start = month.Start, End = month.End, Value = month.Value, Edtf = month.Edtf } };
    }

    /// <summary>"20th anniversary": years since what is celebrated (<see cref="TimeSlot.Count"/> of the form). Not a time.</summary>
    public bool IsAnniversary => Form.Kind == FormKind.Anniversary;
}
