namespace Chancery.Server.Access;

/// <summary>Roles as they are written in the register, in claims and on the command line.</summary>
public static class Roles
{
    /// <summary>Names, the least first.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Enum.GetNames<Role>().Select(n => n.ToLowerInvariant())];

    /// <summary>The name of a role.</summary>
    public static string Print(Role role) => Names[(int)role];

    /// <summary>A role by its name; null where it is none.</summary>
    public static Role? Parse(string? name)
    {
        for (var i = 0; i < Names.Count; i++)
            if (Names[i] == name) return (Role)i;
        return null;
    }

    /// <summary>The lesser of two.</summary>
    public static Role Least(Role a, Role b) => a < b ? a : b;
}
