using System.Collections.Immutable;
using System.Globalization;
using Chancery.Register;
using Chancery.Register.Chronologies;
using Chancery.Register.Events;
using Chancery.Server.Languages;
using Chancery.Server.Layout;
using Chancery.Storage;

namespace Chancery.Server.Events;

/// <summary>Makes the page of an event.</summary>
internal sealed class EventAnswers(RegisterStore store, Wording words)
{
    /// <summary>Sentences of a readout that are shown; the article has all.</summary>
    private const int LongestReadout = 6;
    private const int MostParts = 60;
    private const int MostTold = 6;

    private readonly SentenceFinder _sentences = new(store);

    public EventPage Of(Event e)
    {
        var parts = Parts(e.Summary);
        return Page(e, parts) with { Readouts = [.. e.Reports.Concat(OwnWords(parts)).GroupBy(r => r.Document.Number).Select(Readout).OfType<ReadoutAnswer>().OrderBy(r => r.State, StringComparer.Ordinal)] };
    }

    private EventPage Page(Event e, ImmutableArray<EventSummary> parts) => new(e.Summary, Fields(e), [.. e.Life.Select(s => Step(s, e))],
        parts,
        e.Summary.PartOf is { } whole ? store.Event(whole)?.Summary : null,
        [.. e.Reports.Select(Report)],
        [.. e.Judgements.Select(j => new JudgementAnswer(j.Id, j.Kind.ToString().ToLowerInvariant(), j.Field, j.Value, j.By, j.At, j.Why))],
        Citation(e));

    /// <summary>A side tells of the talks and the signing, and that is what it tells of the visit.</summary>
    private IEnumerable<SourcedReport> OwnWords(ImmutableArray<EventSummary> parts) =>
        parts.Where(p => p.Sources > 1).Take(MostTold).Select(p => store.Event(p.Id)).OfType<Event>().SelectMany(p => p.Reports);

    /// <summary>What sources call its parts, and what the chronology of the two states puts under it: what is shown there is shown here.</summary>
    private ImmutableArray<EventSummary> Parts(EventSummary e)
    {
        if (e.Reports == 0) return [];
        var said = store.Find(new EventQuery { PartOf = e.Id }).Items;
        if (e is not { Type: "visit", States.Length: 2, Start: { Length: 10 } start }) return said;
        var around = store.Find(new EventQuery { Between = e.States, Since = Day(start), Until = e.End is { Length: 10 } end ? Day(end) : Day(start).AddDays(2), Limit = MostParts }).Items;
        var outline = Outline.Of([e, .. said.Where(p => p.Id != e.Id), .. around.Where(a => a.Id != e.Id && said.All(p => p.Id != a.Id))]);
        return [.. outline.SelectMany(s => s.Entries).Where(x => x.Event.Id == e.Id).SelectMany(x => x.Parts).SelectMany(Outline.Flat)];
    }

    private static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Each field with the claims for and against it.</summary>
    public ImmutableArray<FieldAnswer> Fields(Event e) => [.. e.Fields.Select(Field)];

    private FieldAnswer Field(Field f) => new(f.Name, f.Value, f.Rule, f.Disputed, [.. f.Values.Select(v => new ValueAnswer(v.Value, v.Value == f.Value, v.Sources, [.. v.Claims.Select(Claim)]))]);

    private ClaimAnswer Claim(Claim c) => new(c.By ?? c.Document.Publisher, c.By is null ? c.Document.Header.Published : null, Addresses.Article(c.Document),
        c.By is null ? RegisterId.Print(c.Report, 'r') : null, c.Document.ReaderVersion, c.By is not null || c.Document.Kind == SourceKind.Person, c.Why,
        [.. c.Evidence.Select(slice => _sentences.Find(c.Document, slice))]);

    private static StepAnswer Step(Step s, Event e) => new(s.Status, s.Date, s.Source, s.Start,
        e.Reports.FirstOrDefault(r => r.Number == s.Report) is { } report ? Addresses.Article(report.Document) : null);

    private static ReportAnswer Report(SourcedReport r) => new(RegisterId.Print(r.Number, 'r'), r.Document.Publisher, r.Document.Header.Published, r.Document.Header.Title,
        Addresses.Article(r.Document, FirstTrigger(r)), Addresses.Web(r.Document.Header.Url), r.Report.Status, r.Quote);

    /// <summary>What one article of a side says, in its order.</summary>
    private ReadoutAnswer? Readout(IEnumerable<SourcedReport> ofOneArticle)
    {
        var document = ofOneArticle.First().Document;
        if (Chancery.Register.Sources.Readouts.StateOf(document.Publisher) is not { } state) return null;
        var slices = ofOneArticle.SelectMany(r => r.Report.Evidence.IsDefault ? [] : r.Report.Evidence).OrderBy(s => s.Start);
        var sentences = slices.Select(s => _sentences.Find(document, s)).Select(s => $"{s.Before}{s.Text}{s.After}".Trim()).Distinct().Take(LongestReadout);
        return new ReadoutAnswer(state, document.Publisher, document.Header.Published, Addresses.Article(document), [.. sentences]);
    }

    private static int? FirstTrigger(SourcedReport r) => r.Report.Evidence.IsDefaultOrEmpty ? null : (r.Report.Evidence.FirstOrDefault(s => s.Field == "trigger") ?? r.Report.Evidence[0]).Start;

    /// <summary>The id and the revision make it exact: a later reader sees what was known then by the list of changes.</summary>
    private string Citation(Event e)
    {
        var publishers = e.Reports.Select(r => r.Document.Publisher).Distinct().ToArray();
        var named = publishers.Length <= 3 ? string.Join(", ", publishers) : words["and-others", publishers[0], publishers[1], publishers.Length - 2];
        return words["cite", words.Title(e.Summary), words.When(e.Summary, true), e.Summary.Id, e.Summary.Revision, named, store.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)];
    }
}
