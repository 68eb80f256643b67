namespace Chancery.Reading.Times;

/// <summary>The four types of TIMEX3 (TimeML 1.2.1).</summary>
public enum TimeType : byte
{
    /// <summary>A day or anything longer that stands on the calendar; also the vague references of TIMEX3 such as <c>PAST_REF</c>.</summary>
    Date,

    /// <summary>A part of a day.</summary>
    Time,

    /// <summary>A length of time.</summary>
    Duration,

    /// <summary>Times that recur.</summary>
    Set,
}

/// <summary>How finely a value stands on the calendar.</summary>
public enum TimePrecision : byte
{
    /// <summary>Not on the calendar: durations, sets, vague references.</summary>
    None, Century, Decade, Year, Half, Quarter, Season, Month, Week, Weekend, Day, PartOfDay, Minute,
}

/// <summary>The modifiers of TIMEX3.</summary>
public enum TimeModifier : byte
{
    /// <summary>None.</summary>
    None, Start, Mid, End, Approx, MoreThan, LessThan, EqualOrMore, EqualOrLess, Before, After, OnOrBefore, OnOrAfter,
}

/// <summary>Units that times are counted in, from short to long.</summary>
public enum TimeUnit : byte
{
    /// <summary>No unit.</summary>
    None, Second, Minute, Hour, Day, Weekend, Week, Fortnight, Month, Quarter, Half, Year, Decade, Century, Millennium,

    /// <summary>A length that is not told.</summary>
    Some,
}

/// <summary>Where a relative expression counts from.</summary>
public enum TimeAnchor : byte
{
    /// <summary>The day the text was written ("last week").</summary>
    Speech,

    /// <summary>The time last spoken of ("three days earlier").</summary>
    Mention,
}

/// <summary>Tense of what a time belongs to, when somebody knows it.</summary>
public enum TenseHint : byte
{
    /// <summary>Nobody knows.</summary>
    Unknown,

    /// <summary>It has happened.</summary>
    Past,

    /// <summary>It goes on.</summary>
    Present,

    /// <summary>It is still to come.</summary>
    Future,
}
