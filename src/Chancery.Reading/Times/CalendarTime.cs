using System.Globalization;

namespace Chancery.Reading.Times;

/// <summary>A stretch of the calendar with a name in TIMEX3 and EDTF.</summary>
/// <param name="Precision">What sort of stretch.</param>
/// <param name="Start">First day.</param>
/// <param name="End">Last day inside.</param>
/// <param name="Value">TIMEX3.</param>
/// <param name="Edtf">EDTF.</param>
internal readonly record struct CalendarTime(TimePrecision Precision, DateOnly Start, DateOnly End, string Value, string Edtf)
{
    private static string F(FormattableString text) => FormattableString.Invariant(text);

    public static CalendarTime Day(DateOnly day) => new(TimePrecision.Day, day, day, Iso(day), Iso(day));

    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static CalendarTime Month(int year, int month)
    {
        var start = new DateOnly(year, month, 1);
        return new(TimePrecision.Month, start, start.AddMonths(1).AddDays(-1), F($"{year:0000}-{month:00}"), F($"{year:0000}-{month:00}"));
    }

    public static CalendarTime Year(int year) => new(TimePrecision.Year, new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), F($"{year:0000}"), F($"{year:0000}"));

    public static CalendarTime Quarter(int year, int quarter)
    {
        var start = new DateOnly(year, quarter * 3 - 2, 1);
        return new(TimePrecision.Quarter, start, start.AddMonths(3).AddDays(-1), F($"{year:0000}-Q{quarter}"), F($"{year:0000}-{32 + quarter}"));
    }

    public static CalendarTime Half(int year, int half)
    {
        var start = new DateOnly(year, half * 6 - 5, 1);
        return new(TimePrecision.Half, start, start.AddMonths(6).AddDays(-1), F($"{year:0000}-H{half}"), F($"{year:0000}-{39 + half}"));
    }

    /// <summary>Seasons by the months of meteorology in the north; the winter of a year begins in its December.</summary>
    public static CalendarTime Season(int year, int season)
    {
        var start = new DateOnly(year, season * 3, 1);
        var end = year == 9999 && season == 4 ? DateOnly.MaxValue : start.AddMonths(3).AddDays(-1);
        return new(TimePrecision.Season, start, end, F($"{year:0000}-{TimeCodes.Seasons[season]}"), F($"{year:0000}-{20 + season}"));
    }

    public static CalendarTime Week(DateOnly inside, bool weekend = false)
    {
        var monday = inside.AddDays(-(((int)inside.DayOfWeek + 6) % 7));
        var moment = monday.ToDateTime(TimeOnly.MinValue);
        var name = F($"{ISOWeek.GetYear(moment):0000}-W{ISOWeek.GetWeekOfYear(moment):00}");
        var (start, end) = (weekend ? monday.AddDays(5) : monday, monday.AddDays(6));
        return new(weekend ? TimePrecision.Weekend : TimePrecision.Week, start, end, weekend ? name + "-WE" : name, F($"{Iso(start)}/{Iso(end)}"));
    }

    public static CalendarTime Decade(int decade) => new(TimePrecision.Decade, new DateOnly(decade * 10, 1, 1), new DateOnly(decade * 10 + 9, 12, 31), F($"{decade:000}"), F($"{decade:000}X"));

    /// <summary>The n-th century, counted as people do: the 20th is 1900 to 1999 to EDTF and TIMEX3.</summary>
    public static CalendarTime Century(int ordinal)
    {
        var first = Math.Max(1, (ordinal - 1) * 100);
        return new(TimePrecision.Century, new DateOnly(first, 1, 1), new DateOnly((ordinal - 1) * 100 + 99, 12, 31), F($"{ordinal - 1:00}"), F($"{ordinal - 1:00}XX"));
    }

    /// <summary>The stretch of a unit around a day, moved by a number of units; null outside the calendar.</summary>
    public static CalendarTime? Around(DateOnly day, TimeUnit unit, int moved)
    {
        try
        {
            return unit switch
            {
                TimeUnit.Day => Day(day.AddDays(moved)),
                TimeUnit.Weekend => Week(day.AddDays(moved * 7), true),
                TimeUnit.Week => Week(day.AddDays(moved * 7)),
                TimeUnit.Fortnight => Week(day.AddDays(moved * 14)),
                TimeUnit.Month => MonthOf(day.AddMonths(moved)),
                TimeUnit.Quarter => QuarterOf(day.AddMonths(moved * 3)),
                TimeUnit.Half => HalfOf(day.AddMonths(moved * 6)),
                TimeUnit.Year => Year(day.Year + moved),
                TimeUnit.Decade => Decade(day.Year / 10 + moved),
                TimeUnit.Century => Century(day.Year / 100 + 1 + moved),
                _ => null,
            };
        }
        catch (ArgumentOutOfRangeException) { return null; }
    }

    public static CalendarTime MonthOf(DateOnly day) => Month(day.Year, day.Month);

    public static CalendarTime QuarterOf(DateOnly day) => Quarter(day.Year, (day.Month + 2) / 3);

    public static CalendarTime HalfOf(DateOnly day) => Half(day.Year, (day.Month + 5) / 6);

    /// <summary>Unit that a precision stands for.</summary>
    public static TimeUnit UnitOf(TimePrecision precision) => precision switch
    {
        TimePrecision.Century => TimeUnit.Century,
        TimePrecision.Decade => TimeUnit.Decade,
        TimePrecision.Year => TimeUnit.Year,
        TimePrecision.Half => TimeUnit.Half,
        TimePrecision.Quarter or TimePrecision.Season => TimeUnit.Quarter,
        TimePrecision.Month => TimeUnit.Month,
        TimePrecision.Week or TimePrecision.Weekend => TimeUnit.Week,
        _ => TimeUnit.Day,
    };
}
