namespace Chancery.Reading.Frames;

/// <summary>Where an argument stands to its trigger.</summary>
internal enum SlotKind : byte
{
    Subject, Object, Indirect, Possessor, Modifier, Agent, Preposition, Complement,

    /// <summary>The verb whose content the trigger's clause is.</summary>
    Above,

    /// <summary>Anywhere behind the trigger within its clause, for set phrases that parsers break up.</summary>
    Anywhere,

    /// <summary>Whose the thing is: "<em>Iran's</em> embassy".</summary>
    ThingPossessor,

    /// <summary>What modifies the thing: "the <em>Iranian</em> embassy".</summary>
    ThingModifier,

    /// <summary>Two states joined before the thing: "the <em>US-India</em> pact".</summary>
    ThingPair,

    /// <summary>The thing itself, where it names somebody: "bombed the <em>Chinese embassy</em>".</summary>
    Thing,

    /// <summary>Behind "of" under the thing: "the embassy of <em>Iran</em>".</summary>
    ThingOf,
}

/// <summary>One argument of a trigger: the slot, the preposition's token where there is one, and the head token of the phrase.</summary>
/// <param name="Kind">Slot.</param>
/// <param name="Preposition">Token of the preposition, or -1.</param>
/// <param name="Token">Head of the phrase.</param>
/// <param name="Support">Comes from a verb that supports the trigger noun, not from the trigger itself.</param>
/// <param name="Deep">Hangs below another noun than the trigger or its thing, where parsers often misplace it: an actor there counts, a place does not.</param>
internal readonly record struct Argument(SlotKind Kind, int Preposition, int Token, bool Support, bool Deep = false);

/// <summary>A slot that a pattern names: a grammatical relation or a preposition.</summary>
internal sealed record SlotName(SlotKind Kind, string? Preposition, SlotName? Inner = null)
{
    public static SlotName[] ParseAll(string text) => [.. text.Split('|').Select(Parse)];

    private static SlotName Parse(string name)
    {
        var point = name.IndexOf('.', StringComparison.Ordinal);
        return point < 0 ? Simple(name) : Simple(name[..point]) with { Inner = Parse(name[(point + 1)..]) };
    }

    private static SlotName Simple(string name) => name switch
    {
        "subject" => new(SlotKind.Subject, null),
        "object" => new(SlotKind.Object, null),
        "indirect" => new(SlotKind.Indirect, null),
        "possessor" => new(SlotKind.Possessor, null),
        "modifier" => new(SlotKind.Modifier, null),
        "agent" => new(SlotKind.Agent, null),
        "complement" => new(SlotKind.Complement, null),
        "above" => new(SlotKind.Above, null),
        "anywhere" => new(SlotKind.Anywhere, null),
        "thing-possessor" => new(SlotKind.ThingPossessor, null),
        "thing-modifier" => new(SlotKind.ThingModifier, null),
        "thing-pair" => new(SlotKind.ThingPair, null),
        "thing" => new(SlotKind.Thing, null),
        "thing-of" => new(SlotKind.ThingOf, null),
        _ => new(SlotKind.Preposition, name),
    };
}
