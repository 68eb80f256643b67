using Chancery.Storage.Ingest;
using Chancery.Storage.Sql;

namespace Chancery.Storage.Access;

/// <summary>Who is signed in, and the keys that protect cookies. What a browser holds opens a session only by its hash, so that a copy of the register opens none.</summary>
public sealed class Sessions
{
    private readonly RegisterStore _store;

    internal Sessions(RegisterStore store) => _store = store;

    /// <summary>Keeps a session, new or renewed; those that ran out are swept away.</summary>
    public void Put(string id, string person, byte[] ticket, DateTimeOffset expires, DateTimeOffset now) => _store.Write(w =>
    {
        w.Execute("DELETE FROM person_session WHERE id = @id OR expires < @now", ("@id", id), ("@now", Instants.Print(now)));
        return w.Execute("INSERT INTO person_session (id, person, ticket, expires) VALUES (@id, @person, @ticket, @expires)", ("@id", id), ("@person", person), ("@ticket", ticket), ("@expires", Instants.Print(expires)));
    });

    /// <summary>What was kept, or null where it ran out or was ended.</summary>
    public byte[]? Find(string id, DateTimeOffset now) => _store.Read(c => SqlDatabase.Command(c, "SELECT ticket FROM person_session WHERE id = @id AND expires >= @now", ("@id", id), ("@now", Instants.Print(now))).Scalar() as byte[]);

    /// <summary>Ends a session.</summary>
    public void Remove(string id) => _store.Write(w => w.Execute("DELETE FROM person_session WHERE id = @id", ("@id", id)));

    /// <summary>Ends all sessions of a person.</summary>
    public void RemoveAll(string person) => _store.Write(w => w.Execute("DELETE FROM person_session WHERE person = @person", ("@person", person)));

    /// <summary>Keys that protect cookies, as the platform wrote them.</summary>
    public IReadOnlyList<string> Ring() => _store.Read(c => RegisterStore.Rows(SqlDatabase.Command(c, "SELECT xml FROM ring_key ORDER BY name"), r => r.GetString(0)));

    /// <summary>Keeps a key that protects cookies.</summary>
    public void AddToRing(string name, string xml) => _store.Write(w => w.Execute("INSERT INTO ring_key (name, xml) VALUES (@name, @xml)", ("@name", name), ("@xml", xml)));
}
