using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Chancery.Storage;
using Chancery.Storage.Access;

namespace Chancery.Server.Access;

/// <summary>Keys of programs, <c>chancery_ID_SECRET</c>. The secret is 256 random bits, so that one round of SHA-256 keeps it as well as a thousand would.</summary>
public static class ApiKeys
{
    private const string Mark = "chancery_";

    /// <summary>Makes a key and keeps its hash.</summary>
    /// <returns>The key to be kept, and the only text that opens with it.</returns>
    public static (PersonKey Key, string Text) Make(RegisterStore store, string person, Role role, string label)
    {
        var (id, secret) = (Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6)), Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32)));
        var key = new PersonKey(id, person, label, Roles.Print(role), Hash(secret), store.Now, null);
        store.People.Add(key);
        return (key, $"{Mark}{id}_{secret}");
    }

    /// <summary>Whose key a text is and what it may; null where it is none, was taken back, or its person is gone.</summary>
    public static (string Person, Role Role)? Open(RegisterStore store, string text)
    {
        if (!text.StartsWith(Mark, StringComparison.Ordinal) || text.Length > 100) return null;
        var at = text.IndexOf('_', Mark.Length);
        if (at < 0 || store.People.Key(text[Mark.Length..at]) is not { Revoked: null } key) return null;
        if (!CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(key.Hash), Encoding.ASCII.GetBytes(Hash(text[(at + 1)..])))) return null;
        // The person's role is looked up each time: who is taken down a step takes the keys along.
        return store.People.Find(key.Person) is { } person && Roles.Parse(key.Role) is { } role && Roles.Parse(person.Role) is { } most ? (person.Name, Roles.Least(role, most)) : null;
    }

    private static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
