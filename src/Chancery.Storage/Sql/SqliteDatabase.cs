using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Chancery.Storage.Sql;

/// <summary>A register in one file: write-ahead log, full text by FTS5. One process writes at a time; others wait.</summary>
internal sealed class SqliteDatabase(string path) : SqlDatabase
{
    private readonly Lock _writer = new();
    private readonly Lock _watch = new();
    private SqliteConnection? _writing;
    private SqliteConnection? _watching;
    private SqliteCommand? _asking;
    private int _watched;
    private readonly string _connection = new SqliteConnectionStringBuilder { DataSource = path, DefaultTimeout = 60 }.ToString();

    public override string Name => path;

    public override string Dialect => "sqlite";

    public override DbConnection OpenRead() => Open();

    public override SqlWriter OpenWrite()
    {
        _writer.Enter();
        try
        {
            // A batch touches leaves all over the indexes; the one who writes keeps many of them from batch to batch, and checkpoints seldom.
            _writing ??= Open(_connection + ";Pooling=False", "PRAGMA cache_size=-131072; PRAGMA wal_autocheckpoint=48000");
            return new SqliteWriter(this, _writing, _writing.BeginTransaction(deferred: false));
        }
        catch
        {
            Release(_writing, false);
            throw;
        }
    }

    // The number changes on a connection when another one commits, of this process or of any; a connection that never writes sees them all.
    public override string State()
    {
        lock (_watch)
        {
            if (_watching is null)
            {
                _watching = Open(_connection + ";Pooling=False", "PRAGMA cache_size=-64");
                _asking = _watching.CreateCommand();
                _asking.CommandText = "PRAGMA data_version";
                // Another connection counts anew, so each has a number of its own in front.
                _watched++;
            }
            try { return string.Create(CultureInfo.InvariantCulture, $"{_watched}.{_asking!.ExecuteScalar()}"); }
            catch
            {
                Unwatch();
                throw;
            }
        }
    }

    private void Unwatch()
    {
        _asking?.Dispose();
        _watching?.Dispose();
        (_asking, _watching) = (null, null);
    }

    /// <summary>Lets the next writer in. A connection on which something failed is not used again.</summary>
    public void Release(SqliteConnection? connection, bool committed)
    {
        try
        {
            if (committed) return;
            _writing = null;
            connection?.Dispose();
        }
        finally { _writer.Exit(); }
    }

    private SqliteConnection Open() => Open(_connection, "PRAGMA cache_size=-16384");

    private static SqliteConnection Open(string address, string cache)
    {
        var connection = new SqliteConnection(address);
        try
        {
            connection.Open();
            using var pragma = connection.CreateCommand();
            // NORMAL under WAL keeps the file sound after kill -9; what a power cut can take is the last transactions, never a part of one.
            pragma.CommandText = $"PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA busy_timeout=60000; PRAGMA temp_store=MEMORY; PRAGMA foreign_keys=OFF; {cache}";
            pragma.ExecuteNonQuery();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    // CROSS JOIN semantics of json_each keep the planner from scanning the table.
    public override string In(string column, string parameter) => $"{column} IN (SELECT value FROM json_each({parameter}))";

    public override object Keys<T>(IReadOnlyCollection<T> keys) => keys switch
    {
        IReadOnlyCollection<long> numbers => $"[{string.Join(',', numbers)}]",
        IReadOnlyCollection<string> texts => $"[{string.Join(',', texts.Select(t => $"\"{JsonEncodedText.Encode(t)}\""))}]",
        _ => throw new NotSupportedException(typeof(T).Name),
    };

    public override string TextKey => "e.row";

    public override string Field(string column, string name) => $"json_extract({column}, '$.{name}')";

    public override string FoundByText => "event e INDEXED BY event_found";

    public override string TextSearch => "SELECT rowid AS event FROM event_text WHERE event_text MATCH @text";

    // Every match holds all words, so what tells them apart is how many stand in the title. bm25 would walk the whole list of each word to count it.
    public override string Rank => "(SELECT count(*) FROM json_each(@words) w WHERE instr(lower(e.title), w.value) = 0)";

    public override string RankedSearch(int? most) =>
        TextSearch + (most is null ? "" : string.Create(CultureInfo.InvariantCulture, $" ORDER BY rowid DESC LIMIT {most}"));

    public override string ColumnSearch(string column, string parameter, int? most = null) =>
        $"SELECT rowid FROM event_text WHERE event_text MATCH {parameter}" + (most is null ? "" : string.Create(CultureInfo.InvariantCulture, $" ORDER BY rowid DESC LIMIT {most}"));

    public override string TextQuery(string typed, string? column = null)
    {
        var words = string.Join(' ', TextWords.Of(typed).Select(w => $"\"{w.Text}\"{(w.Prefix ? "*" : "")}"));
        return column is null || words.Length == 0 ? words : $"{column} : ({words.Replace("\" \"", "\" AND \"", StringComparison.Ordinal)})";
    }

    public override RegisterStoreException? Explain(DbException exception) => (exception as SqliteException)?.SqliteErrorCode switch
    {
        13 => new($"no space is left for {path}; what was acknowledged is kept, the batch under way was undone", exception),
        10 => new($"{path} cannot be read or written ({exception.Message}); what was acknowledged is kept", exception),
        5 or 6 => new($"another process has been writing {path} for over a minute", exception),
        8 => new($"{path} is read-only", exception),
        11 or 26 => new($"{path} is no register of Chancery, or is damaged", exception),
        14 => new($"{path} cannot be opened: is the folder there?", exception),
        _ => null,
    };

    public override void Dispose()
    {
        lock (_writer)
        {
            _writing?.Dispose();
            _writing = null;
        }
        lock (_watch) Unwatch();
        using var connection = new SqliteConnection(_connection);
        SqliteConnection.ClearPool(connection);
        base.Dispose();
    }
}
