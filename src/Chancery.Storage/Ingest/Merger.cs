using Chancery.Register.Merging;
using Chancery.Storage.Sql;

namespace Chancery.Storage.Ingest;

/// <summary>
/// Puts reports in their events within one transaction: finds the reports near the new ones, joins the connected parts that they bridge,
/// groups those parts anew and hands on which events gained or lost a report.
/// </summary>
internal sealed class Merger(SqlWriter writer, ProfileCache cache)
{
    private readonly Parts _parts = new();
    private readonly HashSet<long> _touched = [];
    private readonly Dictionary<long, Profile> _fresh = [];
    private readonly HashSet<long> _standing = [];
    private readonly List<Doubt> _doubts = [];

    /// <summary>Compares new reports with those near them.</summary>
    public void Add(IReadOnlyList<Profile> profiles)
    {
        foreach (var profile in profiles)
        {
            _fresh[profile.Report] = profile;
            cache.Put(profile);
            _touched.Add(profile.Report);
        }
        var ranges = new List<BlockRange>();
        var owner = new List<Profile>();
        foreach (var profile in profiles)
            foreach (var range in BlockKeys.Ranges(profile)) { ranges.Add(range); owner.Add(profile); }
        var found = writer.Probe(ranges);
        var near = Profiles(found.Select(f => f.Report).ToHashSet());
        var joined = new List<(long, long)>();
        // In the order of the ranges, so that those of one report follow on each other.
        found.Sort((x, y) => x.Range.CompareTo(y.Range));
        var compared = new HashSet<long>();
        Profile? mine = null;
        foreach (var (range, report) in found)
        {
            if (!ReferenceEquals(mine, owner[range])) compared.Clear();
            mine = owner[range];
            if (report == mine.Report || !compared.Add(report)) continue;
            var score = MergeMeasure.Score(mine, near[report]);
            if (score >= Likeness.SameFrom) joined.Add((mine.Report, report));
            else if (score >= Likeness.UnsureFrom) _doubts.Add(new(Math.Min(mine.Report, report), Math.Max(mine.Report, report), score.Value));
        }
        Join(joined);
    }

    /// <summary>Has the parts of some reports grouped anew, those of each pair together.</summary>
    public void Touch(IReadOnlyCollection<long> reports, IReadOnlyCollection<(long A, long B)> together)
    {
        foreach (var (_, part) in PartsOf(reports))
        {
            _touched.Add(part);
            _standing.Add(part);
        }
        Join(together);
    }

    private void Join(IReadOnlyCollection<(long A, long B)> pairs)
    {
        var part = PartsOf(pairs.SelectMany(p => new[] { p.A, p.B }).Where(r => !_fresh.ContainsKey(r)).Distinct().ToArray()).ToDictionary(p => p.Report, p => p.Part);
        foreach (var (a, b) in pairs)
        {
            if (!(Part(a) is { } x && Part(b) is { } y)) continue;
            _touched.Add(x);
            _touched.Add(y);
            _parts.Join(x, y);
        }
        long? Part(long report) => _fresh.ContainsKey(report) ? report : part.TryGetValue(report, out var p) ? p : null;
    }

    private List<(long Report, long Part)> PartsOf(IReadOnlyCollection<long> reports) =>
        writer.Select($"SELECT number, part FROM report WHERE {writer.Database.In("number", "@keys")}", reports, r => (r.GetInt64(0), r.GetInt64(1)));

    /// <summary>Groups the touched parts; yields the events (by number) whose reports changed, with their reports now; none where the event is no more.</summary>
    /// <param name="judged">What people said of reports, in order of saying.</param>
    /// <param name="removed">Events that lost a report; they are handed on even where nothing else changed.</param>
    public Dictionary<long, List<long>> Regroup(IReadOnlyCollection<JudgedPair> judged, IReadOnlySet<long> removed)
    {
        var roots = _touched.Select(_parts.Find).ToHashSet();
        var bridged = _parts.Joined.Select(j => j.Now).ToHashSet();
        // A report that is read again may have given its number to a part that others stand in.
        var lone = roots.Where(r => _fresh.ContainsKey(r) && !bridged.Contains(r) && !_standing.Contains(r)).ToHashSet();
        return Regroup(roots, lone, judged, removed);
    }

    private Dictionary<long, List<long>> Regroup(HashSet<long> roots, HashSet<long> lone, IReadOnlyCollection<JudgedPair> judged, IReadOnlySet<long> removed)
    {
        var old = roots.Except(lone).Concat(_parts.Joined.Select(j => j.Old)).Distinct().ToArray();
        var members = writer.Select(
            $"SELECT number, event, part FROM report WHERE {writer.Database.In("number", "@keys")} AND part = number UNION ALL SELECT number, event, part FROM report WHERE {writer.Database.In("part", "@keys")} AND part <> number", old,
             r => (Report: r.GetInt64(0), Event: r.GetInt64(1), Part: r.GetInt64(2)));
        var profiles = Profiles(members.Select(m => m.Report).ToArray());
        var changed = new Dictionary<long, List<long>>();
        var moves = new List<(long, long)>();
        // A new report was written as an event and a part of its own, so one that stays alone is not written again.
        foreach (var report in lone) changed[report] = [report];
        foreach (var part in members.GroupBy(m => _parts.Find(m.Part)))
        {
            var was = part.ToDictionary(m => m.Report, m => _fresh.ContainsKey(m.Report) ? 0 : m.Event);
            var inside = part.Select(m => profiles[m.Report]).ToArray();
            foreach (var reports in Clusters.Of(inside, judged).Events) Place(reports, was, changed, moves, removed);
        }
        writer.UpdateReports("event", moves);
        writer.UpdateReports("part", members.Where(m => _parts.Find(m.Part) != m.Part).Select(m => (m.Report, _parts.Find(m.Part))).ToArray());
        WriteDoubts();
        return changed;
    }

    private static void Place(IReadOnlyList<long> reports, Dictionary<long, long> was, Dictionary<long, List<long>> changed, List<(long, long)> moves, IReadOnlySet<long> removed)
    {
        var number = reports[0];
        var moved = reports.Where(r => was[r] != number).ToArray();
        if (moved.Length == 0 && was.Count(w => w.Value == number) == reports.Count && !removed.Contains(number)) return;
        changed[number] = [.. reports];
        foreach (var report in moved)
        {
            if (was[report] != 0 || report != number) moves.Add((report, number));
            if (was[report] != 0) changed.TryAdd(was[report], []);
        }
    }

    private Dictionary<long, Profile> Profiles(IReadOnlyCollection<long> reports)
    {
        var found = new Dictionary<long, Profile>(reports.Count);
        var missing = new List<long>();
        foreach (var report in reports)
            if (_fresh.TryGetValue(report, out var profile) || cache.Get(report) is { } cached && (profile = cached) is not null) found[report] = profile; else missing.Add(report);
        foreach (var profile in writer.Select($"SELECT profile FROM report WHERE {writer.Database.In("number", "@keys")}", missing, r => ProfileCodec.Read((byte[])r[0])))
        {
            cache.Put(profile);
            found[profile.Report] = profile;
        }
        return found;
    }

    private void WriteDoubts()
    {
        var fresh = _doubts.DistinctBy(d => (d.A, d.B)).ToArray();
        if (fresh.Length == 0) return;
        var known = writer.Select($"SELECT a, b FROM doubt WHERE {writer.Database.In("a", "@keys")}", fresh.Select(d => d.A).Distinct().ToArray(), r => (r.GetInt64(0), r.GetInt64(1))).ToHashSet();
        writer.Insert("doubt", ["a", "b", "score"], fresh.Where(d => !known.Contains((d.A, d.B))).Select(d => new object?[] { d.A, d.B, Math.Round(d.Score, 3) }));
    }
}
