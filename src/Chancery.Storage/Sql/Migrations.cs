using System.Data.Common;
using System.Globalization;
using System.Reflection;

namespace Chancery.Storage.Sql;

/// <summary>Brings a register to this version's tables. Migrations only go forward; a register of a newer version is left alone.</summary>
internal static class Migrations
{
    public static void Apply(SqlDatabase database)
    {
        var all = Scripts(database.Dialect);
        using (var connection = database.OpenRead())
            if (Version(connection) == all.Count) return;
        using var writer = database.OpenWrite();
        writer.Execute("CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL)");
        var version = Version(writer);
        if (version > all.Count) throw new RegisterStoreException($"{database.Name} was written by a newer version of Chancery (tables {version}, this version knows {all.Count})");
        for (var i = version; i < all.Count; i++)
        {
            writer.Execute(all[i]);
            writer.Execute("INSERT INTO schema_version (version) VALUES (@version)", ("@version", i + 1));
        }
        writer.Commit();
    }

    private static int Version(SqlWriter writer)
    {
        using var command = writer.Command("SELECT coalesce(max(version), 0) FROM schema_version");
        return Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    private static int Version(DbConnection connection)
    {
        try
        {
            using var command = SqlDatabase.Command(connection, "SELECT coalesce(max(version), 0) FROM schema_version");
            return Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
        }
        catch (DbException e) when (e.Message.Contains("schema_version", StringComparison.Ordinal))
        {
            return 0;
        }
    }

    private static List<string> Scripts(string dialect)
    {
        var assembly = Assembly.GetExecutingAssembly();
        return [.. assembly.GetManifestResourceNames().Where(n => n.StartsWith(dialect + "/", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(name =>
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            return reader.ReadToEnd();
        })];
    }
}
