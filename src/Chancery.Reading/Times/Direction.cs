namespace Chancery.Reading.Times;

/// <summary>Chooses among times that repeat every year or month by tense and nearness to the day of writing.</summary>
internal readonly record struct Direction(DateOnly? Speech, TenseHint Tense, bool Sure)
{
    // The tense of a neighbouring verb is a hint, so a time on the wrong side is only far and not excluded; days are told apart from months.
    private const double WrongSide = 3;
    private const double WrongSideOfMonth = 5;
    private const double SurelyWrongSide = 30;

    /// <summary>The nearest in the direction of the tense.</summary>
    public CalendarTime? Choose(IEnumerable<CalendarTime> candidates)
    {
        CalendarTime? best = null;
        var least = double.MaxValue;
        foreach (var candidate in candidates)
        {
            var distance = Distance(candidate);
            if (distance < least) (least, best) = (distance, candidate);
        }
        return best;
    }

    private double Distance(CalendarTime time)
    {
        var now = Speech!.Value.DayNumber;
        double behind = now - time.End.DayNumber, ahead = time.Start.DayNumber - now;
        if (behind <= 0 && ahead <= 0) return 0;
        var day = time.Precision == TimePrecision.Day;
        return Math.Max(behind, ahead) * Tense switch
        {
            TenseHint.Past when ahead > 0 => Sure ? SurelyWrongSide : day ? WrongSide : WrongSideOfMonth,
            TenseHint.Future when behind > 0 => day ? WrongSide : WrongSideOfMonth,
            // Most of what is written about has happened.
            TenseHint.Unknown or TenseHint.Present when ahead > 0 && !day => WrongSide,
            _ => 1,
        };
    }
}
