using Chancery.Reading.Actors;
using Chancery.Reading.Frames;
using Chancery.Reading.Knowledge;
using Chancery.Reading.Times;

namespace Chancery.Reading.Events;

/// <summary>Ties what belongs together: talks to their visit, signings to the talks; parts take day and place from the whole where they say none.</summary>
internal sealed class EventLinker(DraftMerger merger, KnowledgePack pack, bool dated)
{
    private const int StaySlack = 3;

    public void Link(List<EventDraft> events)
    {
        foreach (var visit in events.Where(e => e.Type == "visit" && e.Place is null && e.Venue is null)) PlaceByCompany(visit, events);
        foreach (var part in events)
            foreach (var type in part.Frame.PartOf)
                if (part.PartOf is null && Whole(part, type, events) is { } whole) part.PartOf = whole;
        foreach (var part in events.Where(e => e.PartOf is not null)) Inherit(part, part.PartOf!);
        foreach (var visit in events.Where(e => e.Type == "visit"))
        {
            if (visit.Time is null) DateByParts(visit, events);
            AddHosts(visit, events);
        }
    }

    // "China and Rwanda signed documents during Xi's visit": the visit is to the other side of what went on during it.
    private void PlaceByCompany(EventDraft visit, List<EventDraft> events)
    {
        var own = visit.Participants.Where(p => p.Role == "visitor").Select(p => DraftMerger.Side(p.Who)).ToHashSet();
        if (own.Count != 1 || visit.Participants.Any(p => p.Role == "host")) return;
        foreach (var other in events)
        {
            if (other == visit || other.Sentence != visit.Sentence || other.Type == "visit") continue;
            var sides = other.Participants.Where(p => p.Who.Country is not null).Select(p => p.Who).DistinctBy(w => w.Country).ToList();
            if (sides.Count != 2 || !sides.Exists(w => own.Contains(w.Country))) continue;
            visit.Participants.Add(("host", sides.First(w => !own.Contains(w.Country))));
            return;
        }
    }

    private EventDraft? Whole(EventDraft part, string type, List<EventDraft> events)
    {
        EventDraft? best = null;
        var bestScore = 0;
        foreach (var whole in events)
        {
            if (whole == part || whole.Type != type || whole.Background && part.Time is null) continue;
            var score = Fit(part, whole);
            if (score > bestScore) (best, bestScore) = (whole, score);
        }
        return best;
    }

    private int Fit(EventDraft part, EventDraft whole)
    {
        bool Done(EventDraft d) => d.Factual.Status is Factuality.Occurred or Factuality.Ongoing;
        if (part.Time?.Value is { } p && whole.Time?.Value is { } w && (p.Start > LastDay(whole, w) || w.Start > (p.End ?? p.Start))) return 0;
        if (Done(part) && whole.Factual.Status == Factuality.Planned && !whole.Factual.Open) return 0;
        // "… are to be signed during the visit. In 2016 he paid a visit to …": what is done and told behind a plan is no whole of it.
        if (part.Factual.Status == Factuality.Planned && whole.Factual.Status == Factuality.Occurred && whole.Sentence > part.Sentence) return 0;
        var partCountry = part.Place is { } place && part.PlaceIsOwn ? merger.Country(place) : part.Venue is { } venue ? merger.Country(venue) : null;
        // A guest is where his host is at home.
        if (part.Frame.AbroadOnly && part.Place is null) partCountry ??= part.Participants.Find(p => p.Role == "host").Who?.Country;
        var wholeCountry = whole.Place is { } where ? merger.Country(where) : null;
        if (partCountry is not null && wholeCountry is not null && partCountry != wholeCountry) return 0;
        var sides = part.Participants.Select(x => DraftMerger.Side(x.Who)).Where(s => s is not null).ToHashSet();
        var visitors = whole.Participants.Where(x => x.Role is "visitor" or "participant").Select(x => x.Who).ToList();
        var persons = visitors.Count(v => part.Participants.Any(x => x.Who == v));
        var states = visitors.Count(v => sides.Contains(DraftMerger.Side(v)));
        if (persons == 0 && states == 0) return 0;
        // What is told without a day belongs to no stay of others that is told only behind it.
        if (persons == 0 && part.Time is null && whole.Type == "visit" && whole.Sentence > part.Sentence + 1) return 0;
        // A state or official visit is an occasion of its own, whatever meets there meanwhile.
        if (part.Frame.AbroadOnly && part.Subtype is not null) return 0;
        // What has no day of its own belongs to a whole that is told close by.
        if ((part.Time is null || whole.Time is null) && Distance(part, whole) > 6) return 0;
        // Without a place of its own, the part must know the host's side or stand close by.
        var hosted = wholeCountry is not null && (sides.Contains(wholeCountry) || partCountry == wholeCountry);
        // "In the morning he laid a wreath": a visitor who acts alone acts where the visit is.
        hosted |= part.Frame.PlaceCounts && partCountry is null && wholeCountry is not null && persons > 0 && sides.Count == 1;
        // On the margins of a gathering abroad a guest meets others than the host.
        hosted |= persons > 0 && part.Type == "talks" && partCountry is null && part.Time is not null && whole.Time is not null && part.Factual.Status is Factuality.Occurred && Done(whole) && sides.Count > 1;
        if (whole.Type == "visit" && !hosted) return 0;
        return persons * 10 + states * 4 + (hosted ? 5 : 0) + Math.Max(0, 5 - Math.Abs(part.Sentence - whole.Sentence)) + (part.Factual.Status == whole.Factual.Status ? 2 : 0);
    }

    // Sentences between what is told of the part first and the nearest that is told of the whole.
    private static int Distance(EventDraft part, EventDraft whole) => part.Sentence < whole.Sentence ? whole.Sentence - part.Sentence : Math.Max(0, part.Sentence - Math.Max(whole.Sentence, whole.LastSentence));

    private void Inherit(EventDraft part, EventDraft whole)
    {
        if (part.Time is null && !part.Anterior && !part.Frame.NoPlace && SameStage(part, whole) && !(dated && whole.Arrival && whole.Time?.First > part.Trigger) && DayWithin(whole) is { } day)
        {
            part.Time = day;
            part.AddEvidence(day.Span, "when", day.Rule);
        }
        if (part.NoPlace) return;
        if (part.Place is null && part.Venue is null && whole.Place is { } place)
        {
            part.Place = place;
            part.AddEvidence(Span(whole, place), "where", null);
        }
    }

    // A stay of which only the first day is told may last some days more.
    private static DateOnly? LastDay(EventDraft whole, TimeValue time)
    {
        var end = time.End ?? time.Start;
        if (whole.Type != "visit" || end is not { } day || day != time.Start || whole.Stop >= 0) return end;
        if (whole.LastTime?.Value?.Start is { } last && last > day) return last;
        return whole.Days > 0 ? day.AddDays(whole.Arrival ? whole.Days - 1 : 0) : whole.Arrival && !whole.Leaving ? day.AddDays(StaySlack) : day;
    }

    // A part of a stay of several days happened on one of them, and which is not said: in that month.
    private static TimeMention? DayWithin(EventDraft whole)
    {
        if (whole.Time is not { Value: { Start: { } start } value } time) return null;
        var end = value.End ?? start;
        if (start == end) return time;
        if (value.Precision < TimePrecision.Day || start.Month != end.Month || start.Year != end.Year) return null;
        return time.Widened(start);
    }

    // "came for a one-day visit": on the day of what went on during it.
    private static void DateByParts(EventDraft visit, List<EventDraft> events)
    {
        EventDraft? first = null;
        foreach (var part in events)
            if (part.PartOf == visit && part.Factual.Status == visit.Factual.Status && part.Time?.Value is { Precision: >= TimePrecision.Day, Start: { } start } && (first is null || start < first.Time!.Value!.Start)) first = part;
        if (first is null) return;
        (visit.Time, visit.OpenEnd) = (first.Time, true);
        visit.AddEvidence(first.Time!.Span, "when", first.Time.Rule);
    }

    private static bool SameStage(EventDraft part, EventDraft whole) =>
        part.Factual.Status == whole.Factual.Status || whole.Factual.Status is Factuality.Occurred or Factuality.Ongoing;

    private static TextSpan Span(EventDraft whole, Mention place)
    {
        foreach (var e in whole.Evidence) if (e.Field == "where") return e.Span;
        return whole.Evidence[0].Span;
    }

    // Who receives the visitor: the highest in office of those who met the visitor there; whoever waited at the airport gives way to him.
    private void AddHosts(EventDraft visit, List<EventDraft> events)
    {
        var country = visit.Place is { } place ? merger.Country(place) : null;
        var told = visit.Participants.Where(p => p.Role == "host").Select(p => p.Who).ToList();
        if (country is null || told.Count > 1) return;
        Entity? host = null;
        foreach (var part in events)
        {
            if (part.PartOf != visit) continue;
            foreach (var (_, who) in part.Participants)
                if (who.Kind == EntityKind.Person && who.Country == country && !visit.Participants.Any(p => p.Who == who && p.Role != "host") && (host is null || Rank(who) < Rank(host))) host = who;
        }
        if (host is null || told.Count == 1 && (told[0] == host || told[0].Kind != EntityKind.Person || Rank(told[0]) <= Rank(host) || events.Exists(e => e.PartOf == visit && e.Participants.Exists(p => p.Who == told[0])))) return;
        visit.Participants.RemoveAll(p => p.Role == "host");
        visit.Participants.Add(("host", host));
    }

    private int Rank(Entity who) => who.Office is { } office && pack.OfficeIndex(office) is >= 0 and var row ? pack.Office(row).Rank : 9;

    /// <summary>A visit or an organisation's summit whose host nobody names has the state of its place for a host.</summary>
    public void AddHostStates(List<EventDraft> events, Func<int, Entity> stateEntity)
    {
        foreach (var visit in events)
        {
            if (visit.Type is not ("visit" or "summit") || visit.Participants.Any(p => p.Role == "host")) continue;
            if (visit.Type == "summit" && !visit.Participants.Any(p => p.Role == "organiser" && p.Who.Kind == EntityKind.Organisation)) continue;
            var country = visit.Place is { } place ? merger.Country(place) : visit.Venue is { } venue ? merger.Country(venue) : null;
            if (country is not null && pack.ByIso3(country) is { } state && !visit.Participants.Any(p => DraftMerger.Side(p.Who) == country)) visit.Participants.Add(("host", stateEntity(state.Index)));
        }
    }
}
