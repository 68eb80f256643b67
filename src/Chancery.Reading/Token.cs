using Chancery.Reading.Syntax;

namespace Chancery.Reading;

/// <summary>A token: where it stands, and what the stages of the pipeline found of it.</summary>
public struct Token
{
    /// <summary>First UTF-16 unit in the document's text.</summary>
    public int Start;

    /// <summary>Length in UTF-16 units.</summary>
    public int Length;

    /// <summary>Id of the lower-cased form in the vocabulary of the knowledge pack; -1 where it has none.</summary>
    public int Word;

    /// <summary>Shape of the surface.</summary>
    public TokenShape Shape;

    /// <summary>Universal part of speech; <see cref="Upos.None"/> until tagged.</summary>
    public Upos Pos;

    /// <summary>Relation to the head; <see cref="Deprel.None"/> until parsed.</summary>
    public Deprel Relation;

    /// <summary>Morphological features that events need.</summary>
    public Morphology Morphology;

    /// <summary>Index of the head in the document's tokens; -1 for a root; -2 until parsed.</summary>
    public int Head;

    /// <summary>What the name recogniser says of the token.</summary>
    public NameTag Name;

    /// <summary>First UTF-16 unit behind.</summary>
    public readonly int End => Start + Length;
}

/// <summary>Shape of a token's surface.</summary>
[Flags]
public enum TokenShape : ushort
{
    /// <summary>Nothing of the below.</summary>
    None = 0,

    /// <summary>Begins with an upper-case letter.</summary>
    Capital = 1,

    /// <summary>All letters are upper-case and there are two or more.</summary>
    AllCaps = 2,

    /// <summary>Has a digit.</summary>
    Digit = 4,

    /// <summary>All characters are digits.</summary>
    Number = 8,

    /// <summary>Has a letter.</summary>
    Letter = 16,

    /// <summary>Neither letter nor digit.</summary>
    Punctuation = 32,

    /// <summary>White space (or the start of the text) stands before it.</summary>
    SpaceBefore = 64,

    /// <summary>A line break stands before it.</summary>
    LineBefore = 128,

    /// <summary>An empty line stands before it.</summary>
    ParagraphBefore = 256,

    /// <summary>First token of its sentence.</summary>
    SentenceStart = 512,
}
