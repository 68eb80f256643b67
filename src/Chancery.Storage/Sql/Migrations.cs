using System.Data.Common;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Chancery.Register.Events;
using Chancery.Register.Merging;
using Chancery.Storage.Ingest;

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
            if (i + 1 == TextByRow) RefillText(writer);
            if (i + 1 == BlocksBySpan) RefillBlocks(writer);
            writer.Execute("INSERT INTO schema_version (version) VALUES (@version)", ("@version", i + 1));
        }
        writer.Commit();
    }

    /// <summary>The version whose full text goes by other keys than those before it; what it finds by is not in the tables but follows from the events.</summary>
    private const int TextByRow = 8;

    /// <summary>The version whose blocks are kept by other keys than those before it.</summary>
    private const int BlocksBySpan = 10;

    private const int ProfilesAtOnce = 20_000;

    private static void RefillBlocks(SqlWriter writer)
    {
        for (var last = long.MinValue; ;)
        {
            var profiles = new List<Profile>();
            using (var command = writer.Command(string.Create(CultureInfo.InvariantCulture, $"SELECT profile FROM report WHERE number > @last ORDER BY number LIMIT {ProfilesAtOnce}"), ("@last", last)))
            using (var reader = command.ExecuteReader())
                while (reader.Read()) profiles.Add(ProfileCodec.Read((byte[])reader[0]));
            if (profiles.Count == 0) return;
            ReportTable.InsertBlocks(writer, profiles);
            last = profiles[^1].Report;
        }
    }

    private static void RefillText(SqlWriter writer)
    {
        if (writer.Database.Dialect != "sqlite") return;
        writer.Execute("INSERT INTO event_text (event_text) VALUES ('delete-all')");
        using var command = writer.Command("SELECT number, body FROM event ORDER BY row");
        using var reader = command.ExecuteReader();
        writer.InsertText(Rows());

        IEnumerable<(long, EventText)> Rows()
        {
            while (reader.Read()) yield return (reader.GetInt64(0), EventTable.TextOf(JsonSerializer.Deserialize(reader.GetString(1), EventJsonOptions.Compact.EventSummary)!));
        }
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
