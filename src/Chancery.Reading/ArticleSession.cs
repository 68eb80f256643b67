using System.Text;
using Chancery.Reading.Actors;
using Chancery.Reading.Attributions;
using Chancery.Reading.Details;
using Chancery.Reading.Events;
using Chancery.Reading.Frames;
using Chancery.Reading.Knowledge;
using Chancery.Reading.Lexicons;
using Chancery.Reading.Places;
using Chancery.Reading.Reports;
using Chancery.Reading.Syntax;
using Chancery.Reading.Text;
using Chancery.Reading.Times;

namespace Chancery.Reading;

/// <summary>The reading of one article, stage by stage.</summary>
internal sealed partial class ArticleSession(KnowledgePack pack, Lexicon lexicon, CommonWords common, FrameSet frames, OfficeStates officeStates, NameOrders nameOrders, Regions regions, LocalAdverbs adverbs, PageFurniture furniture, TimeTagger times, SyntaxModel? syntax, Lazy<NameModel>? recogniser, PlaceResolver places, SpokenHead heads, SpokenStatement messages, IReadOnlySet<string> again, Document document, ReaderScope scope)
{
    // Sentences from which on a text is long.
    private const int LongText = 60;

    private readonly WordView _words = new(lexicon);

    /// <summary>What became of the triggers, where a <see cref="TriggerRecorder"/> judges.</summary>
    public SeenSentence[] Seen { get; private set; } = [];

    /// <summary>Measures the stages, or null.</summary>
    public StageClock? Clock { get; init; }

    public ArticleReading Read()
    {
        _words.Bind(document);
        Clock?.Lap("words");
        var tagged = times.Tag(document);
        Clock?.Lap("times");
        if (furniture.Mark(document, tagged) is { } stamped) Published(stamped, "text");
        var names = Names(tagged);
        Clock?.Lap("names");
        var capable = EventSentences(names, tagged);
        Clock?.Lap("trigger scan");
        syntax?.Analyse(document, capable);
        if (syntax is not null) ClauseRepair.Apply(document, capable);
        Clock?.Lap("tagging and parsing");
        Recognise(names, capable);
        Clock?.Lap("name recogniser");
        var timeMentions = new TimeResolver(times).Resolve(tagged, document, document.Article.Published, new TenseHints(document, _words).Of);
        if (Dateline.Find(timeMentions, document) is { Value: { Precision: TimePrecision.Day, Start: { } written } }) Published(written, "dateline");
        Clock?.Lap("days");
        var mentions = Compose(names);
        if (syntax is not null) MentionRepair.Apply(document, mentions, _words);
        new PlaceSense(pack, places).Resolve(document, mentions);
        Clock?.Lap("places");
        var day = Day(timeMentions);
        var coreference = new Coreference(pack, _words, officeStates, nameOrders, day, new ToldDays(document, timeMentions).At);
        coreference.Resolve(document, mentions);
        Clock?.Lap("actors and coreference");
        var index = new MentionIndex(document, mentions);
        var drafts = Drafts(capable, index, timeMentions, coreference.ById, code => pack.ByIso3(code) is { } state ? coreference.StateEntity(state.Index) : null);
        if (scope == ReaderScope.Diplomacy && frames.Definitions.TryGetValue("visit", out var visit) && heads.Read(document, visit, index, pack, timeMentions) is { } presence) drafts.Insert(0, presence);
        Clock?.Lap("frames");
        var merger = new DraftMerger(pack);
        var events = merger.Merge(drafts);
        merger.FoldCalls(events);
        var sides = new SideInference(merger, pack, coreference.StateEntity, new StatesSpokenOf(mentions, pack));
        sides.FromMeetings(events);
        if (scope == ReaderScope.Diplomacy) new MeetingSides(merger, pack, code => pack.ByIso3(code) is { } state ? coreference.StateEntity(state.Index) : null, coreference.Entities).Fill(events);
        sides.FromArticle(events);
        var clock = new StoryClock(document, _words, timeMentions);
        new DayShifts(document, _words, timeMentions, clock).Fill(events);
        new NarrativeTimes(document, merger, clock).Fill(events);
        var linker = new EventLinker(merger, pack, document.Article.Published is not null);
        linker.Link(events);
        NarrativeFocus.FillPlaces(events, merger, index);
        linker.Link(events);
        if (scope == ReaderScope.Diplomacy) new HomePlaces(document, index, merger).Fill(events);
        if (scope == ReaderScope.Diplomacy) new SharperPlaces(document, index, merger).Fill(events);
        sides.FromPlaces(events);
        var kept = new EventFilter(merger, document, scope, IsTranscript()).Keep(events, timeMentions);
        if (scope == ReaderScope.Diplomacy && !kept.Exists(e => e.Frame.Type == "statement") && frames.Definitions.TryGetValue("statement", out var statement) && messages.Read(document, statement, index, _words, kept.Count == 0 && !IsTranscript()) is { } message) kept.Add(message);
        var sources = new LaterSources(again, new AttributionReader(_words, index), _words).Fill(document, capable, kept);
        if (Judge is TriggerRecorder recorder) Seen = [.. recorder.Settle(document, drafts, kept, [.. sources, .. kept.Except(events).Select(e => e.Sentence)])];
        linker.AddHostStates(kept, coreference.StateEntity);
        if (scope == ReaderScope.Diplomacy) new HostsByOffice(merger, pack, day).Fill(kept, coreference.Entities);
        new PublicationDates(document, IsTranscript()).Fill(kept);
        Clock?.Lap("merging and linking");
        var header = Header();
        var reading = new ArticleReading(header, new ReportWriter(pack, merger, scope).Write(document, header.Id, kept));
        Clock?.Lap("reports");
        return reading;
    }

    // What came with the text is believed before what the text says of itself.
    private void Published(DateOnly day, string from)
    {
        if (document.Article.Published is null) document = document with { Article = document.Article with { Published = day, PublishedFrom = from } };
    }

    /// <summary>Tokens with tags, heads, mentions and entities.</summary>
    public void Dump(TextWriter output)
    {
        _words.Bind(document);
        var tagged = times.Tag(document);
        var names = Names(tagged);
        var capable = EventSentences(names, tagged);
        syntax?.Analyse(document, capable);
        if (syntax is not null) ClauseRepair.Apply(document, capable);
        Recognise(names, capable);
        var timeMentions = new TimeResolver(times).Resolve(tagged, document, document.Article.Published);
        var mentions = Compose(names);
        if (syntax is not null) MentionRepair.Apply(document, mentions, _words);
        new PlaceSense(pack, places).Resolve(document, mentions);
        new Coreference(pack, _words, officeStates, nameOrders, Day(timeMentions), new ToldDays(document, timeMentions).At).Resolve(document, mentions);
        var index = new MentionIndex(document, mentions);
        for (var s = 0; s < document.Sentences.Length; s++)
        {
            output.WriteLine($"# {s} {document.Sentences[s].Kind}");
            for (var i = document.Sentences[s].First; i < document.Sentences[s].End; i++)
            {
                var t = document.Tokens[i];
                var m = index.At(i) is { } mention && mention.First == i ? $"{mention.Kind}[{mention.End - mention.First}] {mention.Office} {string.Join('+', mention.Entities.Select(e => $"{e.Name}/{e.Country}/{e.Office}"))}" : "";
                var time = timeMentions.FirstOrDefault(x => x.First == i);
                output.WriteLine($"{i}\t{document.Form(i)}\t{t.Pos}\t{t.Morphology}\t{t.Head}\t{t.Relation}\t{m}\t{time?.Value?.Value}");
            }
        }
    }

    // Names and offices that tables know, sentence by sentence.
    private List<Mention>[] Names(List<TimeMention> tagged)
    {
        var timeTokens = new HashSet<int>();
        foreach (var t in tagged) for (var i = t.First; i < t.End; i++) timeTokens.Add(i);
        var scanner = new NameScanner(pack, lexicon, common, regions, nameOrders, timeTokens);
        var names = new List<Mention>[document.Sentences.Length];
        for (var s = 0; s < names.Length; s++) scanner.Scan(document, document.Sentences[s], names[s] = []);
        return names;
    }

    // The recogniser is asked only where a single word might belong to a longer name that no table knows.
    private void Recognise(List<Mention>[] names, int[] capable)
    {
        if (recogniser is null) return;
        var doubtful = Array.FindAll(capable, s => names[s].Exists(m => m.End - m.First == 1 && (m.Kind == MentionKind.Place || m.Kind == MentionKind.Person && m.Weak)));
        if (doubtful.Length == 0) return;
        recogniser.Value.Tag(document, doubtful);
        new NameRecognition(document).Apply(names, doubtful);
    }

    // Names joined to phrases, with the pronouns and general words between them.
    private List<Mention> Compose(List<Mention>[] names)
    {
        var phrases = new ActorPhrases(pack, _words, nameOrders);
        var all = new List<Mention>();
        var composed = new List<Mention>();
        for (var s = 0; s < names.Length; s++)
        {
            composed.Clear();
            // "official", "major" as adjectives are no offices.
            names[s].RemoveAll(m => m.Kind == MentionKind.Holder && m.End - m.First == 1 && document.Tokens[m.First].Pos is Upos.Adj);
            phrases.Compose(names[s], document.Sentences[s], composed);
            all.AddRange(composed);
        }
        return all;
    }

    // The day by which office holders are looked up: of publication, else of the dateline, else the latest day the article speaks of; a month or year where it knows no day.
    private DateOnly Day(List<TimeMention> mentions)
    {
        if (document.Article.Published is { } published) return published;
        if (Dateline.Find(mentions, document) is { Value: { Precision: TimePrecision.Day, Start: { } written } }) return written;
        return Latest(mentions, TimePrecision.Day) ?? Latest(mentions, TimePrecision.Month) ?? Latest(mentions, TimePrecision.Year) ?? new DateOnly(2024, 1, 1);
    }

    private static DateOnly? Latest(List<TimeMention> mentions, TimePrecision precision)
    {
        DateOnly? latest = null;
        foreach (var m in mentions)
            if (m.Value is { Start: { } start } v && v.Precision >= precision && (latest is null || start > latest)) latest = start;
        return latest;
    }

    private List<EventDraft> Drafts(int[] capable, MentionIndex index, List<TimeMention> timeMentions, Func<string, Entity?> actorById, Func<string, Entity?> stateOf)
    {
        var matcher = new FrameMatcher(frames, _words, pack, stateOf, scope == ReaderScope.Plover ? new PhraseActors(document, index, pack, _words) : null);
        var attacher = new TimeAttacher(_words, frames);
        var origins = new Origins(_words);
        var details = new DetailReader(_words, pack, index, actorById);
        var stays = new StayReader(_words);
        var topics = new TopicReader(_words);
        var attribution = new AttributionReader(_words, index);
        var nearby = new PlaceAttacher(document, index, _words, adverbs);
        var oneByOne = new OneByOne(document, index, _words, pack);
        var tours = new TourStops(document, index, _words, timeMentions, new DraftMerger(pack));
        var before = new VisitsBefore(document, index, _words, timeMentions, new DraftMerger(pack), stateOf);
        var all = new List<EventDraft>();
        var found = new List<EventDraft>();
        EventDraft? lastTalks = null;
        var lastSentence = -2;
        foreach (var s in capable)
        {
            found.Clear();
            matcher.Match(document, s, index, found);
            if (scope == ReaderScope.Plover) new OuterEvents(document).Keep(found);
            foreach (var draft in found)
            {
                stays.Read(document, draft);
                attacher.Attach(document, draft, timeMentions);
                origins.Date(document, draft, timeMentions);
                details.Read(document, draft);
                attribution.Read(document, draft);
                nearby.Attach(draft);
                if (draft.Frame.AbroadOnly) SideInference.SeatHosts(draft, new DraftMerger(pack));
                draft.Incomplete = !EventFilter.IsComplete(draft, pack, scope);
                draft.LastSentence = s;
                if (!oneByOne.Split(draft, all)) all.Add(draft);
                if (draft.Frame.AbroadOnly) { tours.Add(draft, all); AddOrigin(draft, all); }
                if (draft.Frame.AbroadOnly && scope == ReaderScope.Diplomacy) before.Add(draft, all);
                if (draft.Type is "talks" or "call" or "summit" || draft.Type == "visit" && lastSentence < s - 1) (lastTalks, lastSentence) = (draft, s);
            }
            if (lastTalks is null || lastSentence < s - 1) continue;
            var known = lastTalks.Topics.Count;
            topics.Read(document, s, lastTalks);
            if (lastTalks.Topics.Count > known) (Judge as TriggerRecorder)?.NoteTopics(s);
        }
        return all;
    }

    // "Arrived in Moscow from Berlin": a stay in Berlin that has just ended, unless it is home.
    private void AddOrigin(EventDraft draft, List<EventDraft> all)
    {
        if (draft.Origin is not { } origin || draft.Factual.Status is not (Factuality.Occurred or Factuality.Ongoing) || new DraftMerger(pack).Country(origin) is not { } country) return;
        if (draft.Place is { } place && new DraftMerger(pack).Country(place) == country || draft.Participants.Exists(p => p.Role == "visitor" && p.Who is not { Kind: EntityKind.Person } || DraftMerger.Side(p.Who) == country)) return;
        var before = draft.Elsewhere(origin);
        (before.Stop, before.Leaving, before.Arrival, before.Days) = (-1, true, false, 0);
        before.Factual = draft.Factual with { Status = Factuality.Occurred };
        before.Participants.RemoveAll(p => p.Role != "visitor");
        before.AddEvidence(document.Span(origin.First, origin.End), "where", null);
        before.LastSentence = draft.Sentence;
        all.Add(before);
    }

    private DocumentHeader Header()
    {
        var article = document.Article;
        Span<byte> hash = stackalloc byte[32];
        ContentHash.Compute(Encoding.UTF8.GetBytes(document.Text), hash);
        return new DocumentHeader
        {
            Id = "sha256:" + Convert.ToHexStringLower(hash), Key = article.Key, Source = article.Source, Url = article.Url, Title = article.Title, Language = article.Language,
            Published = article.Published?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), PublishedFrom = article.Published is null ? null : article.PublishedFrom ?? "metadata",
            Characters = new CodePoints(document.Text).Count,
        };
    }
}
