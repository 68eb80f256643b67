using System.Globalization;
using Chancery.Reading.Reports;
using Chancery.Register.Events;

namespace Chancery.Register.Exports;

/// <summary>Counts in the manner of hand-made data sets; each file names its rule in a first line that begins with #.</summary>
public static class CountingViews
{
    private static readonly HashSet<string> Formal = ["state", "official", "official-working", "working", "goodwill"];
    private static readonly HashSet<string> Leaders = ["president", "prime-minister", "chancellor", "monarch", "emir", "sultan", "emperor", "supreme-leader", "crown-prince", "general-secretary"];

    /// <summary>ChinaVisits: formal visits of leaders to and from China; a visit whose sole purpose is a multilateral meeting is left out.</summary>
    public static void ChinaVisits(TextWriter to, IEnumerable<EventSummary> events)
    {
        var all = events.ToArray();
        to.Write("# rule: ChinaVisits: formal visits (state, official, working, or not named) by heads of state, government and foreign ministers from or to China that occurred; visits with a sole multilateral purpose left out\n");
        to.Write(CsvText.Row("leader", "office", "from", "to", "start", "end", "type", "event"));
        foreach (var (e, visitor) in Visits(all).Where(v => (v.Visitor.Country == "CHN" || v.Event.Place?.Country == "CHN") && (Leader(v.Visitor) || v.Visitor.Office == "foreign-minister")))
            if ((e.Subtype is null || Formal.Contains(e.Subtype)) && !SolelyMultilateral(e, all)) to.Write(Row(e, visitor));
    }

    /// <summary>COLT: all travel abroad of heads of state and government, whatever its purpose.</summary>
    public static void Colt(TextWriter to, IEnumerable<EventSummary> events)
    {
        to.Write("# rule: COLT: every trip abroad of a head of state or government that occurred, one row a country, whatever its purpose\n");
        to.Write(CsvText.Row("leader", "office", "from", "to", "start", "end", "type", "event"));
        foreach (var (e, visitor) in Visits(events).Where(v => Leader(v.Visitor) && v.Visitor.Country != v.Event.Place?.Country)) to.Write(Row(e, visitor));
    }

    /// <summary>Events by pair of states, year and type.</summary>
    public static void DyadYear(TextWriter to, IEnumerable<EventSummary> events)
    {
        to.Write("# rule: dyad-year: events that occurred, by year of the first day and by each unordered pair of states among those that take part or host\n");
        to.Write(CsvText.Row("state_a", "state_b", "year", "type", "events", "sources"));
        var counts = new SortedDictionary<(string, string, string, string), (int, int)>();
        foreach (var e in Dated(events))
            for (var i = 0; i < e.States.Length; i++)
                for (var j = i + 1; j < e.States.Length; j++) Add(counts, (e.States[i], e.States[j], e.Start![..4], e.Type), e);
        foreach (var ((a, b, year, type), (n, sources)) in counts) to.Write(CsvText.Row(a, b, year, type, Number(n), Number(sources)));
    }

    /// <summary>Events by state, year and type.</summary>
    public static void CountryYear(TextWriter to, IEnumerable<EventSummary> events)
    {
        to.Write("# rule: country-year: events that occurred, by year of the first day and by each state that takes part or hosts\n");
        to.Write(CsvText.Row("state", "year", "type", "events", "sources"));
        var counts = new SortedDictionary<(string, string, string, string), (int, int)>();
        foreach (var e in Dated(events))
            foreach (var state in e.States) Add(counts, (state, "", e.Start![..4], e.Type), e);
        foreach (var ((state, _, year, type), (n, sources)) in counts) to.Write(CsvText.Row(state, year, type, Number(n), Number(sources)));
    }

    private static IEnumerable<EventSummary> Dated(IEnumerable<EventSummary> events) => events.Where(e => e.Status is "occurred" or "ongoing" && e.Start is not null);

    private static IEnumerable<(EventSummary Event, Participant Visitor)> Visits(IEnumerable<EventSummary> events) =>
        Dated(events).Where(e => e.Type == "visit" && e.Subtype != "transit").SelectMany(e => e.Participants.Where(p => p.Role == "visitor" && p.Kind == "person").Select(p => (e, p)));

    private static bool Leader(Participant p) => p.Office is not null && Leaders.Contains(p.Office);

    /// <summary>All its parts are summits.</summary>
    private static bool SolelyMultilateral(EventSummary visit, EventSummary[] all)
    {
        var parts = all.Where(e => e.PartOf == visit.Id).ToArray();
        return parts.Length > 0 && parts.All(p => p.Type == "summit");
    }

    private static string Row(EventSummary e, Participant visitor) =>
        CsvText.Row(visitor.Name, visitor.Office, visitor.Country, e.Place?.Country, e.Start, e.End ?? e.Start, e.Subtype ?? "", e.Id);

    private static void Add(SortedDictionary<(string, string, string, string), (int, int)> counts, (string, string, string, string) key, EventSummary e)
    {
        var (n, sources) = counts.GetValueOrDefault(key);
        counts[key] = (n + 1, sources + e.Sources);
    }

    private static string Number(int n) => n.ToString(CultureInfo.InvariantCulture);
}
