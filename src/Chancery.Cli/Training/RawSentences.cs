using Chancery.Reading.Syntax;

namespace Chancery.Cli.Training;

/// <summary>The sentences that vectors and capitals are learned from: raw texts and the treebanks' own.</summary>
internal static class RawSentences
{
    public static List<string[]> Of(IEnumerable<string> files, IEnumerable<ConlluSentence> treebanks, string language) =>
        [.. Corpus.Sentences(files.Where(IsRaw).SelectMany(RawText.Read), language), .. treebanks.Select(s => s.Words.Select(w => w.Form).ToArray())];

    /// <summary>Whether a file is running text.</summary>
    public static bool IsRaw(string file) =>
        !file.Contains(".conllu", StringComparison.Ordinal) && !file.Contains(".iob2", StringComparison.Ordinal) && !file.EndsWith(".tsv", StringComparison.Ordinal)
        && !file.Contains("cities", StringComparison.Ordinal);
}
