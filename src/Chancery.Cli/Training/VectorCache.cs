using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Chancery.Reading.Packs;
using Chancery.Reading.Training;

namespace Chancery.Cli.Training;

/// <summary>Keeps vectors learned from the same sentences, since both models start from them and learning takes minutes.</summary>
internal static class VectorCache
{
    /// <summary>Learns vectors, or reads those that an earlier run learned from the very same text.</summary>
    public static WordVectors Learn(IReadOnlyList<string[]> sentences, int size, int passes, ulong seed, DataRoot root, Action<string> log)
    {
        Directory.CreateDirectory(root.Compiled);
        var path = Path.Combine(root.Compiled, string.Create(CultureInfo.InvariantCulture, $"vectors-{size}-{passes}-{seed}-{Hash(sentences)}.bin"));
        if (File.Exists(path))
        {
            log($"vectors: as learned before ({path})");
            return Read(path);
        }
        var vectors = SkipGram.Learn(sentences, size, passes, seed, log);
        Write(path, vectors);
        return vectors;
    }

    private static string Hash(IReadOnlyList<string[]> sentences)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var sentence in sentences) hash.AppendData(Encoding.UTF8.GetBytes(string.Join(' ', sentence) + "\n"));
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }

    private static WordVectors Read(string path)
    {
        using var reader = new BinaryReader(File.OpenRead(path));
        var words = new string[reader.ReadInt32()];
        var values = new float[reader.ReadInt32()];
        for (var i = 0; i < words.Length; i++) words[i] = reader.ReadString();
        for (var i = 0; i < values.Length; i++) values[i] = reader.ReadSingle();
        return new WordVectors(words, values);
    }

    private static void Write(string path, WordVectors vectors)
    {
        // Written aside and moved, so that a run that is broken off leaves no half of a file.
        using (var writer = new BinaryWriter(File.Create(path + ".new")))
        {
            writer.Write(vectors.Words.Count);
            writer.Write(vectors.Values.Count);
            foreach (var word in vectors.Words) writer.Write(word);
            foreach (var value in vectors.Values) writer.Write(value);
        }
        File.Move(path + ".new", path, overwrite: true);
    }
}
