namespace Chancery.Reading.Lexicons;

/// <summary>A word of a language's pack with its inflected forms.</summary>
/// <param name="Index">Index in the lexicon.</param>
/// <param name="Lemma">Dictionary form, lower-case.</param>
/// <param name="IsVerb">Verb, else any other part of speech.</param>
public sealed record Lexeme(int Index, string Lemma, bool IsVerb)
{
    /// <summary>Classes of <c>classes.tsv</c> that the word belongs to.</summary>
    public WordClass Classes { get; internal set; }

    /// <summary>Hash of the lemma and its kind.</summary>
    internal uint Key { get; } = Frames.TriggerView.Hash(Lemma) << 1 | (IsVerb ? 1u : 0);

    /// <summary>Particle of a phrasal verb ("off" of "call off"), or null.</summary>
    public string? Particle { get; init; }
}

/// <summary>Form of a lexeme that a surface may be.</summary>
public enum FormKind : byte
{
    /// <summary>Dictionary form.</summary>
    Base, Present, Past, Gerund, Plural,
}

/// <summary>One reading of a surface form.</summary>
/// <param name="Lexeme">Index in the lexicon.</param>
/// <param name="Form">Which form it is.</param>
/// <param name="IsVerb">Verb or not.</param>
public readonly record struct FormReading(int Lexeme, FormKind Form, bool IsVerb);

/// <summary>What a word does for status, attribution and coreference; a language lists its words for each in <c>classes.tsv</c>.</summary>
[Flags]
public enum WordClass : long
{
    /// <summary>No class.</summary>
    None = 0,

    /// <summary>Makes what follows a plan: will, plan, schedule, expect.</summary>
    Planned = 1L << 0,

    /// <summary>Makes what follows a wish, demand or mere possibility: want, urge, could, if.</summary>
    Unreal = 1L << 1,

    /// <summary>Makes what follows cancelled.</summary>
    Cancelled = 1L << 2,

    /// <summary>Makes what follows postponed.</summary>
    Postponed = 1L << 3,

    /// <summary>Makes what follows denied.</summary>
    Denied = 1L << 4,

    /// <summary>Attributes: say, announce, report.</summary>
    Speech = 1L << 5,

    /// <summary>guest, visitor: who is abroad, where "host" is who is at home.</summary>
    Guest = 1L << 6,

    /// <summary>Begins, ends or takes place: its subject or object is the event.</summary>
    Aspect = 1L << 7,

    /// <summary>Negates: not, no, never.</summary>
    Negation = 1L << 8,

    /// <summary>Opens a condition: if, unless, whether.</summary>
    Condition = 1L << 9,

    /// <summary>Adjective of a thing to come: upcoming, forthcoming.</summary>
    Coming = 1L << 10,

    /// <summary>Adjective of a thing done: recent, previous.</summary>
    Gone = 1L << 11,

    /// <summary>Preposition that puts its object later than the clause: ahead of, before.</summary>
    Before = 1L << 12,

    /// <summary>Preposition that puts its object earlier than or within the clause: after, following, during.</summary>
    After = 1L << 13,

    /// <summary>Noun that stands for whom it belongs to: delegation, team, representatives.</summary>
    Delegation = 1L << 14,

    /// <summary>No longer in office: former, ex-, late.</summary>
    Former = 1L << 15,

    /// <summary>Pronoun for a man.</summary>
    He = 1L << 16,

    /// <summary>Pronoun for a woman.</summary>
    She = 1L << 17,

    /// <summary>Pronoun for several.</summary>
    They = 1L << 18,

    /// <summary>Counterpart: the holder of the same office elsewhere.</summary>
    Counterpart = 1L << 19,

    /// <summary>Sides, parties, countries: "both sides".</summary>
    Side = 1L << 20,

    /// <summary>Two, both.</summary>
    Two = 1L << 21,

    /// <summary>Particles inside names: al, bin, van, de.</summary>
    NameParticle = 1L << 22,

    /// <summary>Titles before a name that say nothing of an office: Mr., Dr., Gen.</summary>
    Courtesy = 1L << 23,

    /// <summary>Joins items of a list: and, as well as.</summary>
    And = 1L << 24,

    /// <summary>Says a place again without its name: country, kingdom, here, there.</summary>
    Whereabouts = 1L << 25,

    /// <summary>Wishes as a noun that heads an event: proposal, invitation, hope, possibility.</summary>
    UnrealNoun = 1L << 26,

    /// <summary>Tells what came after: then, later.</summary>
    Next = 1L << 27,

    /// <summary>Modal of duty and wish: should, must, would, may.</summary>
    Modal = 1L << 28,

    /// <summary>Attributing preposition: according to, citing.</summary>
    AccordingTo = 1L << 29,

    /// <summary>A country's leader or minister named by a general word: leader, head of state.</summary>
    Leader = 1L << 30,

    /// <summary>Article or demonstrative that points back: the, this.</summary>
    Definite = 1L << 31,

    /// <summary>Preposition of place: in, at.</summary>
    In = 1L << 32,

    /// <summary>Form of be.</summary>
    Be = 1L << 33,

    /// <summary>Form of have.</summary>
    Have = 1L << 34,

    /// <summary>Infinitive mark.</summary>
    To = 1L << 35,

    /// <summary>Several persons in one word: the pair, the duo.</summary>
    Duo = 1L << 36,

    /// <summary>Reflexive and reciprocal objects: each other, one another.</summary>
    EachOther = 1L << 37,

    /// <summary>Relative pronouns: who, which, that.</summary>
    Relative = 1L << 38,

    /// <summary>Acts on order of a state without being one: forces, troops, jets.</summary>
    Forces = 1L << 39,

    /// <summary>Mark of the possessor: 's.</summary>
    Possessive = 1L << 40,

    /// <summary>Joins an office to whose it is: of, for, to.</summary>
    Of = 1L << 41,

    /// <summary>Stands between a state and an office without changing them: current, new, visiting, newly.</summary>
    OfficeFiller = 1L << 42,

    /// <summary>Spells out a number: two, both, three.</summary>
    Several = 1L << 43,

    /// <summary>Government of a state, said in other words: government, authorities, regime.</summary>
    Government = 1L << 44,

    /// <summary>Preposition of the partner: with, alongside.</summary>
    With = 1L << 45,

    /// <summary>Stands for the organisation spoken of: the alliance, the bloc.</summary>
    Bloc = 1L << 46,

    /// <summary>Takes a subject of talks as object: discuss, focus on.</summary>
    TopicVerb = 1L << 47,

    /// <summary>Stands for the subjects of talks: agenda, topics.</summary>
    TopicNoun = 1L << 48,

    /// <summary>Preposition before a subject of talks: on, about, concerning.</summary>
    About = 1L << 49,

    /// <summary>Noun too general to be a subject itself: cooperation, issues, spheres.</summary>
    GeneralNoun = 1L << 50,

    /// <summary>Adjective too general to be a subject: bilateral, various.</summary>
    GeneralWord = 1L << 51,

    /// <summary>Class of an order: class, degree, grade.</summary>
    HonourClass = 1L << 52,

    /// <summary>capital: with a state before or behind it, the city.</summary>
    Capital = 1L << 54,

    /// <summary>host, guest: the other person of a meeting.</summary>
    Other = 1L << 55,

    /// <summary>I, we, you: a speaker or listener that the text does not name.</summary>
    Speaker = 1L << 56,

    /// <summary>Persons counted without their office: "the two men".</summary>
    Pair = 1L << 57,

    /// <summary>One by one: separately, in turn.</summary>
    Separately = 1L << 58,

    /// <summary>Preposition whose time bounds an event and does not date it: since, until, before.</summary>
    Bound = 1L << 59,

    /// <summary>Joins a noun to what it belongs to: of.</summary>
    Genitive = 1L << 60,

    /// <summary>day: what the length of a stay is counted in.</summary>
    Day = 1L << 61,

    /// <summary>Pronoun for a state, body or organisation.</summary>
    It = 1L << 62,

    /// <summary>"when" at the head of a clause: what it tells happened at the time just named.</summary>
    When = 1L << 63,

    /// <summary>anniversary, jubilee.</summary>
    Anniversary = 1L << 53,
}
