namespace Chancery.Reading.Knowledge;

/// <summary>What sort of thing a name stands for: the table that <see cref="Candidate.Index"/> counts in.</summary>
public enum EntryKind : byte
{
    /// <summary>A state, territory or former state.</summary>
    State,

    /// <summary>A person.</summary>
    Person,

    /// <summary>A town, city or administrative division.</summary>
    Place,

    /// <summary>A residence, palace, base or hall.</summary>
    Venue,

    /// <summary>An organisation of states.</summary>
    Organisation,

    /// <summary>A ministry, parliament, armed service or other organ.</summary>
    Body,

    /// <summary>An office or title that a person holds.</summary>
    Office,

    /// <summary>An order, medal or title of honour.</summary>
    Honour,

    /// <summary>A series of military exercises.</summary>
    Exercise,

    /// <summary>A series of summits or meetings.</summary>
    Summit,

    /// <summary>A newspaper, agency or broadcaster.</summary>
    Outlet,

    /// <summary>A kind of document.</summary>
    Document,

    /// <summary>A general description of actors ("the two presidents", "both sides").</summary>
    Generic,
}
