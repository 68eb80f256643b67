using System.Data.Common;
using System.Globalization;
using Chancery.Register.Merging;
using Npgsql;

namespace Chancery.Storage.Sql;

/// <summary>A register in PostgreSQL: full text by tsvector and GIN. Writers of all processes take turns by an advisory lock that ends with the transaction.</summary>
internal sealed class PostgresDatabase : SqlDatabase
{
    private const long WriterLock = 0x6368616E63657279; // "chancery"
    private readonly NpgsqlDataSource _source;

    public PostgresDatabase(string address)
    {
        var settings = Settings(address);
        Name = string.Create(CultureInfo.InvariantCulture, $"postgres://{settings.Host}:{settings.Port}/{settings.Database}");
        _source = NpgsqlDataSource.Create(settings);
    }

    public override string Name { get; }

    public override string Dialect => "postgres";

    public override DbConnection OpenRead() => _source.OpenConnection();

    public override SqlWriter OpenWrite()
    {
        var connection = _source.OpenConnection();
        try
        {
            var transaction = connection.BeginTransaction();
            using var command = new NpgsqlCommand("SELECT pg_advisory_xact_lock(@lock)", connection, transaction) { CommandTimeout = 600 };
            command.Parameters.AddWithValue("lock", WriterLock);
            command.ExecuteNonQuery();
            return new PostgresWriter(this, connection, transaction);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    // Which transactions are over: each that begins to write, and each that ends, changes it. Those of other databases of the server do too, which costs a question and is never wrong.
    public override string State()
    {
        using var connection = _source.OpenConnection();
        using var command = new NpgsqlCommand("SELECT pg_current_snapshot()::text", connection);
        return (string)command.ExecuteScalar()!;
    }

    public override string In(string column, string parameter) => $"{column} = ANY({parameter})";

    public override object Keys<T>(IReadOnlyCollection<T> keys) => keys.ToArray();

    public override string TextKey => "e.number";

    public override string Field(string column, string name) => $"({column}::json ->> '{name}')";

    public override string FoundByText => "event e";

    public override string TextSearch => "SELECT event FROM event_text WHERE words @@ to_tsquery('simple', @text)";

    public override string Rank => "t.rank";

    public override string RankedSearch(int? most)
    {
        var some = most is null ? "" : string.Create(CultureInfo.InvariantCulture, $" LIMIT {most}");
        return $"SELECT event, ts_rank(words, to_tsquery('simple', @text)) * -1 AS rank FROM event_text WHERE words @@ to_tsquery('simple', @text){some}";
    }

    public override string ColumnSearch(string column, string parameter, int? most = null) =>
        $"SELECT event FROM event_text WHERE words @@ to_tsquery('simple', {parameter})" + (most is null ? "" : string.Create(CultureInfo.InvariantCulture, $" LIMIT {most}"));

    public override string TextQuery(string typed, string? column = null)
    {
        var weight = column switch { "title" => "A", "people" => "B", "places" => "C", "quotes" => "D", _ => "" };
        return string.Join(" & ", TextWords.Of(typed).Select(w => string.Join(" <-> ", NameKey.Fold(w.Text).Split(' ').Select(t => $"'{t}':{(w.Prefix ? "*" : "")}{weight}".TrimEnd(':')))));
    }

    public override RegisterStoreException? Explain(DbException exception) => exception switch
    {
        PostgresException { SqlState: "53100" } => new($"no space is left for {Name}; what was acknowledged is kept, the batch under way was undone", exception),
        PostgresException { SqlState: "3D000" } => new($"{Name}: there is no such database; 'createdb' makes one", exception),
        PostgresException { SqlState: "28000" or "28P01" } => new($"{Name} lets nobody in by these words: {exception.Message}", exception),
        PostgresException { SqlState: "57P01" or "57P02" or "57P03" } => new($"{Name} was shut down; what was acknowledged is kept, the batch under way was undone", exception),
        PostgresException => null,
        NpgsqlException => new($"{Name} cannot be reached ({exception.InnerException?.Message ?? exception.Message}); what was acknowledged is kept", exception),
        _ => null,
    };

    public override void Dispose()
    {
        _source.Dispose();
        base.Dispose();
    }

    private static NpgsqlConnectionStringBuilder Settings(string address)
    {
        var uri = new Uri(address);
        var settings = new NpgsqlConnectionStringBuilder { Host = uri.Host.Length == 0 ? "localhost" : uri.Host, Database = Uri.UnescapeDataString(uri.AbsolutePath.TrimStart('/')), CommandTimeout = 600 };
        if (uri.Port > 0) settings.Port = uri.Port;
        if (uri.UserInfo.Split(':') is [{ Length: > 0 } user, .. var rest])
        {
            settings.Username = Uri.UnescapeDataString(user);
            if (rest.Length == 1) settings.Password = Uri.UnescapeDataString(rest[0]);
        }
        // A socket's folder does not fit into the host of a URI: postgres://user@localhost/db?host=/run/postgresql, as libpq has it.
        foreach (var pair in uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('=', 2)).Where(p => p.Length == 2))
            if (pair[0] == "host") settings.Host = Uri.UnescapeDataString(pair[1]); else settings[pair[0]] = Uri.UnescapeDataString(pair[1]);
        return settings;
    }
}
