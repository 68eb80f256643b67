using Chancery.Reading.Frames;
using Chancery.Reading.Times;

namespace Chancery.Reading.Events;

/// <summary>Status as at publication: a day that lies behind it is done unless called off, one that lies ahead is a plan; a stay that has begun
/// and is not said to have ended goes on.</summary>
internal sealed class StatusByDays(DateOnly published)
{
    public void Fit(List<EventDraft> events)
    {
        foreach (var e in events) Fit(e);
        foreach (var e in events)
            if (e is { Type: "visit", Days: not 1, Factual.Status: Factuality.Occurred } && GoesOn(e, events)) Set(e, Factuality.Ongoing);
    }

    private void Fit(EventDraft draft)
    {
        if (draft.Time?.Value is not { Start: { } start } value) return;
        var end = value.End ?? start;
        if (draft.Type == "visit" && draft.Arrival && draft.Days > 1) end = start.AddDays(draft.Days - 1);
        var status = draft.Factual.Status;
        if (draft.Type == "visit" && status == Factuality.Occurred && start <= published && (end > published && value.Precision >= Times.TimePrecision.Day || draft.Arrival && draft.Days != 1 && start >= published.AddDays(-1) || draft.Arrival && start == published)) Set(draft, Factuality.Ongoing);
        if (start > published && status is Factuality.Occurred or Factuality.Ongoing) Set(draft, Factuality.Planned);
        else if (end < published && draft.TimeIsOwn && draft.Factual.Open && status == Factuality.Planned) Set(draft, Factuality.Occurred);
    }

    // What belongs to the stay happens on the day of publication or is still to come.
    private bool GoesOn(EventDraft visit, List<EventDraft> events)
    {
        if (visit.LastTime is not null || visit.Leaving || visit.Time?.Value is not { Start: { } start } value || start >= published || (value.End ?? start) is var end && end > start) return false;
        foreach (var e in events)
            if (e.PartOf == visit && e.Time?.Value is { Precision: >= TimePrecision.Day, Start: { } day } && (day == published || day > published && e.Factual.Status == Factuality.Planned)) return true;
        return false;
    }

    private static void Set(EventDraft draft, Factuality status) => draft.Factual = draft.Factual with { Status = status };
}
