namespace Chancery.Reading.Times;

/// <summary>Compiles the patterns of the packs.</summary>
/// <remarks>
/// <c>word</c> a word or mark; <c>{class}</c> a class of words or a shape that fills the field of its name; <c>{field:class}</c> another field;
/// <c>{field:numeral}</c>, <c>{field:ordinals}</c>, <c>{year:spoken}</c> several tokens at once; <c>{end.field:class}</c> the second end of a range;
/// <c>&lt;group&gt;</c> any rule of a group, <c>&lt;end.group&gt;</c> for the second end; <c>@name</c> a macro; <c>( a | b )</c>; <c>?</c> after what may be missing;
/// <c>^</c> before what has no space before it.
/// </remarks>
internal sealed class TimePatternCompiler(TimeLexicon lexicon, TimePack pack)
{
    private readonly Dictionary<string, int> _groups = new(StringComparer.Ordinal);
    // Longer names first: one may begin like another.
    private readonly (string Name, string Pattern)[] _macros = [.. pack.Macros.OrderByDescending(m => m.Key.Length).Select(m => ($"@{m.Key}", $"( {m.Value} )"))];
    private readonly List<TimeStep> _steps = [];
    private string _text = "";
    private int _at;

    /// <summary>Number of a group.</summary>
    public int Group(string name)
    {
        if (!_groups.TryGetValue(name, out var index)) _groups[name] = index = _groups.Count;
        return index;
    }

    /// <summary>The rules of each group.</summary>
    public TimeRule[][] OfGroups(TimeRule[] rules)
    {
        var of = new List<TimeRule>[_groups.Count];
        for (var g = 0; g < of.Length; g++) of[g] = [];
        foreach (var rule in rules)
            foreach (var g in rule.Groups) of[g].Add(rule);
        return Array.ConvertAll(of, g => g.ToArray());
    }

    /// <summary>Compiles a pattern of a rule.</summary>
    /// <exception cref="FormatException">A pattern that is none.</exception>
    public TimeStep[] Compile(string id, string pattern)
    {
        _text = Expand(pattern);
        _at = 0;
        _steps.Clear();
        try { Alternatives(); }
        catch (Exception e) when (e is ArgumentException or IndexOutOfRangeException) { throw new FormatException($"{id}: {e.Message} in {_text}", e); }
        if (_at < _text.Length) throw new FormatException($"{id}: cannot read on at {_at}: {_text[_at..]}");
        _steps.Add(new TimeStep(TimeOp.Done));
        return [.. _steps];
    }

    /// <summary>A list of words and <c>{class}</c> as a test of one token; null where it is empty.</summary>
    public TokenTest? Test(string[] items)
    {
        if (items.Length == 0) return null;
        var words = new HashSet<int>();
        ulong classes = 0;
        foreach (var item in items)
            if (item.StartsWith('{')) classes |= 1UL << lexicon.Class(item[1..^1]);
            else words.Add(lexicon.Word(item));
        return new TokenTest(words, classes);
    }

    private string Expand(string text)
    {
        for (var guard = 0; text.Contains('@'); guard++)
        {
            if (guard > 20) throw new FormatException($"a macro without end in {text}");
            foreach (var (name, pattern) in _macros) text = text.Replace(name, pattern, StringComparison.Ordinal);
        }
        return text;
    }

    private char Peek()
    {
        while (_at < _text.Length && _text[_at] == ' ') _at++;
        return _at < _text.Length ? _text[_at] : '\0';
    }

    private void Alternatives()
    {
        var jumps = new List<TimeStep>();
        while (true)
        {
            var split = new TimeStep(TimeOp.Split);
            _steps.Add(split);
            split.A = _steps.Count;
            Sequence();
            if (Peek() != '|') { split.B = split.A; break; }
            _at++;
            var jump = new TimeStep(TimeOp.Jump);
            _steps.Add(jump);
            jumps.Add(jump);
            split.B = _steps.Count;
        }
        foreach (var jump in jumps) jump.A = _steps.Count;
    }

    private void Sequence()
    {
        while (Peek() is not ('\0' or '|' or ')'))
        {
            var start = _steps.Count;
            var split = new TimeStep(TimeOp.Split);
            _steps.Add(split);
            Atom();
            var optional = _at < _text.Length && _text[_at] == '?';
            if (optional) _at++;
            split.A = start + 1;
            split.B = optional ? _steps.Count : start + 1;
        }
    }

    private void Atom()
    {
        switch (Peek())
        {
            case '(':
                _at++;
                Alternatives();
                if (Peek() != ')') throw new ArgumentException("a bracket is not closed");
                _at++;
                break;
            case '{': Braces(Until('}')); break;
            case '<': Groups(Until('>')); break;
            case '^':
                _at++;
                _steps.Add(new TimeStep(TimeOp.Glue));
                Atom();
                break;
            default: Word(); break;
        }
    }

    private string Until(char close)
    {
        var end = _text.IndexOf(close, _at);
        var inner = _text[(_at + 1)..end];
        _at = end + 1;
        return inner;
    }

    private void Word()
    {
        var start = _at;
        while (_at < _text.Length && _text[_at] is not (' ' or '(' or ')' or '|' or '?' or '{' or '}' or '<' or '>' or '^')) _at++;
        if (_at == start) throw new ArgumentException($"unexpected {_text[_at]}");
        _steps.Add(new TimeStep(TimeOp.Words, Set: [lexicon.Word(_text[start.._at])]));
    }

    private void Groups(string inner)
    {
        var other = inner.StartsWith("end.", StringComparison.Ordinal);
        var names = (other ? inner[4..] : inner).Split('+');
        _steps.Add(new TimeStep(TimeOp.Group, Other: other, Set: [.. names.Select(Group)]));
    }

    private void Braces(string inner)
    {
        var other = inner.StartsWith("end.", StringComparison.Ordinal);
        if (other) inner = inner[4..];
        if (inner == "holiday") { Holidays(); return; }
        var colon = inner.IndexOf(':', StringComparison.Ordinal);
        var name = colon < 0 ? inner : inner[(colon + 1)..];
        var slot = colon < 0 ? TimeLexicon.SlotOf(name) : inner[..colon] == "_" ? null : TimeCodes.Slot(inner[..colon]);
        var op = name switch { "numeral" => TimeOp.Numeral, "ordinals" => TimeOp.Ordinals, "spoken" => TimeOp.SpokenYear, _ => TimeOp.Class };
        _steps.Add(new TimeStep(op, op == TimeOp.Class ? lexicon.Class(name) : 0, Slot: slot, Other: other));
    }

    // The names of holidays have several words, so each is an alternative of its own.
    private void Holidays()
    {
        var jumps = new List<TimeStep>();
        for (var i = 0; i < pack.Holidays.Length; i++)
        {
            var split = new TimeStep(TimeOp.Split);
            _steps.Add(split);
            split.A = _steps.Count;
            _steps.Add(new TimeStep(TimeOp.Capital));
            foreach (var word in pack.Holidays[i][0].Split(' ')) _steps.Add(new TimeStep(TimeOp.Words, Set: [lexicon.Word(word)]));
            _steps.Add(new TimeStep(TimeOp.Put, i, Slot: TimeSlot.Holiday));
            var jump = new TimeStep(TimeOp.Jump);
            _steps.Add(jump);
            jumps.Add(jump);
            split.B = _steps.Count;
        }
        _steps.Add(new TimeStep(TimeOp.Words, Set: []));
        foreach (var jump in jumps) jump.A = _steps.Count;
    }
}
