using Chancery.Reading.Packs;

namespace Chancery.Reading.Actors;

/// <summary>Parts of the world that are neither states nor cities, however many hamlets bear their names: "Central Asia", "the North".</summary>
internal sealed class Regions
{
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    private Regions(HashSet<string> names) => _lookup = names.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Reads <c>regions.tsv</c> of a language.</summary>
    public static Regions Open(DataRoot root, string language)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var table = Tsv.Read(root.Language(language, "regions.tsv"));
        for (var i = 0; i < table.Count; i++) names.Add(table[i][0]);
        return new Regions(names);
    }

    /// <summary>Number of tokens of the longest region that starts at a token; 0 where none does.</summary>
    public int Match(Document document, int start, int limit)
    {
        var longest = 0;
        for (var end = start + 1; end <= Math.Min(limit, start + 3); end++)
            if (_lookup.Contains(document.Text.AsSpan(document.Tokens[start].Start, document.Tokens[end - 1].End - document.Tokens[start].Start))) longest = end - start;
        return longest;
    }
}
