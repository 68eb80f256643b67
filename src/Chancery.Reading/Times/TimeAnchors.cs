namespace Chancery.Reading.Times;

/// <summary>What a document offers to count from: publication, dateline, the years it names, the time last spoken of.</summary>
internal sealed class TimeAnchors
{
    // A dateline is a day or two older than the page; more than this and one of them is wrong, and the text is believed.
    private const int DatelineTolerance = 10;
    private const int HistoryYears = 8;
    // A story carries its year on until it names another.
    private const double AheadWeight = 1.5;
    private static readonly int[] s_yearsAway = [1, -1, 2, -2, 3, -3];
    private readonly List<(int Token, int Year, string Reason)> _years = [];

    private readonly Document _document;
    private (int Token, CalendarTime Time)? _told;

    private TimeAnchors(Document document, DateOnly? published) => (_document, Published) = (document, published);

    /// <summary>Day of publication as told.</summary>
    public DateOnly? Published { get; }

    /// <summary>The mention that is the dateline's date, or null.</summary>
    public TimeMention? Dateline { get; private set; }

    /// <summary>The day the text was written, as far as it can be known.</summary>
    public DateOnly? Speech { get; private set; }

    /// <summary>Where <see cref="Speech"/> comes from.</summary>
    public string SpeechReason { get; private set; } = "";

    /// <summary>The time last spoken of.</summary>
    public CalendarTime? Last { get; private set; }

    /// <summary>Token of the time last spoken of.</summary>
    public int LastToken { get; private set; }

    /// <summary>The time last spoken of stands in a relative clause, beside the story.</summary>
    public bool LastIsAside { get; private set; }

    /// <summary>The tense of what is being resolved comes from the parsed clause and not from a neighbouring word.</summary>
    public bool TenseIsSure { get; set; }

    /// <summary>The day last spoken of, told apart from months and years that stand in asides.</summary>
    public DateOnly? LastDay { get; private set; }

    /// <summary>The day last spoken of was the first of several.</summary>
    public bool LastDayIsRange { get; private set; }

    /// <summary>Token of the day last spoken of.</summary>
    public int LastDayToken { get; private set; }

    /// <summary>The quarter last spoken of: what "a year earlier" and "the period" of a report on a quarter mean.</summary>
    public CalendarTime? Quarter { get; private set; }

    /// <summary>Looks for the anchors of a document.</summary>
    public static TimeAnchors Find(IReadOnlyList<TimeMention> mentions, Document document, DateOnly? published)
    {
        var anchors = new TimeAnchors(document, published) { Dateline = Times.Dateline.Find(mentions, document) };
        anchors.GatherYears(mentions);
        anchors.Speak();
        return anchors;
    }

    // "The 20th anniversary of the base, which opened in 2003": 2003 is the origin and 2023 the year spoken of.
    private void GatherYears(IReadOnlyList<TimeMention> mentions)
    {
        var said = mentions.SelectMany(m => m.Parts.IsEmpty ? [m] : m.Parts.AsEnumerable())
            .Where(m => m.Form.Kind == FormKind.Date && m.Form.Has(TimeSlot.Year) && !m.Form.Has(TimeSlot.Era)).ToList();
        var origins = new HashSet<TimeMention>();
        foreach (var anniversary in mentions.Where(m => m.IsAnniversary && m.Form.Get(TimeSlot.Count, 0) > 0))
        {
            var origin = said.Where(m => Math.Abs(m.First - anniversary.First) < 40 && m.First > anniversary.First).MinBy(m => m.First - anniversary.First);
            if (origin is null) continue;
            origins.Add(origin);
            _years.Add((anniversary.First, origin.Form[TimeSlot.Year] + anniversary.Form[TimeSlot.Count], "an anniversary counted from the year it began"));
        }
        _years.AddRange(said.Where(m => !origins.Contains(m)).Select(m => (m.First, m.Form[TimeSlot.Year], "the nearest year that the text names")));
    }

    private void Speak()
    {
        if (TellsOfOtherTimes) return;
        (Speech, SpeechReason) = (Published, "publication");
        if (Dateline is not { } line || DayOf(line) is not { } day) return;
        var differs = Published is { } p && Math.Abs(p.DayNumber - day.DayNumber) > DatelineTolerance;
        (Speech, SpeechReason) = (day, differs ? "dateline; the page date contradicts it" : "dateline");
    }

    // A history has many years, hardly one of them that of its page, and no dateline: what it leaves out is to be found in it.
    private bool TellsOfOtherTimes => Dateline is null && Published is { } page && _years.Count >= HistoryYears
        && _years.Count(y => Math.Abs(y.Year - page.Year) <= 2) * 10 <= _years.Count;

    private DateOnly? DayOf(TimeMention line)
    {
        int month = line.Form[TimeSlot.Month], day = line.Form[TimeSlot.Day];
        if (line.Form.Has(TimeSlot.Year)) return DayIn(line.Form[TimeSlot.Year], month, day);
        if (Published is { } p)
            return new[] { p.Year - 1, p.Year, p.Year + 1 }.Select(y => DayIn(y, month, day)).OfType<DateOnly>().OrderBy(d => Math.Abs(d.DayNumber - p.DayNumber)).Cast<DateOnly?>().FirstOrDefault();
        return YearNear(line.First, line.Form) is { } near ? DayIn(near.Year, month, day) : null;
    }

    /// <summary>Whether a weekday that was said beside day and month is right in a year.</summary>
    public static bool Fits(in TimeForm form, int year)
    {
        if (!form.Has(TimeSlot.Month) || !form.Has(TimeSlot.Day)) return true;
        if (DayIn(year, form[TimeSlot.Month], form[TimeSlot.Day]) is not { } day) return false;
        return !form.Has(TimeSlot.Weekday) || form[TimeSlot.Weekday] % 7 == (int)day.DayOfWeek;
    }

    /// <summary>A day of the calendar, or null where there is none such.</summary>
    public static DateOnly? DayIn(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    /// <summary>The year named nearest to a token that fits; what stands before is nearer than what comes after. Where a weekday rules out
    /// every year that is named, the fitting year nearest to one of them.</summary>
    public (int Year, string Reason)? YearNear(int token, in TimeForm form)
    {
        var said = form;
        if (NamedYear(token, y => Fits(said, y)) is { } fitting) return fitting;
        if (!form.Has(TimeSlot.Weekday) || NamedYear(token, _ => true) is not { } near) return null;
        foreach (var away in s_yearsAway)
            if (Fits(said, near.Year + away)) return (near.Year + away, "the weekday, and the nearest year that the text names");
        return null;
    }

    private (int Year, string Reason)? NamedYear(int token, Func<int, bool> fits)
    {
        (int Year, string Reason)? best = null;
        var least = double.MaxValue;
        foreach (var (at, year, reason) in _years)
        {
            var distance = at <= token ? token - at : (at - token) * AheadWeight;
            if (distance >= least || !fits(year)) continue;
            (least, best) = (distance, (year, reason));
        }
        return best;
    }

    /// <summary>The year that a paragraph has named and goes on telling of: "On June 5, 2017 … On July 11 he signed …".</summary>
    public int? CarriedYear(int token, in TimeForm form)
    {
        if (_told is not { Time: { Precision: >= TimePrecision.Month } time } told || Speech is not { } speech || time.Start.Year == speech.Year || !form.Has(TimeSlot.Month) || !Fits(form, time.Start.Year) || _document.SentenceOf(told.Token) == _document.SentenceOf(token)) return null;
        for (var i = told.Token + 1; i <= token; i++)
            if ((_document.Tokens[i].Shape & TokenShape.LineBefore) != 0) return null;
        return form[TimeSlot.Month] > time.Start.Month || form[TimeSlot.Month] == time.Start.Month && (!form.Has(TimeSlot.Day) || form[TimeSlot.Day] >= time.Start.Day || time.Precision == TimePrecision.Month) ? time.Start.Year : null;
    }

    /// <summary>Keeps a resolved time as the one last spoken of.</summary>
    public void Remember(TimeMention mention)
    {
        if (mention.Value is not { Start: { } start, End: { } end } value) return;
        // "A year earlier" compares; what follows still speaks of the time compared.
        if (mention.Form.Get(TimeSlot.Sign, 0) < 0 && mention.Form.Get(TimeSlot.Unit, 0) >= (int)TimeUnit.Quarter) return;
        if (value.Precision == TimePrecision.Quarter) Quarter = new CalendarTime(value.Precision, start, end, value.Value, value.Edtf ?? "");
        Last = new CalendarTime(value.Precision, start, end, value.Value, value.Edtf ?? "");
        LastToken = mention.First;
        LastIsAside = IsAside(mention.First);
        if (mention.Form.Has(TimeSlot.Year) || CarriedYear(mention.First, mention.Form) == start.Year) _told = (mention.First, Last.Value);
        if (value.Precision >= TimePrecision.Day && (start == end || !mention.Parts.IsEmpty) && !(LastDay is not null && LastIsAside)) (LastDay, LastDayToken, LastDayIsRange) = (start, mention.First, start != end);
        // Years found by reckoning count for what follows, as if they had been said.
        if (Speech is null && value.Precision >= TimePrecision.Year && !mention.Form.Has(TimeSlot.Year)) _years.Add((mention.First, end.Year, "the time last spoken of"));
    }

    // "congratulated him on the accord, which was signed on June 25. Earlier in the day …": a day beside the story.
    private bool IsAside(int token)
    {
        for (int at = token, steps = 0; at >= 0 && steps < 8; at = _document.Tokens[at].Head, steps++)
            if (_document.Tokens[at].Relation is Syntax.Deprel.AclRelcl) return true;
        return false;
    }
}
