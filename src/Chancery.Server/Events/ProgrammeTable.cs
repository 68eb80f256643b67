using System.Collections.Immutable;
using Chancery.Reading.Reports;
using Chancery.Register.Events;

namespace Chancery.Server.Events;

/// <summary>A visit as those who prepare one write it: who comes, what happens on which day, which documents are how far.</summary>
internal sealed class ProgrammeTable(EventPage page)
{
    private readonly ImmutableArray<EventSummary> _all = [page.Event, .. page.Parts];

    /// <summary>Parts by day; those of which no day is known come last.</summary>
    public IEnumerable<(string? Day, ImmutableArray<EventSummary> Items)> Days => page.Parts.GroupBy(p => p.Start is { Length: 10 } day ? day : null)
        .OrderBy(g => g.Key ?? "9", StringComparer.Ordinal).Select(g => (g.Key, g.OrderBy(Rank).ToImmutableArray()));

    /// <summary>Who takes part, side by side: principals before those with them.</summary>
    public IEnumerable<(string? State, ImmutableArray<Participant> Members)> Delegations => _all.SelectMany(e => e.Participants).Where(p => p.Kind is "person" or "organisation" or "body")
        .GroupBy(p => (p.Name, p.Country)).Select(g => g.OrderBy(p => p.Office is null).ThenBy(p => Importance(p.Role)).First() with { Role = g.MinBy(p => Importance(p.Role))!.Role })
        .GroupBy(p => p.Country).Select(g => (g.Key, g.OrderBy(p => Importance(p.Role)).ThenBy(p => p.Office is null).ToImmutableArray()))
        .OrderBy(s => s.Item2.Min(p => Importance(p.Role)));

    /// <summary>Documents, each with how far it is and the event that says so.</summary>
    public IEnumerable<(Instrument Document, string State, EventSummary From)> Documents => _all.SelectMany(e => e.Instruments.Select(i => (Document: i, State: State(e), From: e)))
        .GroupBy(d => d.Document.Title ?? d.Document.Kind + d.From.Id, StringComparer.OrdinalIgnoreCase).Select(g => g.MaxBy(d => d.State == "signed")).GroupBy(d => d.Document.Kind).SelectMany(Named).OrderBy(d => d.Document.Title is null);

    /// <summary>"Intergovernmental documents" without a title are those of which another source says more.</summary>
    private static IEnumerable<(Instrument Document, string State, EventSummary From)> Named(IEnumerable<(Instrument Document, string State, EventSummary From)> ofOneKind) =>
        ofOneKind.Any(d => d.Document.Title is not null) ? ofOneKind.Where(d => d.Document.Title is not null) : ofOneKind.OrderByDescending(d => d.Document.Count ?? 1).Take(1);

    /// <summary>What was talked about.</summary>
    public string[] Agenda => [.. _all.SelectMany(e => e.Topics).Distinct()];

    /// <summary>Orders and medals.</summary>
    public IEnumerable<(Honour Honour, EventSummary From)> Honours => _all.Where(e => e.Honour is not null).Select(e => (e.Honour!, e)).DistinctBy(h => h.Item1.Name);

    private static string State(EventSummary e) => (e.Type, e.Status) switch
    {
        ("signing" or "agreement", "occurred") => "signed",
        ("signing" or "agreement", "planned") => "to be signed",
        (_, "planned") => "in preparation",
        (_, "occurred") => "named",
        var (_, status) => status,
    };

    private static int Rank(EventSummary e) => e.Type switch { "visit" => 0, "ceremony" => 1, "talks" or "summit" => 2, "signing" or "agreement" => 3, "award" => 4, "statement" => 5, _ => 6 };

    private static int Importance(string role) => role switch { "visitor" or "awarder" or "sender" or "donor" or "speaker" => 0, "host" or "recipient" or "target" => 1, "party" or "signatory" or "organiser" => 2, _ => 3 };
}
