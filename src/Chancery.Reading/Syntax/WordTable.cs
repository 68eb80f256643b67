namespace Chancery.Reading.Syntax;

/// <summary>Maps the keys of normal forms to ids by open addressing; the table is stored as it stands in memory.</summary>
/// <remarks>Words are known by a 64-bit key alone: two of some ten thousands sharing one is a chance of one in 10^10.</remarks>
internal sealed class WordTable
{
    private readonly ulong[] _keys;
    private readonly int[] _ids;

    /// <summary>A table as it was stored.</summary>
    public WordTable(ulong[] keys, int[] ids) => (_keys, _ids) = (keys, ids);

    /// <summary>The table of words whose id is their place in <paramref name="words"/>, plus one; id 0 is the unknown word.</summary>
    public static WordTable Of(IReadOnlyList<string> words)
    {
        var size = 16;
        while (size < words.Count * 2) size *= 2;
        var table = new WordTable(new ulong[size], new int[size]);
        for (var i = 0; i < words.Count; i++)
        {
            var slot = table.Slot(FormFeatures.Key(words[i]));
            table._keys[slot] = FormFeatures.Key(words[i]);
            table._ids[slot] = i + 1;
        }
        return table;
    }

    /// <summary>A table that gives words numbers other than their place.</summary>
    public static WordTable Of(IReadOnlyCollection<KeyValuePair<string, int>> words)
    {
        var size = 16;
        while (size < words.Count * 3 / 2) size *= 2;
        var table = new WordTable(new ulong[size], new int[size]);
        foreach (var (word, value) in words.OrderBy(w => w.Key, StringComparer.Ordinal))
        {
            var slot = table.Slot(FormFeatures.Key(word));
            table._keys[slot] = FormFeatures.Key(word);
            table._ids[slot] = value;
        }
        return table;
    }

    public ulong[] Keys => _keys;

    public int[] Ids => _ids;

    /// <summary>Id of a surface form, or 0.</summary>
    public int IdOf(ReadOnlySpan<char> form)
    {
        Span<char> normal = stackalloc char[64];
        normal = normal[..FormFeatures.Normalise(form, normal)];
        return _ids[Slot(FormFeatures.Key(normal))];
    }

    private int Slot(ulong key)
    {
        var mask = _keys.Length - 1;
        var slot = (int)(key >> 20) & mask;
        while (_keys[slot] != 0 && _keys[slot] != key) slot = (slot + 1) & mask;
        return slot;
    }
}
