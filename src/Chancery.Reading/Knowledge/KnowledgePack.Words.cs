using System.Runtime.CompilerServices;

namespace Chancery.Reading.Knowledge;

public sealed unsafe partial class KnowledgePack
{
    private int* _wordOffsets;
    private char* _wordChars;
    private ulong* _slots;
    private uint _slotMask;

    /// <summary>Number of words of the vocabulary; ids count from 0.</summary>
    public int WordCount { get; private set; }

    private void OpenWords()
    {
        _wordOffsets = _file.Pointer<int>(PackSection.WordOffsets, out var offsets);
        WordCount = offsets - 1;
        _wordChars = _file.Pointer<char>(PackSection.WordChars, out _);
        _slots = _file.Pointer<ulong>(PackSection.WordSlots, out var slots);
        _slotMask = (uint)slots - 1;
    }

    /// <summary>Id of a form, whatever its case; -1 where the vocabulary has none. Does not allocate.</summary>
    [SkipLocalsInit]
    public int Word(ReadOnlySpan<char> form)
    {
        if (form.Length > WordFolding.MaximumLength) return -1;
        var buffer = stackalloc char[WordFolding.MaximumLength];
        var folded = new Span<char>(buffer, form.Length);
        var hash = WordFolding.Fold(form, folded);
        // A slot holds the hash above and the id + 1 below, so that a miss is seen without touching the letters.
        for (var at = hash & _slotMask; ; at = (at + 1) & _slotMask)
        {
            var slot = _slots[at];
            if (slot == 0) return -1;
            if ((uint)(slot >> 32) != hash) continue;
            var id = (int)(uint)slot - 1;
            if (WordSpan(id).SequenceEqual(folded)) return id;
        }
    }

    /// <summary>The folded form of a word.</summary>
    public string WordText(int id) => new(WordSpan(id));

    private ReadOnlySpan<char> WordSpan(int id) => new(_wordChars + _wordOffsets[id], _wordOffsets[id + 1] - _wordOffsets[id]);

    /// <summary>Sets <see cref="Token.Word"/> of every token.</summary>
    public void AssignWords(Document document) => AssignWords(document.Text, document.Tokens);

    /// <summary>Sets <see cref="Token.Word"/> of tokens that lie in a text.</summary>
    [SkipLocalsInit]
    public void AssignWords(string text, Span<Token> tokens)
    {
        // Few words make most of a text: their ids are kept beside each other, by the whole form where it has at most eight letters of ASCII.
        const int size = 1024;
        var forms = stackalloc ulong[size];
        var ids = stackalloc int[size];
        new Span<ulong>(forms, size).Clear();
        foreach (ref var token in tokens)
        {
            var form = text.AsSpan(token.Start, token.Length);
            if (Pack(form) is var packed && packed == 0) { token.Word = Word(form); continue; }
            var at = (int)((packed * 0x9E3779B97F4A7C15UL) >> 54);
            if (forms[at] != packed) (forms[at], ids[at]) = (packed, Word(form));
            token.Word = ids[at];
        }
    }

    // Up to eight ASCII characters as one number; 0 for other forms.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Pack(ReadOnlySpan<char> form)
    {
        if (form.Length > 8) return 0;
        ulong packed = 0;
        foreach (var c in form)
        {
            if (c >= 128) return 0;
            packed = packed << 8 | c;
        }
        return packed;
    }
}
