namespace Chancery.Reading.Times;

/// <summary>Tokens that can stand at one place of a match.</summary>
internal sealed class StartSet
{
    private ulong[] _words = [];

    /// <summary>Classes of tokens.</summary>
    public ulong Classes { get; private set; }

    /// <summary>Whether the match can be over before this place.</summary>
    public bool CanEnd { get; set; }

    /// <summary>Whether a token is in the set.</summary>
    public bool Holds(int entry, ulong mask) => (mask & Classes) != 0 || entry >> 6 < _words.Length && (_words[entry >> 6] & 1UL << entry) != 0;

    /// <summary>Adds classes.</summary>
    public void Add(ulong classes) => Classes |= classes;

    /// <summary>Adds a word.</summary>
    public void AddWord(int entry)
    {
        if (entry >> 6 >= _words.Length) Array.Resize(ref _words, (entry >> 6) + 1);
        _words[entry >> 6] |= 1UL << entry;
    }

    /// <summary>Adds what is in another set, but not that it can end.</summary>
    public void Add(StartSet other)
    {
        Classes |= other.Classes;
        if (other._words.Length > _words.Length) Array.Resize(ref _words, other._words.Length);
        for (var i = 0; i < other._words.Length; i++) _words[i] |= other._words[i];
    }
}

/// <summary>Works out from compiled patterns what their first and second tokens can be; each rule once.</summary>
internal sealed class TimeStarts(TimeRule[] rules, TimeRule[][] ofGroup, TimeLexicon lexicon, ulong numeral)
{
    private readonly ulong _inNumbers = numeral | Bit("ordinal", lexicon) | Bit("number-and", lexicon) | Bit("number-dash", lexicon);
    private readonly ulong _ordinals = TimeShapes.Ordinal | Bit("number", lexicon) | Bit("ordinal", lexicon);
    private readonly ulong _spoken = Bit("number", lexicon);
    private readonly StartSet?[] _firsts = new StartSet?[rules.Length];
    private readonly StartSet?[] _seconds = new StartSet?[rules.Length];
    private readonly Stack<int> _open = new();
    private readonly List<int> _consuming = [];

    private static ulong Bit(string name, TimeLexicon lexicon) => 1UL << lexicon.Class(name);

    /// <summary>First tokens of a rule.</summary>
    public StartSet First(TimeRule rule)
    {
        if (_firsts[rule.Index] is { } known) return known;
        var set = _firsts[rule.Index] = new StartSet();
        AddFirsts(rule, 0, set);
        return set;
    }

    /// <summary>Second tokens of a rule.</summary>
    public StartSet Second(TimeRule rule)
    {
        if (_seconds[rule.Index] is { } known) return known;
        var set = _seconds[rule.Index] = new StartSet();
        foreach (var pc in Consuming(rule, 0, null))
        {
            var step = rule.Steps[pc];
            if (step.Op is TimeOp.Numeral or TimeOp.Ordinals or TimeOp.SpokenYear) set.Add(_inNumbers);
            var single = step.Op != TimeOp.Group;
            if (step.Op == TimeOp.Group)
                foreach (var group in step.Set!)
                    foreach (var inner in ofGroup[group])
                    {
                        set.Add(Second(inner));
                        single |= Second(inner).CanEnd;
                    }
            if (single) AddFirsts(rule, pc + 1, set);
        }
        return set;
    }

    private void AddFirsts(TimeRule rule, int at, StartSet set)
    {
        foreach (var pc in Consuming(rule, at, set))
        {
            var step = rule.Steps[pc];
            switch (step.Op)
            {
                case TimeOp.Words: foreach (var word in step.Set!) set.AddWord(word); break;
                case TimeOp.Class: set.Add(1UL << step.A); break;
                case TimeOp.Numeral: set.Add(numeral); break;
                case TimeOp.Ordinals: set.Add(_ordinals); break;
                case TimeOp.SpokenYear: set.Add(_spoken); break;
                default:
                    // A group inside ends where its own match ends, so that end is none of ours.
                    foreach (var group in step.Set!)
                        foreach (var inner in ofGroup[group]) set.Add(First(inner));
                    break;
            }
        }
    }

    // The steps reachable without taking a token; reaching the end is noted.
    private int[] Consuming(TimeRule rule, int at, StartSet? set)
    {
        var seen = new bool[rule.Steps.Length];
        _consuming.Clear();
        _open.Push(at);
        while (_open.TryPop(out var pc))
        {
            if (seen[pc]) continue;
            seen[pc] = true;
            var step = rule.Steps[pc];
            switch (step.Op)
            {
                case TimeOp.Split: _open.Push(step.B); _open.Push(step.A); break;
                case TimeOp.Jump: _open.Push(step.A); break;
                case TimeOp.Put or TimeOp.Glue or TimeOp.Capital: _open.Push(pc + 1); break;
                case TimeOp.Done: if (set is not null) set.CanEnd = true; break;
                default: _consuming.Add(pc); break;
            }
        }
        return [.. _consuming];
    }
}
