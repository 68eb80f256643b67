using System.Globalization;

namespace Chancery.Reading.Times;

/// <summary>Codes of TIMEX3 and how the data packs write the values of fields.</summary>
internal static class TimeCodes
{
    /// <summary>Parts of a day in TIMEX3.</summary>
    public static readonly string[] Parts = ["MO", "AF", "EV", "NI", "DT", "MI"];

    /// <summary>Seasons in TIMEX3.</summary>
    public static readonly string[] Seasons = ["", "SP", "SU", "FA", "WI"];

    /// <summary>Value of a field as a pack writes it: a number, or a name of the field's codes.</summary>
    /// <exception cref="FormatException">Neither.</exception>
    public static int Parse(TimeSlot slot, string text)
    {
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) return number;
        return slot switch
        {
            TimeSlot.Unit => (int)Enum.Parse<TimeUnit>(text, true),
            TimeSlot.Anchor => (int)Enum.Parse<TimeAnchor>(text, true),
            TimeSlot.Modifier => (int)Enum.Parse<TimeModifier>(text.Replace("_", "", StringComparison.Ordinal), true),
            TimeSlot.Tense => (int)Enum.Parse<TenseHint>(text, true),
            TimeSlot.Part => Index(Parts, text),
            TimeSlot.Season => Index(Seasons, text),
            _ when text == "X" => TimeForm.Vague,
            _ => throw new FormatException($"{text} is no value of {slot}"),
        };
    }

    private static int Index(string[] codes, string text)
    {
        var index = Array.IndexOf(codes, text);
        return index >= 0 ? index : throw new FormatException($"{text} is none of {string.Join(' ', codes)}");
    }

    /// <summary>Field named in a pack; dashes are left out.</summary>
    public static TimeSlot Slot(string name) => Enum.Parse<TimeSlot>(name.Replace("-", "", StringComparison.Ordinal), true);

    /// <summary>Modifier in TIMEX3.</summary>
    public static string? Name(TimeModifier modifier) => modifier switch
    {
        TimeModifier.None => null,
        TimeModifier.MoreThan => "MORE_THAN",
        TimeModifier.LessThan => "LESS_THAN",
        TimeModifier.EqualOrMore => "EQUAL_OR_MORE",
        TimeModifier.EqualOrLess => "EQUAL_OR_LESS",
        TimeModifier.OnOrBefore => "ON_OR_BEFORE",
        TimeModifier.OnOrAfter => "ON_OR_AFTER",
        _ => modifier.ToString().ToUpperInvariant(),
    };
}
