using Chancery.Reading.Packs;

namespace Chancery.Reading.Actors;

/// <summary>Words that point to a place without naming it: "here" to where the text was written, "there" to where it has just been.</summary>
internal sealed class LocalAdverbs
{
    private const int Longest = 4;
    private readonly Dictionary<string, bool>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    private LocalAdverbs(Dictionary<string, bool> words) => _lookup = words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Reads <c>local-adverbs.tsv</c> of a language.</summary>
    public static LocalAdverbs Open(DataRoot root, string language)
    {
        var words = new Dictionary<string, bool>(StringComparer.OrdinalIgnoreCase);
        var table = Tsv.Read(root.Language(language, "local-adverbs.tsv"));
        for (var i = 0; i < table.Count; i++) words[table[i][0]] = table[i][1] == "written";
        return new LocalAdverbs(words);
    }

    /// <summary>The longest adverb that starts at a token: its first token behind and whether it points to where the text was written; null where none does.</summary>
    public (int End, bool Written)? Match(Document document, int start, int limit)
    {
        for (var end = Math.Min(limit, start + Longest); end > start; end--)
            if (_lookup.TryGetValue(document.Text.AsSpan(document.Tokens[start].Start, document.Tokens[end - 1].End - document.Tokens[start].Start), out var written)) return (end, written);
        return null;
    }
}
