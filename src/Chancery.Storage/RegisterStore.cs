using System.Data.Common;
using Chancery.Register;
using Chancery.Register.Judgements;
using Chancery.Storage.Access;
using Chancery.Storage.Feeds;
using Chancery.Storage.Ingest;
using Chancery.Storage.Sql;

namespace Chancery.Storage;

/// <summary>
/// A register: one file of SQLite or a PostgreSQL database, the same to whoever asks. Safe to use from many threads; one writes at a time, readers see the last
/// committed state. A method that returned has its work on disk.
/// </summary>
public sealed partial class RegisterStore : IDisposable
{
    private const int ReadAttempts = 3;

    private readonly SqlDatabase _database;
    private readonly TimeProvider _clock;
    private readonly ProfileCache _profiles = new(60_000);

    private RegisterStore(SqlDatabase database, TimeProvider clock)
    {
        (_database, _clock) = (database, clock);
        (People, Sessions, Audit, Feeds) = (new People(this), new Sessions(this), new AuditLog(this), new FeedList(this));
    }

    /// <summary>Who may use the register.</summary>
    public People People { get; }

    /// <summary>Who is signed in.</summary>
    public Sessions Sessions { get; }

    /// <summary>Who did what.</summary>
    public AuditLog Audit { get; }

    /// <summary>Feeds that are polled.</summary>
    public FeedList Feeds { get; }

    /// <summary>Now by the clock of this register, in UTC.</summary>
    public DateTimeOffset Now => _clock.GetUtcNow();

    /// <summary>Opens a register, makes it where it is not there, and brings its tables up to date.</summary>
    /// <param name="where">Path of a file, or <c>postgres://user@host/database</c>.</param>
    /// <param name="clock">What day it is; the system's where null.</param>
    /// <exception cref="RegisterStoreException">It cannot be opened; the message says why.</exception>
    public static RegisterStore Open(string where, TimeProvider? clock = null)
    {
        SqlDatabase database = where.StartsWith("postgres://", StringComparison.Ordinal) || where.StartsWith("postgresql://", StringComparison.Ordinal) ? new PostgresDatabase(where) : new SqliteDatabase(where);
        try
        {
            var store = new RegisterStore(database, clock ?? TimeProvider.System);
            store.Guard(() => { Migrations.Apply(database); return 0; });
            return store;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>Path or address, without a password.</summary>
    public string Name => _database.Name;

    /// <summary>
    /// A mark of what is in the register: while two are equal, nothing was written between them, by this process or by another, and every question has the same answer
    /// (but for what follows from the day, see <see cref="Today"/>). Asking for it costs next to nothing.
    /// </summary>
    public string State() => Guard(_database.State);

    /// <summary>Today by the clock of this register, in UTC.</summary>
    public DateOnly Today => DateOnly.FromDateTime(_clock.GetUtcNow().UtcDateTime);

    /// <summary>
    /// Takes documents in, all or none. Documents that are there and were read by the same reader are passed over, so an ingest that was cut off is simply run again;
    /// what another reader read of a document is replaced, and judgements stay.
    /// </summary>
    /// <param name="batch">Some hundreds at a time is quickest.</param>
    /// <exception cref="RegisterStoreException">Nothing of the batch was written.</exception>
    public IngestOutcome Ingest(IReadOnlyList<IngestItem> batch) => Write(writer => new Ingestion(writer, _profiles, _clock.GetUtcNow()).Run(batch));

    /// <summary>Which of some documents are there and were read by a reader.</summary>
    public HashSet<string> Known(IReadOnlyCollection<string> documentIds, string readerVersion) => Read(connection =>
    {
        using var command = SqlDatabase.Command(connection, $"SELECT id FROM document WHERE reader = @reader AND {_database.In("number", "@keys")}", ("@reader", readerVersion), ("@keys", _database.Keys(documentIds.Select(RegisterId.Document).ToArray())));
        return Rows(command, r => r.GetString(0)).ToHashSet(StringComparer.Ordinal);
    });

    /// <summary>Writes a judgement down and lets it take effect; one whose <see cref="Judgement.Act"/> is there already is left as it was written.</summary>
    /// <returns>The judgement with its id.</returns>
    /// <exception cref="FormatException">It points at nothing that is there, or a correction has a value that no event can have (see <see cref="Correction"/>).</exception>
    public Judgement Judge(Judgement judgement) => Write(writer =>
    {
        if (judgement.Act is { } act && JudgementTable.All(writer.Command($"SELECT {JudgementTable.Columns} FROM judgement WHERE act = @act", ("@act", act))) is [var known]) return known;
        var stamped = Correction.Checked(judgement) with { At = judgement.At == default ? _clock.GetUtcNow() : judgement.At };
        if (stamped is { Kind: JudgementKind.Correct, Field: "part-of", Value.Length: > 0 } && EventNumber(writer.Connection, stamped.Value) is null) throw new FormatException($"there is no event {stamped.Value}");
        var about = stamped.Kind == JudgementKind.Undo ? Undone(writer, stamped.Left) : stamped;
        var reports = Resolve(writer, stamped, about);
        var written = stamped with { Id = JudgementTable.Insert(writer, stamped) };
        var merger = new Merger(writer, _profiles);
        merger.Touch(reports, reports.Length == 2 && about.Kind == JudgementKind.Same ? [(reports[0], reports[1])] : []);
        var events = writer.Select($"SELECT DISTINCT event FROM report WHERE {writer.Database.In("number", "@keys")}", reports, r => r.GetInt64(0));
        new Ingestion(writer, _profiles, _clock.GetUtcNow()).Regroup(merger, [.. events], new Dictionary<long, SourcedReport>());
        return written;
    });

    /// <summary>
    /// Takes in what a person enters by hand, with its programme, as claims of theirs. To take an entry back, reject its reports (<see cref="JudgementKind.Reject"/> with the field <c>report</c>);
    /// that can be undone like any judgement.
    /// </summary>
    /// <param name="by">Who enters it.</param>
    /// <param name="entry">What they enter.</param>
    /// <returns>Number of the document, and of each report with the id of the event it came to, the entry itself first and then its programme in order.</returns>
    /// <exception cref="FormatException">Something that no event can have; the message names it.</exception>
    public EntryOutcome Enter(string by, HandEntry entry)
    {
        var (reports, text) = entry.Reports();
        var item = IngestItem.ByHand(by, _clock.GetUtcNow(), reports) with { Text = text };
        Ingest([item]);
        var (document, told) = Document(item.Article.Document.Id)!.Value;
        return new(document.Number, [.. told.Select(t => new EnteredReport(t.Report.Number, t.Event))]);
    }

    private static Judgement Undone(SqlWriter writer, long id)
    {
        var all = JudgementTable.All(writer.Command($"SELECT {JudgementTable.Columns} FROM judgement WHERE id = @id", ("@id", id)));
        if (all.Count == 0) throw new FormatException($"there is no judgement {id}");
        return all[0].Kind == JudgementKind.Undo ? Undone(writer, all[0].Left) : all[0];
    }

    private static long[] Resolve(SqlWriter writer, Judgement said, Judgement about)
    {
        long[] numbers = about.Right == 0 ? [about.Left] : [about.Left, about.Right];
        var found = numbers.Select(n => ResolveReport(writer, n)).ToArray();
        if (said.Kind != JudgementKind.Undo && found.Any(f => f is null)) throw new FormatException("there is no such event");
        return [.. found.OfType<long>().Distinct()];
    }

    private static long? ResolveReport(SqlWriter writer, long number)
    {
        using var command = writer.Command("SELECT number FROM report WHERE number = @n UNION ALL SELECT r.number FROM redirect d JOIN report r ON r.number = d.report WHERE d.old = @n", ("@n", number));
        return command.ExecuteScalar() is long found ? found : null;
    }

    /// <inheritdoc/>
    public void Dispose() => _database.Dispose();

    internal T Write<T>(Func<SqlWriter, T> work) => Guard(() =>
    {
        using var writer = _database.OpenWrite();
        try
        {
            var result = work(writer);
            writer.Commit();
            return result;
        }
        catch
        {
            // What was compared but not committed may never come to be.
            _profiles.Forget();
            throw;
        }
    });

    // A connection that lay in the pool when its server went away fails on its next use; asking again changes nothing, so it is asked again.
    internal T Read<T>(Func<DbConnection, T> work) => Guard(() =>
    {
        for (var left = ReadAttempts; ; left--)
        {
            try
            {
                using var connection = _database.OpenRead();
                return work(connection);
            }
            catch (DbException e) when (left > 1 && (e.IsTransient || e.SqlState is { } state && (state.StartsWith("57P", StringComparison.Ordinal) || state.StartsWith("08", StringComparison.Ordinal)))) { }
        }
    });

    private T Guard<T>(Func<T> work)
    {
        try { return work(); }
        catch (DbException e) when (_database.Explain(e) is { } plain) { throw plain; }
    }

    internal static List<T> Rows<T>(DbCommand command, Func<DbDataReader, T> row)
    {
        using (command)
        using (var reader = command.ExecuteReader())
        {
            var rows = new List<T>();
            while (reader.Read()) rows.Add(row(reader));
            return rows;
        }
    }
}
