namespace Chancery.Reading.Actors;

/// <summary>How a stretch of text refers.</summary>
public enum MentionKind : byte
{
    /// <summary>A person by name, with or without an office.</summary>
    Person,

    /// <summary>A person by office alone: "the Kyrgyz president".</summary>
    Holder,

    /// <summary>The holder of the same office elsewhere: "his Kyrgyz counterpart".</summary>
    Counterpart,

    /// <summary>The other person of a meeting: "his host", "the guest".</summary>
    Other,

    /// <summary>Several holders of an office: "the two presidents".</summary>
    Holders,

    /// <summary>Several states or parties: "both sides".</summary>
    Sides,

    /// <summary>he, she, they.</summary>
    Pronoun,

    /// <summary>A state by name, metonym or through its government, forces, delegation.</summary>
    State,

    /// <summary>An adjective or demonym of a state.</summary>
    Nationality,

    /// <summary>An organisation of states.</summary>
    Organisation,

    /// <summary>A body of a state.</summary>
    Body,

    /// <summary>An armed or political group.</summary>
    Group,

    /// <summary>A place that cannot act.</summary>
    Place,

    /// <summary>A residence, base, hall.</summary>
    Venue,

    /// <summary>An order or medal.</summary>
    Honour,

    /// <summary>A named exercise.</summary>
    Exercise,

    /// <summary>A named summit or forum.</summary>
    Summit,

    /// <summary>A newspaper, agency, broadcaster.</summary>
    Outlet,

    /// <summary>A kind of document.</summary>
    Document,

    /// <summary>A capitalised name that no table knows.</summary>
    Unknown,
}

/// <summary>A stretch of tokens that refers to somebody or something.</summary>
public sealed class Mention
{
    /// <summary>First token.</summary>
    public required int First { get; set; }

    /// <summary>First token behind.</summary>
    public required int End { get; set; }

    /// <summary>How it refers.</summary>
    public required MentionKind Kind { get; set; }

    /// <summary>Row in the knowledge pack, by kind, or -1.</summary>
    public int Row { get; set; } = -1;

    /// <summary>State (row in the pack) that the mention names or belongs to, or -1. A capital has its state here.</summary>
    public int State { get; set; } = -1;

    /// <summary>Organisation (row) that a person acts for, or -1.</summary>
    public int Organisation { get; set; } = -1;

    /// <summary>Venue row, or -1: a residence may also name who sits in it.</summary>
    public int Venue { get; set; } = -1;

    /// <summary>Place row, or -1.</summary>
    public int Place { get; set; } = -1;

    /// <summary>Office id, or null.</summary>
    public string? Office { get; set; }

    /// <summary>First token of the name itself, without office; -1 where there is none.</summary>
    public int NameFirst { get; set; } = -1;

    /// <summary>First token behind the name.</summary>
    public int NameEnd { get; set; } = -1;

    /// <summary>"former", "ex-".</summary>
    public bool Former { get; set; }

    /// <summary>Name is a surname or short form that needs an introduction in the article or a title.</summary>
    public bool Weak { get; set; }

    /// <summary>States listed with a plural: "the presidents of X and Y".</summary>
    public List<int>? States { get; set; }

    /// <summary>Names a capital or metonym that may act or be a place.</summary>
    public bool Metonym { get; set; }

    /// <summary>The word is a plural.</summary>
    public bool Plural { get; set; }

    /// <summary>Counted: "two", "both", "three".</summary>
    public bool Several { get; set; }

    /// <summary>Named as the counterpart of somebody: has that person's office.</summary>
    public bool CounterpartOf { get; set; }

    /// <summary>Persons named behind a plural: "the ministers of X and Y, A and B".</summary>
    public List<Mention> Named { get; } = [];

    /// <summary>Whom it refers to, once resolved.</summary>
    public List<Entity> Entities { get; } = [];

    /// <summary>Candidates of the pack (range of rows), for resolution that waits.</summary>
    public Knowledge.NameMatch Match { get; set; }
}
