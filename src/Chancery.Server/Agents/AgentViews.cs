using Chancery.Register.Events;
using Chancery.Server.Events;
using Chancery.Server.Layout;

namespace Chancery.Server.Agents;

/// <summary>Puts what pages know into the words of agents.</summary>
internal static class AgentViews
{
    private const int MostSentences = 12;

    public static AgentEvent Event(EventSummary e) => new(e.Id, e.Title, e.Type, e.Status, e.Start, e.End, e.Place is { } place ? Words.Place(place) : null,
        [.. e.Participants.Select(p => $"{p.Name}{(p.Office is { } office ? ", " + Words.Office(office) : "")}{(p.Country is { } c && p.Kind != "state" ? $" of {Register.States.Name(c)}" : "")} ({p.Role})")],
        e.Sources, e.Disputed, e.Quote, e.QuoteSource, Addresses.Event(e.Id));

    public static WholeEvent Whole(EventPage page) => new(Event(page.Event), page.Life, page.Whole is { } whole ? Event(whole) : null, [.. page.Parts.Select(Event)],
        [.. page.Event.Instruments.Select(i => i.Title ?? $"{(i.Count is { } n ? n.ToString(System.Globalization.CultureInfo.InvariantCulture) + " " : "")}{i.Kind}")], page.Event.Topics,
        [.. page.Reports.Select(r => new AgentReport(r.Source, r.Published, r.Title, r.Url, r.Article, r.Status, r.Quote))], page.Citation);

    public static EventEvidence Evidence(EventPage page, string? field) => new(page.Event.Id, page.Event.Title,
        [.. page.Fields.Where(f => field is null || f.Field == field || f.Field.StartsWith(field + " ", StringComparison.Ordinal)).SelectMany(Values)]);

    public static Explanation Explanation(EventPage page) => new(page.Event.Id, page.Event.Title, page.Event.Status, page.Life,
        [.. page.Fields.Select(f => new ExplainedField(f.Field, f.Value, f.Rule, f.Disputed, [.. Values(f)]))], page.Judgements);

    private static IEnumerable<EvidencedValue> Values(FieldAnswer f) => f.Values.Select(v => new EvidencedValue(f.Field, v.Value, v.Chosen, v.Sources, [.. v.Claims.SelectMany(Sentences).Take(MostSentences)]));

    // A person's word has no sentence; the reason stands for it.
    private static IEnumerable<Sentence> Sentences(ClaimAnswer claim) => claim.Evidence.IsEmpty
        ? [new Sentence(claim.Source, claim.Published, claim.Why ?? "entered by hand", claim.Article, 0, 0, null)]
        : claim.Evidence.Select(e => new Sentence(claim.Source, claim.Published, $"{e.Before}**{e.Text}**{e.After}".Trim(), claim.Article, e.Start, e.End, e.Rule));
}
