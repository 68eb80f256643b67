using System.Data.Common;
using System.Globalization;
using Chancery.Register;
using Chancery.Storage.Ingest;
using Chancery.Storage.Sql;

namespace Chancery.Storage;

/// <summary>Lists of documents, of reports and of pairs of states, page by page.</summary>
public sealed partial class RegisterStore
{
    /// <summary>Documents, the latest first, those without a day last.</summary>
    /// <exception cref="FormatException"><see cref="SourceQuery.After"/> is no place in a list.</exception>
    public Page<ListedDocument> Documents(SourceQuery query) => Read(connection =>
    {
        var limit = Math.Clamp(query.Limit, 1, 1000);
        var (day, number) = Place(query.After);
        var rows = new List<ListedDocument>();
        if (day is not "") rows.AddRange(Documents(connection, query, limit + 1, day is null ? "d.published IS NOT NULL" : "d.published <= @day AND (d.published < @day OR d.number < @number)", day, number));
        if (rows.Count <= limit && query.Since is null && query.Until is null)
            rows.AddRange(Documents(connection, query, limit + 1 - rows.Count, day is "" ? "d.published IS NULL AND d.number < @number" : "d.published IS NULL", null, number));
        if (rows.Count <= limit) return new Page<ListedDocument>([.. rows], null);
        var last = rows[limit - 1].Document;
        return new Page<ListedDocument>([.. rows[..limit]], string.Create(CultureInfo.InvariantCulture, $"{last.Header.Published}~{last.Number}"));
    });

    private static List<ListedDocument> Documents(DbConnection connection, SourceQuery query, int limit, string where, string? day, long number)
    {
        var (conditions, parameters) = Conditions(query);
        var sql = $"""
            SELECT {ReportTable.DocumentColumns}, (SELECT count(*) FROM report r WHERE r.document = d.number) FROM document d
            WHERE {string.Join(" AND ", [where, .. conditions])} ORDER BY d.published DESC, d.number DESC LIMIT {limit.ToString(CultureInfo.InvariantCulture)}
            """;
        return Rows(SqlDatabase.Command(connection, sql, [.. parameters, ("@day", day ?? ""), ("@number", number)]),
            r => new ListedDocument(ReportTable.ReadDocument(r, 0), Convert.ToInt32(r[12], CultureInfo.InvariantCulture)));
    }

    /// <summary>Reports, in an order that does not change while others come in.</summary>
    /// <exception cref="FormatException"><see cref="SourceQuery.After"/> is no place in a list.</exception>
    public Page<ListedReport> Reports(SourceQuery query) => Read(connection =>
    {
        var limit = Math.Clamp(query.Limit, 1, 1000);
        var (conditions, parameters) = Conditions(query);
        if (query.Event is { } id) (conditions, parameters) = ([.. conditions, ReportTable.IsOf("r", "@event")], [.. parameters, ("@event", EventNumber(connection, id) ?? 0)]);
        if (query.Document is { } document) (conditions, parameters) = ([.. conditions, "r.document = @document"], [.. parameters, ("@document", RegisterId.Parse(document) ?? RegisterId.Document(document))]);
        if (query.Type is { } type) (conditions, parameters) = ([.. conditions, "r.type = @type"], [.. parameters, ("@type", type)]);
        var after = query.After is { } text ? RegisterId.Parse(text) ?? throw new FormatException($"'{text}' is no place in a list") : -1;
        var sql = $"""
            SELECT r.body, r.quote, {ReportTable.DocumentColumns}, e.id FROM report r JOIN document d ON d.number = r.document JOIN event e ON e.number = r.event
            WHERE {string.Join(" AND ", ["r.number > @after", .. conditions])} ORDER BY r.number LIMIT {(limit + 1).ToString(CultureInfo.InvariantCulture)}
            """;
        var rows = Rows(SqlDatabase.Command(connection, sql, [.. parameters, ("@after", after)]), r => new ListedReport(ReportTable.ReadReport(r), r.GetString(14)));
        return rows.Count <= limit ? new Page<ListedReport>([.. rows], null) : new Page<ListedReport>([.. rows[..limit]], RegisterId.Print(rows[limit - 1].Report.Number, 'r'));
    });

    /// <summary>A report by its number, or null where there is none.</summary>
    public ListedReport? Report(long number) => Read(connection => Rows(SqlDatabase.Command(connection, $"""
        SELECT r.body, r.quote, {ReportTable.DocumentColumns}, e.id FROM report r JOIN document d ON d.number = r.document JOIN event e ON e.number = r.event WHERE r.number = @number
        """, ("@number", number)), r => new ListedReport(ReportTable.ReadReport(r), r.GetString(14))).FirstOrDefault());

    /// <summary>Pairs of states with their events: those of one state, the most first; else all, by their codes.</summary>
    /// <param name="state">ISO 3166-1 alpha-3, or null.</param>
    /// <param name="limit">Most rows of a page.</param>
    /// <param name="after"><see cref="Page{T}.Next"/> of the page before, or null.</param>
    public Page<StatePair> Pairs(string? state, int limit, string? after = null) => Read(connection =>
    {
        const string sums = "SELECT a, b, sum(events), min(CASE WHEN year > 0 AND events > 0 THEN year END), max(CASE WHEN events > 0 THEN year END) FROM tally";
        var (a, b) = after?.Split('-') is [var x, var y] ? (x, y) : ("", "");
        using var command = state is null
            ? SqlDatabase.Command(connection, $"{sums} WHERE b <> '' AND (a > @a OR a = @a AND b > @b) GROUP BY a, b HAVING sum(events) > 0 ORDER BY a, b LIMIT {(limit + 1).ToString(CultureInfo.InvariantCulture)}", ("@a", a), ("@b", b))
            : SqlDatabase.Command(connection, $"{sums} WHERE b <> '' AND (a = @state OR b = @state) GROUP BY a, b HAVING sum(events) > 0 ORDER BY 3 DESC, a, b", ("@state", state));
        var rows = Rows(command, r => new StatePair(r.GetString(0), r.GetString(1), Convert.ToInt64(r[2], CultureInfo.InvariantCulture), Year(r, 3), Year(r, 4)));
        if (state is not null || rows.Count <= limit) return new Page<StatePair>([.. rows], null);
        return new Page<StatePair>([.. rows[..limit]], $"{rows[limit - 1].A}-{rows[limit - 1].B}");
    });

    private static int? Year(DbDataReader r, int at) => r.IsDBNull(at) || Convert.ToInt32(r[at], CultureInfo.InvariantCulture) is 0 ? null : Convert.ToInt32(r[at], CultureInfo.InvariantCulture);

    private static (List<string> Conditions, List<(string, object?)> Parameters) Conditions(SourceQuery query)
    {
        var (conditions, parameters) = (new List<string>(), new List<(string, object?)>());
        void Where(object? value, string name, string condition)
        {
            if (value is null) return;
            conditions.Add(condition);
            parameters.Add((name, value));
        }
        Where(query.Source, "@source", "d.source = @source");
        Where(query.Language, "@language", "d.language = @language");
        Where(query.Since?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), "@since", "d.published >= @since");
        Where(query.Until?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), "@until", "d.published <= @until");
        return (conditions, parameters);
    }

    /// <summary>Where a page of documents begins: the day (empty among those without one) and the number; no day for the first page.</summary>
    private static (string? Day, long Number) Place(string? after)
    {
        if (after is null) return (null, 0);
        if (after.Split('~') is [var day, var number] && day.Length <= 10 && long.TryParse(number, CultureInfo.InvariantCulture, out var n)) return (day, n);
        throw new FormatException($"'{after}' is no place in a list");
    }
}
