using System.Collections.Immutable;

namespace Chancery.Reading.Frames;

/// <summary>A type of event, free of language: a file of <c>data/frames/</c>.</summary>
public sealed record FrameDefinition
{
    /// <summary>Type of the contract.</summary>
    public required string Type { get; set; }

    /// <summary>PLOVER root, mode, contexts.</summary>
    public required PloverMapping Plover { get; set; }

    /// <summary>Roles in order, each with the kinds of actors that may fill it.</summary>
    public required ImmutableArray<RoleDefinition> Roles { get; set; }

    /// <summary>Fewest participants.</summary>
    public int MinimumActors { get; set; } = 1;

    /// <summary>Fewest different states or organisations among participants, the place's country counted where <see cref="PlaceCounts"/>.</summary>
    public int MinimumSides { get; set; } = 1;

    /// <summary>Where the place is not told, and one of those who meet is at home where the text was written, it happened there.</summary>
    public bool AtHome { get; set; }

    /// <summary>Whether the country of the place is a side.</summary>
    public bool PlaceCounts { get; set; }

    /// <summary>The place must lie in another country than that of every visitor.</summary>
    public bool AbroadOnly { get; set; }

    /// <summary>Done by saying so: "is imposing", "are expelling" tell of a deed that is done.</summary>
    public bool Performed { get; set; }

    /// <summary>Calls have no place.</summary>
    public bool NoPlace { get; set; }

    /// <summary>Read in interviews and speeches too, where it has a day or place of its own; frames without it are left out there,
    /// because what speakers say in passing about states is mostly no event.</summary>
    public bool InTranscripts { get; set; }

    /// <summary>Neither a question nor a bare infinitive ("to stop Russia from bombing", "for them to withdraw") tells of such an event.</summary>
    public bool Strict { get; set; }

    /// <summary>That it did not happen is worth an entry, if somebody says so.</summary>
    public bool Deniable { get; set; }

    /// <summary>"Announced a visit" is a plan, "announced sanctions" a deed.</summary>
    public bool AnnouncedIsPlanned { get; set; }

    /// <summary>Words are cheap: such an event must have a day of its own or stand in the lead, else it is a remark in passing.</summary>
    public bool Salient { get; set; }

    /// <summary>A deed of one day: an occurred event without a date of its own takes the day of the report that it happened "today".</summary>
    public bool OneDay { get; set; }

    /// <summary>Goes on after the day on which it is told to have begun, so that this day says nothing of its end.</summary>
    public bool Lasts { get; set; }

    /// <summary>Done by speaking: what such a verb speaks of ("condemned the attack on Monday") has a day of its own.</summary>
    public bool OfWords { get; set; }

    /// <summary>What is spoken of in passing has happened: "the victims of the attack".</summary>
    public bool Presupposed { get; set; }

    /// <summary>A deed that moves a story on, so that the day the story has reached is its day; what is only said or felt about deeds is not.</summary>
    public bool InStory { get; set; }

    /// <summary>Offices whose holders fill no role here: an ambassador on the way to his post pays no visit.</summary>
    public ImmutableArray<string> NotOffices { get; set; } = [];

    /// <summary>Types that contain this one (part-of), best first.</summary>
    public ImmutableArray<string> PartOf { get; set; } = [];

    /// <summary>An organisation of states alone is enough, whatever <see cref="MinimumSides"/> ("the CSTO adopted a declaration").</summary>
    public bool OrganisationAlone { get; set; }

    /// <summary>Without sides of its own, the states that met take part ("more than twenty documents were signed" after talks of X and Y), in this role.</summary>
    public string? MetRole { get; set; }

    /// <summary>All subtypes there are; empty where any may be said. A pattern must not name another.</summary>
    public ImmutableArray<string> Subtypes { get; set; } = [];

    /// <summary>At least one participant must hold an office, or be a state, organisation or body.</summary>
    public bool OfficialOnly { get; set; } = true;
}

/// <summary>A role and who may fill it.</summary>
/// <param name="Role">Role of the contract.</param>
/// <param name="Kinds">person, state, organisation, body, group.</param>
/// <param name="Many">Whether several may fill it.</param>
public sealed record RoleDefinition(string Role, ImmutableArray<string> Kinds, bool Many = true);

/// <summary>What a frame is in PLOVER 2021.</summary>
/// <param name="Event">Root.</param>
/// <param name="Mode">Mode or null.</param>
/// <param name="Contexts">Contexts.</param>
public sealed record PloverMapping(string Event, string? Mode, ImmutableArray<string> Contexts)
{
    /// <summary>Root by the PLOVER manual where it differs from what the contract says of the type; used in the wide scope.</summary>
    public string? Manual { get; init; }

    /// <summary>Root of what is only announced, by the manual; used in the wide scope.</summary>
    public string? Intent { get; init; }
}

/// <summary>The patterns of one language for one frame: a file of <c>data/languages/&lt;code&gt;/frames/</c>.</summary>
public sealed record FramePatterns
{
    /// <summary>Type of the frame.</summary>
    public required string Frame { get; set; }

    /// <summary>The widest of the reader's scopes is needed for these patterns: <c>plover</c>; null where any will do.</summary>
    public ReaderScope? Scope { get; set; }

    /// <summary>Modifiers of a trigger noun that give the subtype: word to subtype.</summary>
    public Dictionary<string, string> Subtypes { get; set; } = [];

    /// <summary>Ways to say it.</summary>
    public ImmutableArray<Pattern> Patterns { get; set; } = [];
}

/// <summary>One way to say an event: a trigger and where its roles stand in the syntax. A property more is a line more in <see cref="FrameFile"/>.</summary>
public sealed record Pattern
{
    /// <summary>Stable id, shown by <c>explain</c>.</summary>
    public required string Id { get; set; }

    /// <summary>Trigger verbs by lemma; a particle follows after a space ("call off").</summary>
    public ImmutableArray<string> Verbs { get; set; } = [];

    /// <summary>Trigger nouns by lemma.</summary>
    public ImmutableArray<string> Nouns { get; set; } = [];

    /// <summary>Verbs whose subject takes part when the noun is their object ("paid a visit").</summary>
    public ImmutableArray<string> Support { get; set; } = [];

    /// <summary>Prepositions before the noun that make the clause's subject take part ("arrived for talks", "during a visit").</summary>
    public ImmutableArray<string> Via { get; set; } = [];

    /// <summary>Role (or "place", "origin", "topic", "thing") to slots, separated by "|", best first: subject, object, indirect, possessor, modifier, agent, complement (the clause or infinitive that the trigger governs),
    /// above (the verb whose content the trigger's clause is), or a preposition. A second name behind a point looks inside the first: "object.possessor", "complement.with", "on.of".</summary>
    /// <remarks>In the order of the file: an immutable dictionary would come in an order that differs from process to process.</remarks>
    public Dictionary<string, string> Roles { get; set; } = [];

    /// <summary>Roles without which the pattern does not hold.</summary>
    public ImmutableArray<string> Need { get; set; } = [];

    /// <summary>The object (or a preposition's noun, as "to:signature") must be one of these lemmas.</summary>
    public ImmutableArray<string> Things { get; set; } = [];

    /// <summary>A role that, left open, goes to the other side last spoken of in this sentence or the two before.</summary>
    public string? FromContext { get; set; }

    /// <summary>Modifiers of which the thing must have one ("joint" of a statement).</summary>
    public ImmutableArray<string> ThingWith { get; set; } = [];

    /// <summary>Fewest sides for this pattern, where it differs from the frame's.</summary>
    public int? MinimumSides { get; set; }

    /// <summary>The thing may also be a mention of this kind: document, honour, exercise, summit.</summary>
    public string? ThingKind { get; set; }

    /// <summary>Kinds of documents that are no such thing ("signed a decree").</summary>
    public ImmutableArray<string> NotKinds { get; set; } = [];

    /// <summary>The thing may be a pronoun for a document named in this sentence or the two before: "They signed it".</summary>
    public bool Again { get; set; }

    /// <summary>Slots in which the thing is looked for.</summary>
    public string ThingIn { get; set; } = "object";

    /// <summary>The pattern fails where the noun or object has one of these modifiers or is one of these words.</summary>
    public ImmutableArray<string> Not { get; set; } = [];

    /// <summary>Nouns under which the trigger noun tells of nothing whole: "the second leg of the visit".</summary>
    public ImmutableArray<string> NotUnder { get; set; } = [];

    /// <summary>Modifiers of which the trigger noun must have one.</summary>
    public ImmutableArray<string> With { get; set; } = [];

    /// <summary>Offices (ids of <c>offices.tsv</c>) whose holder is a thing too: ambassador, special-envoy.</summary>
    public ImmutableArray<string> Offices { get; set; } = [];

    /// <summary>Kinds of <c>documents.tsv</c> of which a thing that is a document must be one; empty: any.</summary>
    public ImmutableArray<string> Kinds { get; set; } = [];

    /// <summary>Lemmas that the thing or its modifiers must not be: "trade" before "relations".</summary>
    public ImmutableArray<string> NotThings { get; set; } = [];

    /// <summary>Lemmas that are things only within a capitalised name: "the Order of the Nile", "the Great Honor".</summary>
    public ImmutableArray<string> NamedThings { get; set; } = [];

    /// <summary>Only the leaders of an organisation fill its roles: "EU leaders", not "EU ministers".</summary>
    public bool Leaders { get; set; }

    /// <summary>Words that make the sentence tell of something else: match, league, tournament.</summary>
    public ImmutableArray<string> NotIn { get; set; } = [];

    /// <summary>A noun with a name of its own before it is something else: "the APEC summit".</summary>
    public bool Unnamed { get; set; }

    /// <summary>The trigger must be part of a capitalised name: "the Munich Security <em>Conference</em>".</summary>
    public bool Named { get; set; }

    /// <summary>Kinds of participants of which there must be one each: state, organisation.</summary>
    public ImmutableArray<string> NeedKinds { get; set; } = [];

    /// <summary>Nouns above the trigger whose verb lends its subject: "signed a <em>decree</em> awarding".</summary>
    public ImmutableArray<string> Over { get; set; } = [];

    /// <summary>Verbs that must not be what the trigger is done to do: "agreed to <em>continue</em>".</summary>
    public ImmutableArray<string> NotTo { get; set; } = [];

    /// <summary>The trigger must have an infinitive, a clause or a phrase with "on" or "to".</summary>
    public bool Complement { get; set; }

    /// <summary>Words of which one must stand within twelve tokens behind the trigger: "ordered the envoy to <em>leave</em>".</summary>
    public ImmutableArray<string> Beside { get; set; } = [];

    /// <summary>"active" or "passive": the pattern holds in this voice alone.</summary>
    public string? Voice { get; set; }

    /// <summary>A role that whoever says so fills where nobody else does: "were declared personae non gratae, the ministry said".</summary>
    public string? Speaker { get; set; }

    /// <summary>A role that the state of the place fills where nobody else does.</summary>
    public string? PlaceRole { get; set; }

    /// <summary>A role that, left open, goes to the state that the article is about beside the one named ("severed relations in 1961");
    /// where nobody is named and the event has a day or place of its own, both states of an article about two fill it ("the fighting of 2022").</summary>
    public string? Pair { get; set; }

    /// <summary>The kind of occasion, where a type has several that are not each other: a welcome is no dinner.</summary>
    public string? Occasion { get; set; }

    /// <summary>A role each of whose members has an event of its own: ambassadors recalled from two states; or "place": embassies bombed in two; or "other": all but the subject, who phones one after the other.</summary>
    public string? Each { get; set; }

    /// <summary>Subtype that the pattern itself says.</summary>
    public string? Subtype { get; set; }

    /// <summary>Status that the pattern itself says, whatever the tense.</summary>
    public string? Status { get; set; }

    /// <summary>PLOVER mode that the pattern itself says.</summary>
    public string? Mode { get; set; }

    /// <summary>PLOVER root, mode and contexts of this pattern, instead of those of the frame.</summary>
    public PloverMapping? Plover { get; set; }

    /// <summary>Auxiliaries of which the trigger verb must have one ("must ensure"); what the trigger itself says of reality is then left aside.</summary>
    public ImmutableArray<string> Modal { get; set; } = [];

    /// <summary>The trigger verb must be negated with "will" or "would": what is refused ("will not attend").</summary>
    public bool Negated { get; set; }

    /// <summary>May be a call told before, said in other words: talk, conversation.</summary>
    public bool OrCall { get; set; }

    /// <summary>"actor" or "other": whose home is the place where none is told. Who receives is at home; who calls on somebody is not.</summary>
    public string? Home { get; set; }

    /// <summary>All members of one role are one list ("X and Y met"): subject alone must have two.</summary>
    public bool Mutual { get; set; }

    /// <summary>Only persons fill the roles, and the trigger takes no infinitive or clause ("called on X to …").</summary>
    public bool Persons { get; set; }

    /// <summary>The trigger verb must have no object ("headed to", not "headed the mission").</summary>
    public bool NoObject { get; set; }

    /// <summary>Happens where the article is set, if no place is named: "flew in on Sunday".</summary>
    public bool AtScene { get; set; }

    /// <summary>The day told is the last of the event: "returned from Brussels on Friday".</summary>
    public bool Leaving { get; set; }

    /// <summary>Triggered by a place with a form of be or between commas ("was in Moscow", ", in China since Sunday,"), by no word of its own.</summary>
    public bool Stay { get; set; }

    /// <summary>Over on the day on which it begins, whatever its frame: a bombing, not a war.</summary>
    public bool Brief { get; set; }

    /// <summary>Read in the narrow scope alone: who parties are is told by the context, which single sentences do not have.</summary>
    public bool Narrow { get; set; }

    /// <summary>The trigger verb must be the finite verb of its clause, alone or with auxiliaries: "discussed", not "in order to discuss".</summary>
    public bool Finite { get; set; }

    /// <summary>Share of readings of this pattern that were right on annotated text.</summary>
    public double Confidence { get; set; } = 0.8;

    /// <summary>Sentences in which it must fire; run as tests.</summary>
    public ImmutableArray<string> Examples { get; set; } = [];

    /// <summary>Sentences in which it must stay silent; run as tests.</summary>
    public ImmutableArray<string> Rejects { get; set; } = [];
}
