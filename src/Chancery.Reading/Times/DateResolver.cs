using System.Globalization;

namespace Chancery.Reading.Times;

/// <summary>Sets one form of the kind <see cref="FormKind.Date"/> on the calendar.</summary>
internal sealed partial class DateResolver(TimeAnchors anchors, TimePack pack, int token, TenseHint tense)
{
    private readonly Direction _direction = new(anchors.Speech, tense, anchors.TenseIsSure);
    // Tokens that the day last spoken of holds for a part of a day, for a weekday, for a bare number.
    private const int NearReach = 90;
    private const int FarReach = 300;
    private const int MonthReach = 80;

    private string? _reason;

    /// <summary>The value, as precise as anchors allow.</summary>
    public TimeValue Resolve(TimeForm form)
    {
        var found = form.Has(TimeSlot.Era) ? null : OnCalendar(form);
        var text = found?.Value ?? Unplaced(form);
        var day = found is { Precision: TimePrecision.Day };
        var (time, precision) = TimeOfDay(form);
        var modifier = (TimeModifier)form.Get(TimeSlot.Modifier, 0);
        var value = new TimeValue
        {
            Type = time is null ? TimeType.Date : TimeType.Time,
            Value = time is null ? text : text + time,
            Start = found?.Start,
            End = found?.End,
            Precision = time is not null && day ? precision : found?.Precision ?? TimePrecision.None,
            Modifier = modifier,
            Edtf = found is null ? EdtfOf(text) : modifier == TimeModifier.Approx && !found.Value.Edtf.Contains('/') ? found.Value.Edtf + "~" : found.Value.Edtf,
            Reason = _reason,
        };
        return form.Has(TimeSlot.Ambiguous) ? WithExchanged(value, form) : value;
    }

    // EDTF has X for digits nobody knows, but no weekdays, quarters without a year or times before Christ in our range.
    private static string? EdtfOf(string text) => text.Length is 4 or 7 or 10 && text.IndexOfAnyExceptInRange('-', '9') is -1 or 0 && !text.Contains('W') && !text.Contains('Q') && text.StartsWith("XXXX", StringComparison.Ordinal) && text.Skip(4).All(c => c is '-' or 'X' || char.IsAsciiDigit(c)) ? text : null;

    private CalendarTime? OnCalendar(in TimeForm form)
    {
        try
        {
            if (form.Has(TimeSlot.Unit) && (form.Has(TimeSlot.Step) || form.Has(TimeSlot.Sign))) return Shifted(form);
            if (form.Has(TimeSlot.Step)) return Named(form);
            return Plain(form);
        }
        catch (ArgumentOutOfRangeException) { return null; }
    }

    private CalendarTime? Plain(in TimeForm form)
    {
        if (form.Get(TimeSlot.Unit, 0) == (int)TimeUnit.Weekend) return Weekend();
        if (form.Get(TimeSlot.Unit, 0) == (int)TimeUnit.Quarter) return QuarterOf(form);
        if (form.Has(TimeSlot.Century)) return CalendarTime.Century(form[TimeSlot.Century]);
        if (form.Has(TimeSlot.Decade)) return CalendarTime.Decade(form[TimeSlot.Decade]);
        if (form.Has(TimeSlot.ShortDecade)) return CalendarTime.Decade(((anchors.Speech?.Year ?? 1999) - form[TimeSlot.ShortDecade] * 10) / 100 * 10 + form[TimeSlot.ShortDecade]);
        if (form.Has(TimeSlot.Year)) return InYear(form, form[TimeSlot.Year]);
        if (form.Has(TimeSlot.ShortYear)) return InYear(form, LongYear(form[TimeSlot.ShortYear]));
        if (form.Has(TimeSlot.Month) || form.Has(TimeSlot.Holiday) || form.Has(TimeSlot.Season) || form.Has(TimeSlot.Quarter) || form.Has(TimeSlot.Half)) return WithoutYear(form);
        if (form.Has(TimeSlot.Day)) return DayOfMonth(form);
        if (form.Has(TimeSlot.Weekday)) return Weekday(form);
        return TimeOfDay(form).Text is null ? null : FromSpeechOrLast();
    }

    private CalendarTime? Weekend()
    {
        if (anchors.Speech is not { } speech) return FromSpeech(TimeUnit.Weekend, 0);
        _reason = $"counted from {anchors.SpeechReason}";
        return _direction.Choose([CalendarTime.Week(speech.AddDays(-7), true), CalendarTime.Week(speech, true)]);
    }

    // "The 1988 period" beside a quarter is the same quarter of that year.
    private CalendarTime? QuarterOf(in TimeForm form)
    {
        if (!form.Has(TimeSlot.Year)) return Quarter(0);
        return anchors.Quarter is { } quarter ? CalendarTime.Quarter(form[TimeSlot.Year], (quarter.Start.Month + 2) / 3) : CalendarTime.Year(form[TimeSlot.Year]);
    }

    private CalendarTime? FromSpeechOrLast()
    {
        // "From June 22-29. 9:15 a.m. …": an hour after several days is none of the first.
        if (anchors.LastDay is { } day && token - anchors.LastDayToken < (anchors.Speech is null ? FarReach : NearReach) && !Against(day) && !(anchors.LastDayIsRange && anchors.Speech is not null))
        {
            _reason = $"the day last spoken of, {CalendarTime.Iso(day)}";
            return CalendarTime.Day(day);
        }
        return FromSpeech(TimeUnit.Day, 0);
    }

    // "Sessions are tomorrow. In the afternoon he met …": what has happened did not happen tomorrow.
    private bool Against(DateOnly day) => anchors.Speech is { } speech && (tense == TenseHint.Past && day > speech || tense == TenseHint.Future && day < speech);

    private int LongYear(int two)
    {
        var near = anchors.Speech?.Year ?? 2000;
        return new[] { near / 100 * 100 - 100 + two, near / 100 * 100 + two, near / 100 * 100 + 100 + two }.Last(y => y <= near + 15);
    }

    private CalendarTime? InYear(in TimeForm form, int year) => year is < 1 or > 9999 ? null : Inside(CalendarTime.Year(year), form);

    private CalendarTime? DayOrNull(int year, int month, int day) => TimeAnchors.DayIn(year, month, day) is { } d ? CalendarTime.Day(d) : NoSuchDay();

    private CalendarTime? NoSuchDay()
    {
        _reason = "the calendar has no such day";
        return null;
    }

    // A year that is not said: by publication and tense, else from the nearest year the text names, else left out.
    private CalendarTime? WithoutYear(TimeForm form)
    {
        if (anchors.Speech is not { } speech)
        {
            if (anchors.YearNear(token, form) is not { } near) { _reason = "no year is named"; return null; }
            _reason = $"year from {near.Reason}";
            return InYear(form, near.Year);
        }
        if (tense != TenseHint.Future && anchors.CarriedYear(token, form) is { } told)
        {
            _reason = "the year that the paragraph tells of";
            return InYear(form, told);
        }
        _reason = $"year from {anchors.SpeechReason}";
        var candidates = new[] { speech.Year - 1, speech.Year, speech.Year + 1 }.Where(y => TimeAnchors.Fits(form, y)).ToArray();
        if (candidates.Length == 0) return InYear(form, speech.Year);
        return _direction.Choose(candidates.Select(y => InYear(form, y)).OfType<CalendarTime>());
    }

    private CalendarTime? DayOfMonth(in TimeForm form)
    {
        var said = form;
        var number = form[TimeSlot.Day];
        bool Fits(DateOnly d) => !said.Has(TimeSlot.Weekday) || said[TimeSlot.Weekday] % 7 == (int)d.DayOfWeek;
        if (anchors.Last is { } last && last.Precision >= TimePrecision.Month && token - anchors.LastToken < MonthReach)
        {
            _reason = $"month from {last.Value}";
            if (TimeAnchors.DayIn(last.End.Year, last.End.Month, number) is { } day && Fits(day)) return CalendarTime.Day(day);
            if (!form.Has(TimeSlot.Weekday)) return NoSuchDay();
        }
        if ((anchors.Speech ?? anchors.LastDay) is not { } near) { _reason = "no month is named"; return null; }
        _reason = anchors.Speech is null ? "month from the day last spoken of" : $"month from {anchors.SpeechReason}";
        var days = new[] { near.AddMonths(-1), near, near.AddMonths(1) }.Select(m => TimeAnchors.DayIn(m.Year, m.Month, number)).OfType<DateOnly>().Where(Fits).Select(CalendarTime.Day);
        return anchors.Speech is null ? days.Where(d => d.Start >= near).Cast<CalendarTime?>().FirstOrDefault() : _direction.Choose(days);
    }

    // Where nobody knows when the text was written, a story goes on from the day last spoken of: "on Monday" is the next one.
    private CalendarTime? Weekday(in TimeForm form)
    {
        if (anchors.Speech is not { } speech)
        {
            if (anchors.LastDay is not { } last || token - anchors.LastDayToken > FarReach) { _reason = "nothing tells when the text was written"; return null; }
            _reason = $"counted from {CalendarTime.Iso(last)}";
            return CalendarTime.Day(last.AddDays((form[TimeSlot.Weekday] - (int)last.DayOfWeek + 7) % 7));
        }
        _reason = $"counted from {anchors.SpeechReason}";
        var ahead = (form[TimeSlot.Weekday] - (int)speech.DayOfWeek + 7) % 7;
        return CalendarTime.Day(speech.AddDays(tense == TenseHint.Future ? ahead : ahead == 0 ? 0 : ahead - 7));
    }

    private static (string? Text, TimePrecision Precision) TimeOfDay(in TimeForm form)
    {
        var minutes = form.Has(TimeSlot.Clock) ? form[TimeSlot.Clock] : form.Has(TimeSlot.Hour) ? form[TimeSlot.Hour] * 60 : -1;
        if (minutes >= 0)
        {
            if (form.Has(TimeSlot.Meridiem) && minutes / 60 <= 12) minutes = minutes / 60 % 12 * 60 + minutes % 60 + form[TimeSlot.Meridiem] * 60;
            return (string.Create(CultureInfo.InvariantCulture, $"T{minutes / 60:00}:{minutes % 60:00}"), TimePrecision.Minute);
        }
        return form.Has(TimeSlot.Part) ? ("T" + TimeCodes.Parts[form[TimeSlot.Part]], TimePrecision.PartOfDay) : (null, TimePrecision.None);
    }

    // What is left where the calendar day is not known: the fields that were said, X for the rest.
    private static string Unplaced(in TimeForm form)
    {
        var year = form.Has(TimeSlot.Era) ? string.Create(CultureInfo.InvariantCulture, $"BC{form.Get(TimeSlot.Year, 0):0000}")
            : form.Has(TimeSlot.Year) ? form[TimeSlot.Year].ToString("0000", CultureInfo.InvariantCulture) : "XXXX";
        if (form.Has(TimeSlot.Month)) return string.Create(CultureInfo.InvariantCulture, $"{year}-{form[TimeSlot.Month]:00}{(form.Has(TimeSlot.Day) ? $"-{form[TimeSlot.Day]:00}" : "")}");
        if (form.Has(TimeSlot.Quarter)) return $"{year}-Q{form[TimeSlot.Quarter]}";
        if (form.Has(TimeSlot.Half)) return $"{year}-H{form[TimeSlot.Half]}";
        if (form.Has(TimeSlot.Season)) return $"{year}-{TimeCodes.Seasons[form[TimeSlot.Season]]}";
        if (form.Has(TimeSlot.Weekday)) return $"XXXX-WXX-{form[TimeSlot.Weekday]}";
        if (form.Has(TimeSlot.Day)) return string.Create(CultureInfo.InvariantCulture, $"XXXX-XX-{form[TimeSlot.Day]:00}");
        if (form.Has(TimeSlot.Era)) return year;
        return ByUnit(form);
    }

    private static string ByUnit(in TimeForm form)
    {
        if (form.Get(TimeSlot.Count, 1) == TimeForm.Vague) return form.Get(TimeSlot.Sign, -1) < 0 ? "PAST_REF" : "FUTURE_REF";
        return (TimeUnit)form.Get(TimeSlot.Unit, (int)TimeUnit.Day) switch
        {
            TimeUnit.Week or TimeUnit.Fortnight => "XXXX-WXX",
            TimeUnit.Weekend => "XXXX-WXX-WE",
            TimeUnit.Month => "XXXX-XX",
            TimeUnit.Quarter => "XXXX-QX",
            TimeUnit.Year => "XXXX",
            TimeUnit.Decade => "XXX",
            TimeUnit.Century => "XX",
            _ => "XXXX-XX-XX",
        };
    }

    // 03/04/2021 is two days; which one, the nearer to the publication decides, and the other stays on record.
    private TimeValue WithExchanged(TimeValue value, TimeForm form)
    {
        (form[TimeSlot.Month], form[TimeSlot.Day]) = (form[TimeSlot.Day], form[TimeSlot.Month]);
        form[TimeSlot.Ambiguous] = TimeForm.Absent;
        var other = Resolve(form);
        var nearer = anchors.Speech is { } speech && other.Start is { } o && value.Start is { } v
            && Math.Abs(o.DayNumber - speech.DayNumber) + 31 < Math.Abs(v.DayNumber - speech.DayNumber);
        var (chosen, left) = nearer ? (other, value) : (value, other);
        return chosen with { Alternatives = [left], Reason = nearer ? "day and month as is nearer to the publication" : "day and month in the order of the language" };
    }
}
