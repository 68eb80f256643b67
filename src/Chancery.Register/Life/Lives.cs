using System.Collections.Immutable;
using Chancery.Register.Events;
using Chancery.Register.Sources;

namespace Chancery.Register.Life;

/// <summary>The life of an event out of its reports.</summary>
public static class Lives
{
    /// <summary>
    /// Steps in order of publication; a source that repeats the step before is left out unless it moves the date.
    /// A plan without any date is <i>mooted</i>; a plan for a day that two independent sources or a party's own readout give is <i>confirmed</i>.
    /// </summary>
    public static ImmutableArray<Step> Of(IReadOnlyList<SourcedReport> reports, Independence independence)
    {
        var steps = ImmutableArray.CreateBuilder<Step>();
        var planners = new Dictionary<string, List<long>>(StringComparer.Ordinal);
        foreach (var r in reports.OrderBy(r => r.Published ?? int.MaxValue).ThenBy(r => Order(r.Report.Status)).ThenBy(r => r.Number))
        {
            var status = r.Report.Status == "planned" ? Plan(r, planners, independence) : r.Report.Status;
            var step = new Step(status, r.Document.Header.Published, r.Document.Publisher, r.Number, r.Report.Start);
            if (steps.Count == 0 || steps[^1].Status != step.Status && !Weaker(step.Status, steps) || Moved(steps[^1], step)) steps.Add(step);
        }
        return steps.ToImmutable();
    }

    /// <summary>
    /// The status that holds: a deed that any source reports outweighs plans whenever they were published, unless independent sources that deny or cancel it later
    /// are more; otherwise the latest step.
    /// </summary>
    public static (string Status, string Rule) Current(IReadOnlyList<SourcedReport> reports, Independence independence)
    {
        var deeds = reports.Where(r => r.Report.Status is "occurred" or "ongoing").ToArray();
        var offs = reports.Where(r => r.Report.Status is "cancelled" or "denied").ToArray();
        if (deeds.Length > 0)
        {
            var (yes, no) = (independence.CountOf(deeds.Select(r => r.Document.Number)), independence.CountOf(offs.Select(r => r.Document.Number)));
            if (no <= yes || offs.Max(r => r.Published ?? 0) <= deeds.Max(r => r.Published ?? 0))
                return deeds.Any(r => r.Report.Status == "occurred") ? ("occurred", "a deed outweighs a plan") : ("ongoing", "a deed outweighs a plan");
        }
        var latest = reports.OrderBy(r => r.Published ?? 0).ThenBy(r => Order(r.Report.Status)).ThenBy(r => r.Number).Last();
        return (latest.Report.Status, reports.Count == 1 ? "the only source" : "the latest source");
    }

    private static string Plan(SourcedReport r, Dictionary<string, List<long>> planners, Independence independence)
    {
        if (DayRange.Parse(r.Report.Start) is not { } day) return "mooted";
        if (!day.IsDay) return "planned";
        if (!planners.TryGetValue(r.Report.Start!, out var documents)) planners[r.Report.Start!] = documents = [];
        documents.Add(r.Document.Number);
        var parties = r.Report.Participants.Select(p => p.Country).ToHashSet();
        return independence.CountOf(documents) >= 2 || Readouts.Of(r).Any(parties.Contains) ? "confirmed" : "planned";
    }

    private static bool Weaker(string status, ImmutableArray<Step>.Builder steps) =>
        status is "mooted" or "planned" && steps.Any(s => s.Status is "planned" or "confirmed" or "ongoing" or "occurred") && steps[^1].Status is not ("postponed" or "cancelled" or "denied")
        || status == "ongoing" && steps.Any(s => s.Status == "occurred");

    private static bool Moved(Step before, Step now) =>
        before.Status is "planned" or "confirmed" && now.Status is "planned" or "confirmed" && now.Start is not null && before.Start is not null
        && DayRange.Parse(now.Start)?.IsDay == true && now.Start != before.Start && !now.Start.StartsWith(before.Start, StringComparison.Ordinal);

    private static int Order(string status) => status switch { "planned" => 0, "postponed" => 1, "cancelled" => 2, "denied" => 3, "ongoing" => 4, _ => 5 };
}
