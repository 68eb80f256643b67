using Chancery.Reading.Actors;
using Chancery.Reading.Lexicons;
using Chancery.Reading.Syntax;
using Chancery.Reading.Times;

namespace Chancery.Reading.Frames;

/// <summary>What is seen of a trigger before anything is parsed, as hashed features: the words around it, with names and times put as their kinds, and the lie of the document.</summary>
/// <remarks>Training and reading share this code; a change here makes a trained gate useless, so it raises <see cref="Version"/>.</remarks>
internal sealed class TriggerView(Document document, WordView words, List<TimeMention> times, bool transcript)
{
    /// <summary>Version of the features; part of the model.</summary>
    public const int Version = 1;

    /// <summary>Features of a trigger at most.</summary>
    public const int Capacity = 160;

    private const int Near = 4, Far = 12, KindBase = 1, TimeKind = 40;
    private const uint Edge = 7;
    private readonly bool[] _timed = Timed(document, times);
    private uint[] _symbols = [];
    private int[] _kinds = [];
    private Sentence _sentence = new(-1, -1, default);
    private uint _frame;
    private int _actors, _persons;
    private int _count;

    /// <summary>Writes the features of a trigger and returns how many.</summary>
    /// <param name="at">The sentence, the names in it and its place in the document.</param>
    /// <param name="trigger">Token.</param>
    /// <param name="lexeme">Hash of the word that triggers.</param>
    /// <param name="patterns">Patterns that may hold.</param>
    /// <param name="features">Room for <see cref="Capacity"/>.</param>
    public int Write(in SentenceView at, int trigger, uint lexeme, List<ReadyPattern> patterns, Span<uint> features)
    {
        if (_sentence.First != at.Sentence.First) Enter(at);
        _count = 0;
        Add(features, 1, lexeme);
        Add(features, 2, Symbol(trigger));
        Around(features, trigger, lexeme);
        Names(features, trigger, lexeme);
        for (var i = Math.Max(_sentence.First, trigger - Far); i < Math.Min(_sentence.End, trigger + Far + 1); i++)
            if (i != trigger) Add(features, i < trigger ? 10u : 11u, Symbol(i));
        Add(features, 12, _frame);
        Add(features, 13, Mix(_frame, lexeme));
        Add(features, 14, Mix((uint)Math.Min(_actors, 4), lexeme));
        Add(features, 15, (uint)(Math.Min(_actors, 4) * 5 + Math.Min(_persons, 4)));
        foreach (var pattern in patterns)
        {
            if (_count > Capacity - 2) break;
            Add(features, 16, pattern.Key);
            Add(features, 17, Mix(pattern.Key, (uint)Math.Min(_actors, 4)));
        }
        return _count;
    }

    private void Around(Span<uint> features, int trigger, uint lexeme)
    {
        for (var d = -Near; d <= Near; d++)
        {
            if (d == 0) continue;
            Add(features, (uint)(20 + d + Near), Symbol(trigger + d));
            if (d is >= -3 and <= 3) Add(features, (uint)(30 + d + Near), Mix(Symbol(trigger + d), lexeme));
        }
        Add(features, 40, Mix(Symbol(trigger - 2), Symbol(trigger - 1)));
        Add(features, 41, Mix(Symbol(trigger - 1), Symbol(trigger + 1)));
        Add(features, 42, Mix(Symbol(trigger + 1), Symbol(trigger + 2)));
        Add(features, 43, Mix(Mix(Symbol(trigger - 1), Symbol(trigger + 1)), lexeme));
    }

    // The nearest names to either side, how far away, and what stands before them.
    private void Names(Span<uint> features, int trigger, uint lexeme)
    {
        var (left, right) = (Nearest(trigger, -1), Nearest(trigger, 1));
        Side(features, 50, left, trigger, lexeme);
        Side(features, 55, right, trigger, lexeme);
        Add(features, 60, Mix(Kind(left), Kind(right)));
        Add(features, 61, Mix(Mix(Kind(left), Kind(right)), lexeme));
    }

    private void Side(Span<uint> features, uint group, int name, int trigger, uint lexeme)
    {
        var far = name < 0 ? 9u : (uint)Math.Min(Math.Abs(name - trigger), 16) / 2;
        Add(features, group, Kind(name));
        Add(features, group + 1, Mix(Kind(name), far));
        Add(features, group + 2, Mix(Kind(name), lexeme));
        if (name < 0) return;
        var before = name;
        while (before > _sentence.First && _kinds[before - 1 - _sentence.First] == _kinds[name - _sentence.First]) before--;
        Add(features, group + 3, Mix(Kind(name), Symbol(before - 1)));
        Add(features, group + 4, Mix(Mix(lexeme, Symbol(before - 1)), far));
    }

    private int Nearest(int trigger, int step)
    {
        for (var i = trigger + step; i >= _sentence.First && i < _sentence.End; i += step) if (_kinds[i - _sentence.First] > 0) return i;
        return -1;
    }

    private uint Kind(int token) => token < 0 ? Edge : (uint)_kinds[token - _sentence.First];

    private uint Symbol(int token) => token < _sentence.First || token >= _sentence.End ? Edge : _symbols[token - _sentence.First];

    private void Enter(in SentenceView at)
    {
        _sentence = at.Sentence;
        if (_symbols.Length < _sentence.Count) (_symbols, _kinds) = (new uint[_sentence.Count * 2], new int[_sentence.Count * 2]);
        for (var i = 0; i < _sentence.Count; i++)
        {
            _kinds[i] = 0;
            _symbols[i] = _timed[_sentence.First + i] ? TimeKind : Hash(document.Form(_sentence.First + i));
        }
        (_actors, _persons) = (0, 0);
        foreach (var m in at.Names)
        {
            if (m.Kind is MentionKind.Unknown) continue;
            if (m.Kind is not MentionKind.Document)
                for (var i = m.First; i < m.End; i++) (_kinds[i - _sentence.First], _symbols[i - _sentence.First]) = (KindBase + (int)m.Kind, 100 + (uint)m.Kind);
            if (m.Kind is not (MentionKind.Document or MentionKind.Outlet or MentionKind.Place or MentionKind.Venue)) _actors++;
            if (m.Kind is MentionKind.Person or MentionKind.Holder) _persons++;
        }
        _frame = Frame(at);
    }

    // Where the sentence stands and what it looks like as a whole.
    private uint Frame(in SentenceView at)
    {
        bool speaker = false, quoted = false, timed = false;
        for (var i = _sentence.First; i < _sentence.End; i++)
        {
            speaker |= words.Is(i, WordClass.Speaker);
            quoted |= document.Text[document.Tokens[i].Start] is '"' or '“' or '”' or '«';
            timed |= _timed[i];
        }
        var place = (uint)(at.Index < 2 ? at.Index : at.Index < 6 ? 2 : 3);
        var question = document.Text[document.Tokens[_sentence.End - 1].Start] == '?';
        return place | (speaker ? 4u : 0) | (quoted ? 8u : 0) | (timed ? 16u : 0) | (transcript ? 32u : 0) | (question ? 64u : 0) | (uint)_sentence.Kind << 7 | (uint)Math.Min(_sentence.Count / 8, 7) << 10;
    }

    private static bool[] Timed(Document document, List<TimeMention> times)
    {
        var timed = new bool[document.Tokens.Length];
        foreach (var t in times) for (var i = t.First; i < t.End; i++) timed[i] = true;
        return timed;
    }

    private void Add(Span<uint> features, uint group, uint value)
    {
        if (_count < features.Length) features[_count++] = Mix(value, group * 0x9E3779B9);
    }

    /// <summary>Hash of a word without its capitals and with digits alike; far from the small numbers that stand for kinds.</summary>
    public static uint Hash(ReadOnlySpan<char> word)
    {
        Span<char> normal = stackalloc char[64];
        normal = normal[..FormFeatures.Normalise(word, normal)];
        var hash = 2166136261;
        foreach (var c in normal) hash = (hash ^ c) * 16777619;
        return hash | 0x1000;
    }

    /// <summary>One hash of two.</summary>
    public static uint Mix(uint a, uint b)
    {
        var hash = (a ^ (b << 16 | b >> 16)) * 0x85EBCA6B + b;
        hash = (hash ^ hash >> 13) * 0xC2B2AE35;
        return hash ^ hash >> 16;
    }
}

/// <summary>A sentence with the names in it and its index.</summary>
internal readonly record struct SentenceView(int Index, Sentence Sentence, List<Mention> Names);
