namespace Chancery.Storage.Tests;

/// <summary>The contract on SQLite.</summary>
public sealed class SqliteStoreTests : RegisterContract, IDisposable
{
    private readonly List<string> _files = [];

    protected override string NewRegister()
    {
        var path = Path.Combine(Path.GetTempPath(), $"chancery-{Guid.NewGuid():n}.db");
        _files.Add(path);
        return path;
    }

    protected override object? Run(string register, string sql)
    {
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={register}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        foreach (var file in _files)
            foreach (var ending in new[] { "", "-wal", "-shm" }) File.Delete(file + ending);
    }
}

/// <summary>The contract on PostgreSQL.</summary>
public sealed class PostgresStoreTests(PostgresServer server) : RegisterContract, IClassFixture<PostgresServer>
{
    protected override string NewRegister() => server.NewDatabase();

    protected override object? Run(string register, string sql) => server.Run(register, sql);
}
