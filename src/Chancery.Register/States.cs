using System.Collections.Frozen;

namespace Chancery.Register;

/// <summary>Names of states for people, from <c>data/register/states.tsv</c>.</summary>
public static class States
{
    private static readonly FrozenDictionary<string, (string Iso2, string Name, string Adjective)> Table =
        EmbeddedTable.Rows("states.tsv").ToFrozenDictionary(r => r["state"], r => (r["iso2"], r["name"], r["adjective"]), StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> ByIso2 = Table.Where(p => p.Value.Iso2.Length == 2)
        .GroupBy(p => p.Value.Iso2).ToFrozenDictionary(g => g.Key, g => g.First().Key, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, string> ByName = Table.GroupBy(p => p.Value.Name, StringComparer.OrdinalIgnoreCase)
        .ToFrozenDictionary(g => g.Key, g => g.First().Key, StringComparer.OrdinalIgnoreCase);

    /// <summary>Name in English; the code itself where it is not known.</summary>
    public static string Name(string code) => Table.TryGetValue(code, out var state) ? state.Name : code;

    /// <summary>All states by name.</summary>
    public static IEnumerable<(string Code, string Name)> All => Table.Select(p => (p.Key, p.Value.Name)).OrderBy(p => p.Name, StringComparer.Ordinal);

    /// <summary>Adjective in English ("Kyrgyz"); the code itself where it is not known.</summary>
    public static string Adjective(string code) => Table.TryGetValue(code, out var state) && state.Adjective.Length > 0 ? state.Adjective : code;

    /// <summary>ISO 3166-1 alpha-2, or null.</summary>
    public static string? Iso2(string code) => Table.TryGetValue(code, out var state) && state.Iso2.Length == 2 ? state.Iso2 : null;

    /// <summary>Code of a state by alpha-3, alpha-2 or English name; null where it is none.</summary>
    public static string? Find(string text) =>
        Table.ContainsKey(text.ToUpperInvariant()) ? text.ToUpperInvariant() : ByIso2.GetValueOrDefault(text) ?? ByName.GetValueOrDefault(text);
}
