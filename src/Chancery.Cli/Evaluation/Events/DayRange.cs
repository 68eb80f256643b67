using System.Globalization;

namespace Chancery.Cli.Evaluation.Events;

/// <summary>First and last day that dates of the contract's form (<c>2023-10-12</c>, <c>2023-10</c>, <c>2023</c>) can mean.</summary>
internal readonly record struct DayRange(DateOnly First, DateOnly Last)
{
    /// <summary>The days from <paramref name="start"/> to <paramref name="end"/>, or null where neither is known.</summary>
    public static DayRange? Of(string? start, string? end)
    {
        var (from, to) = (One(start), One(end));
        if (from is null && to is null) return null;
        var first = (from ?? to)!.Value.First;
        var last = (to ?? from)!.Value.Last;
        return new DayRange(first, last < first ? first : last);
    }

    public bool Overlaps(DayRange other) => First <= other.Last && other.First <= Last;

    private static DayRange? One(string? date)
    {
        if (date is null) return null;
        var parts = date.Split('-');
        if (!parts.All(p => int.TryParse(p, NumberStyles.None, CultureInfo.InvariantCulture, out _))) return null;
        int[] numbers = [.. parts.Select(p => int.Parse(p, CultureInfo.InvariantCulture))];
        if (numbers[0] is < 1 or > 9998) return null;
        if (numbers.Length == 1) return new(new DateOnly(numbers[0], 1, 1), new DateOnly(numbers[0], 12, 31));
        if (numbers[1] is < 1 or > 12) return null;
        var month = new DateOnly(numbers[0], numbers[1], 1);
        if (numbers.Length == 2) return new(month, month.AddMonths(1).AddDays(-1));
        return numbers[2] < 1 || numbers[2] > DateTime.DaysInMonth(numbers[0], numbers[1]) ? null : new(month.AddDays(numbers[2] - 1), month.AddDays(numbers[2] - 1));
    }
}
