using System.Data.Common;
using System.Globalization;
using System.Text;
using Chancery.Storage.Sql;

namespace Chancery.Storage.Asking;

/// <summary>An <see cref="EventQuery"/> as SQL. The narrowest filter drives: text, then a pair of states, then a state, then a type; each has an index by day.</summary>
internal sealed class EventSql(SqlDatabase database, EventQuery query, DateOnly today)
{
    private readonly List<(string, object?)> _parameters = [];
    private readonly List<string> _where = [];
    private string _from = "event e";
    private string _day = "e.day", _number = "e.number";
    private bool _ranked;

    /// <summary>How many matches of a text are ranked where nothing else narrows them.</summary>
    private const int RankedMost = 1000;

    /// <summary>Days from which on an event stands in the index of long ones (event_long).</summary>
    private const int LongFrom = 366;

    /// <summary>True where pages count rows and do not name a place.</summary>
    public bool ByOffset => _ranked;

    /// <summary>Statement that yields <c>number, day, changed, body, revision</c>, one row more than the page holds.</summary>
    public DbCommand Select(DbConnection connection)
    {
        Filters(connection);
        var order = Order();
        var sql = new StringBuilder($"SELECT e.number, e.day, e.changed, e.body, e.revision FROM {_from}");
        if (_where.Count > 0) sql.Append(" WHERE ").AppendJoin(" AND ", _where);
        sql.Append(CultureInfo.InvariantCulture, $" {order} LIMIT {Math.Clamp(query.Limit, 1, 100_000) + 1}");
        if (_ranked && query.After is { } offset) sql.Append(CultureInfo.InvariantCulture, $" OFFSET {Number(offset)}");
        return SqlDatabase.Command(connection, sql.ToString(), _parameters.ToArray());
    }

    /// <summary>Statement that counts.</summary>
    public DbCommand Count(DbConnection connection)
    {
        Filters(connection);
        return SqlDatabase.Command(connection, $"SELECT count(*) FROM {_from}{(_where.Count > 0 ? " WHERE " + string.Join(" AND ", _where) : "")}", _parameters.ToArray());
    }

    /// <summary>Statement that yields <c>type, year, count</c>.</summary>
    public DbCommand Tally(DbConnection connection)
    {
        Filters(connection);
        return SqlDatabase.Command(connection, $"SELECT e.type, substr(coalesce(e.\"start\", e.\"end\"), 1, 4), count(*) FROM {_from}{(_where.Count > 0 ? " WHERE " + string.Join(" AND ", _where) : "")} GROUP BY 1, 2 ORDER BY 2, 1", _parameters.ToArray());
    }

    private void Filters(DbConnection connection)
    {
        States(connection);
        Text();
        Where(query.Types.Length == 0, () => Any("e.type", query.Types));
        Statuses();
        if (query.Since is { } since) Lasts(connection, since.DayNumber);
        if (query.From is { } from) Where(false, () => $"{_day} >= {Bind(from.DayNumber)}");
        if (query.Until is { } until) Where(false, () => $"{_day} <= {Bind(until.DayNumber)}");
        if (query.Place is { Length: > 0 } place)
            Where(false, () => Chancery.Register.States.Find(place) is { } country && (place.Length <= 3 || Chancery.Register.States.Name(country).Equals(place, StringComparison.OrdinalIgnoreCase)) ? $"e.country = {Bind(country)}" : Fts(place, "places"));
        if (query.Person is { Length: > 0 } person) Where(false, () => Fts(person, "people"));
        // What few events have is looked up first and sorted then; the index by day would be walked from end to end for them. The plus hides the column from it.
        if (_from == "event e" && (query.PartOf is not null || query.Person is { Length: > 0 })) (_day, _number) = ("+e.day", "+e.number");
        if (query.Source is { Length: > 0 } source) Where(false, () => $"EXISTS (SELECT 1 FROM report r JOIN document d ON d.number = r.document WHERE {Ingest.ReportTable.IsOf("r", "e.number")} AND d.source = {Bind(source)})");
        if (query.PartOf is { } whole) Where(false, () => $"e.number IN (SELECT r.event FROM report p JOIN report r ON r.document = p.document AND r.part_of = p.number WHERE {Ingest.ReportTable.IsOf("p", Bind(Chancery.Register.RegisterId.Parse(whole) ?? 0))})");
        if (query.MinSources > 1) Where(false, () => $"e.sources >= {Bind(query.MinSources)}");
        if (query.Disputed) Where(false, () => "e.disputed > 0");
        if (!query.Rejected) Where(false, () => "e.rejected = 0");
    }

    // Indexes are sorted by the first day: an event that still lasts on a day began at most a year before, but for few that last longer.
    private void Lasts(DbConnection connection, int since)
    {
        // The sum keeps the planner from walking the index by day to the first of them.
        var longest = SqlDatabase.Command(connection, "SELECT min(day + 0) FROM event WHERE last_day - day > 366 AND last_day >= @since", ("@since", since)).Scalar();
        _where.Add($"e.last_day >= {Bind(since)}");
        _where.Add($"{_day} >= {Bind(Math.Min(since - LongFrom, longest is null ? int.MaxValue : Convert.ToInt32(longest, CultureInfo.InvariantCulture)))}");
    }

    private void States(DbConnection connection)
    {
        var states = query.Between.IsDefault ? [] : query.Between.Order(StringComparer.Ordinal).ToArray();
        if (states.Length == 0) return;
        (_day, _number) = ("s.day", "s.event");
        if (states.Length == 1)
        {
            _from = "event_state s JOIN event e ON e.number = s.event";
            _where.Add($"s.state = {Bind(states[0])}");
            return;
        }
        var (a, b) = (Bind(states[0]), Bind(states[1]));
        if (HaveWide(connection, states[0], states[1]))
        {
            // Wide events stand only in event_state; the union is small because they are few.
            _from = $"(SELECT event, day FROM event_pair WHERE a = {a} AND b = {b} UNION ALL {Wide(a, b)}) s JOIN event e ON e.number = s.event";
        }
        else
        {
            // Without a union the pair's index gives the order, and a page reads no more than its own events.
            _from = "event_pair s JOIN event e ON e.number = s.event";
            _where.Add($"s.a = {a} AND s.b = {b}");
        }
        foreach (var more in states[2..]) _where.Add($"EXISTS (SELECT 1 FROM event_state z WHERE z.state = {Bind(more)} AND z.day = e.day AND z.event = e.number)");
    }

    // CROSS JOIN keeps SQLite from beginning with all events of a state: wide events are few.
    private static string Wide(string a, string b) => $"""
        SELECT w.event, x.day FROM event_wide w CROSS JOIN event v CROSS JOIN event_state x CROSS JOIN event_state y
        WHERE v.number = w.event AND x.state = {a} AND x.day = v.day AND x.event = w.event AND y.state = {b} AND y.day = v.day AND y.event = w.event
        """;

    private static bool HaveWide(DbConnection connection, string a, string b) => SqlDatabase.Command(connection, Wide("@a", "@b") + " LIMIT 1", ("@a", a), ("@b", b)).Scalar() is not null;

    private void Text()
    {
        if (query.Text is { } text && database.TextQuery(text) is { Length: > 0 } words)
        {
            _parameters.Add(("@text", words));
            if (query.Order == EventOrder.Relevance)
            {
                _parameters.Add(("@words", database.Keys<string>([.. TextWords.Of(text).Select(w => w.Text.ToLowerInvariant())])));
                Ranked();
            }
            else _where.Add($"{database.TextKey} IN (SELECT event FROM ({database.TextSearch}) t)");
        }
    }

    /// <summary>Alone, the first matches are ranked, so that a common word costs no more than a rare one; among other filters all are.</summary>
    private void Ranked()
    {
        var alone = query.Between.IsDefaultOrEmpty && query.Types.IsDefaultOrEmpty && query.Statuses.IsDefaultOrEmpty
            && (query.Person, query.Place, query.Source, query.PartOf, query.Since, query.From, query.Until) == (null, null, null, null, null, null, null);
        _from += $" JOIN ({database.RankedSearch(alone ? RankedMost : null)}) t ON t.event = {database.TextKey}";
        _ranked = true;
    }

    private string Fts(string typed, string column) => $"{database.TextKey} IN ({database.ColumnSearch(column, Bind(database.TextQuery(typed, column)))})";

    private void Statuses()
    {
        if (query.Statuses.IsDefaultOrEmpty) return;
        var any = query.Statuses.Select(s => s switch
        {
            "unconfirmed" => $"(e.status = 'planned' AND e.last_day < {Bind(today.DayNumber)} AND coalesce(e.\"end\", e.\"start\") IS NOT NULL)",
            "planned" => $"(e.status = 'planned' AND (e.last_day >= {Bind(today.DayNumber)} OR coalesce(e.\"end\", e.\"start\") IS NULL))",
            _ => $"e.status = {Bind(s)}",
        });
        _where.Add($"({string.Join(" OR ", any)})");
    }

    private string Order()
    {
        var after = query.After?.Split('~');
        switch (query.Order)
        {
            case EventOrder.Relevance when _ranked:
                return $"ORDER BY {database.Rank}, e.sources DESC, e.day DESC, e.number";
            case EventOrder.Newest:
                if (after is [var d, var n]) _where.Add(Behind(_day, "<", Number(d), _number, n));
                return $"ORDER BY {_day} DESC, {_number} DESC";
            case EventOrder.Changed:
                if (after is [var at, var m]) _where.Add(Behind("e.changed", "<", at, "e.number", m));
                return "ORDER BY e.changed DESC, e.number DESC";
            default:
                if (after is [var day, var number]) _where.Add(Behind(_day, ">", Number(day), _number, number));
                return $"ORDER BY {_day}, {_number}";
        }
    }

    // The bound alone is what an index is entered by; without it the thousandth page would read all pages before it.
    private string Behind(string column, string side, object last, string tie, string number)
    {
        var at = Bind(last);
        return $"{column} {side}= {at} AND ({column} {side} {at} OR {tie} {side} {Bind(Number(number))})";
    }

    private static long Number(string text) => long.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : throw new FormatException($"'{text}' is no place in a list");

    private string Any(string column, IEnumerable<string> values) => $"{column} IN ({string.Join(", ", values.Select(v => Bind(v)))})";

    private void Where(bool skip, Func<string> condition)
    {
        if (!skip) _where.Add(condition());
    }

    private string Bind(object? value)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"@q{_parameters.Count}");
        _parameters.Add((name, value));
        return name;
    }
}
