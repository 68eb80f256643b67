using System.Globalization;

namespace Chancery.Reading.Times;

/// <summary>Values of lengths of time and of recurring times.</summary>
internal static class DurationWriter
{
    /// <summary>A length: <c>P3D</c>, <c>PT5H30M</c>, <c>PXW</c>, <c>P20Y</c> for two decades.</summary>
    public static TimeValue Duration(in TimeForm form) => new()
    {
        Type = TimeType.Duration,
        Value = Period(form),
        Modifier = (TimeModifier)form.Get(TimeSlot.Modifier, 0),
    };

    /// <summary>Recurring times: <c>P1D</c>, <c>XXXX-WXX-4</c>, <c>XXXX-07</c>.</summary>
    public static TimeValue Set(in TimeForm form)
    {
        var value = form.Has(TimeSlot.Weekday) ? $"XXXX-WXX-{form[TimeSlot.Weekday]}"
            : form.Has(TimeSlot.Month) ? string.Create(CultureInfo.InvariantCulture, $"XXXX-{form[TimeSlot.Month]:00}{(form.Has(TimeSlot.Day) ? $"-{form[TimeSlot.Day]:00}" : "")}")
            : form.Has(TimeSlot.Season) ? $"XXXX-{TimeCodes.Seasons[form[TimeSlot.Season]]}"
            : form.Has(TimeSlot.Part) && !form.Has(TimeSlot.Unit) ? "XXXX-XX-XX"
            : Period(form);
        if (form.Has(TimeSlot.Part)) value += "T" + TimeCodes.Parts[form[TimeSlot.Part]];
        return new TimeValue { Type = TimeType.Set, Value = value };
    }

    private static string Period(in TimeForm form)
    {
        var unit = (TimeUnit)form.Get(TimeSlot.Unit, (int)TimeUnit.Some);
        var count = form.Get(TimeSlot.Count, 1);
        var hundredths = form.Get(TimeSlot.Hundredths, 0);
        var number = count == TimeForm.Vague ? "X" : count.ToString(CultureInfo.InvariantCulture);
        if (hundredths > 0 && count >= 0 && Split(unit, count, hundredths) is { } split) return split;
        if (hundredths > 0 && count >= 0) number = string.Create(CultureInfo.InvariantCulture, $"{count}.{hundredths:00}").TrimEnd('0');
        return unit switch
        {
            TimeUnit.Second => $"PT{number}S",
            TimeUnit.Minute => $"PT{number}M",
            TimeUnit.Hour => $"PT{number}H",
            TimeUnit.Day => $"P{number}D",
            TimeUnit.Weekend => $"P{number}WE",
            TimeUnit.Week => $"P{number}W",
            TimeUnit.Fortnight => count >= 0 ? string.Create(CultureInfo.InvariantCulture, $"P{count * 2}W") : "PXW",
            TimeUnit.Month => $"P{number}M",
            TimeUnit.Quarter => $"P{number}Q",
            TimeUnit.Half => count >= 0 ? string.Create(CultureInfo.InvariantCulture, $"P{count * 6}M") : "PXM",
            TimeUnit.Year => $"P{number}Y",
            TimeUnit.Decade => Tens(count, 10, "DE"),
            TimeUnit.Century => Tens(count, 100, "CE"),
            TimeUnit.Millennium => Tens(count, 1000, "ML"),
            _ => "PXX",
        };
    }

    // TimeBank writes decades and centuries as years where their number is known.
    private static string Tens(int count, int years, string vague) =>
        count == TimeForm.Vague ? $"PX{vague}" : string.Create(CultureInfo.InvariantCulture, $"P{count * years}Y");

    // "2 1/2 years" is P2Y6M and "a minute and a half" PT1M30S; other fractions stay decimal.
    private static string? Split(TimeUnit unit, int count, int hundredths)
    {
        var (format, per) = unit switch
        {
            TimeUnit.Year => ("P{0}Y{1}M", 12),
            TimeUnit.Hour => ("PT{0}H{1}M", 60),
            TimeUnit.Minute => ("PT{0}M{1}S", 60),
            TimeUnit.Day => ("P{0}DT{1}H", 24),
            _ => ("", 0),
        };
        if (per == 0 || hundredths * per % 100 != 0) return null;
        var rest = hundredths * per / 100;
        return count > 0 ? string.Format(CultureInfo.InvariantCulture, format, count, rest)
            : unit == TimeUnit.Year ? $"P{rest}M" : unit == TimeUnit.Hour ? $"PT{rest}M" : unit == TimeUnit.Minute ? $"PT{rest}S" : null;
    }
}
