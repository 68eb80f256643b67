using Chancery.Reading.Packs;

namespace Chancery.Reading.Actors;

/// <summary>How names are put together: where the family name comes first, and what stands behind a name without being part of it.</summary>
internal sealed class NameOrders
{
    private readonly HashSet<string> _familyFirst = [];
    private readonly HashSet<string> _suffixes = [];
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _bySpan;

    private NameOrders() => _bySpan = _suffixes.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Reads <c>name-orders.tsv</c>.</summary>
    public static NameOrders Open(DataRoot root)
    {
        var orders = new NameOrders();
        var table = Tsv.Read(Path.Combine(root.Source, "languages", "name-orders.tsv"));
        for (var i = 0; i < table.Count; i++) (table[i][0] == "suffix" ? orders._suffixes : orders._familyFirst).Add(table[i][1]);
        return orders;
    }

    /// <summary>Whether the family name comes first in English too.</summary>
    /// <param name="iso3">Code of the state.</param>
    public bool IsFamilyFirst(string iso3) => _familyFirst.Contains(iso3);

    /// <summary>"Jr.", "III".</summary>
    public bool IsSuffix(ReadOnlySpan<char> word) => _bySpan.Contains(word);
}
