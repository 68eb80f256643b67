using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Chancery.Reading.Reports;
using Chancery.Register;
using Chancery.Register.Events;
using Chancery.Register.Judgements;
using Chancery.Register.Life;
using Chancery.Storage.Asking;
using Chancery.Storage.Ingest;
using Chancery.Storage.Sql;

namespace Chancery.Storage;

/// <summary>Questions to the register.</summary>
public sealed partial class RegisterStore
{
    /// <summary>One page of events, as they stand today.</summary>
    /// <exception cref="FormatException"><see cref="EventQuery.After"/> is no place in a list.</exception>
    public Page<EventSummary> Find(EventQuery query) => Read(connection =>
    {
        var sql = new EventSql(_database, query, Today);
        var rows = Rows(sql.Select(connection), r => (Number: r.GetInt64(0), Day: r.GetInt32(1), Changed: r.GetString(2), Summary: Summary(r, 0, 3) with { Revision = r.GetInt32(4), Changed = Instants.Parse(r.GetString(2)) }));
        var more = rows.Count > query.Limit;
        if (more) rows.RemoveAt(rows.Count - 1);
        var items = WithWholes(connection, [.. rows.Select(r => r.Summary)]);
        if (!more) return new Page<EventSummary>(items, null);
        var last = rows[^1];
        if (sql.ByOffset) return new Page<EventSummary>(items, (Offset(query.After) + rows.Count).ToString(CultureInfo.InvariantCulture));
        return new Page<EventSummary>(items, query.Order == EventOrder.Changed ? $"{last.Changed}~{last.Number}" : string.Create(CultureInfo.InvariantCulture, $"{last.Day}~{last.Number}"));
    });

    private static long Offset(string? after) => long.TryParse(after, CultureInfo.InvariantCulture, out var offset) ? offset : 0;

    /// <summary>All events of a query, page by page; <see cref="EventQuery.Limit"/> is the size of a page.</summary>
    public IEnumerable<EventSummary> All(EventQuery query)
    {
        for (var page = Find(query); ; page = Find(query with { After = page.Next }))
        {
            foreach (var item in page.Items) yield return item;
            if (page.Next is null) yield break;
        }
    }

    /// <summary>Places of the events that a query finds, null where one has none, one page of them: a map of hundreds reads nothing else of them.</summary>
    public (ImmutableArray<EventPlace?> Places, bool More) Places(EventQuery query) => Read(connection =>
    {
        var rows = Rows(new EventSql(_database, query, Today).Select(connection, _database.Field("e.body", "place")), r => r.IsDBNull(0) ? null : JsonSerializer.Deserialize(r.GetString(0), EventJsonOptions.Compact.EventPlace));
        return (rows.Take(query.Limit).ToImmutableArray(), rows.Count > query.Limit);
    });

    /// <summary>How many events a query finds. Of all, of a state or of a pair, with or without types, it is read from the table of counts.</summary>
    public long Count(EventQuery query) => TallySql.Answers(query) ? Tallies(query).Sum(t => t.Events) : Read(connection =>
    {
        using var command = new EventSql(_database, query, Today).Count(connection);
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    });

    /// <summary>
    /// How many events a query finds, by type and by the year in which they begin. Of all, of a state or of a pair, with or without types, it is read from the table of counts
    /// and costs the same for a busy pair as for a quiet one; other filters count the events.
    /// </summary>
    public ImmutableArray<Tally> Tallies(EventQuery query) => Read(connection => TallySql.Answers(query)
        ? Rows(TallySql.Select(connection, query), r => new Tally(r.GetString(0), r.GetInt32(1) is not 0 and var year ? year : null, r.GetInt64(2))).ToImmutableArray()
        : Rows(new EventSql(_database, query with { Order = EventOrder.Oldest }, Today).Tally(connection),
            r => new Tally(r.GetString(0), r.IsDBNull(1) ? null : int.Parse(r.GetString(1), CultureInfo.InvariantCulture), r.GetInt64(2))).ToImmutableArray());

    /// <summary>An event with all claims, by any id it ever had (its own, a merged one's, a Wikidata id); null where there is none.</summary>
    public Event? Event(string id) => Read(connection => EventNumber(connection, id) is { } number ? Event(connection, number) : null);

    /// <summary>The id an event goes by now, for any id it ever had; null where there is none.</summary>
    public string? CurrentId(string id) => Read(connection =>
    {
        if (EventNumber(connection, id) is not { } number) return null;
        using var command = SqlDatabase.Command(connection, "SELECT id FROM event WHERE number = @number", ("@number", number));
        return command.ExecuteScalar() as string;
    });

    /// <summary>Document with its text and its reports, by its id (<c>sha256:…</c>) or printed number; null where there is none.</summary>
    public (SourceDocument Document, ImmutableArray<(SourcedReport Report, string Event)> Reports)? Document(string id) => Read(connection =>
    {
        var number = RegisterId.Parse(id) ?? RegisterId.Document(id);
        var found = Rows(SqlDatabase.Command(connection, $"SELECT {ReportTable.DocumentColumns}, d.text FROM document d WHERE d.number = @number", ("@number", number)), r => ReportTable.ReadDocument(r, 0, true));
        if (found.Count == 0) return ((SourceDocument, ImmutableArray<(SourcedReport, string)>)?)null;
        var reports = Rows(SqlDatabase.Command(connection, ReportTable.Select("r.document = @number ORDER BY r.ordinal"), ("@number", number)), ReportTable.ReadReport);
        var events = Rows(SqlDatabase.Command(connection, "SELECT r.number, e.id FROM report r JOIN event e ON e.number = r.event WHERE r.document = @number", ("@number", number)), r => (r.GetInt64(0), r.GetString(1))).ToDictionary();
        return (found[0], [.. reports.Select(r => (r, events[r.Number]))]);
    });

    private static long? EventNumber(DbConnection connection, string id)
    {
        var sql = "SELECT event FROM report WHERE number = @n UNION ALL SELECT r.event FROM redirect d JOIN report r ON r.number = d.report WHERE d.old = @n UNION ALL SELECT number FROM event WHERE id = @id AND id < 'e'";
        using var command = SqlDatabase.Command(connection, sql, ("@n", RegisterId.Parse(id) ?? 0L), ("@id", id));
        return command.ExecuteScalar() is long number ? number : null;
    }

    private Event Event(DbConnection connection, long number)
    {
        var reports = Rows(SqlDatabase.Command(connection, ReportTable.SelectOfEvents(_database), ("@keys", _database.Keys<long>([number]))), ReportTable.ReadReport);
        var numbers = reports.Select(r => r.Number).ToHashSet();
        var old = Rows(SqlDatabase.Command(connection, $"SELECT old, report FROM redirect WHERE {_database.In("report", "@keys")}", ("@keys", _database.Keys(numbers))), r => (r.GetInt64(0), r.GetInt64(1))).ToDictionary();
        var about = numbers.Concat(old.Keys).ToArray();
        var judgements = JudgementTable.All(SqlDatabase.Command(connection,
            $"SELECT {JudgementTable.Columns} FROM judgement WHERE {_database.In("\"left\"", "@keys")} OR {_database.In("\"right\"", "@keys")} OR kind = 'undo' ORDER BY id", ("@keys", _database.Keys(about))));
        var active = ActiveJudgements.Of(judgements).Select(j => j with { Left = old.GetValueOrDefault(j.Left, j.Left), Right = old.GetValueOrDefault(j.Right, j.Right) }).ToArray();
        var made = Projection.Of(reports, active.Where(j => numbers.Contains(j.Left)));
        using var revision = SqlDatabase.Command(connection, "SELECT revision FROM event WHERE number = @number", ("@number", number));
        var summary = Timekeeping.AsOf(WithWholes(connection, [made.Summary])[0], Today) with { Revision = Convert.ToInt32(revision.ExecuteScalar(), CultureInfo.InvariantCulture) };
        var life = summary.Status == "unconfirmed" ? made.Life.Add(new Step("unconfirmed", summary.End ?? summary.Start, null, 0, summary.Start)) : made.Life;
        return made with { Summary = summary, Life = life, Judgements = [.. active] };
    }

    private EventSummary Summary(DbDataReader r, int number, int body) =>
        Timekeeping.AsOf(JsonSerializer.Deserialize(r.GetString(body), EventJsonOptions.Compact.EventSummary)! with { Number = r.GetInt64(number) }, Today);

    /// <summary>Says of each event what it is part of: what a person said, else the event that most of its reports name.</summary>
    private ImmutableArray<EventSummary> WithWholes(DbConnection connection, ImmutableArray<EventSummary> events)
    {
        if (events.IsEmpty) return events;
        var sql = $"SELECT r.event, p.event, e.id FROM report r JOIN report p ON p.number = r.part_of JOIN event e ON e.number = p.event WHERE {_database.In("r.event", "@keys")} AND r.part_of IS NOT NULL AND p.event <> r.event";
        var wholes = Rows(SqlDatabase.Command(connection, sql, ("@keys", _database.Keys(events.Select(e => e.Number).ToArray()))), r => (Event: r.GetInt64(0), Whole: r.GetInt64(1), Id: r.GetString(2)))
            .GroupBy(w => w.Event).ToDictionary(g => g.Key, g => g.GroupBy(w => (w.Whole, w.Id)).OrderByDescending(w => w.Count()).ThenBy(w => w.Key.Whole).First().Key.Id);
        return wholes.Count == 0 && events.All(e => e.PartOf is null) ? events
            : [.. events.Select(e => e.PartOf is { } said ? e with { PartOf = Whole(connection, e, said) } : wholes.TryGetValue(e.Number, out var whole) ? e with { PartOf = whole } : e)];
    }

    /// <summary>The id that the whole a person named goes by now; null where it is none, or has become the event itself.</summary>
    private static string? Whole(DbConnection connection, EventSummary part, string said) =>
        said.Length > 0 && EventNumber(connection, said) is { } number && number != part.Number
            ? SqlDatabase.Command(connection, "SELECT id FROM event WHERE number = @number", ("@number", number)).Scalar() as string : null;

    /// <summary>The parts that people gave to a whole, or took from another: each with the value as it stands in the event.</summary>
    internal static (long[] Parts, string[] Values) Said(DbConnection connection, long whole)
    {
        var said = Rows(SqlDatabase.Command(connection, """
            SELECT j.value, r.event FROM judgement j JOIN report r ON r.number = coalesce((SELECT d.report FROM redirect d WHERE d.old = j."left"), j."left")
            WHERE j.kind = 'correct' AND j.field = 'part-of' AND j.value <> ''
            """), r => (Value: r.GetString(0), Part: r.GetInt64(1)));
        var values = said.Select(s => s.Value).Distinct().Where(v => EventNumber(connection, v) == whole).ToArray();
        return ([.. said.Where(s => values.Contains(s.Value) && s.Part != whole).Select(s => s.Part).Distinct()], values);
    }
}
