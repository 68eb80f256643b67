using System.Runtime.InteropServices;
using Chancery.Reading;
using Chancery.Reading.Packs;
using Chancery.Reading.Text;

namespace Chancery.Cli.Training;

/// <summary>Cuts raw texts into sentences of forms for learning vectors.</summary>
internal static class Corpus
{
    public static List<string[]> Sentences(IEnumerable<string> texts, string language)
    {
        var abbreviations = Abbreviations(language);
        var lookup = abbreviations.GetAlternateLookup<ReadOnlySpan<char>>();
        var sentences = new List<string[]>();
        var tokens = new List<Token>();
        foreach (var text in texts)
        {
            tokens.Clear();
            Tokenizer.Tokenize(text, lookup.Contains, tokens);
            foreach (var sentence in SentenceSplitter.Split(text, CollectionsMarshal.AsSpan(tokens)))
                sentences.Add([.. Enumerable.Range(sentence.First, sentence.Count).Select(i => text.Substring(tokens[i].Start, tokens[i].Length))]);
        }
        return sentences;
    }

    /// <summary>The words of a language that keep their dot.</summary>
    public static HashSet<string> Abbreviations(string language)
    {
        var table = Tsv.Read(DataRoot.Find().Language(language, "abbreviations.tsv"));
        var column = table.Column("word");
        return [.. Enumerable.Range(0, table.Count).Select(r => table[r][column])];
    }
}
