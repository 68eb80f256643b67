using System.Data.Common;
using Chancery.Register.Merging;
using Chancery.Storage.Ingest;

namespace Chancery.Storage.Sql;

/// <summary>A writing transaction. Disposed without <see cref="Commit"/> it leaves no trace.</summary>
internal abstract class SqlWriter(SqlDatabase database, DbConnection connection, DbTransaction transaction) : IDisposable
{
    public SqlDatabase Database => database;

    public DbConnection Connection => connection;

    public DbCommand Command(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var command = SqlDatabase.Command(connection, sql, parameters);
        command.Transaction = transaction;
        return command;
    }

    public int Execute(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var command = Command(sql, parameters);
        return command.ExecuteNonQuery();
    }

    /// <summary>Rows of a query with <c>@keys</c>; nothing is asked for no keys.</summary>
    public List<T> Select<T, TKey>(string sql, IReadOnlyCollection<TKey> keys, Func<DbDataReader, T> row)
    {
        var rows = new List<T>();
        if (keys.Count == 0) return rows;
        using var command = Command(sql, ("@keys", database.Keys(keys)));
        using var reader = command.ExecuteReader();
        while (reader.Read()) rows.Add(row(reader));
        return rows;
    }

    public void Delete<TKey>(string table, string column, IReadOnlyCollection<TKey> keys)
    {
        if (keys.Count > 0) Execute($"DELETE FROM {table} WHERE {database.In(column, "@keys")}", ("@keys", database.Keys(keys)));
    }

    /// <summary>Inserts many rows.</summary>
    public abstract void Insert(string table, IReadOnlyList<string> columns, IEnumerable<object?[]> rows);

    /// <summary>Reports that stand in any of the ranges of blocks: index of the range and number of the report.</summary>
    public abstract List<(int Range, long Report)> Probe(IReadOnlyList<BlockRange> ranges);

    /// <summary>Sets a number in one column of many rows of <c>report</c>.</summary>
    public abstract void UpdateReports(string column, IReadOnlyCollection<(long Report, long Value)> values);

    /// <summary>Deletes rows by all columns of their key.</summary>
    public abstract void Delete(string table, IReadOnlyList<string> columns, IReadOnlyList<object[]> keys);

    /// <summary>Takes events out of full text, while they still stand in <c>event</c>.</summary>
    public abstract void RemoveText(IReadOnlyCollection<long> events);

    /// <summary>Puts events into full text that stand in <c>event</c>, in the order in which they were written there.</summary>
    public abstract void InsertText(IEnumerable<(long Event, EventText Text)> written);

    /// <summary>Adds to rows of <c>tally</c>, in the order given.</summary>
    public abstract void AddTallies(IReadOnlyCollection<(TallyKey Key, int Events)> deltas);

    /// <summary>Adds to rows of <c>coverage</c>, in the order given.</summary>
    public abstract void AddCoverage(IReadOnlyCollection<(CoverageKey Key, CoverageCount Count)> deltas);

    public void Commit()
    {
        transaction.Commit();
        _committed = true;
    }

    public void Dispose()
    {
        try { transaction.Dispose(); }
        finally { Release(_committed); }
    }

    private bool _committed;

    /// <summary>Gives the connection back and lets the next writer in.</summary>
    protected virtual void Release(bool committed) => connection.Dispose();
}

/// <summary>What full text finds an event by.</summary>
internal readonly record struct EventText(string Title, string People, string Places, string Quotes);
