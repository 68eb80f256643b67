using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Chancery.Reading.Actors;
using Chancery.Reading.Frames;
using Chancery.Reading.Knowledge;
using Chancery.Reading.Reports;
using Chancery.Reading.Text;
using Chancery.Reading.Times;

namespace Chancery.Reading.Events;

/// <summary>Turns finished drafts into the reports of the contract.</summary>
internal sealed class ReportWriter(KnowledgePack pack, DraftMerger places, ReaderScope scope)
{
    public ImmutableArray<Report> Write(Document document, string documentId, List<EventDraft> events)
    {
        var codePoints = new CodePoints(document.Text);
        var ids = events.ToDictionary(e => e, e => Id(documentId, e));
        return [.. events.Select(e => Write(document, e, ids, codePoints))];
    }

    private static string Id(string documentId, EventDraft draft)
    {
        Span<byte> hash = stackalloc byte[32];
        ContentHash.Compute(Encoding.UTF8.GetBytes($"{documentId}|{draft.Type}|{draft.Trigger}"), hash);
        return "r:" + Convert.ToHexStringLower(hash[..8]);
    }

    private Report Write(Document document, EventDraft draft, Dictionary<EventDraft, string> ids, CodePoints codePoints)
    {
        var (start, end) = Dates(draft);
        return new Report
        {
            Id = ids[draft],
            Type = draft.Type,
            Subtype = draft.Subtype,
            Status = draft.Factual.Name,
            Start = start,
            End = end,
            When = When(start, end),
            Place = Place(draft),
            Participants = [.. draft.Participants.Select(p => Participant(p.Role, p.Who))],
            Topics = [.. draft.Topics],
            Name = draft.Name ?? draft.Forum,
            Instruments = [.. draft.Instruments],
            Honour = draft.Honour,
            Anniversary = draft.Anniversary,
            Attribution = [.. draft.Attribution],
            PartOf = draft.PartOf is { } whole && ids.TryGetValue(whole, out var id) ? id : null,
            Confidence = Math.Round(draft.Confidence, 2),
            Plover = new Plover(Root(draft), draft.Mode ?? draft.Plover.Mode, draft.Plover.Contexts),
            Evidence = [.. draft.Evidence.Where(e => e.Field != "where" || !draft.NoPlace).OrderBy(e => e.Field == "trigger" ? 0 : 1).ThenBy(e => e.Span.Start).Select(e => Evidence(document, e, codePoints))],
        };
    }

    // By the manual, to announce is to agree or to threaten; the contract's roots follow the type alone.
    private string Root(EventDraft draft)
    {
        if (scope != ReaderScope.Plover) return draft.Plover.Event;
        return draft.Factual.Status == Factuality.Planned && draft.Plover.Intent is { } intent ? intent : draft.Plover.Manual ?? draft.Plover.Event;
    }

    private static Evidence Evidence(Document document, DraftEvidence e, CodePoints codePoints) =>
        new(codePoints.FromUtf16(e.Span.Start), codePoints.FromUtf16(e.Span.End), document.Text[e.Span.Start..e.Span.End], e.Field, e.Rule);

    private static Participant Participant(string role, Entity who) => new(
        who.Name,
        who.Kind switch { EntityKind.Person => "person", EntityKind.State => "state", EntityKind.Organisation => "organisation", EntityKind.Body => "body", _ => "group" },
        who.ForOrganisation ? null : who.Country,
        who.Kind == EntityKind.Person && !who.Former ? who.Office : null,
        role) { Wikidata = who.Wikidata };

    // As precise as the text and no more; a deed of one day ends when it starts, the end of a stay known by its month stays open.
    private static (string? Start, string? End) Dates(EventDraft draft)
    {
        if (draft.Time?.Value is not { Start: { } start } value) return (draft.PublicationStart, draft.Frame.OneDay || draft.PublicationStart is { Length: 10 } && (!draft.Frame.Lasts || draft.Brief) && draft.Type != "visit" ? draft.PublicationStart : null);
        if (draft.Stop >= 0 && value.End is { } last && last != start) return (draft.Stop == 0 && value.Precision >= TimePrecision.Day ? Day(start) : Coarse(start, last), null);
        var end = value.End ?? start;
        if (draft.Leaving && value.Precision >= TimePrecision.Day) return (draft.Days > 1 ? Day(end.AddDays(1 - draft.Days)) : Coarse(end, end), Day(end));
        if (draft.LastTime?.Value is { Start: { } left, Precision: >= TimePrecision.Day } && left > start) return (value.Precision == TimePrecision.Day ? Day(start) : Coarse(start, start), Day(left));
        if (draft.DayOfStay > 1 && start == end) return (Day(start.AddDays(1 - draft.DayOfStay)), draft.Days > 0 ? Day(start.AddDays(draft.Days - draft.DayOfStay)) : null);
        if (value.Precision == TimePrecision.Day || start == end) return (Day(start), LastDay(draft, start, end));
        var from = Coarse(start, end);
        return (from, draft.Frame.OneDay && from is not null ? from : null);
    }

    private static string? LastDay(EventDraft draft, DateOnly start, DateOnly end)
    {
        if (draft.Frame.Lasts && !draft.Brief && end == start) return null;
        if (draft.Type != "visit" || end != start) return Day(end);
        if (draft.Days == 1 || draft.Arrival && draft.Days > 0) return Day(start.AddDays(draft.Days - 1));
        // Who is to arrive on Monday may stay longer.
        return draft.OpenEnd || draft.Factual.Status == Frames.Factuality.Ongoing || draft.Factual.Status == Frames.Factuality.Planned && draft.Arrival ? null : Day(end);
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Coarse(DateOnly start, DateOnly end)
    {
        if (start.Year == end.Year && start.Month == end.Month) return start.ToString("yyyy-MM", CultureInfo.InvariantCulture);
        return start.Year == end.Year ? start.Year.ToString("0000", CultureInfo.InvariantCulture) : null;
    }

    private static string? When(string? start, string? end) => start is null ? null : end is null || end == start ? start : $"{start}/{end}";

    // A visit whose place nobody names is in the country of its host.
    private EventPlace? HostCountry(EventDraft draft)
    {
        var home = draft.Home;
        if (draft.Type == "visit")
            foreach (var (role, who) in draft.Participants)
                if (role == "host" && who.Country is not null) { home = who.Country; break; }
        return home is not null && pack.ByIso3(home) is { } state ? new EventPlace(state.Name, null, home, Math.Round(state.Latitude, 2), Math.Round(state.Longitude, 2), "country") : null;
    }

    private EventPlace? Place(EventDraft draft)
    {
        if (draft.NoPlace) return null;
        if (draft.Place is null && draft.Venue is null) return HostCountry(draft);
        string? name = null, venue = null, country = null, precision = null;
        double? latitude = null, longitude = null;
        if (draft.Place is { } place)
        {
            country = places.Country(place);
            if (place.Place >= 0 && !(place.Kind == MentionKind.State && place.State >= 0 && !place.Metonym))
            {
                var p = pack.Place(place.Place);
                (name, latitude, longitude, precision) = (p.Name, Math.Round(p.Latitude, 4), Math.Round(p.Longitude, 4), "city");
            }
            else if (place.State >= 0)
            {
                var state = pack.State(place.State);
                (name, latitude, longitude, precision) = (state.Name, Math.Round(state.Latitude, 2), Math.Round(state.Longitude, 2), "country");
            }
        }
        if (draft.Venue is { Venue: >= 0 } v)
        {
            var row = pack.Venue(v.Venue);
            venue = row.Name;
            if (country is null || country == row.Country)
            {
                country ??= row.Country is { Length: > 0 } c ? c : null;
                if (name is null || precision == "country") name = row.City is { Length: > 0 } city ? city : name;
                (latitude, longitude, precision) = (row.Latitude, row.Longitude, "venue");
            }
        }
        return name is null && venue is null && country is null ? null : new EventPlace(name, venue, country, latitude, longitude, precision);
    }
}
