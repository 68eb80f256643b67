using System.Diagnostics;

namespace Chancery.Storage.Tests;

/// <summary>A PostgreSQL of the tests' own in a temporary folder, on a socket only. It cannot be had without initdb; then the tests fail and say so.</summary>
public sealed class PostgresServer : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("chancery-pg-").FullName;
    private readonly string _prefix, _bin;
    private Process _server;
    private int _databases;

    public PostgresServer()
    {
        _bin = Bin();
        _prefix = Environment.UserName == "root" ? "setpriv --reuid=postgres --regid=postgres --clear-groups " : "";
        if (_prefix.Length > 0) Run("chown postgres " + _folder);
        Run($"{_prefix}{_bin}/initdb -D {_folder}/data -U postgres -A trust --encoding=UTF8 --locale=C --no-sync");
        _server = Started();
    }

    /// <summary>Ends the server as a power cut would.</summary>
    public void Kill()
    {
        _server.Kill(true);
        _server.WaitForExit();
        Npgsql.NpgsqlConnection.ClearAllPools();
    }

    /// <summary>Starts it again over what lies on the disk.</summary>
    public void Restart()
    {
        File.Delete(Path.Combine(_folder, "data", "postmaster.pid"));
        foreach (var socket in Directory.GetFiles(_folder, ".s.PGSQL*")) File.Delete(socket);
        _server = Started();
    }

    private Process Started()
    {
        var server = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", $"exec {_prefix}{_bin}/postgres -D {_folder}/data -c listen_addresses='' -c unix_socket_directories={_folder} -c fsync=off >>{_folder}/log 2>&1"]) { WorkingDirectory = "/" })!;
        for (var tries = 0; !File.Exists(Path.Combine(_folder, ".s.PGSQL.5432")) || !Accepts(); tries++)
        {
            if (tries > 600 || server.HasExited) throw new InvalidOperationException($"PostgreSQL did not start: {File.ReadAllText(Path.Combine(_folder, "log"))}");
            Thread.Sleep(100);
        }
        return server;
    }

    /// <summary>Address of a new, empty database.</summary>
    public string NewDatabase()
    {
        var name = $"t{Interlocked.Increment(ref _databases)}";
        using var connection = new Npgsql.NpgsqlConnection($"Host={_folder};Username=postgres;Database=postgres;Pooling=false");
        connection.Open();
        using var command = new Npgsql.NpgsqlCommand($"CREATE DATABASE {name}", connection);
        command.ExecuteNonQuery();
        return $"postgres://postgres@localhost/{name}?host={Uri.EscapeDataString(_folder)}";
    }

    /// <summary>Runs a statement on a database that <see cref="NewDatabase"/> made.</summary>
    public object? Run(string address, string sql)
    {
        using var connection = new Npgsql.NpgsqlConnection($"Host={_folder};Username=postgres;Database={new Uri(address).AbsolutePath.TrimStart('/')};Pooling=false");
        connection.Open();
        using var command = new Npgsql.NpgsqlCommand(sql, connection);
        return command.ExecuteScalar();
    }

    private bool Accepts()
    {
        try
        {
            using var connection = new Npgsql.NpgsqlConnection($"Host={_folder};Username=postgres;Database=postgres;Pooling=false");
            connection.Open();
            return true;
        }
        catch (Npgsql.NpgsqlException)
        {
            return false;
        }
    }

    private static string Bin()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Concat(Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql").OrderDescending().Select(d => Path.Combine(d, "bin")) : []);
        var found = folders.FirstOrDefault(f => File.Exists(Path.Combine(f, "initdb")))
            ?? throw new InvalidOperationException("these tests need PostgreSQL: initdb is neither on the PATH nor under /usr/lib/postgresql (on Debian: apt-get install postgresql)");
        return Path.GetDirectoryName(File.ResolveLinkTarget(Path.Combine(found, "initdb"), true)?.FullName ?? Path.Combine(found, "initdb"))!;
    }

    private static void Run(string command)
    {
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", command + " 2>&1"]) { RedirectStandardOutput = true, WorkingDirectory = "/" })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{command}: {output}");
    }

    public void Dispose()
    {
        Npgsql.NpgsqlConnection.ClearAllPools();
        try { _server.Kill(true); _server.WaitForExit(5000); } catch (InvalidOperationException) { }
        _server.Dispose();
        for (var tries = 0; tries < 20; tries++)
        {
            try { Directory.Delete(_folder, true); return; }
            catch (IOException) { Thread.Sleep(100); }
        }
    }
}
