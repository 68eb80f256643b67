using Chancery.Storage.Access;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Chancery.Server.Access;

/// <summary>Passwords by the platform's hasher (PBKDF2 with SHA-512).</summary>
public static class Passwords
{
    /// <summary>Least characters of a password; length is what makes one hard to guess.</summary>
    public const int Shortest = 12;

    /// <summary>Most characters: hashing more is work that a stranger could order.</summary>
    public const int Longest = 200;

    // OWASP's figure for PBKDF2 with SHA-512.
    private const int Rounds = 210_000;

    private static readonly PasswordHasher<string> s_hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = Rounds }));

    // Somebody unknown costs the same time as somebody known.
    private static readonly Lazy<string> s_nobody = new(() => Hash("", Guid.NewGuid().ToString()));

    /// <summary>Hash of a password.</summary>
    public static string Hash(string name, string password) => s_hasher.HashPassword(name, password);

    /// <summary>What is wrong with a new password, or null.</summary>
    public static string? Fault(string name, string password) => password switch
    {
        { Length: < Shortest } => $"a password needs {Shortest} characters; a short sentence is easy to keep in mind",
        { Length: > Longest } => $"a password has {Longest} characters at most",
        _ when password.Contains(name, StringComparison.OrdinalIgnoreCase) => "a password does not hold the name",
        _ when password.Distinct().Count() < 5 => "a password needs more than four different characters",
        _ => null,
    };

    /// <summary>Whether a password opens for a person; null and people without a password are never opened for, in the same time.</summary>
    public static bool Opens(Person? person, string password)
    {
        if (password.Length > Longest) return false;
        var outcome = s_hasher.VerifyHashedPassword(person?.Name ?? "", person?.Password ?? s_nobody.Value, password);
        return outcome != PasswordVerificationResult.Failed && person?.Password is not null;
    }
}
