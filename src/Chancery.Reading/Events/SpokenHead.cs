using System.Globalization;
using Chancery.Reading.Actors;
using Chancery.Reading.Frames;
using Chancery.Reading.Knowledge;
using Chancery.Reading.Packs;
using Chancery.Reading.Times;

namespace Chancery.Reading.Events;

/// <summary>
/// Reads the head of a text of spoken words: lines that name who speaks ("Antony J. Blinken, Secretary of State"), then where ("Jerusalem, Israel"). Whoever speaks in another country is there:
/// a visit of that day. Heads that say the words went over a wire place nobody.
/// </summary>
internal sealed class SpokenHead
{
    private const string Rule = "head.place";
    private const int MostLines = 14;

    private readonly string[] _remote;

    private SpokenHead(string[] remote) => _remote = remote;

    /// <summary>Reads <c>heads.tsv</c> of a language; a language without one reads no heads.</summary>
    public static SpokenHead Open(DataRoot root, string language)
    {
        var path = root.Language(language, "heads.tsv");
        if (!File.Exists(path)) return new SpokenHead([]);
        var table = Tsv.Read(path);
        return new SpokenHead([.. Enumerable.Range(0, table.Count).Where(i => table[i][table.Column("kind")] == "remote").Select(i => table[i][table.Column("phrase")])]);
    }

    /// <summary>The visit that the head tells of; null where it tells of none.</summary>
    public EventDraft? Read(Document document, FrameDefinition visit, MentionIndex index, KnowledgePack pack, IReadOnlyList<TimeMention> times)
    {
        if (_remote.Length == 0) return null;
        var speakers = new List<Mention>();
        for (var s = 0; s < Math.Min(MostLines, document.Sentences.Length); s++)
        {
            var line = document.Sentences[s];
            if (line.Kind is SentenceKind.Furniture) continue;
            if (line.Kind is not SentenceKind.Heading || IsRemote(document, line)) return null;
            if (Speaker(document, line, index) is { } speaker) speakers.Add(speaker);
            else if (speakers.Count > 0 && Place(document, line, index) is { } place && new DraftMerger(pack).Country(place) is { } country)
                return Visit(document, visit, s, speakers, place, country, pack, times.FirstOrDefault(t => t.First < Prose(document) && t.Value is { Precision: >= TimePrecision.Day }));
        }
        return null;
    }

    private bool IsRemote(Document document, in Sentence line)
    {
        var text = document.Text.AsSpan(document.Tokens[line.First].Start, document.Tokens[line.End - 1].End - document.Tokens[line.First].Start);
        foreach (var phrase in _remote)
            if (text.IndexOf(phrase, StringComparison.OrdinalIgnoreCase) is >= 0 and var at && (at == 0 || !char.IsLetter(text[at - 1])) && (at + phrase.Length == text.Length || !char.IsLetter(text[at + phrase.Length]))) return true;
        return false;
    }

    // "Antony J. Blinken, Secretary of State": a person and the office, nothing else.
    internal static Mention? Speaker(Document document, in Sentence line, MentionIndex index) =>
        index.At(line.First) is { Kind: MentionKind.Person, Office: not null, Entities: [{ Kind: EntityKind.Person, Country: not null }] } person && person.First == line.First && person.End >= line.End - 1 ? person : null;

    // "Jerusalem", "San Jose, Costa Rica": places and commas, the narrowest first.
    internal static Mention? Place(Document document, in Sentence line, MentionIndex index)
    {
        Mention? first = null;
        for (var i = line.First; i < line.End; i++)
        {
            if ((document.Tokens[i].Shape & TokenShape.Letter) == 0) continue;
            if (index.At(i) is not { Kind: MentionKind.Place or MentionKind.State } place) return null;
            first ??= place;
        }
        return first;
    }

    private static int Prose(Document document)
    {
        foreach (var sentence in document.Sentences)
            if (sentence.Kind is SentenceKind.Prose or SentenceKind.Dateline) return sentence.First;
        return 0;
    }

    private static EventDraft? Visit(Document document, FrameDefinition visit, int line, List<Mention> speakers, Mention place, string country, KnowledgePack pack, TimeMention? day)
    {
        var sovereign = pack.ByIso3(country)?.Of is { Length: > 0 } of ? of : country;
        var draft = new EventDraft
        {
            Frame = visit, Rule = Rule, Trigger = place.First, Sentence = line, Factual = new Factual(Factuality.Occurred, -1, -1, -1), Plover = visit.Plover, MinimumSides = visit.MinimumSides, Confidence = 0.8,
            Place = place, PlaceIsOwn = true, Time = day, TimeIsOwn = day is not null, LastSentence = line,
            PublicationStart = day is null ? document.Article.Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null,
        };
        foreach (var speaker in speakers)
        {
            var who = speaker.Entities[0];
            if (who.Country == country) draft.AddParticipant("host", who);
            // The sovereign's own people are at home in its territory.
            else if (who.Country != sovereign && !who.ForOrganisation) draft.AddParticipant("visitor", who);
            else continue;
            draft.AddEvidence(document.Span(speaker.First, speaker.End), "who", null);
        }
        if (!draft.Participants.Exists(p => p.Role == "visitor")) return null;
        draft.AddEvidence(document.Span(place.First, document.Sentences[line].End), "trigger", Rule);
        draft.AddEvidence(document.Span(place.First, document.Sentences[line].End), "where", null);
        if (day is not null) draft.AddEvidence(day.Span, "when", day.Rule);
        return draft;
    }
}
