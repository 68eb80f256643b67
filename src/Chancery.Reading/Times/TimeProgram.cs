namespace Chancery.Reading.Times;

/// <summary>What one step of a compiled pattern does.</summary>
internal enum TimeOp : byte
{
    /// <summary>The token is one of some words.</summary>
    Words,

    /// <summary>The token is of a class; its value fills a field.</summary>
    Class,

    /// <summary>A number in digits or words fills a field.</summary>
    Numeral,

    /// <summary>An ordinal in digits or words fills a field.</summary>
    Ordinals,

    /// <summary>A year as it is spoken ("nineteen ninety-four").</summary>
    SpokenYear,

    /// <summary>Any rule of some groups.</summary>
    Group,

    /// <summary>Two ways to go on, the first is tried first.</summary>
    Split,

    /// <summary>Go on elsewhere.</summary>
    Jump,

    /// <summary>Fill a field with a constant.</summary>
    Put,

    /// <summary>No white space before the next token.</summary>
    Glue,

    /// <summary>The next token has a capital.</summary>
    Capital,

    /// <summary>The pattern has matched.</summary>
    Done,
}

/// <summary>One step of a compiled pattern.</summary>
/// <param name="Op">What it does.</param>
/// <param name="A">Class, first way, or value.</param>
/// <param name="B">Second way.</param>
/// <param name="Slot">Field it fills, or null.</param>
/// <param name="Other">Whether it fills the second end of a range.</param>
/// <param name="Set">Words or groups.</param>
internal sealed record TimeStep(TimeOp Op, int A = 0, int B = 0, TimeSlot? Slot = null, bool Other = false, int[]? Set = null)
{
    /// <summary>First way, or the class.</summary>
    public int A { get; set; } = A;

    /// <summary>Second way.</summary>
    public int B { get; set; } = B;
}

/// <summary>A rule ready to match.</summary>
/// <param name="Index">Place in the pack.</param>
/// <param name="Id">Stable id with the language in front.</param>
/// <param name="Row">As the pack holds it.</param>
/// <param name="Steps">Compiled patterns.</param>
internal sealed record TimeRule(int Index, string Id, TimeRuleRow Row, TimeStep[] Steps)
{
    /// <summary>Kind that the rule gives, or null where the form inside keeps its own.</summary>
    public FormKind? Kind { get; init; }

    /// <summary>Groups it belongs to.</summary>
    public required int[] Groups { get; init; }

    /// <summary>Constants it fills.</summary>
    public required (TimeSlot Slot, int Value)[] Sets { get; init; }

    /// <summary>What must, and what must not, stand before and behind.</summary>
    public required TimeContext Context { get; init; }
}

/// <summary>Conditions on the tokens around a match.</summary>
internal sealed record TimeContext(TokenTest? After, TokenTest? NotAfter, TokenTest? Before, TokenTest? NotBefore);

/// <summary>A set of words and classes.</summary>
internal sealed record TokenTest(HashSet<int> Words, ulong Classes)
{
    /// <summary>Whether a token is in it.</summary>
    public bool Holds(int entry, ulong mask) => (mask & Classes) != 0 || entry != 0 && Words.Contains(entry);
}
