using Chancery.Register.Events;

namespace Chancery.Register.Exports;

/// <summary>Events in the columns event-data people load (PLOVER 2021): one row a pair of source and target actor, tab-separated.</summary>
public static class PloverExport
{
    /// <summary>Columns.</summary>
    public static readonly string[] Columns = ["event_id", "event_date", "event_date_end", "event_type", "event_mode", "contexts", "source_actor", "source_country", "source_role", "target_actor", "target_country", "target_role", "place", "country", "lat", "lon", "status", "num_sources", "quote"];

    private static readonly HashSet<string> Acting = ["visitor", "speaker", "awarder", "sender", "donor", "organiser"];

    /// <summary>Writes the rows. Among equals the state that comes first in the alphabet is the source, and the pair stands in both directions, as PLOVER has it for CONSULT and AGREE.</summary>
    public static void Write(TextWriter to, IEnumerable<EventSummary> events)
    {
        to.Write(string.Join('\t', Columns) + "\n");
        foreach (var e in events.Where(e => e.Status is "occurred" or "ongoing" && e.Plover is not null))
            foreach (var (source, target) in Pairs(e))
                to.Write(string.Join('\t', new[]
                {
                    e.Id, e.Start, e.End, e.Plover!.Event, e.Plover.Mode, string.Join(';', e.Plover.Contexts), source?.Name, source?.Country, source?.Office ?? source?.Kind,
                    target?.Name, target?.Country, target?.Office ?? target?.Kind, e.Place?.Name, e.Place?.Country, Number(e.Place?.Latitude), Number(e.Place?.Longitude), e.Status, Number(e.Sources), e.Quote,
                }.Select(Cell)) + "\n");
    }

    private static IEnumerable<(Chancery.Reading.Reports.Participant? Source, Chancery.Reading.Reports.Participant? Target)> Pairs(EventSummary e)
    {
        var acting = e.Participants.Where(p => Acting.Contains(p.Role)).ToArray();
        var directed = TypeRule.Of(e.Type).Directed;
        var sources = acting.Length > 0 ? acting : directed ? [.. e.Participants.Where(p => p.Role is "party" or "participant")] : [.. e.Participants];
        var targets = directed || acting.Length > 0 ? e.Participants.Where(p => !sources.Contains(p)).ToArray() : [.. e.Participants];
        var any = false;
        foreach (var source in sources)
            foreach (var target in targets)
            {
                if (source == target || source.Country is not null && source.Country == target.Country) continue;
                any = true;
                yield return (source, target);
            }
        if (!any) yield return (sources.FirstOrDefault(), targets.FirstOrDefault(t => !sources.Contains(t)));
    }

    private static string? Number(double? number) => number?.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string Cell(string? text) => (text ?? "").Replace('\t', ' ').ReplaceLineEndings(" ");
}
