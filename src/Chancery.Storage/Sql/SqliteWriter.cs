using Chancery.Register.Merging;
using Chancery.Storage.Ingest;
using Microsoft.Data.Sqlite;

namespace Chancery.Storage.Sql;

/// <summary>Writes to SQLite by prepared statements, which in the same process cost microseconds.</summary>
internal sealed class SqliteWriter(SqliteDatabase database, SqliteConnection connection, SqliteTransaction transaction) : SqlWriter(database, connection, transaction)
{
    public override void Insert(string table, IReadOnlyList<string> columns, IEnumerable<object?[]> rows)
    {
        using var command = Command($"INSERT INTO {table} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", columns.Select((_, i) => $"@p{i}"))})");
        for (var i = 0; i < columns.Count; i++) command.Parameters.Add(new SqliteParameter { ParameterName = $"@p{i}" });
        foreach (var row in rows)
        {
            for (var i = 0; i < row.Length; i++) command.Parameters[i].Value = row[i] ?? DBNull.Value;
            command.ExecuteNonQuery();
        }
    }

    public override List<(int Range, long Report)> Probe(IReadOnlyList<BlockRange> ranges)
    {
        var found = new List<(int, long)>();
        using var command = Command("SELECT report FROM block WHERE span = @span AND key = @key AND day BETWEEN @from AND @to AND until >= @since", ("@span", 0), ("@key", 0L), ("@from", 0), ("@to", 0), ("@since", 0));
        for (var i = 0; i < ranges.Count; i++)
        {
            command.Parameters[0].Value = ranges[i].Span;
            command.Parameters[1].Value = ranges[i].Key;
            command.Parameters[2].Value = ranges[i].From;
            command.Parameters[3].Value = ranges[i].To;
            command.Parameters[4].Value = ranges[i].Since;
            using var reader = command.ExecuteReader();
            while (reader.Read()) found.Add((i, reader.GetInt64(0)));
        }
        return found;
    }

    public override void UpdateReports(string column, IReadOnlyCollection<(long Report, long Value)> values)
    {
        using var command = Command($"UPDATE report SET {column} = @value WHERE number = @report", ("@value", 0L), ("@report", 0L));
        foreach (var (report, value) in values)
        {
            command.Parameters[0].Value = value;
            command.Parameters[1].Value = report;
            command.ExecuteNonQuery();
        }
    }

    public override void Delete(string table, IReadOnlyList<string> columns, IReadOnlyList<object[]> keys)
    {
        if (keys.Count == 0) return;
        using var command = Command($"DELETE FROM {table} WHERE {string.Join(" AND ", columns.Select((c, i) => $"{c} = @p{i}"))}");
        for (var i = 0; i < columns.Count; i++) command.Parameters.Add(new SqliteParameter { ParameterName = $"@p{i}" });
        foreach (var key in keys)
        {
            for (var i = 0; i < key.Length; i++) command.Parameters[i].Value = key[i];
            command.ExecuteNonQuery();
        }
    }

    // Full text goes by the row and not by the number: rows ascend, so that lists of matches are short and what is new is written at their end.
    public override void RemoveText(IReadOnlyCollection<long> events)
    {
        if (events.Count > 0) Execute($"DELETE FROM event_text WHERE rowid IN (SELECT row FROM event WHERE {Database.In("number", "@keys")})", ("@keys", Database.Keys(events)));
    }

    public override void InsertText(IEnumerable<(long Event, EventText Text)> written)
    {
        using var command = Command("INSERT INTO event_text (rowid, title, people, places, quotes) VALUES ((SELECT row FROM event WHERE number = @number), @title, @people, @places, @quotes)",
            ("@number", 0L), ("@title", ""), ("@people", ""), ("@places", ""), ("@quotes", ""));
        foreach (var (number, text) in written)
        {
            command.Parameters[0].Value = number;
            command.Parameters[1].Value = text.Title;
            command.Parameters[2].Value = text.People;
            command.Parameters[3].Value = text.Places;
            command.Parameters[4].Value = text.Quotes;
            command.ExecuteNonQuery();
        }
    }

    public override void AddTallies(IReadOnlyCollection<(TallyKey Key, int Events)> deltas)
    {
        using var command = Command("INSERT INTO tally (a, b, type, year, events) VALUES (@a, @b, @type, @year, @events) ON CONFLICT (a, b, type, year) DO UPDATE SET events = events + excluded.events",
            ("@a", ""), ("@b", ""), ("@type", ""), ("@year", 0), ("@events", 0));
        foreach (var (key, events) in deltas)
        {
            command.Parameters[0].Value = key.A;
            command.Parameters[1].Value = key.B;
            command.Parameters[2].Value = key.Type;
            command.Parameters[3].Value = key.Year;
            command.Parameters[4].Value = events;
            command.ExecuteNonQuery();
        }
    }

    public override void AddCoverage(IReadOnlyCollection<(CoverageKey Key, CoverageCount Count)> deltas)
    {
        using var command = Command("""
            INSERT INTO coverage (span, day, source, documents, silent, reports) VALUES (@span, @day, @source, @documents, @silent, @reports)
            ON CONFLICT (span, day, source) DO UPDATE SET documents = documents + excluded.documents, silent = silent + excluded.silent, reports = reports + excluded.reports
            """, ("@span", ""), ("@day", ""), ("@source", ""), ("@documents", 0L), ("@silent", 0L), ("@reports", 0L));
        foreach (var (key, count) in deltas)
        {
            command.Parameters[0].Value = key.Span;
            command.Parameters[1].Value = key.Day;
            command.Parameters[2].Value = key.Source;
            command.Parameters[3].Value = count.Documents;
            command.Parameters[4].Value = count.Silent;
            command.Parameters[5].Value = count.Reports;
            command.ExecuteNonQuery();
        }
    }

    protected override void Release(bool committed) => database.Release(connection, committed);
}
