using System.Text.Json;
using Chancery.Register;
using Chancery.Register.Events;
using Chancery.Register.Judgements;
using Chancery.Storage.Sql;

namespace Chancery.Storage.Ingest;

/// <summary>Projects events anew and writes them with everything that finds them.</summary>
internal sealed class EventTable(SqlWriter writer, DateTimeOffset now)
{
    /// <summary>Widest event whose pairs of states are written out.</summary>
    public const int Widest = 16;

    /// <summary>Writes events.</summary>
    /// <param name="changed">Numbers of events with their reports; none where the event is no more.</param>
    /// <param name="known">Reports at hand; others are read.</param>
    /// <param name="judgements">Judgements that hold.</param>
    public void Write(Dictionary<long, List<long>> changed, IReadOnlyDictionary<long, SourcedReport> known, IReadOnlyList<Judgement> judgements)
    {
        if (changed.Count == 0) return;
        var before = Summaries([.. changed.Keys]);
        var reports = Reports(changed.Values.SelectMany(r => r), known);
        var about = judgements.ToLookup(j => j.Left);
        var after = new List<EventSummary>();
        foreach (var (_, members) in changed.Where(c => c.Value.Count > 0))
            after.Add(Projection.Of(members.Select(m => reports[m]), members.SelectMany(m => about[m])).Summary);
        Remove(before);
        after.Sort((a, b) => a.Number.CompareTo(b.Number));
        Insert(after, before);
        TallyTable.Move(writer, before.Values.Select(b => b.Summary), after);
        Changes(before, after, changed);
    }

    private Dictionary<long, StoredEvent> Summaries(IReadOnlyCollection<long> events) =>
        writer.Select($"SELECT number, revision, body, day FROM event WHERE {writer.Database.In("number", "@keys")}", events,
            r => new StoredEvent(JsonSerializer.Deserialize(r.GetString(2), EventJsonOptions.Compact.EventSummary)! with { Number = r.GetInt64(0) }, r.GetInt32(1), r.GetInt32(3)))
            .ToDictionary(e => e.Summary.Number);

    private readonly record struct StoredEvent(EventSummary Summary, int Revision, int Day);

    private Dictionary<long, SourcedReport> Reports(IEnumerable<long> numbers, IReadOnlyDictionary<long, SourcedReport> known)
    {
        var found = new Dictionary<long, SourcedReport>();
        var missing = new List<long>();
        foreach (var number in numbers)
            if (known.TryGetValue(number, out var report)) found[number] = report; else missing.Add(number);
        foreach (var report in writer.Select(ReportTable.Select(writer.Database.In("r.number", "@keys")), missing, ReportTable.ReadReport)) found[report.Number] = report;
        return found;
    }

    // The whole keys of the rows are known from the summaries, so that no index by event is needed for them.
    private void Remove(Dictionary<long, StoredEvent> before)
    {
        writer.RemoveText(before.Keys);
        writer.Delete("event", "number", before.Keys);
        writer.Delete("event_state", ["state", "day", "event"], [.. before.Values.SelectMany(b => b.Summary.States.Select(s => new object[] { s, b.Day, b.Summary.Number }))]);
        writer.Delete("event_pair", ["a", "b", "day", "event"], [.. before.Values.Where(b => b.Summary.States.Length <= Widest).SelectMany(b => Pairs(b.Summary, b.Day))]);
        writer.Delete("event_wide", "event", [.. before.Values.Where(b => b.Summary.States.Length > Widest).Select(b => b.Summary.Number)]);
    }

    private void Insert(List<EventSummary> events, Dictionary<long, StoredEvent> before)
    {
        var days = events.ToDictionary(e => e.Number, DaysOf);
        writer.Insert("event", ["number", "id", "type", "subtype", "status", "\"start\"", "\"end\"", "day", "last_day", "country", "title", "sources", "reports", "confidence", "disputed", "rejected", "revision", "changed", "body"],
            events.Select(e => new object?[]
            {
                e.Number, e.Id, e.Type, e.Subtype, e.Status, e.Start, e.End, days[e.Number].First, days[e.Number].Last, e.Place?.Country, e.Title, e.Sources, e.Reports, e.Confidence,
                e.Disputed.Length, e.Rejected ? 1 : 0, before.TryGetValue(e.Number, out var old) ? old.Revision + 1 : 0, Instants.Print(now),
                JsonSerializer.Serialize(e, EventJsonOptions.Compact.EventSummary),
            }));
        object?[] Filtered(EventSummary e) => [days[e.Number].Last, e.Type, Mooted(e) ? "mooted" : e.Status, e.Rejected ? 1 : 0, now.ToUnixTimeMilliseconds()];
        var filtered = events.ToDictionary(e => e.Number, Filtered);
        writer.Insert("event_state", ["state", "day", "event", "last_day", "type", "status", "rejected", "changed"],
            events.SelectMany(e => e.States.Select(s => (State: s, Day: days[e.Number].First, e.Number))).Order().Select(r => (object?[])[r.State, r.Day, r.Number, .. filtered[r.Number]]));
        writer.Insert("event_pair", ["a", "b", "day", "event", "last_day", "type", "status", "rejected", "changed"],
            events.Where(e => e.States.Length <= Widest).SelectMany(e => Pairs(e, days[e.Number].First).Select(p => (object?[])[.. p, .. filtered[e.Number]])));
        writer.Insert("event_wide", ["event"], events.Where(e => e.States.Length > Widest).Select(e => new object?[] { e.Number }));
        writer.InsertText(events.Select(e => (e.Number, TextOf(e))));
    }

    /// <summary>A plan that no day can overtake.</summary>
    private static bool Mooted(EventSummary e) => e is { Status: "planned", Start: null, End: null };

    private static IEnumerable<object[]> Pairs(EventSummary e, int day)
    {
        for (var i = 0; i < e.States.Length; i++)
            for (var j = i + 1; j < e.States.Length; j++) yield return [e.States[i], e.States[j], day, e.Number];
    }

    /// <summary>What full text finds an event by.</summary>
    public static EventText TextOf(EventSummary e) => new(
        $"{e.Title} {e.Type} {e.Subtype} {e.Name} {e.Honour?.Name} {e.Anniversary?.Of} {string.Join(' ', e.Topics)} {string.Join(' ', e.Instruments.Select(i => i.Title ?? i.Kind))}",
        string.Join(' ', e.Participants.Select(p => $"{p.Name} {p.Office}")),
        $"{e.Place?.Name} {e.Place?.Venue} {string.Join(' ', e.States.Select(s => $"{s} {States.Name(s)}"))}",
        e.Quote ?? "");

    /// <summary>First and last day for sorting: its dates, else the day of the first source; 0 where nothing dates it.</summary>
    private static (int First, int Last) DaysOf(EventSummary e)
    {
        var (start, end, reported) = (DayRange.Parse(e.Start), DayRange.Parse(e.End), DayRange.Parse(e.FirstReported));
        var first = start?.First ?? end?.First ?? reported?.First ?? 0;
        return (first, end?.Last ?? start?.Last ?? first);
    }

    private void Changes(Dictionary<long, StoredEvent> before, List<EventSummary> after, Dictionary<long, List<long>> changed)
    {
        var rows = new List<object?[]>();
        void Add(EventSummary e, string kind, string? was, string? now2) => rows.Add([Instants.Print(now), e.Number, kind, was, now2, e.Title]);
        var holder = after.SelectMany(e => changed[e.Number].Select(r => (Report: r, Event: e))).ToDictionary(p => p.Report, p => p.Event);
        foreach (var e in after)
        {
            if (!before.TryGetValue(e.Number, out var old)) { Add(e, "appeared", null, e.Status); continue; }
            var was = old.Summary;
            if (was.Status != e.Status) Add(e, "status", was.Status, e.Status);
            if (was.Start != e.Start) Add(e, "start", was.Start, e.Start);
            if (was.End != e.End) Add(e, "end", was.End, e.End);
            if (ClaimsOf.Place(was.Place ?? new(null, null, null, null, null, null)) is var x && ClaimsOf.Place(e.Place ?? new(null, null, null, null, null, null)) is var y && x != y) Add(e, "place", x, y);
            if (was.Sources != e.Sources) Add(e, "sources", $"{was.Sources}", $"{e.Sources}");
            if (was.Rejected != e.Rejected) Add(e, e.Rejected ? "rejected" : "restored", null, null);
            if (was.Disputed.Length < e.Disputed.Length) Add(e, "disputed", string.Join(' ', was.Disputed), string.Join(' ', e.Disputed));
        }
        foreach (var (number, old) in before)
            if (changed[number].Count == 0) Add(old.Summary, holder.TryGetValue(number, out var into) ? "merged" : "withdrawn", old.Summary.Id, into?.Id);
        writer.Insert("change", ["at", "event", "kind", "before", "after", "title"], rows);
    }
}
