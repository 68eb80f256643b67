namespace Chancery.Reading.Knowledge;

/// <summary>How a name names its entry.</summary>
public enum NameForm : byte
{
    /// <summary>The usual name.</summary>
    Name,

    /// <summary>A shorter name.</summary>
    Short,

    /// <summary>Initials; written in capitals.</summary>
    Acronym,

    /// <summary>Adjective of a state ("Kyrgyz").</summary>
    Adjective,

    /// <summary>One inhabitant ("a Russian").</summary>
    Demonym,

    /// <summary>The inhabitants ("Russians", "the British").</summary>
    DemonymPlural,

    /// <summary>A capital or seat that stands for a government ("Moscow", "the Kremlin").</summary>
    Metonym,

    /// <summary>Any other name.</summary>
    Alias,

    /// <summary>A person's surname alone.</summary>
    Surname,

    /// <summary>A person's full name with middle names or patronymic.</summary>
    FullName,

    /// <summary>Plural of a common noun ("presidents").</summary>
    Plural,

    /// <summary>A code such as an ISO code.</summary>
    Code,
}

/// <summary>How much of a name must be written with capitals for it to be that name.</summary>
public enum NameCase : byte
{
    /// <summary>Nothing: a common noun, or a script without case.</summary>
    Free,

    /// <summary>The first word.</summary>
    First,

    /// <summary>The first and the last word.</summary>
    FirstAndLast,

    /// <summary>Every letter ("WHO", "US").</summary>
    AllCaps,
}
