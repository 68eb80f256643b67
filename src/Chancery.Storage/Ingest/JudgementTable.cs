using System.Data.Common;
using Chancery.Register.Judgements;
using Chancery.Storage.Sql;

namespace Chancery.Storage.Ingest;

/// <summary>Reads and writes judgements. Rows are only ever added.</summary>
internal static class JudgementTable
{
    public const string Columns = "id, kind, \"left\", \"right\", field, value, \"by\", at, why, was, act";

    public static Judgement Read(DbDataReader r) => new()
    {
        Id = r.GetInt64(0), Kind = Enum.Parse<JudgementKind>(r.GetString(1), true), Left = r.GetInt64(2), Right = r.GetInt64(3), Field = r.IsDBNull(4) ? null : r.GetString(4),
        Value = r.IsDBNull(5) ? null : r.GetString(5), By = r.GetString(6), At = Instants.Parse(r.GetString(7)), Why = r.IsDBNull(8) ? null : r.GetString(8), Was = r.IsDBNull(9) ? null : r.GetString(9),
        Act = r.IsDBNull(10) ? null : r.GetString(10),
    };

    public static List<Judgement> All(DbCommand command)
    {
        using (command)
        using (var reader = command.ExecuteReader())
        {
            var all = new List<Judgement>();
            while (reader.Read()) all.Add(Read(reader));
            return all;
        }
    }

    /// <summary>Those that hold, pointing at reports that are there now.</summary>
    public static IReadOnlyList<Judgement> Active(SqlWriter writer)
    {
        var active = ActiveJudgements.Of(All(writer.Command($"SELECT {Columns} FROM judgement ORDER BY id")));
        if (active.Count == 0) return active;
        var moved = writer.Select($"SELECT old, report FROM redirect WHERE {writer.Database.In("old", "@keys")}", active.SelectMany(j => new[] { j.Left, j.Right }).Distinct().ToArray(), r => (r.GetInt64(0), r.GetInt64(1)))
            .ToDictionary();
        return moved.Count == 0 ? active : [.. active.Select(j => j with { Left = moved.GetValueOrDefault(j.Left, j.Left), Right = moved.GetValueOrDefault(j.Right, j.Right) })];
    }

    public static long Insert(SqlWriter writer, Judgement j)
    {
        using var command = writer.Command($"INSERT INTO judgement (kind, \"left\", \"right\", field, value, \"by\", at, why, was, act) VALUES (@kind, @left, @right, @field, @value, @by, @at, @why, @was, @act) RETURNING id",
            ("@kind", j.Kind.ToString().ToLowerInvariant()), ("@left", j.Left), ("@right", j.Right), ("@field", j.Field), ("@value", j.Value), ("@by", j.By), ("@at", Instants.Print(j.At)), ("@why", j.Why), ("@was", j.Was), ("@act", j.Act));
        return Convert.ToInt64(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }
}
