namespace Chancery.Reading.Syntax;

/// <summary>How the sentences of a batch lie in one matrix: step by step, the longest sentence first, so that each step's rows are contiguous.</summary>
internal sealed class Packing
{
    private int[] _lengths = [], _offset = [], _count = [], _reverse = [], _sentence = [], _natural = [], _first = [];

    /// <summary>Number of sentences.</summary>
    public int Sentences { get; private set; }

    /// <summary>Length of the longest sentence.</summary>
    public int Steps { get; private set; }

    /// <summary>Number of words.</summary>
    public int Rows { get; private set; }

    /// <summary>Length of each sentence.</summary>
    public int[] Lengths => _lengths;

    /// <summary>First row of each step.</summary>
    public int[] Offset => _offset;

    /// <summary>Number of sentences that reach each step.</summary>
    public int[] Count => _count;

    /// <summary>For each row, the row of the same sentence counted from its end.</summary>
    public int[] Reverse => _reverse;

    /// <summary>For each row, its sentence.</summary>
    public int[] Sentence => _sentence;

    /// <summary>For each row, its place when sentences stand one after another.</summary>
    public int[] Natural => _natural;

    /// <summary>First natural row of each sentence.</summary>
    public int[] First => _first;

    /// <summary>Packs sentences of these lengths, which must fall and be above 0. Arrays are kept for the next batch, so they may be longer than needed.</summary>
    public Packing Pack(ReadOnlySpan<int> lengths)
    {
        (Sentences, Steps) = (lengths.Length, lengths[0]);
        Grow(ref _lengths, Sentences);
        Grow(ref _first, Sentences);
        Grow(ref _offset, Steps + 1);
        Grow(ref _count, Steps);
        lengths.CopyTo(_lengths);
        var rows = 0;
        for (var b = 0; b < Sentences; b++) { _first[b] = rows; rows += lengths[b]; }
        Rows = rows;
        Grow(ref _reverse, rows);
        Grow(ref _sentence, rows);
        Grow(ref _natural, rows);
        _offset[0] = 0;
        for (int t = 0, n = Sentences; t < Steps; t++)
        {
            while (lengths[n - 1] <= t) n--;
            _count[t] = n;
            _offset[t + 1] = _offset[t] + n;
        }
        for (var t = 0; t < Steps; t++)
            for (var b = 0; b < _count[t]; b++)
            {
                var row = _offset[t] + b;
                _reverse[row] = _offset[lengths[b] - 1 - t] + b;
                _sentence[row] = b;
                _natural[row] = _first[b] + t;
            }
        return this;
    }

    private static void Grow(ref int[] array, int size)
    {
        if (array.Length < size) array = new int[size * 3 / 2];
    }
}
