using System.Data.Common;
using System.Globalization;
using System.Text.RegularExpressions;
using Chancery.Storage.Sql;

namespace Chancery.Storage.Asking;

/// <summary>An <see cref="EventQuery"/> as SQL. The narrowest filter drives: text, then a pair of states, then a state, then a type; each has an index by day.</summary>
internal sealed partial class EventSql(SqlDatabase database, EventQuery query, DateOnly today)
{
    private readonly List<(string, object?)> _parameters = [];
    private readonly List<string> _where = [];
    private string _from = "event e";
    private string? _listed, _alone;
    private string _day = "e.day", _number = "e.number";
    private bool _ranked, _found;

    /// <summary>How many matches of a text are ranked where nothing else narrows them.</summary>
    private const int RankedMost = 400;

    /// <summary>Days from which on an event stands in the index of long ones (event_long).</summary>
    private const int LongFrom = 366;

    /// <summary>True where pages count rows and do not name a place.</summary>
    public bool ByOffset => _ranked;

    /// <summary>
    /// Statement that yields <c>number, day, changed, body, revision</c>, one row more than the page holds. The page is found first, in what stands beside the days where that says all
    /// that is asked; only its own events are read.
    /// </summary>
    /// <param name="connection">Where it is asked.</param>
    /// <param name="columns">What is read of each event.</param>
    public DbCommand Select(DbConnection connection, string columns = Whole)
    {
        Filters(connection);
        var order = Order();
        var limit = Math.Clamp(query.Limit, 1, 100_000) + 1;
        if (_ranked)
        {
            var offset = query.After is { } after ? string.Create(CultureInfo.InvariantCulture, $" OFFSET {Number(after)}") : "";
            return SqlDatabase.Command(connection, string.Create(CultureInfo.InvariantCulture, $"SELECT {columns} FROM {_from}{Where()} {order} LIMIT {limit}{offset}"), _parameters.ToArray());
        }
        var key = _listed is null ? database.TextKey : "e.number";
        var inner = string.Create(CultureInfo.InvariantCulture, $"SELECT {(_listed is null ? key : "s.event")} AS key FROM {From(order)}{Where()} {order} LIMIT {limit}");
        return SqlDatabase.Command(connection, $"SELECT {columns} FROM ({inner}) p JOIN event e ON {key} = p.key {OuterOrder()}", _parameters.ToArray());
    }

    private const string Whole = "e.number, e.day, e.changed, e.body, e.revision";

    /// <summary>Statement that counts.</summary>
    public DbCommand Count(DbConnection connection)
    {
        Filters(connection);
        // Where words alone are asked for and nobody rejected anything, the index of words counts by itself.
        var from = _alone is { } search && SqlDatabase.Command(connection, "SELECT 1 FROM event WHERE rejected = 1 LIMIT 1").Scalar() is null ? $"({search}) t" : From("") + Where();
        return SqlDatabase.Command(connection, $"SELECT count(*) FROM {from}", _parameters.ToArray());
    }

    private string Where() => _where.Count > 0 ? " WHERE " + string.Join(" AND ", _where) : "";

    // The events themselves are joined only where a filter or the order asks for what does not stand beside the days.
    private string From(string order) => _listed is null ? _from : _where.Append(order).Any(w => w.Contains("e.", StringComparison.Ordinal) && EventColumn().IsMatch(w)) ? $"{_listed} JOIN event e ON e.number = s.event" : _listed;

    [GeneratedRegex(@"\be\.")]
    private static partial Regex EventColumn();

    /// <summary>Statement that yields <c>type, year, count</c>.</summary>
    public DbCommand Tally(DbConnection connection)
    {
        Filters(connection);
        return SqlDatabase.Command(connection, $"SELECT e.type, substr(coalesce(e.\"start\", e.\"end\"), 1, 4), count(*) FROM {From("e.")}{Where()} GROUP BY 1, 2 ORDER BY 2, 1", _parameters.ToArray());
    }

    private void Filters(DbConnection connection)
    {
        States(connection);
        Text();
        Where(query.Types.Length == 0, () => Any(Column("type"), query.Types));
        Statuses();
        if (query.Since is { } since) Lasts(connection, since.DayNumber);
        if (query.From is { } from) Where(false, () => $"{_day} >= {Bind(from.DayNumber)}");
        if (query.Until is { } until) Where(false, () => $"{_day} <= {Bind(until.DayNumber)}");
        if (query.Place is { Length: > 0 } place)
            Where(false, () => Chancery.Register.States.Find(place) is { } country && (place.Length <= 3 || Chancery.Register.States.Name(country).Equals(place, StringComparison.OrdinalIgnoreCase)) ? $"e.country = {Bind(country)}" : Fts(place, "places"));
        if (query.Person is { Length: > 0 } person) Where(false, () => Fts(person, "people"));
        // What few events have is looked up first and sorted then; the index by day would be walked from end to end for them. The plus hides the column from it.
        if (_listed is null && query.PartOf is not null) (_day, _number) = ("+e.day", "+e.number");
        if (_listed is null && _found && !_ranked) _from = database.FoundByText;
        if (query.Source is { Length: > 0 } source) Where(false, () => $"EXISTS (SELECT 1 FROM report r JOIN document d ON d.number = r.document WHERE {Ingest.ReportTable.IsOf("r", "e.number")} AND d.source = {Bind(source)})");
        if (query.PartOf is { } whole) PartOf(connection, Chancery.Register.RegisterId.Parse(whole) ?? 0);
        if (_where.Count > 1 || query.MinSources > 1 || query.Disputed) _alone = null;
        if (query.MinSources > 1) Where(false, () => $"e.sources >= {Bind(query.MinSources)}");
        if (query.Disputed) Where(false, () => "e.disputed > 0");
        if (!query.Rejected) Where(false, () => $"{Column("rejected")} = 0");
    }

    // Indexes are sorted by the first day: an event that still lasts on a day began at most a year before, but for few that last longer.
    private void Lasts(DbConnection connection, int since)
    {
        // The sum keeps the planner from walking the index by day to the first of them.
        var longest = SqlDatabase.Command(connection, "SELECT min(day + 0) FROM event WHERE last_day - day > 366 AND last_day >= @since", ("@since", since)).Scalar();
        _where.Add($"{Column("last_day")} >= {Bind(since)}");
        _where.Add($"{_day} >= {Bind(Math.Min(since - LongFrom, longest is null ? int.MaxValue : Convert.ToInt32(longest, CultureInfo.InvariantCulture)))}");
    }

    private void States(DbConnection connection)
    {
        var states = query.Between.IsDefault ? [] : query.Between.Order(StringComparer.Ordinal).ToArray();
        if (states.Length == 0) return;
        (_day, _number) = ("s.day", "s.event");
        if (states.Length == 1)
        {
            _listed = "event_state s";
            _where.Add($"s.state = {Bind(states[0])}");
        }
        else if (Bind(states[0]) is var a && Bind(states[1]) is var b && HaveWide(connection, states[0], states[1]))
        {
            // Wide events stand only in event_state; the union is small because they are few.
            _listed = $"(SELECT event, day, last_day, type, status, rejected, changed FROM event_pair WHERE a = {a} AND b = {b} UNION ALL {Wide(a, b)}) s";
        }
        else
        {
            // Without a union the pair's index gives the order, and a page reads no more than its own events.
            _listed = "event_pair s";
            _where.Add($"s.a = {a} AND s.b = {b}");
        }
        _from = $"{_listed} JOIN event e ON e.number = s.event";
        foreach (var more in states.Skip(2)) _where.Add($"EXISTS (SELECT 1 FROM event_state z WHERE z.state = {Bind(more)} AND z.day = s.day AND z.event = s.event)");
    }

    /// <summary>A column of events, taken from what stands beside the days where a state or a pair is asked for.</summary>
    private string Column(string name) => _listed is null ? "e." + name : "s." + name;

    // CROSS JOIN keeps SQLite from beginning with all events of a state: wide events are few.
    private static string Wide(string a, string b) => $"""
        SELECT w.event, x.day, x.last_day, x.type, x.status, x.rejected, x.changed FROM event_wide w CROSS JOIN event v CROSS JOIN event_state x CROSS JOIN event_state y
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
            else
            {
                _found = true;
                _where.Add($"{database.TextKey} IN (SELECT event FROM ({database.TextSearch}) t)");
            }
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

    private string Fts(string typed, string column)
    {
        _found = true;
        var search = database.ColumnSearch(column, Bind(database.TextQuery(typed, column)), column == "people" && query.Among > 0 ? query.Among : null);
        // Only the condition on what was rejected comes after it.
        _alone = _where.Count == 0 && !query.Rejected && column == "people" ? search : null;
        return $"{database.TextKey} IN ({search})";
    }

    private void Statuses()
    {
        if (query.Statuses.IsDefaultOrEmpty) return;
        if (_listed is not null) _where.Add($"({string.Join(" OR ", query.Statuses.Select(Listed))})");
        else if (query.Statuses is ["planned"]) Ahead();
        else _where.Add($"({string.Join(" OR ", query.Statuses.Select(Told))})");
    }

    private string Listed(string status) => status switch
    {
        "unconfirmed" => $"(s.status = 'planned' AND s.last_day < {Bind(today.DayNumber)})",
        "planned" => $"(s.status = 'planned' AND s.last_day >= {Bind(today.DayNumber)} OR s.status = 'mooted')",
        _ => $"s.status = {Bind(status)}",
    };

    private string Told(string status) => status switch
    {
        "unconfirmed" => $"(e.status = 'planned' AND +e.last_day < {Bind(today.DayNumber)} AND coalesce(e.\"end\", e.\"start\") IS NOT NULL)",
        "planned" => $"(e.status = 'planned' AND (e.last_day >= {Bind(today.DayNumber)} OR coalesce(e.\"end\", e.\"start\") IS NULL))",
        _ => $"e.status = {Bind(status)}",
    };

    // What the reports say of an event of which nobody said otherwise, and what people said.
    private void PartOf(DbConnection connection, long whole)
    {
        var (told, said) = ($"e.number IN (SELECT r.event FROM report p JOIN report r ON r.document = p.document AND r.part_of = p.number WHERE {Ingest.ReportTable.IsOf("p", Bind(whole))})", database.Field("e.body", "partOf"));
        var (parts, values) = RegisterStore.Said(connection, whole);
        _where.Add(parts.Length == 0 ? $"{told} AND {said} IS NULL" : $"({told} AND {said} IS NULL OR {database.In("e.number", Bind(database.Keys(parts)))} AND {database.In(said, Bind(database.Keys(values)))})");
    }

    // Few plans lie ahead beside all that were ever made: they are looked up, each set by an index of its own, and sorted then.
    private void Ahead()
    {
        _where.Add($"e.number IN (SELECT number FROM event WHERE status = 'planned' AND last_day >= {Bind(today.DayNumber)} UNION ALL SELECT number FROM event WHERE status = 'planned' AND \"start\" IS NULL AND \"end\" IS NULL)");
        _where.Add("e.status = 'planned'");
        (_day, _number) = ("+e.day", "+e.number");
    }

    private string OuterOrder() => query.Order switch
    {
        EventOrder.Newest => "ORDER BY e.day DESC, e.number DESC",
        EventOrder.Changed => "ORDER BY e.changed DESC, e.number DESC",
        _ => "ORDER BY e.day, e.number",
    };

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
                if (after is [var at, var m]) _where.Add(Behind(Column("changed"), "<", _listed is null ? at : Ingest.Instants.Parse(at).ToUnixTimeMilliseconds(), _number, m));
                return $"ORDER BY {Column("changed")} DESC, {_number} DESC";
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
