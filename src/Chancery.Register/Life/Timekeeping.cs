using Chancery.Register.Events;

namespace Chancery.Register.Life;

/// <summary>What the mere passing of time makes of a status.</summary>
public static class Timekeeping
{
    /// <summary>Days after which an event that was under way, and whose end nobody gave, is taken to be over.</summary>
    public const int OngoingFor = 30;

    /// <summary>
    /// A plan whose last possible day has passed in silence is unconfirmed; what was under way has occurred once its last day has passed.
    /// Any other status stays what the sources say.
    /// </summary>
    public static string AsOf(string status, string? start, string? end, DateOnly today)
    {
        var (from, until) = (DayRange.Parse(start), DayRange.Parse(end));
        var last = until?.Last ?? from?.Last;
        return status switch
        {
            "planned" when last < today.DayNumber => "unconfirmed",
            "ongoing" when until is { } end2 && end2.Last < today.DayNumber => "occurred",
            "ongoing" when until is null && from is { } begun && begun.Last + OngoingFor < today.DayNumber => "occurred",
            _ => status,
        };
    }

    /// <summary>The summary as it stands on a day.</summary>
    public static EventSummary AsOf(EventSummary summary, DateOnly today) =>
        AsOf(summary.Status, summary.Start, summary.End, today) is var status && status == summary.Status ? summary : summary with { Status = status };
}
