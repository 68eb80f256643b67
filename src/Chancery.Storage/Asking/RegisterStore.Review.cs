using System.Collections.Immutable;
using System.Globalization;
using Chancery.Register;
using Chancery.Register.Judgements;
using Chancery.Storage.Ingest;
using Chancery.Storage.Sql;

namespace Chancery.Storage;

/// <summary>What kind of question a person is asked.</summary>
public enum QuestionKind
{
    /// <summary>Are these two one event?</summary>
    Merge,

    /// <summary>Sources disagree on a field.</summary>
    Dispute,

    /// <summary>The reading was not sure.</summary>
    Doubtful,
}

/// <summary>An open question.</summary>
/// <param name="Kind">What is asked.</param>
/// <param name="Left">Id of the event.</param>
/// <param name="Right">Id of the other event of a merge, or null.</param>
/// <param name="LeftReport">Printed number of the report in question, to show its sentence.</param>
/// <param name="RightReport">The other report of a merge, or null.</param>
/// <param name="Score">Likeness of a merge, confidence of a doubtful reading, number of disputed fields.</param>
/// <param name="Title">Of the left event.</param>
public sealed record Question(QuestionKind Kind, string Left, string? Right, string LeftReport, string? RightReport, double Score, string Title);

/// <summary>A change of the register.</summary>
/// <param name="Number">In order of happening.</param>
/// <param name="At">When the register learned it, UTC.</param>
/// <param name="Event">Id of the event (it may have been merged since).</param>
/// <param name="Kind">appeared, status, start, end, place, sources, disputed, merged, withdrawn, rejected, restored.</param>
/// <param name="Before">Value before, or null.</param>
/// <param name="After">Value after, or null.</param>
/// <param name="Title">Of the event then.</param>
public sealed record Change(long Number, DateTimeOffset At, string Event, string Kind, string? Before, string? After, string Title);

/// <summary>How much of a source was read for a day.</summary>
/// <param name="Source">Publisher, or null.</param>
/// <param name="Day">Day of publication, or null.</param>
/// <param name="Documents">Documents read.</param>
/// <param name="Silent">Of these, documents in which no event was found.</param>
/// <param name="Reports">Reports found.</param>
public sealed record Coverage(string? Source, string? Day, int Documents, int Silent, int Reports);

/// <summary>How much is in a register.</summary>
public sealed record Size(long Documents, long Reports, long Events, long Judgements);

/// <summary>Review, changes, coverage.</summary>
public sealed partial class RegisterStore
{
    /// <summary>Open questions, the likeliest merges first, then disputes, then doubtful readings; what a person judged is not asked again.</summary>
    /// <param name="limit">Most of each kind.</param>
    /// <param name="kind">Only this kind, or null.</param>
    /// <param name="by">Who is asked: what another person left as unsure is asked of this one. Null: what anybody was unsure of is not asked again.</param>
    public ImmutableArray<Question> Questions(int limit = 50, QuestionKind? kind = null, string? by = null) => Read(connection =>
    {
        var questions = ImmutableArray.CreateBuilder<Question>();
        const string Holds = "(j.kind <> 'unsure' OR CAST(@by AS TEXT) IS NULL OR j.\"by\" = @by) AND NOT EXISTS (SELECT 1 FROM judgement u WHERE u.\"left\" = j.id AND u.kind = 'undo')";
        static string Open(string kinds) => $"NOT EXISTS (SELECT 1 FROM judgement j WHERE j.\"left\" = e.number AND j.kind IN ({kinds}) AND {Holds})";
        System.Data.Common.DbCommand Ask(string sql) => SqlDatabase.Command(connection, sql, ("@by", by));
        if (kind is null or QuestionKind.Merge)
            questions.AddRange(Rows(Ask(string.Create(CultureInfo.InvariantCulture, $"""
                SELECT d.a, d.b, d.score, e.id, f.id, e.title FROM doubt d JOIN report x ON x.number = d.a JOIN report y ON y.number = d.b
                JOIN event e ON e.number = x.event JOIN event f ON f.number = y.event
                WHERE x.event <> y.event AND e.rejected = 0 AND f.rejected = 0
                  AND NOT EXISTS (SELECT 1 FROM judgement j WHERE j."left" IN (d.a, d.b, x.event, y.event) AND j."right" IN (d.a, d.b, x.event, y.event) AND {Holds})
                ORDER BY d.score DESC, d.a, d.b LIMIT {limit}
                """)), r => new Question(QuestionKind.Merge, r.GetString(3), r.GetString(4), RegisterId.Print(r.GetInt64(0), 'r'), RegisterId.Print(r.GetInt64(1), 'r'), r.GetDouble(2), r.GetString(5))));
        if (kind is null or QuestionKind.Dispute)
            questions.AddRange(Rows(Ask(string.Create(CultureInfo.InvariantCulture,
                $"SELECT e.number, e.id, e.disputed, e.title FROM event e WHERE e.disputed > 0 AND e.rejected = 0 AND {Open("'accept', 'reject', 'unsure'")} ORDER BY e.disputed DESC, e.sources DESC, e.number LIMIT {limit}")),
                r => new Question(QuestionKind.Dispute, r.GetString(1), null, RegisterId.Print(r.GetInt64(0), 'r'), null, r.GetInt32(2), r.GetString(3))));
        if (kind is null or QuestionKind.Doubtful)
            questions.AddRange(Rows(Ask(string.Create(CultureInfo.InvariantCulture,
                $"SELECT e.number, e.id, e.confidence, e.title FROM event e WHERE e.confidence < {DoubtfulBelow} AND e.rejected = 0 AND {Open("'accept', 'reject', 'correct', 'unsure'")} ORDER BY e.confidence, e.number LIMIT {limit}")),
                r => new Question(QuestionKind.Doubtful, r.GetString(1), null, RegisterId.Print(r.GetInt64(0), 'r'), null, r.GetDouble(2), r.GetString(3))));
        return questions.ToImmutable();
    });

    /// <summary>Below this confidence a person is asked.</summary>
    public const double DoubtfulBelow = 0.6;

    /// <summary>All judgements, in order of writing; of one person where named.</summary>
    public IReadOnlyList<Judgement> Judgements(string? by = null) => Read(connection =>
        (IReadOnlyList<Judgement>)JudgementTable.All(SqlDatabase.Command(connection, $"SELECT {JudgementTable.Columns} FROM judgement WHERE CAST(@by AS TEXT) IS NULL OR \"by\" = @by ORDER BY id", ("@by", by))));

    /// <summary>The latest judgements, latest first, undos among them.</summary>
    /// <param name="limit">How many.</param>
    /// <param name="by">Only of this person, or null.</param>
    /// <param name="before">Only those written before this one; 0 for the latest.</param>
    public IReadOnlyList<Judgement> LatestJudgements(int limit, string? by = null, long before = 0) => Read(connection => (IReadOnlyList<Judgement>)JudgementTable.All(SqlDatabase.Command(connection,
        string.Create(CultureInfo.InvariantCulture, $"SELECT {JudgementTable.Columns} FROM judgement WHERE (CAST(@by AS TEXT) IS NULL OR \"by\" = @by) AND (@before = 0 OR id < @before) ORDER BY id DESC LIMIT {limit}"), ("@by", by), ("@before", before))));

    /// <summary>Which of some judgements were taken back.</summary>
    public HashSet<long> Undone(IReadOnlyCollection<long> judgements) => Read(connection => Rows(SqlDatabase.Command(connection,
        $"SELECT \"left\" FROM judgement WHERE kind = 'undo' AND {_database.In("\"left\"", "@keys")}", ("@keys", _database.Keys(judgements))), r => r.GetInt64(0)).ToHashSet());

    /// <summary>The judgement that was sent with a mark, or null.</summary>
    public Judgement? JudgementOf(string act) => Read(connection =>
        JudgementTable.All(SqlDatabase.Command(connection, $"SELECT {JudgementTable.Columns} FROM judgement WHERE act = @act", ("@act", act))).FirstOrDefault());

    /// <summary>Judgements of two people about the same thing that do not go together, and that no third settled; each thing's judgements in order of writing.</summary>
    public ImmutableArray<ImmutableArray<Judgement>> Contested(int limit = 50) => Read(connection =>
    {
        var sql = $"""
            SELECT {JudgementTable.Columns} FROM judgement j WHERE j.kind IN ('same', 'different', 'accept', 'reject') AND coalesce(j.field, '') = ''
              AND NOT EXISTS (SELECT 1 FROM judgement u WHERE u."left" = j.id AND u.kind = 'undo')
              AND EXISTS (SELECT 1 FROM judgement k WHERE k."left" IN (j."left", j."right") AND k."right" IN (j."left", j."right") AND k."by" <> j."by" AND k.kind <> j.kind AND k.kind IN ('same', 'different', 'accept', 'reject'))
            ORDER BY id
            """;
        return Disagreement.Of(JudgementTable.All(SqlDatabase.Command(connection, sql))).Take(limit).ToImmutableArray();
    });

    /// <summary>What changed since an instant or behind a number, oldest first.</summary>
    public ImmutableArray<Change> Changes(DateTimeOffset? since = null, long behind = 0, int limit = 1000, string? eventId = null) => Read(connection =>
    {
        var number = eventId is null ? null : EventNumber(connection, eventId);
        var sql = $"SELECT id, at, event, kind, before, after, title FROM change WHERE id > @behind AND at >= @since{(eventId is null ? "" : " AND event = @event")} ORDER BY id LIMIT {limit.ToString(CultureInfo.InvariantCulture)}";
        using var command = SqlDatabase.Command(connection, sql, ("@behind", behind), ("@since", since is { } at ? Instants.Print(at) : ""));
        if (eventId is not null) SqlDatabase.Bind(command, "@event", number ?? 0L);
        return Rows(command, ReadChange).ToImmutableArray();
    });

    /// <summary>What changed last, latest first.</summary>
    public ImmutableArray<Change> LatestChanges(int limit) => Read(connection => Rows(SqlDatabase.Command(connection,
        string.Create(CultureInfo.InvariantCulture, $"SELECT id, at, event, kind, before, after, title FROM change ORDER BY id DESC LIMIT {limit}")), ReadChange).ToImmutableArray());

    private static Change ReadChange(System.Data.Common.DbDataReader r) =>
        new(r.GetInt64(0), Instants.Parse(r.GetString(1)), RegisterId.Print(r.GetInt64(2)), r.GetString(3), r.IsDBNull(4) ? null : r.GetString(4), r.IsDBNull(5) ? null : r.GetString(5), r.GetString(6));

    /// <summary>Which sources were read for which days of publication: where nothing was read, silence says nothing.</summary>
    public ImmutableArray<Coverage> CoverageOf(DateOnly? since = null, DateOnly? until = null, string? source = null) => Read(connection =>
    {
        static string Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
        return CoverageRows(SqlDatabase.Command(connection, $"""
            SELECT source, day, documents, silent, reports FROM coverage
            WHERE span = 'd' AND documents > 0 AND (@source = '' OR source = @source) AND (@since = '' OR day >= @since) AND (@until = '' OR day <> '' AND day <= @until) ORDER BY day, source
            """, ("@source", source ?? ""), ("@since", Text(since)), ("@until", Text(until))));
    });

    /// <summary>The same by month (<c>2023-10</c> stands in <see cref="Coverage.Day"/>), of the last months in which anything was read.</summary>
    /// <param name="months">How many months.</param>
    /// <param name="since">From the month of this day on, or null.</param>
    /// <param name="until">Until the month of this day, or null.</param>
    /// <param name="source">Only of this publisher, or null.</param>
    public ImmutableArray<Coverage> CoverageByMonth(int months, DateOnly? since = null, DateOnly? until = null, string? source = null) => Read(connection =>
    {
        const string Asked = "span = 'm' AND documents > 0 AND length(day) = 7 AND (@source = '' OR source = @source) AND day >= @since AND day <= @until";
        return CoverageRows(SqlDatabase.Command(connection, string.Create(CultureInfo.InvariantCulture, $"""
            SELECT source, day, documents, silent, reports FROM coverage
            WHERE {Asked} AND day IN (SELECT DISTINCT day FROM coverage WHERE {Asked} ORDER BY day DESC LIMIT {months}) ORDER BY day, source
            """), ("@source", source ?? ""), ("@since", since?.ToString("yyyy-MM", CultureInfo.InvariantCulture) ?? ""), ("@until", until?.ToString("yyyy-MM", CultureInfo.InvariantCulture) ?? "9999")));
    });

    private static ImmutableArray<Coverage> CoverageRows(System.Data.Common.DbCommand command)
    {
        static string? Word(string text) => text.Length == 0 ? null : text;
        static int Number(object value) => Convert.ToInt32(value, CultureInfo.InvariantCulture);
        return [.. Rows(command, r => new Coverage(Word(r.GetString(0)), Word(r.GetString(1)), Number(r[2]), Number(r[3]), Number(r[4])))];
    }

    /// <summary>How much is in the register.</summary>
    public Size Size() => Read(connection =>
    {
        // Rows of a million are not counted for every page: their counts are kept. The counts of events leave out those that a person rejected.
        var read = Rows(SqlDatabase.Command(connection, "SELECT CAST(coalesce(sum(documents), 0) AS BIGINT), CAST(coalesce(sum(reports), 0) AS BIGINT) FROM coverage WHERE span = 'm'"), r => (Documents: r.GetInt64(0), Reports: r.GetInt64(1)))[0];
        long Count(string sql) => Convert.ToInt64(SqlDatabase.Command(connection, sql).Scalar(), CultureInfo.InvariantCulture);
        return new Size(read.Documents, read.Reports, Count("SELECT coalesce(sum(events), 0) FROM tally WHERE a = '' AND b = ''") + Count("SELECT count(*) FROM event WHERE rejected = 1"), Count("SELECT count(*) FROM judgement"));
    });

    /// <summary>
    /// A hash of everything that follows from the documents and the judgements (events, which report is in which, what finds them) and of nothing that follows from the
    /// order or the hour of their arrival: two registers of the same content have the same.
    /// </summary>
    public string Fingerprint() => Read(connection =>
    {
        using var hash = System.Security.Cryptography.IncrementalHash.CreateHash(System.Security.Cryptography.HashAlgorithmName.SHA256);
        foreach (var sql in Content)
        {
            using var command = SqlDatabase.Command(connection, sql);
            using var reader = command.ExecuteReader();
            while (reader.Read())
                for (var i = 0; i < reader.FieldCount; i++) hash.AppendData(System.Text.Encoding.UTF8.GetBytes(Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture) + "\u001f"));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    });

    private static readonly string[] Content =
    [
        "SELECT id, reader FROM document ORDER BY number", "SELECT number, event, body FROM report ORDER BY number", "SELECT number, id, day, last_day, body FROM event ORDER BY number",
        "SELECT state, day, event FROM event_state ORDER BY state, day, event", "SELECT a, b, day, event FROM event_pair ORDER BY a, b, day, event",
        "SELECT key, day, report FROM block ORDER BY key, day, report", "SELECT a, b FROM doubt ORDER BY a, b",
        "SELECT a, b, type, year, events FROM tally WHERE events <> 0 ORDER BY a, b, type, year",
        "SELECT span, day, source, documents, silent, reports FROM coverage WHERE documents <> 0 ORDER BY span, day, source",
    ];
}
