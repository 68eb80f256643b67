using Chancery.Reading.Actors;
using Chancery.Reading.Frames;
using Chancery.Reading.Times;

namespace Chancery.Reading.Events;

/// <summary>An event as it takes shape while an article is read: from one trigger at first, from several after merging.</summary>
internal sealed class EventDraft
{
    public required FrameDefinition Frame { get; init; }

    public required string Rule { get; init; }

    /// <summary>Token of the first trigger.</summary>
    public required int Trigger { get; init; }

    public required int Sentence { get; init; }

    public required Factual Factual { get; set; }

    public string? Subtype { get; set; }

    public string? Mode { get; set; }

    /// <summary>PLOVER root, mode and contexts: those of the pattern, else of the frame.</summary>
    public required PloverMapping Plover { get; init; }

    /// <summary>Fewest sides: the pattern's word, else the frame's. The mildest of what was joined.</summary>
    public required int MinimumSides { get; set; }

    public double Confidence { get; set; }

    public List<(string Role, Entity Who)> Participants { get; } = [];

    /// <summary>Where it happens: mention of a place, venue or state; null where the text does not say.</summary>
    public Mention? Place { get; set; }

    public Mention? Venue { get; set; }

    /// <summary>The place was found in a slot of the trigger, not merely nearby.</summary>
    public bool PlaceIsOwn { get; set; }

    /// <summary>Code of the state in which it happened though nobody names a place: the home of who received the others.</summary>
    public string? Home { get; set; }

    public TimeMention? Time { get; set; }

    /// <summary>The time hangs on the trigger itself ("the fighting of September 2022").</summary>
    public bool TimeHangs { get; set; }

    /// <summary>The time hangs on the trigger or its clause, not merely stands in the sentence.</summary>
    public bool TimeIsOwn { get; set; }

    public List<string> Topics { get; } = [];

    public List<Reports.Instrument> Instruments { get; } = [];

    public Reports.Honour? Honour { get; set; }

    public Reports.Anniversary? Anniversary { get; set; }

    public string? Name { get; set; }

    public List<Reports.Attribution> Attribution { get; } = [];

    /// <summary>Tokens of the documents, honours or exercises that the trigger acts on.</summary>
    public List<int> Things { get; } = [];

    public List<DraftEvidence> Evidence { get; } = [];

    /// <summary>The trigger noun points back ("the visit", "these talks"), so that it may be an earlier event said again.</summary>
    public bool Definite { get; set; }

    /// <summary>Day or month, ISO 8601, that follows from the publication alone; null where the text dates the event.</summary>
    public string? PublicationStart { get; set; }

    /// <summary>The day on which somebody says that it happened; null where none is named.</summary>
    public TimeMention? SaidOn { get; set; }

    /// <summary>Further places that the trigger names beside the first ("to Jerusalem, Ramallah, Cairo").</summary>
    public List<Mention> MorePlaces { get; } = [];

    /// <summary>A verb says that it is held, begins, follows: the noun is no mere mention.</summary>
    public bool Held { get; set; }

    /// <summary>The text says whose it is, only not by a name that is known ("a meeting of Ukraine's backers"), or the trigger is part of a title.</summary>
    public bool OfOthers { get; set; }

    /// <summary>Not the one told so far: "the next summit", "a second meeting".</summary>
    public bool Another { get; set; }

    /// <summary>One of several that a sentence tells of at once: not the meeting of all of them.</summary>
    public bool Apart { get; set; }

    /// <summary>They talked, perhaps by telephone, if a call has just been told.</summary>
    public bool OrCall { get; set; }

    /// <summary>An organisation's ministers meet: one party is enough.</summary>
    public bool AmongThemselves { get; set; }

    /// <summary>Told in the perfect: lies before what the article tells.</summary>
    public bool Anterior { get; set; }

    /// <summary>Which day of the stay its time is, as the text says ("on the second day of his visit"), or 0.</summary>
    public int DayOfStay { get; set; }

    /// <summary>The day that is known is one of its stay, so that its end is not.</summary>
    public bool OpenEnd { get; set; }

    /// <summary>Over on the day on which it begins, whatever its frame.</summary>
    public bool Brief { get; set; }

    /// <summary>Only spoken of: the object of words or part of another phrase, so that the day of the report is not its day.</summary>
    public bool SpokenOf { get; set; }

    /// <summary>Told in a relative clause, beside the story: its day is not that of what follows.</summary>
    public bool Aside { get; set; }

    /// <summary>Its sentence names times, but none that is its own.</summary>
    public bool OthersTimes { get; set; }

    /// <summary>Fewer participants than the frame asks: good only as more evidence for another event.</summary>
    public bool Incomplete { get; set; }

    /// <summary>Length of the stay in days as the text says ("two-day"), or 0.</summary>
    public int Days { get; set; }

    /// <summary>The trigger tells of an arrival or a beginning, so that its day is the first.</summary>
    public bool Arrival { get; set; }

    /// <summary>A role that a state fills where nobody is named: whose order was conferred.</summary>
    public (string Role, string Country)? ImpliedState { get; set; }

    /// <summary>Somebody acts whom no state stands behind: a company's people sign.</summary>
    public bool ByStrangers { get; set; }

    /// <summary>The day told is the last of the stay: "returned from Brussels on Friday".</summary>
    public bool Leaving { get; set; }

    /// <summary>Day of leaving, where another is that of arrival.</summary>
    public TimeMention? LastTime { get; set; }

    /// <summary>Happens where the article is set, if it names no place: "flew in on Sunday".</summary>
    public bool AtScene { get; set; }

    /// <summary>An earlier event of which only the year is told beside the present one: "his first visit since 2019".</summary>
    public bool Background { get; set; }

    /// <summary>The body that sat, by its name: "the 14th session of the Intergovernmental Commission".</summary>
    public string? Forum { get; set; }

    /// <summary>The kind of occasion as its pattern says, or null.</summary>
    public string? Occasion { get; set; }

    /// <summary>A line of a programme: "10:00 Meeting with the foreign minister".</summary>
    public bool Programme { get; set; }

    /// <summary>What one travels for, without a word on with whom: "will travel to Washington for talks".</summary>
    public bool AtGoal { get; set; }

    /// <summary>Told as what came next or besides: "afterwards", "followed by", "in the afternoon", "also".</summary>
    public bool Sequel { get; set; }

    /// <summary>Verb over the trigger noun, or -1.</summary>
    public int Governor { get; set; } = -1;

    /// <summary>Where the visitor comes from: "arrived in Moscow from Berlin".</summary>
    public Mention? Origin { get; set; }

    /// <summary>A journey to several states that are not named with it ("a tour of five countries"): no visit of its own, and none of its stops.</summary>
    public bool IsTour { get; set; }

    /// <summary>Last sentence that speaks of it.</summary>
    public int LastSentence { get; set; }

    /// <summary>A role that the state of the place fills where nobody else does.</summary>
    public string? PlaceRole { get; set; }

    /// <summary>A role that goes to the state or states the article is about where nobody else fills it.</summary>
    public string? PairRole { get; set; }

    /// <summary>A role each of whose members has an event of its own.</summary>
    public string? Each { get; set; }

    public EventDraft? PartOf { get; set; }

    public string Type => Frame.Type;

    /// <summary>Says what was just told: "met him on Friday, the first meeting of the two in five years".</summary>
    public bool Apposed { get; set; }

    /// <summary>Done by a paper ("signed a decree awarding …"): where that was signed, nobody says.</summary>
    public bool OnPaper { get; set; }

    /// <summary>Told by a noun ("his trip"), not by a verb.</summary>
    public bool ByNoun { get; set; }

    /// <summary>Happens nowhere in particular.</summary>
    public bool NoPlace => Frame.NoPlace || OnPaper;

    /// <summary>The same event at another place: one stop of a tour. Only the first stop begins when the tour does.</summary>
    public EventDraft Elsewhere(Mention place)
    {
        var other = new EventDraft
        {
            Frame = Frame, Rule = Rule, Trigger = Trigger, Sentence = Sentence, Factual = Factual, Subtype = Subtype, Occasion = Occasion, Mode = Mode, Plover = Plover, MinimumSides = MinimumSides, Confidence = Confidence,
            Place = place, PlaceIsOwn = true, Time = Time, TimeIsOwn = TimeIsOwn, Definite = Definite, Anterior = Anterior, Brief = Brief, SpokenOf = SpokenOf, Stop = 1, Arrival = Arrival,
        };
        other.Participants.AddRange(Participants);
        other.Topics.AddRange(Topics);
        other.Attribution.AddRange(Attribution);
        foreach (var e in Evidence) if (e.Field != "where") other.AddEvidence(e.Span, e.Field, e.Rule);
        return other;
    }

    /// <summary>Who fills the subject: the one party that meets the others in turn.</summary>
    public HashSet<Entity> Subjects { get; } = [];

    /// <summary>The same event with one of the other parties alone.</summary>
    public EventDraft With(Entity other)
    {
        var one = new EventDraft
        {
            Frame = Frame, Rule = Rule, Trigger = Trigger, Sentence = Sentence, Factual = Factual, Subtype = Subtype, Occasion = Occasion, Mode = Mode, Plover = Plover, MinimumSides = MinimumSides, Confidence = Confidence,
            Place = Place, PlaceIsOwn = PlaceIsOwn, Venue = Venue, Time = Time, TimeIsOwn = TimeIsOwn, Definite = Definite, Anterior = Anterior, Brief = Brief, SpokenOf = SpokenOf,
        };
        (one.LastSentence, one.Apart, one.OthersTimes, one.TimeHangs, one.SaidOn) = (LastSentence, true, OthersTimes, TimeHangs, SaidOn);
        one.Instruments.AddRange(Instruments);
        one.Things.AddRange(Things);
        one.Subjects.UnionWith(Subjects);
        one.Participants.AddRange(Participants.Where(p => p.Who == other || Subjects.Contains(p.Who)));
        one.Topics.AddRange(Topics);
        one.Attribution.AddRange(Attribution);
        foreach (var e in Evidence) one.AddEvidence(e.Span, e.Field, e.Rule);
        return one;
    }

    /// <summary>-1: no tour; 0: first stop; 1: a later stop.</summary>
    public int Stop { get; set; } = -1;

    public void AddParticipant(string role, Entity who)
    {
        foreach (var (r, w) in Participants) if (w == who && (r == role || r is not null)) return;
        Participants.Add((role, who));
    }

    public void AddEvidence(TextSpan span, string field, string? rule)
    {
        foreach (var e in Evidence) if (e.Span == span && e.Field == field) return;
        Evidence.Add(new DraftEvidence(span, field, rule));
    }
}

/// <summary>A slice that says something of an event.</summary>
internal readonly record struct DraftEvidence(TextSpan Span, string Field, string? Rule);
