using System.Collections.Immutable;
using Chancery.Reading.Reports;
using Chancery.Register;
using Chancery.Register.Events;
using Chancery.Register.Merging;
using Chancery.Storage.Sql;

namespace Chancery.Storage;

/// <summary>An event that a description may mean.</summary>
/// <param name="Event">The event.</param>
/// <param name="Score">0 to 1, by the measure of merging.</param>
/// <param name="Same">True from where the register itself would merge.</param>
public sealed record MatchedEvent(EventSummary Event, double Score, bool Same);

/// <summary>Which registered events a description may mean.</summary>
public sealed partial class RegisterStore
{
    /// <summary>Compares a described event with those near it, by the very blocks and measure by which reports are merged; nothing is written.</summary>
    /// <param name="described">The description as a report.</param>
    /// <param name="limit">Most events.</param>
    /// <param name="least">Least score.</param>
    public ImmutableArray<MatchedEvent> Match(Report described, int limit, double least) => Read<ImmutableArray<MatchedEvent>>(connection =>
    {
        var source = new SourceDocument(new DocumentHeader { Id = $"described:{Guid.NewGuid():n}", Language = "en", Characters = 0 }, "described");
        var profile = ProfileOf.Document(source, [described])[0];
        var near = new HashSet<long>();
        foreach (var range in BlockKeys.Ranges(profile))
            near.UnionWith(Rows(SqlDatabase.Command(connection, "SELECT report FROM block WHERE span = @span AND key = @key AND day BETWEEN @from AND @to AND until >= @since LIMIT 2000",
                ("@span", range.Span), ("@key", range.Key), ("@from", range.From), ("@to", range.To), ("@since", range.Since)), r => r.GetInt64(0)));
        if (near.Count == 0) return [];
        var best = Rows(SqlDatabase.Command(connection, $"SELECT profile, event FROM report WHERE {_database.In("number", "@keys")}", ("@keys", _database.Keys(near))), r => (Profile: ProfileCodec.Read((byte[])r[0]), Event: r.GetInt64(1)))
            .GroupBy(r => r.Event).Select(g => (Event: g.Key, Score: g.Max(r => MergeMeasure.Compare(profile, r.Profile).Score)))
            .Where(m => m.Score >= least && m.Score > 0).OrderByDescending(m => m.Score).ThenBy(m => m.Event).Take(limit).ToDictionary(m => m.Event, m => m.Score);
        if (best.Count == 0) return [];
        var events = Rows(SqlDatabase.Command(connection, $"SELECT number, body FROM event WHERE rejected = 0 AND {_database.In("number", "@keys")}", ("@keys", _database.Keys(best.Keys))), r => Summary(r, 0, 1));
        return [.. WithWholes(connection, [.. events]).Select(e => new MatchedEvent(e, Math.Round(best[e.Number], 3), best[e.Number] >= Likeness.SameFrom)).OrderByDescending(m => m.Score).ThenBy(m => m.Event.Number)];
    });
}
