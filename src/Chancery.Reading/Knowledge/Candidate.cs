using System.Runtime.InteropServices;

namespace Chancery.Reading.Knowledge;

/// <summary>One entry that a name may stand for.</summary>
[StructLayout(LayoutKind.Sequential)]
public readonly record struct Candidate
{
    private readonly byte _flags;
    private readonly byte _prior;

    /// <summary>Makes a candidate.</summary>
    /// <param name="kind">Table of the entry.</param>
    /// <param name="index">Row in that table.</param>
    /// <param name="form">How the name names it.</param>
    /// <param name="needs">Capitals it needs.</param>
    /// <param name="language">Number of the language of the name, 0 for any.</param>
    /// <param name="prior">0 to 255.</param>
    public Candidate(EntryKind kind, int index, NameForm form, NameCase needs, int language, byte prior) =>
        (Index, Kind, Form, _flags, _prior) = (index, kind, form, (byte)((int)needs | language << 2), prior);

    /// <summary>Row in the table of <see cref="Kind"/>.</summary>
    public int Index { get; }

    /// <summary>Table of the entry.</summary>
    public EntryKind Kind { get; }

    /// <summary>How the name names it.</summary>
    public NameForm Form { get; }

    /// <summary>Capitals that the name needs; <see cref="KnowledgePack.Match"/> has already seen to it.</summary>
    public NameCase Needs => (NameCase)(_flags & 3);

    /// <summary>Number of the language of the name in <see cref="KnowledgePack.Languages"/>, 0 for any.</summary>
    public int Language => _flags >> 2;

    /// <summary>How known the entry is among those of its kind, 0 to 1: population of places, rank and state of persons. No probability.</summary>
    public float Prior => _prior / 255f;
}

/// <summary>A name found at a token.</summary>
/// <param name="Count">Number of tokens.</param>
/// <param name="First">First candidate, for <see cref="KnowledgePack.Candidates"/>.</param>
/// <param name="End">First candidate behind.</param>
public readonly record struct NameMatch(int Count, int First, int End);
