using System.Collections.Immutable;

namespace Chancery.Reading.Times;

/// <summary>A time set on the calendar as far as text and publication allow.</summary>
/// <remarks>The interval is closed: <see cref="End"/> is the last day inside, because a reader of "9-13 October" means the 13th too and
/// the register prints last days. An open side is null.</remarks>
public sealed record TimeValue
{
    /// <summary>Type in TIMEX3.</summary>
    public required TimeType Type { get; init; }

    /// <summary>Value in TIMEX3: <c>2023-10-12</c>, <c>2023-W41</c>, <c>XXXX-10-12</c>, <c>P3D</c>, <c>PAST_REF</c>; a range has its two ends with a slash between.</summary>
    public required string Value { get; init; }

    /// <summary>First day, or null where the calendar day is not known.</summary>
    public DateOnly? Start { get; init; }

    /// <summary>Last day inside, or null.</summary>
    public DateOnly? End { get; init; }

    /// <summary>How finely it stands on the calendar.</summary>
    public TimePrecision Precision { get; init; }

    /// <summary>Modifier in TIMEX3 ("early October", "mid-2021", "around").</summary>
    public TimeModifier Modifier { get; init; }

    /// <summary>The same in EDTF (ISO 8601-2, level 1 and 2), or null where EDTF has no word for it.</summary>
    public string? Edtf { get; init; }

    /// <summary>Other readings that the text allows; empty where there is one.</summary>
    public ImmutableArray<TimeValue> Alternatives { get; init; } = [];

    /// <summary>Why this value: which anchor it was counted from, where a missing year came from.</summary>
    public string? Reason { get; init; }

    /// <summary>True where <see cref="Start"/> is known.</summary>
    public bool IsOnCalendar => Start is not null;
}
