namespace Chancery.Reading.Actors;

/// <summary>Kinds of who can act.</summary>
public enum EntityKind : byte
{
    /// <summary>A natural person.</summary>
    Person,

    /// <summary>A state, however named.</summary>
    State,

    /// <summary>An organisation of states.</summary>
    Organisation,

    /// <summary>A ministry, parliament, armed service or other body of a state.</summary>
    Body,

    /// <summary>An armed, political or social group.</summary>
    Group,
}

/// <summary>Somebody an article speaks of, however often and by whatever words.</summary>
public sealed class Entity
{
    /// <summary>What it is.</summary>
    public required EntityKind Kind { get; init; }

    /// <summary>Full name as far as known.</summary>
    public required string Name { get; set; }

    /// <summary>Code of the state acted for, or null.</summary>
    public string? Country { get; set; }

    /// <summary>Id of the office held, or null.</summary>
    public string? Office { get; set; }

    /// <summary>Row in the knowledge pack by kind, or -1.</summary>
    public int Row { get; set; } = -1;

    /// <summary>Wikidata id, or null.</summary>
    public string? Wikidata { get; set; }

    /// <summary>Last word of the name as the article writes it, lower-case; what a later mention repeats.</summary>
    public string Surname { get; set; } = "";

    /// <summary>No longer in office when the article was written.</summary>
    public bool Former { get; set; }

    /// <summary>Acts for an organisation of states.</summary>
    public bool ForOrganisation { get; set; }

    /// <summary>Named by a table alone, never by the article.</summary>
    public bool Inferred { get; set; }

    /// <summary>Mentions so far.</summary>
    public int Count { get; set; }

    /// <summary>Last token at which it was mentioned so far.</summary>
    public int LastToken { get; set; } = -1;

    /// <summary>Words of the offices by which the article has called the person, lower-case.</summary>
    internal HashSet<string> Titles { get; } = [];
}
