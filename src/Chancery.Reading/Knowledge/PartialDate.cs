using System.Globalization;

namespace Chancery.Reading.Knowledge;

/// <summary>A day, month or year of a table: as precise as its source, no more. The default value is an unknown date.</summary>
/// <param name="Year">Year, 0 where unknown.</param>
/// <param name="Month">Month, 0 where unknown.</param>
/// <param name="Day">Day, 0 where unknown.</param>
public readonly record struct PartialDate(int Year, int Month, int Day)
{
    /// <summary>True where at least the year is known.</summary>
    public bool IsKnown => Year != 0;

    /// <summary>First day it can mean; <see cref="DateOnly.MinValue"/> where unknown.</summary>
    public DateOnly First => Year == 0 ? DateOnly.MinValue : new DateOnly(Year, Math.Max(1, Month), Math.Max(1, Day));

    /// <summary>Last day it can mean; <see cref="DateOnly.MaxValue"/> where unknown.</summary>
    public DateOnly Last => Year == 0 ? DateOnly.MaxValue
        : Month == 0 ? new DateOnly(Year, 12, 31)
        : Day == 0 ? new DateOnly(Year, Month, DateTime.DaysInMonth(Year, Month))
        : new DateOnly(Year, Month, Day);

    /// <summary>As one number that sorts, 0 for unknown.</summary>
    internal int Packed => Year * 10000 + Month * 100 + Day;

    /// <summary>The reverse of <see cref="Packed"/>.</summary>
    internal static PartialDate Unpack(int packed) => new(packed / 10000, packed / 100 % 100, packed % 100);

    /// <summary>Reads <c>2021-01-28</c>, <c>2021-01</c>, <c>2021</c> or nothing.</summary>
    /// <exception cref="FormatException">Anything else, or no day of the calendar.</exception>
    public static PartialDate Parse(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty) return default;
        if (text.Length is not (4 or 7 or 10) || text.Length > 4 && text[4] != '-' || text.Length > 7 && text[7] != '-') throw new FormatException($"no date: {text}");
        var year = Number(text[..4]);
        var month = text.Length >= 7 ? Number(text[5..7]) : 0;
        var day = text.Length == 10 ? Number(text[8..]) : 0;
        if (year == 0 || text.Length >= 7 && month is < 1 or > 12 || text.Length == 10 && (day < 1 || day > DateTime.DaysInMonth(year, month))) throw new FormatException($"no date: {text}");
        return new PartialDate(year, month, day);
    }

    private static int Number(ReadOnlySpan<char> digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : throw new FormatException($"no date: {digits}");

    /// <summary>As in the tables.</summary>
    public override string ToString() => Year == 0 ? "" : Month == 0 ? $"{Year:0000}" : Day == 0 ? $"{Year:0000}-{Month:00}" : $"{Year:0000}-{Month:00}-{Day:00}";
}
