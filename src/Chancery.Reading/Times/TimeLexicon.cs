namespace Chancery.Reading.Times;

/// <summary>The words that times are made of, found by a hash of their lower-cased form; everything else answers 0.</summary>
internal sealed class TimeLexicon
{
    private readonly Dictionary<string, int> _classes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TimeSlot> _slotOfClass = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly List<Entry> _entries = [new Entry("", 0)];
    private ulong[] _masks = [], _small = [], _title = [];
    private string[] _keys = [];
    private int[] _slots = [];
    private uint _last;

    /// <summary>A word with its classes.</summary>
    public sealed record Entry(string Word, ulong Mask)
    {
        /// <summary>Classes as a set of bits.</summary>
        public ulong Mask { get; set; } = Mask;

        /// <summary>Classes it has only with a capital.</summary>
        public ulong Capital { get; set; }

        /// <summary>Classes it has only without a capital, or with one that its place at the start of a sentence explains.</summary>
        public ulong Lower { get; set; }

        /// <summary>Value in each class.</summary>
        public Dictionary<int, int> Values { get; } = [];
    }

    /// <summary>Words; index 0 is no word.</summary>
    public IReadOnlyList<Entry> Entries => _entries;

    /// <summary>Number of a class, which is made where it is new.</summary>
    public int Class(string name)
    {
        if (_classes.TryGetValue(name, out var index)) return index;
        if (TimeShapes.Names.IndexOf(name) is >= 0 and var shape) return _classes[name] = shape;
        index = TimeShapes.Names.Length + _classes.Keys.Count(k => k[0] != '#');
        if (index > 63) throw new FormatException($"more than {64 - TimeShapes.Names.Length} classes of time words");
        return _classes[name] = index;
    }

    /// <summary>Id of a word, which is made where it is new.</summary>
    public int Word(string word)
    {
        var key = word.ToLowerInvariant();
        if (_ids.TryGetValue(key, out var id)) return id;
        _entries.Add(new Entry(key, 0));
        return _ids[key] = _entries.Count - 1;
    }

    /// <summary>Adds a row of a word list.</summary>
    public void Add(string word, string className, string value, string letterCase)
    {
        var entry = _entries[Word(word)];
        var index = Class(className);
        entry.Mask |= 1UL << index;
        if (letterCase == "capital") entry.Capital |= 1UL << index;
        if (letterCase == "lower") entry.Lower |= 1UL << index;
        if (!_slotOfClass.TryGetValue(className, out var slot)) _slotOfClass[className] = slot = className == "direction" ? TimeSlot.Tense : SlotOf(className) ?? TimeSlot.Count;
        entry.Values[index] = value.Length == 0 ? 0 : TimeCodes.Parse(slot, value);
    }

    /// <summary>The field that a class fills where a pattern names none: that of its own name, or of what stands before a dash.</summary>
    public static TimeSlot? SlotOf(string className)
    {
        if (TimeShapes.Names.IndexOf(className) is >= 0 and var shape) return TimeShapes.Slots[shape];
        if (Enum.TryParse<TimeSlot>(className.Replace("-", "", StringComparison.Ordinal), true, out var slot)) return slot;
        var dash = className.IndexOf('-', StringComparison.Ordinal);
        return dash > 0 && Enum.TryParse(className[..dash], true, out slot) ? slot : null;
    }

    /// <summary>Builds the table once all words are known.</summary>
    public void Freeze()
    {
        var size = 1024;
        while (size < _entries.Count * 4) size *= 2;
        _last = (uint)size - 1;
        _slots = new int[size];
        _keys = [.. _entries.Select(e => e.Word)];
        _masks = [.. _entries.Select(e => e.Mask)];
        _title = [.. _entries.Select(e => e.Mask & ~e.Lower)];
        _small = [.. _entries.Select(e => e.Mask & ~e.Capital)];
        for (var id = 1; id < _entries.Count; id++)
        {
            var at = Hash(_keys[id]) & _last;
            while (_slots[at] != 0) at = (at + 1) & _last;
            _slots[at] = id;
        }
    }

    /// <summary>Classes of a word as it is written.</summary>
    public ulong Mask(int id, TokenShape shape) =>
        (shape & TokenShape.Capital) == 0 ? _small[id] : (shape & TokenShape.SentenceStart) != 0 || (_title[id] ^ _masks[id]) == 0 ? _masks[id] : _title[id];

    /// <summary>Value of a word in a class that it has.</summary>
    public int Value(int id, int wordClass) => _entries[id].Values[wordClass];

    /// <summary>Id of a word in any case, or 0. A final dot is left off ("Oct.").</summary>
    public int Find(ReadOnlySpan<char> form)
    {
        if (form.Length > 1 && form[^1] == '.' && form[0] != '.') form = form[..^1];
        if (form.Length > 16) return 0;
        for (var at = Hash(form) & _last; ; at = (at + 1) & _last)
        {
            var id = _slots[at];
            if (id == 0 || Same(_keys[id], form)) return id;
        }
    }

    private static bool Same(string key, ReadOnlySpan<char> form)
    {
        if (key.Length != form.Length) return false;
        for (var i = 0; i < key.Length; i++)
            if (key[i] != Lower(form[i])) return false;
        return true;
    }

    private static uint Hash(ReadOnlySpan<char> form)
    {
        var hash = 2166136261u;
        foreach (var c in form) hash = (hash ^ Lower(c)) * 16777619u;
        return hash ^ (hash >> 15);
    }

    private static char Lower(char c) => c < 128 ? (uint)(c - 'A') < 26 ? (char)(c | 32) : c : c is '’' or 'ʼ' ? '\'' : char.ToLowerInvariant(c);
}
