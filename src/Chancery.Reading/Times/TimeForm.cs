using System.Runtime.CompilerServices;

namespace Chancery.Reading.Times;

/// <summary>What kind of thing a rule describes; decides how it is resolved.</summary>
public enum FormKind : byte
{
    /// <summary>Fields of the calendar, perhaps with some missing, perhaps shifted from an anchor.</summary>
    Date,

    /// <summary>A length of time.</summary>
    Duration,

    /// <summary>Recurring times.</summary>
    Set,

    /// <summary>PAST_REF, PRESENT_REF, FUTURE_REF.</summary>
    Reference,

    /// <summary>"20th anniversary": no time, but it counts the years between two.</summary>
    Anniversary,
}

/// <summary>The fields that words fill.</summary>
public enum TimeSlot : byte
{
    /// <summary>Four-digit year.</summary>
    Year,

    /// <summary>Two-digit year.</summary>
    ShortYear,

    /// <summary>1 to 12.</summary>
    Month,

    /// <summary>1 to 31.</summary>
    Day,

    /// <summary>1 (Monday) to 7.</summary>
    Weekday,

    /// <summary>1 spring, 2 summer, 3 autumn, 4 winter.</summary>
    Season,

    /// <summary>1 to 4.</summary>
    Quarter,

    /// <summary>1 or 2.</summary>
    Half,

    /// <summary>The year without its last digit.</summary>
    Decade,

    /// <summary>The tens digit of a decade whose century is not said.</summary>
    ShortDecade,

    /// <summary>Ordinal of the century: 20 for the 20th.</summary>
    Century,

    /// <summary>Index into <see cref="TimeCodes.Parts"/>.</summary>
    Part,

    /// <summary>Minutes since midnight.</summary>
    Clock,

    /// <summary>0 to 24.</summary>
    Hour,

    /// <summary>0 morning, 12 afternoon.</summary>
    Meridiem,

    /// <summary>Index into the holidays of the pack.</summary>
    Holiday,

    /// <summary>How many units; <see cref="TimeForm.Vague"/> where the number is not told.</summary>
    Count,

    /// <summary>Hundredths to add to the count.</summary>
    Hundredths,

    /// <summary>A <see cref="TimeUnit"/>.</summary>
    Unit,

    /// <summary>Which one: -1 last, 0 this, 1 next.</summary>
    Step,

    /// <summary>A <see cref="TimeAnchor"/>.</summary>
    Anchor,

    /// <summary>A <see cref="TimeModifier"/>.</summary>
    Modifier,

    /// <summary>-1 past, 0 present, 1 future.</summary>
    Reference,

    /// <summary>1 before Christ.</summary>
    Era,

    /// <summary>1 where day and month of a numeric date could be exchanged.</summary>
    Ambiguous,

    /// <summary>Ordinal inside a larger unit.</summary>
    Ordinal,

    /// <summary>1 where a weekday or month is the last, this or next one by name.</summary>
    Named,

    /// <summary>1 where the year is a fiscal one.</summary>
    Fiscal,

    /// <summary>Tense of a verb form.</summary>
    Tense,

    /// <summary>Direction of a count: -1 ago, 1 hence.</summary>
    Sign,

    /// <summary>How the tagger treats a match; see the pack.</summary>
    Flag,
}

/// <summary>A time as it is written, before it is set on the calendar: a handful of numbers, <see cref="Absent"/> where nothing was said.</summary>
public struct TimeForm
{
    /// <summary>Nothing was said.</summary>
    public const int Absent = int.MinValue;

    /// <summary>A number was meant but not told ("several").</summary>
    public const int Vague = -1;

    private Fields _fields;

    [InlineArray(31)]
    private struct Fields
    {
        private int _first;
    }

    /// <summary>How the form is to be resolved.</summary>
    public FormKind Kind { get; set; }

    /// <summary>A field.</summary>
    public int this[TimeSlot slot]
    {
        readonly get => Decode(_fields[(int)slot]);
        set => _fields[(int)slot] = value == Absent ? 0 : Encode(value);
    }

    // Zero of a fresh struct has to mean absent, so values are kept one further away from zero.
    private static int Encode(int value) => value >= 0 ? value + 1 : value;

    private static int Decode(int kept) => kept == 0 ? Absent : kept > 0 ? kept - 1 : kept;

    /// <summary>Whether a field was said.</summary>
    public readonly bool Has(TimeSlot slot) => _fields[(int)slot] != 0;

    /// <summary>A field, or another value where it is absent.</summary>
    public readonly int Get(TimeSlot slot, int otherwise) => Has(slot) ? this[slot] : otherwise;

    /// <summary>Fills fields that are absent here from another form.</summary>
    public void FillFrom(in TimeForm other)
    {
        for (var i = 0; i < 31; i++)
            if (_fields[i] == 0) _fields[i] = other._fields[i];
    }
}
