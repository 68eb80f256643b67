using Chancery.Reading.Actors;
using Chancery.Reading.Frames;
using Chancery.Reading.Knowledge;
using Chancery.Reading.Times;

namespace Chancery.Reading.Events;

/// <summary>One event of the world, one entry: joins the drafts of one article that tell of the same event and keeps apart what differs.</summary>
internal sealed class DraftMerger(KnowledgePack pack)
{
    /// <summary>Joins; the result is in the order of first triggers.</summary>
    public List<EventDraft> Merge(List<EventDraft> drafts)
    {
        var events = new List<EventDraft>();
        foreach (var draft in drafts)
        {
            EventDraft? best = null;
            var bestScore = 0;
            if (draft.Apposed && events.FindLast(e => e.Sentence == draft.Sentence && e.Type == draft.Type) is { } told)
            {
                foreach (var e in draft.Evidence) if (e.Field == "trigger") told.AddEvidence(e.Span, e.Field, e.Rule);
                continue;
            }
            for (var i = events.Count - 1; i >= 0; i--)
            {
                var score = Score(events[i], draft, events.Count - i);
                if (score > bestScore) (best, bestScore) = (events[i], score);
            }
            if (best is null) { events.Add(draft); continue; }
            Join(best, draft);
        }
        return events;
    }

    /// <summary>Joins one event, which has learnt more since, to the one of the others that it turns out to be.</summary>
    public void Absorb(List<EventDraft> events, EventDraft draft)
    {
        EventDraft? best = null;
        var bestScore = 0;
        foreach (var other in events)
        {
            if (other == draft || other.Participants.Count == 0) continue;
            var score = Score(other, draft, Math.Abs(other.Sentence - draft.Sentence));
            if (score > bestScore) (best, bestScore) = (other, score);
        }
        if (best is null) return;
        events.Remove(draft);
        Join(best, draft);
    }

    /// <summary>"They talked for half an hour", "during the conversation" after a call: the call, and no meeting beside it.</summary>
    public void FoldCalls(List<EventDraft> events)
    {
        foreach (var talk in events.FindAll(e => e.OrCall && e.Type == "talks" && e.Venue is null && !e.PlaceIsOwn))
        {
            var own = talk.Participants.Select(p => Side(p.Who)).ToHashSet();
            EventDraft? last = null;
            foreach (var e in events)
                if (e != talk && e.Type is "talks" or "call" or "visit" or "summit" && e.Trigger < talk.Trigger && talk.Sentence - e.LastSentence is >= 0 and <= 3 && (last is null || e.Trigger > last.Trigger)) last = e;
            if (last is not { Type: "call" } || !TimesMeet(last, talk) || !StatusMeets(last, talk) || !own.IsSubsetOf(last.Participants.Select(p => Side(p.Who)))) continue;
            events.Remove(talk);
            Join(last, talk);
        }
    }

    /// <summary>Joins an event to another of the list that has turned out to be the same, and takes it off the list.</summary>
    public void JoinAgain(List<EventDraft> events, EventDraft late)
    {
        var best = events.Where(e => e != late && Score(e, late, 1) > 0).MaxBy(e => Score(e, late, 1));
        if (best is null) return;
        Join(best, late);
        events.Remove(late);
    }

    // 0: another event. More: the surer the same.
    private int Score(EventDraft a, EventDraft b, int distance)
    {
        // A recall is no expulsion, the opening of an embassy not its closing.
        if (a.Type != b.Type || a.Frame.Subtypes.Length > 0 && a.Subtype != b.Subtype || a.Occasion != b.Occasion && a.Occasion is not null && b.Occasion is not null) return 0;
        // Where somebody comes from is not where he has come to.
        if (a.IsTour != b.IsTour || a.Origin is not null && a.Origin == b.Place || b.Origin is not null && b.Origin == a.Place) return 0;
        // "The first since 2019" is no other than that of 2019.
        if (a.Background != b.Background && (a.Time is null || b.Time is null)) return 0;
        // A state visit is no official one.
        if (a.Type == "visit" && a.Subtype is { } kind && b.Subtype is { } other && !kind.Contains(other, StringComparison.Ordinal) && !other.Contains(kind, StringComparison.Ordinal)) return 0;
        if (!StatusMeets(a, b) || !TimesMeet(a, b) || !PlacesMeet(a, b) || !NamesMeet(a, b)) return 0;
        if ((a.Apart || b.Apart) && a.Participants.Count > 0 && b.Participants.Count > 0 && Sides(a) != Sides(b) && Sides(a) > 1 && Sides(b) > 1) return 0;
        // "had met informally on Wednesday; on Thursday talks were held"
        if (a is { Type: "talks", Anterior: true, TimeIsOwn: true } && b is { Anterior: false, Held: true, Definite: false, TimeIsOwn: false }) return 0;
        // "arrived on Monday for a visit"; "on the way he had touched down on an island".
        if (a.AtScene && a.Place is null && b.Anterior || b.AtScene && b.Place is null && a.Anterior) return 0;
        if (SatAfter(a, b) || SignedApart(a, b) || a.Frame.AbroadOnly && (IsGuestOf(a, b) || IsGuestOf(b, a))) return 0;
        int shared = 0, conflicts = 0, guests = 0;
        foreach (var (role, who) in b.Participants)
        {
            // Whom one tells of as the doer and the other as the sufferer are two deeds.
            if (a.Participants.Any(p => p.Who == who)) { if (a.Participants.Any(p => p.Who == who && !Opposed(p.Role, role))) shared += 2; else conflicts++; continue; }
            // A summit has many guests: another guest makes no other summit.
            if (a.Type == "summit" && role != "organiser") { guests++; continue; }
            var same = a.Participants.FirstOrDefault(p => Side(p.Who) is { } s && s == Side(who) && Alike(p.Role, role));
            if (same.Who is null) { if ((Side(who) is not null || a.Type is "talks" or "call" && who.Kind == EntityKind.Person) && FullSides(a)) conflicts++; continue; }
            if (same.Who.Kind == EntityKind.Person && who.Kind == EntityKind.Person) conflicts += 2; else shared++;
        }
        if (conflicts > 0) return 0;
        var bare = a.Participants.Count == 0 || b.Participants.Count == 0;
        if (shared == 0 && guests > 0 && b.Definite && !b.Another && !b.Participants.Exists(p => p.Role == "organiser") && b.Sentence - a.LastSentence <= 8) return 15 - distance;
        if (shared == 0 && !bare) return 0;
        // A bare "the talks" is the last talks spoken of; a bare "talks" only in the same or the next sentence.
        if (bare && shared == 0)
        {
            if (a.Participants.Count == 0 && b.Participants.Count == 0 && a.Sentence != b.Sentence && !b.Definite) return 0;
            return b.Definite && b.Sentence - a.Sentence <= 4 || Math.Abs(b.Sentence - a.Sentence) <= 1 ? Math.Max(1, 10 - distance) : 0;
        }
        if (!a.TimeIsOwn && !b.TimeIsOwn || a.Time is null || b.Time is null || b.Definite) return 20 + shared * 4 - distance;
        return 20 + shared * 4 - distance;
    }

    // The presidents sign a declaration; besides, nineteen documents are signed: two signings, by persons and by states.
    private static bool SignedApart(EventDraft a, EventDraft b) =>
        a.Frame.MetRole is { } role && a.Sentence != b.Sentence && ByPersons(a, role) != ByPersons(b, role)
        && SaysWhat(a) && SaysWhat(b) && !a.Instruments.Exists(x => b.Instruments.Exists(y => x.Kind == y.Kind));

    // The ministers talk, and afterwards chair the session of a commission: two meetings.
    private static bool SatAfter(EventDraft a, EventDraft b)
    {
        if (a.Forum is { } one && b.Forum is { } other) return a.Sentence != b.Sentence && !one.Contains(other, StringComparison.OrdinalIgnoreCase) && !other.Contains(one, StringComparison.OrdinalIgnoreCase);
        return a.Forum is null && b.Forum is not null && b.Sequel && (a.Sentence != b.Sentence ? b.Governor >= 0 : a.Governor != b.Governor && a.Governor >= 0);
    }

    // Who travels in the one is at home in the other: two visits, there and back.
    private static bool IsGuestOf(EventDraft a, EventDraft b)
    {
        foreach (var (role, who) in a.Participants)
            if (role == "visitor" && Side(who) is { } side && b.Participants.Exists(p => p.Role == "host" && Side(p.Who) == side) && !b.Participants.Exists(p => p.Role == "visitor" && Side(p.Who) == side)) return true;
        return false;
    }

    // "The document" may be any.
    private static bool SaysWhat(EventDraft draft) => draft.Instruments.Exists(i => i.Kind != "other" || i.Count > 1);

    private static bool ByPersons(EventDraft draft, string role) => draft.Participants.Exists(p => p.Role == role && p.Who.Kind == EntityKind.Person);

    private static bool Opposed(string a, string b) => a is "target" or "recipient" != b is "target" or "recipient";

    private static bool Alike(string a, string b) => a == b || a is "party" or "host" or "visitor" or "signatory" && b is "party" or "host" or "visitor" or "signatory";

    private static bool FullSides(EventDraft a) => Sides(a) >= Math.Max(2, a.MinimumSides);

    private static int Sides(EventDraft a) => a.Participants.Select(p => Side(p.Who)).Where(s => s is not null).Distinct().Count();

    /// <summary>The side somebody stands on: the state, or the organisation itself.</summary>
    public static string? Side(Entity who) => who.Country ?? (who.Kind is EntityKind.Organisation or EntityKind.Group || who.ForOrganisation ? who.Name : null);

    private static bool StatusMeets(EventDraft a, EventDraft b)
    {
        if (a.Factual.Status == b.Factual.Status || a.Factual.Open || b.Factual.Open) return true;
        bool Done(EventDraft d) => d.Factual.Status is Factuality.Occurred or Factuality.Ongoing;
        bool Off(EventDraft d) => d.Factual.Status is Factuality.Cancelled or Factuality.Postponed or Factuality.Denied;
        if (Done(a) && Done(b)) return true;
        // Planned and called off are steps of one plan; planned and done only where dates agree.
        if (Off(a) || Off(b)) return !Done(a) && !Done(b);
        return a.Time is not null && b.Time is not null && (a.Type == "visit" ? TimesMeet(a, b) : Overlap(a.Time, b.Time)) || a.Participants.Count == 0 || b.Participants.Count == 0 || a.Sentence == b.Sentence || a.Time is null && b.Time is null;
    }

    // A stay is told by its first day and by what happens on the next.
    private const int StaySlack = 3;

    private static bool TimesMeet(EventDraft a, EventDraft b) => a.Time is null || b.Time is null || Overlap(a.Time, b.Time)
        || a.Type == "visit" && a.Place is not null && b.Place is not null && IsDay(a.Time) && IsDay(b.Time) && Math.Abs(a.Time.Value!.Start!.Value.DayNumber - b.Time.Value!.Start!.Value.DayNumber) <= StaySlack;

    private static bool IsDay(TimeMention time) => time.Value!.Precision >= TimePrecision.Day;

    private static bool Overlap(TimeMention a, TimeMention b) =>
        a.Value!.Start <= (b.Value!.End ?? b.Value.Start) && b.Value.Start <= (a.Value.End ?? a.Value.Start);

    private bool PlacesMeet(EventDraft a, EventDraft b)
    {
        // Who is welcomed by the president of one country is not on the visit to another.
        if (a.Type == "visit" && (HostElsewhere(a, b) || HostElsewhere(b, a))) return false;
        if (a.Place is null || b.Place is null || !a.PlaceIsOwn || !b.PlaceIsOwn) return true;
        var (x, y) = (Country(a.Place), Country(b.Place));
        if (x is not null && y is not null && x != y) return false;
        // Two cities of one country part talks, not visits.
        return a.Type == "visit" || a.Place.Kind == MentionKind.State || b.Place.Kind == MentionKind.State || a.Place.Place == b.Place.Place || a.Place.Place < 0 || b.Place.Place < 0;
    }

    private bool HostElsewhere(EventDraft visit, EventDraft welcome) =>
        welcome.Place is null && visit.Place is { } place && Country(place) is { } country && welcome.Participants.Exists(p => p.Role == "host" && p.Who.Kind == EntityKind.Person)
        && welcome.Participants.TrueForAll(p => p.Role != "host" || Side(p.Who) is { } side && side != country);

    private static bool NamesMeet(EventDraft a, EventDraft b)
    {
        if (a.Honour is not null && b.Honour is not null && a.Honour.Name != b.Honour.Name) return false;
        return a.Name is null || b.Name is null || a.Name.Contains(b.Name, StringComparison.OrdinalIgnoreCase) || b.Name.Contains(a.Name, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Country of a place mention, or null.</summary>
    public string? Country(Mention place)
    {
        if (place.Venue >= 0 && place.Kind is MentionKind.Venue or MentionKind.Body) return pack.Venue(place.Venue).Country is { Length: > 0 } c ? c : null;
        if (place.Kind is MentionKind.State && place.State >= 0 && !place.Metonym) return pack.State(place.State).Iso3;
        if (place.Place >= 0 && pack.Place(place.Place).Country is { Length: > 0 } country) return country;
        return place.State >= 0 ? pack.State(place.State).Iso3 : null;
    }

    /// <summary>Code of a state of the pack.</summary>
    public string CodeOf(int state) => pack.State(state).Iso3;

    private static void Join(EventDraft into, EventDraft from)
    {
        foreach (var (role, who) in from.Participants)
        {
            // A person takes the seat that only the state had; a state adds nothing where its person sits.
            var seat = into.Participants.FindIndex(p => p.Who != who && Side(p.Who) is { } s && s == Side(who) && Alike(p.Role, role));
            if (seat >= 0 && who.Kind == EntityKind.State) continue;
            if (seat >= 0 && into.Participants[seat].Who.Kind == EntityKind.State) into.Participants[seat] = (into.Participants[seat].Role, who);
            else if (into.Participants.Any(p => p.Who == who)) continue;
            else into.Participants.Add((role, who));
        }
        foreach (var e in from.Evidence) into.AddEvidence(e.Span, e.Field, e.Rule);
        if (into.Type == "visit" && into.Time is not null && from.Time is not null && !Overlap(into.Time, from.Time))
        {
            // The first day told is the day of arrival.
            if (into.Leaving != from.Leaving) into.LastTime = into.Leaving ? into.Time : from.Time;
            if (from.Time.Value!.Start < into.Time.Value!.Start) (into.Time, into.TimeIsOwn) = (from.Time, from.TimeIsOwn);
        }
        else if (into.Type == "visit" && Opens(into.Time, from)) (into.Time, into.TimeIsOwn) = (from.Time, true);
        else if (into.Time is null || !into.TimeIsOwn && from.TimeIsOwn || from.Time is not null && from.TimeIsOwn && Sharper(from.Time, into.Time)) (into.Time, into.TimeIsOwn, into.Stop) = (from.Time ?? into.Time, from.TimeIsOwn || into.TimeIsOwn, from.Time is null ? into.Stop : from.Stop);
        if (into.Place is null || !into.PlaceIsOwn && from.PlaceIsOwn || into.Place.Kind == MentionKind.State && from.Place is { Kind: MentionKind.Place } && from.PlaceIsOwn && !(into.Type == "visit" && IsDone(into) && from.Factual.Status == Factuality.Planned)) (into.Place, into.PlaceIsOwn) = (from.Place ?? into.Place, from.PlaceIsOwn || into.PlaceIsOwn);
        into.Leaving &= from.Leaving || from.Time is null;
        if (into.Days == 0) into.Days = from.Days;
        into.Arrival |= from.Arrival;
        into.Venue ??= from.Venue;
        into.Forum ??= from.Forum;
        into.Occasion ??= from.Occasion;
        into.Home ??= from.Home;
        into.MinimumSides = Math.Min(into.MinimumSides, from.MinimumSides);
        into.LastSentence = Math.Max(into.LastSentence, from.LastSentence);
        into.ImpliedState ??= from.ImpliedState;
        into.PlaceRole ??= from.PlaceRole;
        into.Subtype ??= from.Subtype;
        into.Mode ??= from.Mode;
        into.Honour ??= from.Honour;
        into.Anniversary ??= from.Anniversary;
        into.Name = Longer(into.Name, from.Name);
        foreach (var t in from.Topics) if (!into.Topics.Contains(t)) into.Topics.Add(t);
        foreach (var i in from.Instruments) if (!into.Instruments.Any(x => x.Kind == i.Kind)) into.Instruments.Add(i);
        // "The document was signed late on Wednesday": the one spoken of before.
        if (into.Instruments.Exists(i => i.Kind != "other")) into.Instruments.RemoveAll(i => i is { Kind: "other", Count: null or 1 });
        into.Instruments.RemoveAll(i => into.Instruments.Exists(x => x.Kind == "joint " + i.Kind));
        foreach (var a in from.Attribution) if (!into.Attribution.Any(x => x.Name == a.Name)) into.Attribution.Add(a);
        // "The exercises were presented as …" says nothing of whether they have been held.
        if (!(from.Definite && from.Participants.Count == 0 && from.Time is null && from.Factual.Status == Factuality.Occurred)) into.Factual = into.Type == "visit" && GoesOn(into, from) ? into.Factual with { Status = Factuality.Ongoing, Open = false } : into.Type == "visit" && IsDone(into) && from.Factual.Status == Factuality.Planned ? into.Factual : Stronger(into.Factual, from.Factual);
        into.OrCall &= from.OrCall;
        into.Brief |= from.Brief;
        into.SpokenOf &= from.SpokenOf;
        into.Incomplete &= from.Incomplete;
        into.Confidence = Math.Min(0.99, 1 - (1 - into.Confidence) * (1 - from.Confidence * 0.5));
    }

    // "landed on the 12th"; "the visit, on December 12 and 13": the day of arrival, and then the whole stay.
    private static bool Opens(TimeMention? arrival, EventDraft stay) =>
        arrival?.Value is { Start: { } day } first && (first.End ?? day) == day && stay.TimeIsOwn && stay.Time?.Value is { Precision: TimePrecision.Day, Start: { } start, End: { } end } && start == day && end > start;

    private static bool IsDone(EventDraft e) => e.Factual.Status is Factuality.Occurred or Factuality.Ongoing;

    private static string? Longer(string? a, string? b) => a is null ? b : b is not null && b.Length > a.Length ? b : a;

    private static bool Sharper(TimeMention a, TimeMention? b) => b is null || a.Value!.Precision > b.Value!.Precision;

    // Who flew in on Monday and is on a visit is still there.
    private static bool GoesOn(EventDraft a, EventDraft b) =>
        !a.Leaving && !b.Leaving && (a.Factual.Status == Factuality.Ongoing && b.Factual.Status == Factuality.Occurred || b.Factual.Status == Factuality.Ongoing && a.Factual.Status == Factuality.Occurred);

    private static Factual Stronger(Factual a, Factual b)
    {
        if (a.Open != b.Open) return a.Open ? b : a;
        return Weight(b) > Weight(a) ? b : a;

        static int Weight(Factual f) => f.Status switch
        {
            Factuality.Cancelled or Factuality.Postponed or Factuality.Denied => 3,
            Factuality.Occurred => 2,
            Factuality.Ongoing => 2,
            _ => 1,
        };
    }
}
