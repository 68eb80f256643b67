using Chancery.Register.Merging;
using Chancery.Storage.Ingest;
using Microsoft.Data.Sqlite;

namespace Chancery.Storage.Sql;

/// <summary>Writes to SQLite by prepared statements, which in the same process cost microseconds.</summary>
internal sealed class SqliteWriter(SqliteDatabase database, SqliteConnection connection, SqliteTransaction transaction, Lock writer) : SqlWriter(database, connection, transaction)
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
        using var command = Command("SELECT report FROM block WHERE key = @key AND day BETWEEN @from AND @to", ("@key", 0L), ("@from", 0), ("@to", 0));
        for (var i = 0; i < ranges.Count; i++)
        {
            command.Parameters[0].Value = ranges[i].Key;
            command.Parameters[1].Value = ranges[i].From;
            command.Parameters[2].Value = ranges[i].To;
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

    public override void ReplaceText(IReadOnlyCollection<long> gone, IReadOnlyCollection<(long Event, EventText Text)> written)
    {
        Delete("event_text", "rowid", gone);
        Insert("event_text", ["rowid", "title", "people", "places", "quotes"],
            written.Select(w => new object?[] { w.Event, w.Text.Title, w.Text.People, w.Text.Places, w.Text.Quotes }));
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

    protected override void Release() => writer.Exit();
}
