using System.Collections.Immutable;
using System.Data.Common;
using Chancery.Storage.Ingest;
using Chancery.Storage.Sql;

namespace Chancery.Storage.Feeds;

/// <summary>A feed that is polled.</summary>
/// <param name="Address">Its address.</param>
/// <param name="Source">Publisher of its articles where they do not say it themselves, or null.</param>
/// <param name="Added">When it was named.</param>
/// <param name="Polled">When it was asked last, or null.</param>
/// <param name="Tag">Tag of the last answer; sent along, so that what did not change is not sent again.</param>
/// <param name="Outcome">What came of the last poll, in words, or null.</param>
public sealed record PolledFeed(string Address, string? Source, DateTimeOffset Added, DateTimeOffset? Polled = null, string? Tag = null, string? Outcome = null);

/// <summary>The feeds of a register. Nothing is polled but what somebody named.</summary>
public sealed class FeedList
{
    private readonly RegisterStore _store;

    internal FeedList(RegisterStore store) => _store = store;

    /// <summary>All feeds, by address.</summary>
    public ImmutableArray<PolledFeed> All() => _store.Read(c => RegisterStore.Rows(SqlDatabase.Command(c, "SELECT address, source, added, polled, tag, outcome FROM feed ORDER BY address"), Feed).ToImmutableArray());

    /// <summary>Adds a feed, or replaces what is known of it.</summary>
    public void Put(PolledFeed feed) => _store.Write(w =>
    {
        w.Execute("DELETE FROM feed WHERE address = @address", ("@address", feed.Address));
        return w.Execute("INSERT INTO feed (address, source, added, polled, tag, outcome) VALUES (@address, @source, @added, @polled, @tag, @outcome)",
            ("@address", feed.Address), ("@source", feed.Source), ("@added", Instants.Print(feed.Added)), ("@polled", feed.Polled is { } at ? Instants.Print(at) : null), ("@tag", feed.Tag), ("@outcome", feed.Outcome));
    });

    /// <summary>Takes a feed away; what was read from it stays.</summary>
    /// <returns>False where it was not there.</returns>
    public bool Remove(string address) => _store.Write(w => w.Execute("DELETE FROM feed WHERE address = @address", ("@address", address))) > 0;

    private static PolledFeed Feed(DbDataReader r)
    {
        string? Text(int i) => r.IsDBNull(i) ? null : r.GetString(i);
        return new(r.GetString(0), Text(1), Instants.Parse(r.GetString(2)), Text(3) is { } polled ? Instants.Parse(polled) : null, Text(4), Text(5));
    }
}
