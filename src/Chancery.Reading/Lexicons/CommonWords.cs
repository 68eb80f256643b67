using Chancery.Reading.Packs;

namespace Chancery.Reading.Lexicons;

/// <summary>Words that a language writes in lower case often enough that one of them at the start of a sentence is no evidence of a name.</summary>
public sealed class CommonWords
{
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    private CommonWords(HashSet<string> words) => _lookup = words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Reads <c>common.tsv</c> of a language.</summary>
    public static CommonWords Open(DataRoot root, string language)
    {
        var words = new HashSet<string>(8000, StringComparer.OrdinalIgnoreCase);
        foreach (var line in File.ReadLines(root.Language(language, "common.tsv")).Skip(1))
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            words.Add(tab < 0 ? line : line[..tab]);
        }
        return new CommonWords(words);
    }

    /// <summary>Whether the word is common, in any case.</summary>
    public bool Contains(ReadOnlySpan<char> form) => _lookup.Contains(form);
}
