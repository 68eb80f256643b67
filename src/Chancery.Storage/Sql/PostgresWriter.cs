using Chancery.Register.Merging;
using Chancery.Storage.Ingest;
using Npgsql;

namespace Chancery.Storage.Sql;

/// <summary>Writes to PostgreSQL in bulk: binary COPY, and arrays as parameters, so that a batch costs a few round trips and not one a row.</summary>
internal sealed class PostgresWriter(PostgresDatabase database, NpgsqlConnection connection, NpgsqlTransaction transaction) : SqlWriter(database, connection, transaction)
{
    public override void Insert(string table, IReadOnlyList<string> columns, IEnumerable<object?[]> rows)
    {
        using var each = rows.GetEnumerator();
        if (!each.MoveNext()) return;
        using var copy = connection.BeginBinaryImport($"COPY {table} ({string.Join(", ", columns)}) FROM STDIN (FORMAT BINARY)");
        do
        {
            copy.StartRow();
            foreach (var value in each.Current) Write(copy, value);
        }
        while (each.MoveNext());
        copy.Complete();
    }

    private static void Write(NpgsqlBinaryImporter copy, object? value)
    {
        switch (value)
        {
            case null: copy.WriteNull(); break;
            case long number: copy.Write(number); break;
            case int number: copy.Write(number); break;
            case double number: copy.Write(number); break;
            // PostgreSQL's text holds any character but this one.
            case string text: copy.Write(text.Contains('\0') ? text.Replace('\0', '\uFFFD') : text); break;
            case byte[] bytes: copy.Write(bytes); break;
            default: throw new NotSupportedException(value.GetType().Name);
        }
    }

    public override List<(int Range, long Report)> Probe(IReadOnlyList<BlockRange> ranges)
    {
        var found = new List<(int, long)>();
        if (ranges.Count == 0) return found;
        // OFFSET 0 keeps the look-up a loop over the index, whatever the planner believes of a young table.
        using var command = Command("""
            SELECT r.i, b.report FROM unnest(@spans, @keys, @from, @to, @since) WITH ORDINALITY AS r(span, key, f, t, s, i)
            CROSS JOIN LATERAL (SELECT report FROM block WHERE block.span = r.span AND block.key = r.key AND day BETWEEN r.f AND r.t AND until >= r.s OFFSET 0) b
            """, ("@spans", ranges.Select(r => r.Span).ToArray()), ("@keys", ranges.Select(r => r.Key).ToArray()), ("@from", ranges.Select(r => r.From).ToArray()), ("@to", ranges.Select(r => r.To).ToArray()), ("@since", ranges.Select(r => r.Since).ToArray()));
        using var reader = command.ExecuteReader();
        while (reader.Read()) found.Add(((int)reader.GetInt64(0) - 1, reader.GetInt64(1)));
        return found;
    }

    public override void UpdateReports(string column, IReadOnlyCollection<(long Report, long Value)> values)
    {
        if (values.Count == 0) return;
        Execute($"UPDATE report SET {column} = v.value FROM unnest(@reports, @values) AS v(report, value) WHERE number = v.report",
            ("@reports", values.Select(v => v.Report).ToArray()), ("@values", values.Select(v => v.Value).ToArray()));
    }

    public override void AddTallies(IReadOnlyCollection<(TallyKey Key, int Events)> deltas) =>
        Execute("INSERT INTO tally (a, b, type, year, events) SELECT * FROM unnest(@a, @b, @types, @years, @events) ON CONFLICT (a, b, type, year) DO UPDATE SET events = tally.events + excluded.events",
            ("@a", deltas.Select(d => d.Key.A).ToArray()), ("@b", deltas.Select(d => d.Key.B).ToArray()), ("@types", deltas.Select(d => d.Key.Type).ToArray()),
            ("@years", deltas.Select(d => d.Key.Year).ToArray()), ("@events", deltas.Select(d => (long)d.Events).ToArray()));

    public override void AddCoverage(IReadOnlyCollection<(CoverageKey Key, CoverageCount Count)> deltas) =>
        Execute("""
            INSERT INTO coverage (span, day, source, documents, silent, reports) SELECT * FROM unnest(@spans, @days, @sources, @documents, @silent, @reports)
            ON CONFLICT (span, day, source) DO UPDATE SET documents = coverage.documents + excluded.documents, silent = coverage.silent + excluded.silent, reports = coverage.reports + excluded.reports
            """,
            ("@spans", deltas.Select(d => d.Key.Span).ToArray()), ("@days", deltas.Select(d => d.Key.Day).ToArray()), ("@sources", deltas.Select(d => d.Key.Source).ToArray()),
            ("@documents", deltas.Select(d => d.Count.Documents).ToArray()), ("@silent", deltas.Select(d => d.Count.Silent).ToArray()), ("@reports", deltas.Select(d => d.Count.Reports).ToArray()));

    public override void Delete(string table, IReadOnlyList<string> columns, IReadOnlyList<object[]> keys)
    {
        if (keys.Count == 0) return;
        using var command = Command($"DELETE FROM {table} t USING unnest({string.Join(", ", columns.Select((_, i) => $"@p{i}"))}) AS k({string.Join(", ", columns)}) WHERE {string.Join(" AND ", columns.Select(c => $"t.{c} = k.{c}"))}");
        for (var i = 0; i < columns.Count; i++) SqlDatabase.Bind(command, $"@p{i}", Column(keys, i));
        command.ExecuteNonQuery();
    }

    private static object Column(IReadOnlyList<object[]> rows, int at) => rows[0][at] switch
    {
        string => rows.Select(r => (string)r[at]).ToArray(),
        int => rows.Select(r => (int)r[at]).ToArray(),
        long => rows.Select(r => (long)r[at]).ToArray(),
        var other => throw new NotSupportedException(other.GetType().Name),
    };

    public override void RemoveText(IReadOnlyCollection<long> events) => Delete("event_text", "event", events);

    public override void InsertText(IEnumerable<(long Event, EventText Text)> texts)
    {
        var written = texts.ToArray();
        if (written.Length == 0) return;
        string[] Folded(Func<EventText, string> of) => [.. written.Select(w => NameKey.Fold(of(w.Text)))];
        Execute("""
            INSERT INTO event_text (event, words)
            SELECT e, setweight(to_tsvector('simple', t), 'A') || setweight(to_tsvector('simple', p), 'B') || setweight(to_tsvector('simple', l), 'C') || to_tsvector('simple', q)
            FROM unnest(@events, @titles, @people, @places, @quotes) AS x(e, t, p, l, q)
            """, ("@events", written.Select(w => w.Event).ToArray()), ("@titles", Folded(t => t.Title)), ("@people", Folded(t => t.People)), ("@places", Folded(t => t.Places)), ("@quotes", Folded(t => t.Quotes)));
    }
}
