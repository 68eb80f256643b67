using System.Collections.Frozen;
using System.Runtime.InteropServices;
using Chancery.Reading.Packs;

namespace Chancery.Reading.Text;

/// <summary>The abbreviations of a language, and with them the cutting of an article into tokens and sentences.</summary>
public sealed class Abbreviations
{
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _words;

    private Abbreviations(FrozenSet<string> words) => _words = words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Reads <c>abbreviations.tsv</c> of a language.</summary>
    public static Abbreviations Open(DataRoot root, string language)
    {
        var table = Tsv.Read(root.Language(language, "abbreviations.tsv"));
        var word = table.Column("word");
        return new Abbreviations(Enumerable.Range(0, table.Count).Select(i => table[i][word]).ToFrozenSet(StringComparer.Ordinal));
    }

    /// <summary>Whether a word keeps its final dot.</summary>
    public bool Contains(ReadOnlySpan<char> word) => _words.Contains(word);

    /// <summary>An article as tokens in sentences, with nothing found of them yet.</summary>
    public Document Cut(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        var tokens = new List<Token>(article.Text.Length / 5);
        Tokenizer.Tokenize(article.Text, Contains, tokens);
        var sentences = SentenceSplitter.Split(article.Text, CollectionsMarshal.AsSpan(tokens));
        return new Document(article, [.. tokens], [.. sentences]);
    }
}
