using Chancery.Reading.Packs;

namespace Chancery.Reading.Knowledge.Compile;

/// <summary>Makes <c>knowledge.bin</c> of <c>data/knowledge/*.tsv</c> and the word lists of <c>data/languages</c>.</summary>
public static class PackCompiler
{
    /// <summary>Name of the compiled file.</summary>
    public const string FileName = "knowledge.bin";

    /// <summary>Path of a pack that is no older than its sources; compiles it where there is none.</summary>
    /// <exception cref="FormatException">A table is broken; the message names file and line.</exception>
    public static string Ensure(DataRoot root)
    {
        ArgumentNullException.ThrowIfNull(root);
        var path = Path.Combine(root.Compiled, FileName);
        var stamp = SourceStamp.Of(root);
        if (PackFile.StampOf(path) != stamp) Compile(root, path, stamp);
        return path;
    }

    /// <summary>Compiles whatever the age of what is there; returns the path.</summary>
    public static string Compile(DataRoot root)
    {
        ArgumentNullException.ThrowIfNull(root);
        var path = Path.Combine(root.Compiled, FileName);
        Compile(root, path, SourceStamp.Of(root));
        return path;
    }

    private static void Compile(DataRoot root, string path, ulong stamp)
    {
        var sources = new PackSources(root);
        var writer = new PackWriter();
        sources.ReadTables();
        PlaceCompiler.Compile(sources, writer);
        TenureCompiler.Compile(sources, writer);
        NameCompiler.Collect(sources);
        WriteTables(sources, writer);
        WriteNames(sources.Names, writer);
        writer.Set<int>(PackSection.Languages, [.. sources.Languages.Select(sources.Texts.Number)]);
        var (offsets, chars) = TextPool.Flatten(sources.Texts.Texts);
        writer.Set<int>(PackSection.TextOffsets, offsets);
        writer.Set<char>(PackSection.TextChars, chars);
        writer.Write(path, stamp);
    }

    private static void WriteTables(PackSources sources, PackWriter writer)
    {
        foreach (var table in Enum.GetValues<PackTable>())
            writer.Set<int>((int)PackSection.Tables + (int)table, [.. sources.Rows(table).SelectMany(row => row.Select(sources.Texts.Number))]);
    }

    private static void WriteNames(NameCollector names, PackWriter writer)
    {
        // Ids in the order of the words, so that the same sources give the same pack.
        var words = names.Words.Keys.ToArray();
        Array.Sort(words, StringComparer.Ordinal);
        var final = new int[words.Length];
        for (var i = 0; i < words.Length; i++) final[names.Words[words[i]]] = i;
        foreach (var (ids, _) in names.Names)
            for (var i = 0; i < ids.Length; i++) ids[i] = final[ids[i]];
        var trie = NameTrie.Build(names.Names, words.Length);
        writer.Set<int>(PackSection.Root, trie.Root);
        writer.Set<int>(PackSection.NodeWord, trie.NodeWord);
        writer.Set<int>(PackSection.NodeFirst, trie.NodeFirst);
        writer.Set<int>(PackSection.NodeCandidates, trie.NodeCandidates);
        writer.Set<Candidate>(PackSection.Candidates, trie.Candidates);
        WriteWords(words, writer);
    }

    private static void WriteWords(string[] words, PackWriter writer)
    {
        var slots = new ulong[System.Numerics.BitOperations.RoundUpToPowerOf2((uint)(words.Length * 3 / 2 + 16))];
        var mask = (uint)slots.Length - 1;
        var buffer = new char[WordFolding.MaximumLength];
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i].Length > WordFolding.MaximumLength) continue;
            var hash = WordFolding.Fold(words[i], buffer);
            var at = hash & mask;
            while (slots[at] != 0) at = (at + 1) & mask;
            slots[at] = (ulong)hash << 32 | (uint)(i + 1);
        }
        var (offsets, chars) = TextPool.Flatten(words);
        writer.Set<int>(PackSection.WordOffsets, offsets);
        writer.Set<char>(PackSection.WordChars, chars);
        writer.Set<ulong>(PackSection.WordSlots, slots);
    }
}
