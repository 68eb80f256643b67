using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;

namespace Chancery.Register.Sources;

/// <summary>
/// A fingerprint of a text that survives small edits: the 64 smallest hashes of its runs of four words (bottom-k sketch, Broder 1997).
/// Texts whose runs agree by half or more are copies of one text, such as an agency's, and count as one source.
/// </summary>
public static class TextSketch
{
    private const int Size = 64;
    private const int Run = 4;

    /// <summary>From what share of common runs on two texts are copies.</summary>
    public const double CopyFrom = 0.5;

    /// <summary>Sketch of a text; empty for texts under eight words.</summary>
    public static byte[] Of(string text)
    {
        var words = Words(text);
        if (words.Count < 2 * Run) return [];
        var hashes = new SortedSet<uint>();
        for (var i = 0; i + Run <= words.Count; i++)
        {
            uint hash = 2166136261;
            for (var j = 0; j < Run; j++) hash = BitOperations.RotateLeft(hash ^ words[i + j], 7) * 2654435761;
            hashes.Add(hash);
            if (hashes.Count > Size) hashes.Remove(hashes.Max);
        }
        var sketch = new byte[hashes.Count * 4];
        var at = 0;
        foreach (var hash in hashes) { BinaryPrimitives.WriteUInt32LittleEndian(sketch.AsSpan(at), hash); at += 4; }
        return sketch;
    }

    /// <summary>Estimated share of common runs, 0 to 1; 0 where either is empty.</summary>
    public static double Likeness(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
    {
        if (a.IsEmpty || b.IsEmpty) return 0;
        int i = 0, j = 0, union = 0, common = 0;
        while (union < Size && i < a.Length && j < b.Length)
        {
            var (x, y) = (BinaryPrimitives.ReadUInt32LittleEndian(a[i..]), BinaryPrimitives.ReadUInt32LittleEndian(b[j..]));
            if (x == y) common++;
            if (x <= y) i += 4;
            if (y <= x) j += 4;
            union++;
        }
        union = Math.Min(Size, union + (a.Length - i + b.Length - j) / 4);
        return union == 0 ? 0 : (double)common / union;
    }

    private static List<uint> Words(string text)
    {
        var words = new List<uint>(text.Length / 6);
        uint hash = 0;
        foreach (var c in text)
        {
            if (char.GetUnicodeCategory(c) is var k && k is UnicodeCategory.DecimalDigitNumber || char.IsLetter(c))
                hash = (hash == 0 ? 2166136261 : hash) * 16777619 ^ char.ToLowerInvariant(c);
            else if (hash != 0) { words.Add(hash); hash = 0; }
        }
        if (hash != 0) words.Add(hash);
        return words;
    }
}
