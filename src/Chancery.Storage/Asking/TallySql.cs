using System.Data.Common;
using Chancery.Storage.Sql;

namespace Chancery.Storage.Asking;

/// <summary>Counts of all events, of a state or of a pair of states read from the table of counts: some hundred rows instead of every event of a busy pair.</summary>
internal static class TallySql
{
    /// <summary>True where no filter but states and types narrows the query.</summary>
    public static bool Answers(EventQuery q) => (q.Between.IsDefault || q.Between.Length <= 2 && q.Between.Distinct().Count() == q.Between.Length)
        && string.IsNullOrEmpty(q.Person) && string.IsNullOrEmpty(q.Place) && string.IsNullOrEmpty(q.Text) && string.IsNullOrEmpty(q.Source) && q.PartOf is null
        && (q.Since, q.From, q.Until) == (null, null, null) && q is { Disputed: false, MinSources: <= 1, Rejected: false, Statuses.IsDefaultOrEmpty: true };

    /// <summary>Statement that yields <c>type, year, events</c>; year 0 is undated.</summary>
    public static DbCommand Select(DbConnection connection, EventQuery query)
    {
        var states = query.Between.IsDefault ? [] : query.Between.Order(StringComparer.Ordinal).ToArray();
        var (a, b) = (states.Length > 0 ? states[0] : "", states.Length > 1 ? states[1] : "");
        var counts = "SELECT type, year, events FROM tally WHERE a = @a AND b = @b";
        if (b.Length > 0) counts += $" UNION ALL {Wide}";
        var types = query.Types.IsDefaultOrEmpty ? "" : $" WHERE t.type IN ({string.Join(", ", query.Types.Select((_, i) => $"@t{i}"))})";
        var command = SqlDatabase.Command(connection, $"SELECT t.type, t.year, CAST(sum(t.events) AS BIGINT) FROM ({counts}) t{types} GROUP BY t.type, t.year HAVING sum(t.events) > 0 ORDER BY t.year, t.type", ("@a", a), ("@b", b));
        for (var i = 0; i < (query.Types.IsDefault ? 0 : query.Types.Length); i++) SqlDatabase.Bind(command, $"@t{i}", query.Types[i]);
        return command;
    }

    // CROSS JOIN keeps SQLite from beginning with all events of a state: wide events are few.
    private const string Wide = """
        SELECT e.type, CAST(coalesce(substr(coalesce(e."start", e."end"), 1, 4), '0') AS INTEGER) AS year, 1 AS events
        FROM event_wide w CROSS JOIN event e CROSS JOIN event_state x CROSS JOIN event_state y
        WHERE e.number = w.event AND x.state = @a AND x.day = e.day AND x.event = w.event AND y.state = @b AND y.day = e.day AND y.event = w.event AND e.rejected = 0
        """;
}
