using Chancery.Reading.Packs;

namespace Chancery.Reading.Lexicons;

/// <summary>Words that keep their final dot.</summary>
public sealed class Abbreviations
{
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    private Abbreviations(HashSet<string> words) => _lookup = words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Reads <c>abbreviations.tsv</c> of a language.</summary>
    public static Abbreviations Open(DataRoot root, string language)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        var table = Tsv.Read(root.Language(language, "abbreviations.tsv"));
        for (var i = 0; i < table.Count; i++) words.Add(table[i][0]);
        return new Abbreviations(words);
    }

    /// <summary>Whether a word (without its dot) is an abbreviation.</summary>
    public bool Contains(ReadOnlySpan<char> word) => _lookup.Contains(word);
}
