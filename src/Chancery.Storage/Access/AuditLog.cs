using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Chancery.Storage.Ingest;
using Chancery.Storage.Sql;

namespace Chancery.Storage.Access;

/// <summary>A line of the log.</summary>
/// <param name="Number">In order of happening.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Who">Name, or what was typed as one.</param>
/// <param name="Via">Address from which it came, or <c>cli</c>.</param>
/// <param name="Act">What was done: <c>sign-in</c>, <c>person added</c>, <c>POST /review</c> …</param>
/// <param name="About">What it was done to, or null.</param>
/// <param name="Outcome">done, refused, or a status of HTTP.</param>
public sealed record AuditEntry(long Number, DateTimeOffset At, string Who, string? Via, string Act, string? About, string Outcome);

/// <summary>Who did what. Lines are only added: the database refuses to change or delete one, and each line holds the hash of the line before.</summary>
public sealed class AuditLog
{
    private const string Columns = "id, at, who, via, act, about, outcome, hash";
    private readonly RegisterStore _store;

    internal AuditLog(RegisterStore store) => _store = store;

    /// <summary>Adds a line.</summary>
    public void Add(string who, string? via, string act, string? about, string outcome, DateTimeOffset at) => _store.Write(w =>
    {
        var before = w.Command("SELECT hash FROM audit ORDER BY id DESC LIMIT 1").Scalar() as string ?? "";
        var entry = new AuditEntry(0, at, Cut(who)!, Cut(via), Cut(act)!, Cut(about), outcome);
        return w.Execute("INSERT INTO audit (at, who, via, act, about, outcome, hash) VALUES (@at, @who, @via, @act, @about, @outcome, @hash)",
            ("@at", Instants.Print(at)), ("@who", entry.Who), ("@via", entry.Via), ("@act", entry.Act), ("@about", entry.About), ("@outcome", outcome), ("@hash", Hash(before, entry)));
    });

    /// <summary>Lines, the latest first, before a number.</summary>
    public ImmutableArray<AuditEntry> Latest(int limit, long before = long.MaxValue) => _store.Read(c =>
        RegisterStore.Rows(SqlDatabase.Command(c, string.Create(CultureInfo.InvariantCulture, $"SELECT {Columns} FROM audit WHERE id < @before ORDER BY id DESC LIMIT {limit}"), ("@before", before)), Entry).ToImmutableArray());

    /// <summary>Number of the first line that does not follow from the one before it, or null where the log is whole. A log cut at its end does not show here.</summary>
    public long? FirstBroken() => _store.Read(c =>
    {
        var before = "";
        foreach (var (entry, hash) in RegisterStore.Rows(SqlDatabase.Command(c, $"SELECT {Columns} FROM audit ORDER BY id"), r => (Entry(r), r.GetString(7))))
        {
            if (Hash(before, entry) != hash) return entry.Number;
            before = hash;
        }
        return (long?)null;
    });

    private static AuditEntry Entry(System.Data.Common.DbDataReader r) => new(r.GetInt64(0), Instants.Parse(r.GetString(1)), r.GetString(2), r.IsDBNull(3) ? null : r.GetString(3), r.GetString(4), r.IsDBNull(5) ? null : r.GetString(5), r.GetString(6));

    private static string Hash(string before, AuditEntry e) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', before, Instants.Print(e.At), e.Who, e.Via, e.Act, e.About, e.Outcome))));

    // What a stranger typed is kept, but not without end; PostgreSQL's text cannot hold U+0000.
    private static string? Cut(string? text) => text?.Replace('\0', '\uFFFD') is { } clean && clean.Length > Longest ? clean[..Longest] : text?.Replace('\0', '\uFFFD');

    private const int Longest = 400;
}
