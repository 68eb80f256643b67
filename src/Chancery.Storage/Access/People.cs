using System.Collections.Immutable;
using Chancery.Storage.Ingest;
using Chancery.Storage.Sql;

namespace Chancery.Storage.Access;

/// <summary>Somebody who may use the register.</summary>
/// <param name="Name">As judgements carry it.</param>
/// <param name="Role">reader, reviewer or keeper.</param>
/// <param name="Password">Hash of the password; null for somebody who signs in elsewhere.</param>
/// <param name="Added">When.</param>
public sealed record Person(string Name, string Role, string? Password, DateTimeOffset Added);

/// <summary>A key by which a program of a person asks.</summary>
/// <param name="Id">Public part; the secret is kept as a hash only.</param>
/// <param name="Person">Whose.</param>
/// <param name="Label">What it is for.</param>
/// <param name="Role">At most this role, and never more than the person's.</param>
/// <param name="Hash">Hash of the secret.</param>
/// <param name="Made">When.</param>
/// <param name="Revoked">When it was taken back, or null.</param>
public sealed record PersonKey(string Id, string Person, string Label, string Role, string Hash, DateTimeOffset Made, DateTimeOffset? Revoked);

/// <summary>The people of a register and the keys of their programs.</summary>
public sealed class People
{
    private readonly RegisterStore _store;

    internal People(RegisterStore store) => _store = store;

    /// <summary>True where somebody is known.</summary>
    public bool Any() => _store.Read(c => SqlDatabase.Command(c, "SELECT 1 FROM person LIMIT 1").Scalar() is not null);

    /// <summary>Everybody, by name.</summary>
    public ImmutableArray<Person> All() => _store.Read(c => Select(SqlDatabase.Command(c, "SELECT name, role, password, added FROM person ORDER BY name")));

    /// <summary>Somebody by name, or null.</summary>
    public Person? Find(string name) => _store.Read(c => Select(SqlDatabase.Command(c, "SELECT name, role, password, added FROM person WHERE name = @name", ("@name", name))).FirstOrDefault());

    /// <summary>Adds somebody, or replaces role and password of somebody who is there.</summary>
    public void Put(Person person) => _store.Write(w =>
    {
        w.Execute("DELETE FROM person WHERE name = @name", ("@name", person.Name));
        return w.Execute("INSERT INTO person (name, role, password, added) VALUES (@name, @role, @password, @added)",
            ("@name", person.Name), ("@role", person.Role), ("@password", person.Password), ("@added", Instants.Print(person.Added)));
    });

    /// <summary>Takes somebody away, with all sessions and keys; what they judged stays.</summary>
    /// <returns>False where nobody is called so.</returns>
    public bool Remove(string name, DateTimeOffset now) => _store.Write(w =>
    {
        w.Execute("DELETE FROM person_session WHERE person = @name", ("@name", name));
        w.Execute("UPDATE person_key SET revoked = @now WHERE person = @name AND revoked IS NULL", ("@name", name), ("@now", Instants.Print(now)));
        return w.Execute("DELETE FROM person WHERE name = @name", ("@name", name)) > 0;
    });

    /// <summary>Keys, of one person where named.</summary>
    public ImmutableArray<PersonKey> Keys(string? person = null) => _store.Read(c => SelectKeys(SqlDatabase.Command(c, $"SELECT {KeyColumns} FROM person_key WHERE CAST(@person AS TEXT) IS NULL OR person = @person ORDER BY made, id", ("@person", person))));

    /// <summary>A key by its public part, or null.</summary>
    public PersonKey? Key(string id) => _store.Read(c => SelectKeys(SqlDatabase.Command(c, $"SELECT {KeyColumns} FROM person_key WHERE id = @id", ("@id", id))).FirstOrDefault());

    /// <summary>Adds a key.</summary>
    public void Add(PersonKey key) => _store.Write(w => w.Execute("INSERT INTO person_key (id, person, label, role, hash, made) VALUES (@id, @person, @label, @role, @hash, @made)",
        ("@id", key.Id), ("@person", key.Person), ("@label", key.Label), ("@role", key.Role), ("@hash", key.Hash), ("@made", Instants.Print(key.Made))));

    /// <summary>Takes a key back; it is never valid again.</summary>
    /// <returns>False where there is none that is valid.</returns>
    public bool Revoke(string id, DateTimeOffset now) => _store.Write(w => w.Execute("UPDATE person_key SET revoked = @now WHERE id = @id AND revoked IS NULL", ("@id", id), ("@now", Instants.Print(now))) > 0);

    private const string KeyColumns = "id, person, label, role, hash, made, revoked";

    private static ImmutableArray<Person> Select(System.Data.Common.DbCommand command) =>
        [.. RegisterStore.Rows(command, r => new Person(r.GetString(0), r.GetString(1), r.IsDBNull(2) ? null : r.GetString(2), Instants.Parse(r.GetString(3))))];

    private static ImmutableArray<PersonKey> SelectKeys(System.Data.Common.DbCommand command) =>
        [.. RegisterStore.Rows(command, r => new PersonKey(r.GetString(0), r.GetString(1), r.GetString(2), r.GetString(3), r.GetString(4), Instants.Parse(r.GetString(5)), r.IsDBNull(6) ? null : Instants.Parse(r.GetString(6))))];
}
