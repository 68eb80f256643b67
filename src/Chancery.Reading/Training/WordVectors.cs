using Chancery.Reading.Syntax;

namespace Chancery.Reading.Training;

/// <summary>Vectors of words learned from raw text.</summary>
public sealed class WordVectors
{
    private readonly Dictionary<string, int> _rows;
    private readonly float[] _values;

    /// <summary>Vectors row by row beside their words (normal forms).</summary>
    public WordVectors(IReadOnlyList<string> words, float[] values)
    {
        (Words, _values, Size) = (words, values, values.Length / Math.Max(1, words.Count));
        _rows = words.Select((w, i) => (w, i)).ToDictionary(p => p.w, p => p.i);
    }

    /// <summary>The words, in normal form.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>All vectors, row by row.</summary>
    public IReadOnlyList<float> Values => _values;

    /// <summary>Length of a vector.</summary>
    public int Size { get; }

    /// <summary>The table for a vocabulary, row 0 for the unknown word; words without a vector get zeros.</summary>
    internal Mat Table(IReadOnlyList<string> vocabulary)
    {
        var table = new Mat(vocabulary.Count + 1, Size).Cleared();
        for (var i = 0; i < vocabulary.Count; i++)
            if (_rows.TryGetValue(vocabulary[i], out var row)) _values.AsSpan(row * Size, Size).CopyTo(table.RowSpan(i + 1));
        return table;
    }
}
