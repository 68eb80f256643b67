using Chancery.Register.Merging;
using Chancery.Storage.Sql;

namespace Chancery.Storage.Ingest;

/// <summary>A report that was taken out because its document was read again.</summary>
/// <param name="Profile">What it said.</param>
/// <param name="Event">The event it was in.</param>
internal readonly record struct TakenOut(Profile Profile, long Event);

/// <summary>Replaces what an older reader read of a document; ids and judgements that pointed there lead to what the new reader read.</summary>
internal sealed class Rereading(SqlWriter writer, ProfileCache cache)
{
    public List<TakenOut> TakeOut(IReadOnlyCollection<IngestItem> readings, Merger merger)
    {
        var documents = readings.Select(r => Chancery.Register.RegisterId.Document(r.Article.Document.Id)).ToArray();
        var taken = writer.Select($"SELECT profile, event FROM report WHERE {writer.Database.In("document", "@keys")}", documents, r => new TakenOut(ProfileCodec.Read((byte[])r[0]), r.GetInt64(1)));
        merger.Touch([.. taken.Select(t => t.Profile.Report)], []);
        CoverageTable.Move(writer, writer.Select($"SELECT d.source, d.published, (SELECT count(*) FROM report r WHERE r.document = d.number) FROM document d WHERE {writer.Database.In("d.number", "@keys")}", documents,
            r => (r.IsDBNull(0) ? null : r.GetString(0), r.IsDBNull(1) ? null : r.GetString(1), r.GetInt64(2))), -1);
        ReportTable.Remove(writer, [.. taken.Select(t => t.Profile)]);
        writer.Delete("document", "number", documents);
        writer.Delete("doubt", "a", taken.Select(t => t.Profile.Report).ToArray());
        writer.Delete("doubt", "b", taken.Select(t => t.Profile.Report).ToArray());
        cache.Forget();
        return taken;
    }

    /// <summary>Points each report that is no more to its successor: the same kind of event in the same document, the nearest in time; else to another report of its event.</summary>
    public void Redirect(List<TakenOut> taken, IReadOnlyList<Profile> now)
    {
        var alive = now.Select(p => p.Report).ToHashSet();
        var gone = taken.Where(t => !alive.Contains(t.Profile.Report)).ToArray();
        var rest = writer.Select($"SELECT event, min(number) FROM {ReportTable.OfEvents(writer.Database)} r GROUP BY event", gone.Select(g => g.Event).Distinct().ToArray(), r => (Event: r.GetInt64(0), Report: r.GetInt64(1)))
            .ToDictionary(r => r.Event, r => r.Report);
        writer.Delete("redirect", "old", alive);
        foreach (var old in gone)
        {
            var heir = Heir(old.Profile, now)?.Report ?? rest.GetValueOrDefault(old.Event);
            writer.Execute("UPDATE redirect SET report = @heir WHERE report = @old", ("@heir", heir), ("@old", old.Profile.Report));
            writer.Delete("redirect", "old", [old.Profile.Report]);
            writer.Insert("redirect", ["old", "report"], [[old.Profile.Report, heir]]);
        }
    }

    private static Profile? Heir(Profile old, IReadOnlyList<Profile> now) => now
        .Where(p => p.Document == old.Document && p.Group == old.Group)
        .OrderByDescending(p => p.Parties.Select(x => x.Actor).Intersect(old.Parties.Select(x => x.Actor)).Count())
        .ThenBy(p => Math.Abs(p.First - old.First)).ThenBy(p => p.Report).FirstOrDefault();
}
