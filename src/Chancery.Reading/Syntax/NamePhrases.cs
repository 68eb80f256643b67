namespace Chancery.Reading.Syntax;

/// <summary>Whole names that lists know, found in running text whatever their capitals, spaces and hyphens: "Wal - Mart" is "Walmart".</summary>
/// <remarks>A name is known by a 32-bit hash of its letters and digits. A stretch of text takes another's place by chance once in about ten thousand,
/// and what is found is but a hint to the recogniser.</remarks>
internal sealed class NamePhrases
{
    /// <summary>Kinds of lists.</summary>
    public const int Count = 24;

    /// <summary>Rows of hints: a kind, a place in the name (alone, first, later), a small letter or a capital.</summary>
    public const int Rows = Count * 6;

    /// <summary>Hints a token at most.</summary>
    public const int Most = 12;

    private const int Longest = 8;
    private readonly uint[] _keys;
    private readonly ushort[] _sets;
    private readonly uint[] _kinds;

    /// <summary>A table as it was stored: keys by open addressing, beside each the number of its set of kinds, and the sets as bits.</summary>
    public NamePhrases(uint[] keys, ushort[] sets, uint[] kinds) => (_keys, _sets, _kinds) = (keys, sets, kinds);

    /// <summary>The table of names with their kinds as bits.</summary>
    public static NamePhrases Of(IEnumerable<KeyValuePair<string, uint>> names)
    {
        var merged = new SortedDictionary<uint, uint>();
        foreach (var (name, kinds) in names)
        {
            var key = Finish(Extend(Start, name));
            merged[key] = merged.GetValueOrDefault(key) | kinds;
        }
        var size = 16 + merged.Count * 5 / 4;
        uint[] kindsOfSets = [.. merged.Values.Distinct().Order()];
        var table = new NamePhrases(new uint[size], new ushort[size], kindsOfSets);
        foreach (var (key, kinds) in merged)
        {
            var slot = table.Slot(key);
            (table._keys[slot], table._sets[slot]) = (key, (ushort)Array.BinarySearch(kindsOfSets, kinds));
        }
        return table;
    }

    public uint[] Keys => _keys;

    public ushort[] Sets => _sets;

    public uint[] Kinds => _kinds;

    /// <summary>Finds the hints for each token of a sentence: up to <see cref="Most"/> rows a token, -1 behind the last.</summary>
    public void Find(Document document, Sentence sentence, Span<short> hints)
    {
        hints.Fill(-1);
        Span<int> covered = stackalloc int[Count], ends = stackalloc int[Count];
        covered.Clear();
        for (var i = sentence.First; i < sentence.End; i++)
        {
            if (!HasLetter(document.Form(i))) continue;
            ends.Clear();
            var hash = Start;
            for (var j = i; j < Math.Min(sentence.End, i + Longest); j++)
            {
                var before = hash;
                hash = Extend(hash, document.Form(j));
                if (hash == before) continue;
                for (var bits = KindsOf(Finish(hash)); bits != 0; bits &= bits - 1) ends[System.Numerics.BitOperations.TrailingZeroCount(bits)] = j + 1;
            }
            for (var kind = 0; kind < Count; kind++)
            {
                if (ends[kind] == 0 || covered[kind] > i) continue;
                covered[kind] = ends[kind];
                for (var j = i; j < ends[kind]; j++) Add(document, j, kind, ends[kind] - i == 1 ? 0 : j == i ? 1 : 2, hints.Slice((j - sentence.First) * Most, Most));
            }
        }
    }

    private static void Add(Document document, int token, int kind, int place, Span<short> hints)
    {
        var at = hints.IndexOf((short)-1);
        if (at >= 0) hints[at] = (short)((kind * 3 + place) * 2 + (char.IsUpper(document.Form(token)[0]) ? 1 : 0));
    }

    private uint KindsOf(uint key)
    {
        var slot = Slot(key);
        return _keys[slot] == key ? _kinds[_sets[slot]] : 0;
    }

    private int Slot(uint key)
    {
        // The table is as large as it has to be, and no power of two.
        var slot = (int)((ulong)key * (ulong)_keys.Length >> 32);
        while (_keys[slot] != 0 && _keys[slot] != key) slot = slot + 1 < _keys.Length ? slot + 1 : 0;
        return slot;
    }

    private static bool HasLetter(ReadOnlySpan<char> form)
    {
        foreach (var c in form) if (char.IsLetter(c)) return true;
        return false;
    }

    private const ulong Start = 0xCBF29CE484222325;

    private static ulong Extend(ulong hash, ReadOnlySpan<char> text)
    {
        foreach (var c in text) if (char.IsLetterOrDigit(c)) hash = (hash ^ char.ToLowerInvariant(c)) * 0x100000001B3;
        return hash;
    }

    private static uint Finish(ulong hash)
    {
        hash = (hash ^ (hash >> 32)) * 0xD6E8FEB86659FD93;
        return (uint)(hash >> 32) | 1;
    }
}
