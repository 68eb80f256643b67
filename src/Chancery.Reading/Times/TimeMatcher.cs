namespace Chancery.Reading.Times;

/// <summary>Tokens of one document as the rules see them.</summary>
internal ref struct TimeTokens
{
    /// <summary>Classes of each token.</summary>
    public Span<ulong> Masks;

    /// <summary>Word of each token, or 0.</summary>
    public Span<int> Entries;

    /// <summary>Number of each token with digits.</summary>
    public Span<int> Numbers;

    /// <summary>Shapes and places.</summary>
    public ReadOnlySpan<Token> Tokens;
}

/// <summary>What a match has filled so far.</summary>
internal struct TimeMatch
{
    /// <summary>Fields of the only or first end.</summary>
    public TimeForm Form;

    /// <summary>Fields of the second end.</summary>
    public TimeForm Other;

    /// <summary>Tokens of the two ends, half-open; 0 where nothing was filled.</summary>
    public int FormFirst, FormEnd, OtherFirst, OtherEnd;

    /// <summary>Whether a second end was filled.</summary>
    public readonly bool IsRange => OtherEnd > 0;
}

/// <summary>Runs compiled patterns over tokens, backtracking over what may be missing.</summary>
internal sealed class TimeMatcher(TimeLexicon lexicon, TimeRule[] rules, TimeRule[][] ofGroup)
{
    private const int Deepest = 5;
    private readonly TimeRule[][] _ofEntry = new TimeRule[lexicon.Entries.Count][];
    private readonly TimeRule[][] _ofShape = new TimeRule[TimeShapes.Names.Length][];
    private readonly StartSet[] _afterEntry = new StartSet[lexicon.Entries.Count];
    private StartSet[] _seconds = [];
    private readonly ulong _numeral = Bits(lexicon, "number", "multiplier") | TimeShapes.Int | TimeShapes.Decimal | TimeShapes.Fraction;
    private readonly int _number = lexicon.Class("number"), _multiplier = lexicon.Class("multiplier"), _ordinal = lexicon.Class("ordinal");
    private readonly ulong _joint = Bits(lexicon, "number-and"), _dash = Bits(lexicon, "number-dash");

    private static ulong Bits(TimeLexicon lexicon, params string[] classes) => classes.Aggregate(0UL, (m, c) => m | 1UL << lexicon.Class(c));

    /// <summary>Works out which rules can start with which word, and which words can follow, so that most tokens are passed by.</summary>
    public void Prepare()
    {
        var starts = new TimeStarts(rules, ofGroup, lexicon, _numeral);
        var firsts = Array.ConvertAll(rules, starts.First);
        _seconds = Array.ConvertAll(rules, starts.Second);
        var found = new List<TimeRule>();
        for (var e = 0; e < _ofEntry.Length; e++)
        {
            found.Clear();
            var after = _afterEntry[e] = new StartSet();
            for (var r = 0; r < rules.Length && e > 0; r++)
            {
                if (!firsts[r].Holds(e, lexicon.Entries[e].Mask)) continue;
                found.Add(rules[r]);
                if (rules[r].Row.Inner) continue;
                after.Add(_seconds[r]);
                after.CanEnd |= _seconds[r].CanEnd;
            }
            _ofEntry[e] = [.. found];
        }
        for (var s = 0; s < _ofShape.Length; s++) _ofShape[s] = Array.FindAll(rules, r => (firsts[r.Index].Classes & 1UL << s) != 0);
    }

    /// <summary>Whether any rule can start at a token.</summary>
    public bool CanStart(in TimeTokens tokens, int at, int limit)
    {
        var entry = tokens.Entries[at];
        return entry == 0 ? tokens.Masks[at] != 0 : _ofEntry[entry].Length > 0 && Follows(_afterEntry[entry], tokens, at, limit);
    }

    private static bool Follows(StartSet second, in TimeTokens tokens, int at, int limit) =>
        second.CanEnd || at + 1 < limit && second.Holds(tokens.Entries[at + 1], tokens.Masks[at + 1]);

    /// <summary>The longest match at a token, of rules of some groups or, with none named, of all outer rules.</summary>
    /// <returns>First token behind, or -1.</returns>
    public int Longest(in TimeTokens tokens, int at, int limit, int[]? groups, int depth, ref TimeMatch match, out TimeRule? rule)
    {
        rule = null;
        var best = -1;
        if (at >= limit || depth > Deepest) return -1;
        var entry = tokens.Entries[at];
        if (entry != 0) Try(_ofEntry[entry], tokens, at, limit, groups, depth, ref match, ref rule, ref best);
        else
            for (var mask = tokens.Masks[at] & ((1UL << TimeShapes.Names.Length) - 1); mask != 0; mask &= mask - 1)
                Try(_ofShape[System.Numerics.BitOperations.TrailingZeroCount(mask)], tokens, at, limit, groups, depth, ref match, ref rule, ref best);
        return best;
    }

    private void Try(TimeRule[] candidates, in TimeTokens tokens, int at, int limit, int[]? groups, int depth, ref TimeMatch match, ref TimeRule? rule, ref int best)
    {
        foreach (var candidate in candidates)
        {
            if (groups is null ? candidate.Row.Inner : !Shares(groups, candidate.Groups)) continue;
            if (!Follows(_seconds[candidate.Index], tokens, at, limit)) continue;
            var attempt = default(TimeMatch);
            var end = Run(candidate, 0, tokens, at, limit, depth, ref attempt);
            if (end < best || end <= at || end == best && rule!.Index <= candidate.Index || !Fits(candidate.Context, tokens, at, end)) continue;
            if (candidate.Kind is { } kind) attempt.Form.Kind = kind;
            foreach (var (slot, value) in candidate.Sets) attempt.Form[slot] = value;
            (best, rule, match) = (end, candidate, attempt);
        }
    }

    private static bool Shares(int[] one, int[] two)
    {
        foreach (var a in one)
            foreach (var b in two)
                if (a == b) return true;
        return false;
    }

    private static bool Fits(TimeContext context, in TimeTokens tokens, int at, int end)
    {
        if (context.After is { } after && (at == 0 || !after.Holds(tokens.Entries[at - 1], tokens.Masks[at - 1]))) return false;
        if (context.NotAfter is { } notAfter && at > 0 && notAfter.Holds(tokens.Entries[at - 1], tokens.Masks[at - 1])) return false;
        if (context.Before is { } before && (end >= tokens.Entries.Length || !before.Holds(tokens.Entries[end], tokens.Masks[end]))) return false;
        return context.NotBefore is not { } notBefore || end >= tokens.Entries.Length || !notBefore.Holds(tokens.Entries[end], tokens.Masks[end]);
    }

    private int Run(TimeRule rule, int pc, in TimeTokens tokens, int at, int limit, int depth, ref TimeMatch match)
    {
        while (true)
        {
            var step = rule.Steps[pc++];
            var start = at;
            switch (step.Op)
            {
                case TimeOp.Done: return at;
                case TimeOp.Jump: pc = step.A; continue;
                case TimeOp.Put: match.Form[step.Slot!.Value] = step.A; continue;
                case TimeOp.Glue when at < limit && (tokens.Tokens[at].Shape & TokenShape.SpaceBefore) == 0: continue;
                case TimeOp.Capital when at < limit && (tokens.Tokens[at].Shape & TokenShape.Capital) != 0: continue;
                case TimeOp.Split:
                    if (step.A == step.B) { pc = step.A; continue; }
                    var saved = match;
                    var end = Run(rule, step.A, tokens, at, limit, depth, ref match);
                    if (end >= 0) return end;
                    match = saved;
                    pc = step.B;
                    continue;
                case TimeOp.Words when at < limit && tokens.Entries[at] != 0 && Array.IndexOf(step.Set!, tokens.Entries[at]) >= 0: at++; continue;
                case TimeOp.Class when at < limit && (tokens.Masks[at] & 1UL << step.A) != 0: Take(step, tokens, at++, ref match); break;
                case TimeOp.Numeral: at = Numeral(tokens, at, limit, step, ref match); break;
                case TimeOp.Ordinals: at = Ordinals(tokens, at, limit, step, ref match); break;
                case TimeOp.SpokenYear: at = SpokenYear(tokens, at, limit, step, ref match); break;
                case TimeOp.Group: at = Inner(step, tokens, at, limit, depth, ref match); break;
                default: return -1;
            }
            if (at < 0) return -1;
            Widen(step.Other, start, at, ref match);
        }
    }

    private int Inner(TimeStep step, in TimeTokens tokens, int at, int limit, int depth, ref TimeMatch match)
    {
        var inner = default(TimeMatch);
        var end = Longest(tokens, at, limit, step.Set, depth + 1, ref inner, out _);
        if (end < 0 || inner.IsRange) return -1;
        if (step.Other) { match.Other = inner.Form; return end; }
        var kind = inner.Form.Kind;
        var had = match.Form;
        match.Form = inner.Form;
        match.Form.FillFrom(had);
        match.Form.Kind = kind;
        return end;
    }

    private static void Widen(bool other, int start, int end, ref TimeMatch match)
    {
        if (other)
        {
            if (match.OtherEnd == 0) match.OtherFirst = start;
            match.OtherEnd = end;
            return;
        }
        if (match.OtherEnd > 0) return;
        if (match.FormEnd == 0) match.FormFirst = start;
        match.FormEnd = end;
    }

    private void Take(TimeStep step, in TimeTokens tokens, int at, ref TimeMatch match)
    {
        if (step.Slot is not { } slot) return;
        ref var form = ref step.Other ? ref match.Other : ref match.Form;
        var number = tokens.Numbers[at];
        if (step.A >= TimeShapes.Names.Length) { form[slot] = lexicon.Value(tokens.Entries[at], step.A); return; }
        switch (1UL << step.A)
        {
            case TimeShapes.Numeric:
                form[TimeSlot.Year] = (number & ~TimeShapes.AmbiguousBit) / 512;
                form[TimeSlot.Month] = (number & 511) / 32;
                form[TimeSlot.Day] = number & 31;
                if ((number & TimeShapes.AmbiguousBit) != 0) form[TimeSlot.Ambiguous] = 1;
                break;
            case TimeShapes.Decimal:
                form[slot] = number / 100;
                form[TimeSlot.Hundredths] = number % 100;
                break;
            default: form[slot] = number; break;
        }
    }

    // Numbers in words add and multiply in the same way in the languages of Europe: a ten takes a one, a hundred a number before it.
    private int Numeral(in TimeTokens tokens, int at, int limit, TimeStep step, ref TimeMatch match)
    {
        long total = 0, current = -1;
        var hundredths = 0;
        var end = -1;
        for (var i = at; i < limit; i++)
        {
            var mask = tokens.Masks[i];
            if (current < 0 && (mask & (TimeShapes.Int | TimeShapes.Decimal)) != 0)
            {
                var isDecimal = (mask & TimeShapes.Decimal) != 0;
                current = isDecimal ? tokens.Numbers[i] / 100 : tokens.Numbers[i];
                hundredths = isDecimal ? tokens.Numbers[i] % 100 : 0;
            }
            else if ((mask & TimeShapes.Fraction) != 0 && hundredths == 0) { hundredths = tokens.Numbers[i]; current = Math.Max(current, 0); end = i + 1; break; }
            else if ((mask & 1UL << _number) != 0 && Adds(ref current, lexicon.Value(tokens.Entries[i], _number))) { }
            else if ((mask & 1UL << _multiplier) != 0) Multiply(lexicon.Value(tokens.Entries[i], _multiplier), ref total, ref current);
            else if ((mask & (_joint | _dash)) != 0 && current >= 0 && i + 1 < limit && (tokens.Masks[i + 1] & 1UL << _number) != 0
                && (mask & _dash) != 0 == (current % 100 is >= 20 && current % 10 == 0)) continue;
            else break;
            end = i + 1;
        }
        if (end < 0 || total + current > 100_000_000) return -1;
        ref var form = ref step.Other ? ref match.Other : ref match.Form;
        if (step.Slot is { } slot) form[slot] = (int)(total + Math.Max(current, 0));
        if (hundredths > 0) form[TimeSlot.Hundredths] = hundredths;
        return end;
    }

    private static bool Adds(ref long current, int value)
    {
        if (current < 0) { current = value; return true; }
        if (current % 100 == 0 && current > 0 && value < 100 || current % 100 >= 20 && current % 10 == 0 && value < 10) { current += value; return true; }
        return false;
    }

    private static void Multiply(int by, ref long total, ref long current)
    {
        if (by == 100) { current = Math.Max(current, 1) * 100; return; }
        total += Math.Max(current, 1) * by;
        current = 0;
    }

    private int Ordinals(in TimeTokens tokens, int at, int limit, TimeStep step, ref TimeMatch match)
    {
        if (at >= limit) return -1;
        ref var form = ref step.Other ? ref match.Other : ref match.Form;
        if ((tokens.Masks[at] & TimeShapes.Ordinal) != 0) { form[step.Slot!.Value] = tokens.Numbers[at]; return at + 1; }
        if ((tokens.Masks[at] & 1UL << _ordinal) != 0) { form[step.Slot!.Value] = lexicon.Value(tokens.Entries[at], _ordinal); return at + 1; }
        if ((tokens.Masks[at] & 1UL << _number) == 0) return -1;
        var tens = lexicon.Value(tokens.Entries[at], _number);
        var next = at + 1;
        if (next < limit && (tokens.Masks[next] & _dash) != 0) next++;
        if (tens < 20 || next >= limit || (tokens.Masks[next] & 1UL << _ordinal) == 0) return -1;
        form[step.Slot!.Value] = tens + lexicon.Value(tokens.Entries[next], _ordinal);
        return next + 1;
    }

    private int SpokenYear(in TimeTokens tokens, int at, int limit, TimeStep step, ref TimeMatch match)
    {
        if (at + 1 >= limit || (tokens.Masks[at] & 1UL << _number) == 0) return -1;
        var century = lexicon.Value(tokens.Entries[at], _number);
        var rest = at + 1;
        if ((tokens.Masks[rest] & _dash) != 0) rest++;
        if (century is < 10 or > 20 || rest >= limit || (tokens.Masks[rest] & 1UL << _number) == 0) return -1;
        var inner = default(TimeMatch);
        var end = Numeral(tokens, rest, limit, step with { Slot = TimeSlot.Year, Other = false }, ref inner);
        var year = inner.Form.Get(TimeSlot.Year, 0);
        if (end < 0 || year is < 10 or > 99) return -1;
        ref var form = ref step.Other ? ref match.Other : ref match.Form;
        form[TimeSlot.Year] = century * 100 + year;
        return end;
    }
}
