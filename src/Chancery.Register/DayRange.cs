using System.Globalization;

namespace Chancery.Register;

/// <summary>A date as precise as a source gives it: the first and the last day it can mean, both inside.</summary>
/// <param name="First">Day number (<see cref="DateOnly.DayNumber"/>).</param>
/// <param name="Last">Day number.</param>
public readonly record struct DayRange(int First, int Last)
{
    /// <summary>True for one day.</summary>
    public bool IsDay => First == Last;

    /// <summary>Number of days it can mean.</summary>
    public int Width => Last - First + 1;

    /// <summary>Reads 2023-10-12, 2023-10 or 2023; null for null, empty or anything else.</summary>
    public static DayRange? Parse(string? iso)
    {
        if (iso is null) return null;
        switch (iso.Length)
        {
            case 10 when DateOnly.TryParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day):
                return new(day.DayNumber, day.DayNumber);
            case 7 when DateOnly.TryParseExact(iso + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month):
                return new(month.DayNumber, month.AddMonths(1).DayNumber - 1);
            case 4 when int.TryParse(iso, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is > 0 and < 9999:
                return new(new DateOnly(year, 1, 1).DayNumber, new DateOnly(year, 12, 31).DayNumber);
            default: return null;
        }
    }

    /// <summary>A day number as ISO 8601.</summary>
    public static string Print(int day) => DateOnly.FromDayNumber(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
