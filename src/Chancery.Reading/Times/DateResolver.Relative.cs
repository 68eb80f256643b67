namespace Chancery.Reading.Times;

// Times told by their distance from another: "last week", "three days earlier", "next Friday".
internal sealed partial class DateResolver
{
    // "last week", "three days earlier", "that year", and finer fields inside ("June last year").
    private CalendarTime? Shifted(in TimeForm form)
    {
        var unit = (TimeUnit)form[TimeSlot.Unit];
        var count = form.Get(TimeSlot.Count, 1);
        if (count == TimeForm.Vague) return null;
        var moved = form.Has(TimeSlot.Step) ? form[TimeSlot.Step] * count : form[TimeSlot.Sign] * count;
        if (unit == TimeUnit.Quarter && form.Get(TimeSlot.Anchor, 0) == (int)TimeAnchor.Mention) return Quarter(moved);
        if (unit == TimeUnit.Year && moved == -1 && form.Has(TimeSlot.Sign) && anchors.Quarter is not null) return Quarter(-4);
        var whole = form.Get(TimeSlot.Anchor, (int)TimeAnchor.Speech) == (int)TimeAnchor.Mention ? FromMention(unit, moved) : FromSpeech(unit, moved);
        return whole is { } base_ ? Inside(base_, form) : null;
    }

    // A report on a quarter compares with quarters; without one, the quarter before publication is meant.
    private CalendarTime? Quarter(int moved)
    {
        if (anchors.Quarter is { } quarter) { _reason = $"counted from {quarter.Value}"; return CalendarTime.Around(quarter.Start, TimeUnit.Quarter, moved); }
        return FromSpeech(TimeUnit.Quarter, moved - 1);
    }

    private CalendarTime? FromMention(TimeUnit unit, int moved)
    {
        if (anchors.Last is not { } last) return FromSpeech(unit, moved);
        var lastUnit = CalendarTime.UnitOf(last.Precision);
        // "Later in the day" behind a year that was named in passing counts from the day of the story.
        if (unit == TimeUnit.Day && (lastUnit > TimeUnit.Month || moved == 0 && anchors.LastIsAside)) return FromLastDay(moved);
        // A quarter a year earlier is a quarter, a day a week earlier a day.
        var finer = lastUnit < unit && moved != 0 && (unit == TimeUnit.Year && lastUnit is TimeUnit.Quarter || unit == TimeUnit.Week && lastUnit == TimeUnit.Day);
        if (lastUnit > unit && moved != 0) { _reason = "the time it counts from is not known closely enough"; return null; }
        _reason = $"counted from {last.Value}";
        var from = moved > 0 ? last.End : last.Start;
        if (!finer) return lastUnit > unit ? null : CalendarTime.Around(from, unit, moved);
        return unit == TimeUnit.Year ? CalendarTime.Around(last.Start, TimeUnit.Quarter, moved * 4) : CalendarTime.Around(from, TimeUnit.Day, moved * 7);
    }

    private CalendarTime? FromLastDay(int moved)
    {
        if (anchors.LastDay is not { } day || token - anchors.LastDayToken > FarReach || Against(day)) return moved == 0 ? FromSpeech(TimeUnit.Day, 0) : null;
        _reason = $"counted from {CalendarTime.Iso(day)}";
        return CalendarTime.Around(day, TimeUnit.Day, moved);
    }

    private CalendarTime? FromSpeech(TimeUnit unit, int moved)
    {
        if (anchors.Speech is not { } speech) { _reason = "nothing tells when the text was written"; return null; }
        _reason = $"counted from {anchors.SpeechReason}";
        return CalendarTime.Around(speech, unit, moved);
    }

    private CalendarTime? Inside(CalendarTime whole, in TimeForm form)
    {
        var year = whole.Start.Year;
        if (form.Has(TimeSlot.Holiday)) return CalendarTime.Day(HolidayCalendar.Of(pack.Holidays[form[TimeSlot.Holiday]][1], year));
        if (form.Has(TimeSlot.Month)) return form.Has(TimeSlot.Day) ? DayOrNull(year, form[TimeSlot.Month], form[TimeSlot.Day]) : CalendarTime.Month(year, form[TimeSlot.Month]);
        if (form.Has(TimeSlot.Season)) return CalendarTime.Season(year, form[TimeSlot.Season]);
        if (form.Has(TimeSlot.Quarter)) return CalendarTime.Quarter(year, form[TimeSlot.Quarter]);
        if (form.Has(TimeSlot.Half)) return CalendarTime.Half(year, form[TimeSlot.Half]);
        if (form.Has(TimeSlot.Day) && whole.Precision == TimePrecision.Month) return DayOrNull(year, whole.Start.Month, form[TimeSlot.Day]);
        if (form.Has(TimeSlot.Weekday) && whole.Precision == TimePrecision.Week) return CalendarTime.Day(whole.Start.AddDays(form[TimeSlot.Weekday] - 1));
        return whole;
    }

    // "last November", "next Friday", "this summer": a step without a unit counts months, weekdays, seasons by their names.
    private CalendarTime? Named(in TimeForm form)
    {
        var origin = form.Get(TimeSlot.Anchor, 0) == (int)TimeAnchor.Mention && anchors.Last is { } last ? last.Start : anchors.Speech;
        if (origin is not { } day) { _reason = "nothing tells when the text was written"; return null; }
        _reason = $"counted from {anchors.SpeechReason}";
        var step = form[TimeSlot.Step];
        if (form.Has(TimeSlot.Weekday) && !form.Has(TimeSlot.Day)) return CalendarTime.Day(WeekdayFrom(day, form[TimeSlot.Weekday], step));
        if (form.Has(TimeSlot.Month)) return Inside(CalendarTime.Year(YearOf(day, form[TimeSlot.Month], day.Month, step)), form);
        if (form.Has(TimeSlot.Season))
        {
            // January lies in the winter that began the year before.
            var here = day.Month < 3 ? (Year: day.Year - 1, Season: 4) : (day.Year, Season: day.Month / 3);
            return CalendarTime.Season(YearOf(new DateOnly(here.Year, 1, 1), form[TimeSlot.Season], here.Season, step), form[TimeSlot.Season]);
        }
        if (form.Has(TimeSlot.Holiday)) return CalendarTime.Day(HolidayFrom(form[TimeSlot.Holiday], day, step));
        if (form.Has(TimeSlot.Quarter)) return CalendarTime.Quarter(YearOf(day, form[TimeSlot.Quarter], (day.Month + 2) / 3, step), form[TimeSlot.Quarter]);
        return Plain(form);
    }

    private static int YearOf(DateOnly day, int wanted, int here, int step) => step switch
    {
        < 0 => wanted < here ? day.Year : day.Year - 1,
        > 0 => wanted > here ? day.Year : day.Year + 1,
        _ => day.Year,
    };

    private DateOnly WeekdayFrom(DateOnly day, int weekday, int step)
    {
        var ahead = (weekday - (int)day.DayOfWeek + 7) % 7;
        return step switch
        {
            < 0 => day.AddDays(ahead == 0 ? -7 : ahead - 7),
            > 0 => day.AddDays(ahead == 0 ? 7 : ahead),
            _ => tense == TenseHint.Past ? day.AddDays(ahead == 0 ? 0 : ahead - 7) : day.AddDays(ahead),
        };
    }

    private DateOnly HolidayFrom(int holiday, DateOnly day, int step)
    {
        var years = new[] { day.Year - 1, day.Year, day.Year + 1 }.Select(y => HolidayCalendar.Of(pack.Holidays[holiday][1], y));
        return step < 0 ? years.Last(d => d < day) : step > 0 ? years.First(d => d > day) : HolidayCalendar.Of(pack.Holidays[holiday][1], day.Year);
    }
}
