using System.Collections.Frozen;

namespace Chancery.Register.Historian;

/// <summary>The Historian's country ids as states: <c>data/register/historian-countries.tsv</c>. A label outranks its id (a stay in "Russia" before 1992 is labelled U.S.S.R.).</summary>
public static class HistorianCountries
{
    private static readonly FrozenDictionary<(string, string), string> Table = EmbeddedTable.Rows("historian-countries.tsv").ToFrozenDictionary(r => (r["id"], r["label"]), r => r["state"]);

    private static readonly FrozenDictionary<string, string> Labels = EmbeddedTable.Rows("historian-countries.tsv").Where(r => r["label"].Length > 0 && r["state"].Length > 0)
        .GroupBy(r => r["label"], StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.First()["state"], StringComparer.Ordinal);

    /// <summary>State of a country as the list writes it; null where the table has no such label.</summary>
    public static string? StateOf(string label) => Labels.GetValueOrDefault(label) ?? States.Find(label);

    /// <summary>State of a country id; null for a country that has no code (Hawaii).</summary>
    /// <exception cref="FormatException">An id that the table does not have.</exception>
    public static string? StateOf(string id, string label)
    {
        if (!Table.TryGetValue((id, label), out var state) && !Table.TryGetValue((id, ""), out state))
            throw new FormatException($"the Historian's country '{id}' ({label}) is not in data/register/historian-countries.tsv");
        return state.Length == 0 ? null : state;
    }
}
