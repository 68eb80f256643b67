using System.Globalization;
using Chancery.Reading.Actors;
using Chancery.Reading.Frames;
using Chancery.Reading.Lexicons;
using Chancery.Reading.Packs;

namespace Chancery.Reading.Events;

/// <summary>
/// Reads a text that is itself a statement: its head names who speaks ("Antony J. Blinken, Secretary of State"), and an early sentence in the first person, or with the speaker's own state
/// as its subject, congratulates, condemns, welcomes or urges somebody abroad.
/// </summary>
internal sealed class SpokenStatement
{
    private const string Rule = "head.message";
    private const int MostLines = 6, MostSentences = 10, Opening = 3, Reach = 8, MostTargets = 4, MostTokens = 1500;

    private readonly HashSet<string> _verbs, _phrases;

    private SpokenStatement(HashSet<string> verbs, HashSet<string> phrases) => (_verbs, _phrases) = (verbs, phrases);

    /// <summary>Reads the verbs of messages in <c>heads.tsv</c> of a language; a language without any reads no messages.</summary>
    public static SpokenStatement Open(DataRoot root, string language)
    {
        HashSet<string> verbs = new(StringComparer.OrdinalIgnoreCase), phrases = new(StringComparer.OrdinalIgnoreCase);
        var path = root.Language(language, "heads.tsv");
        if (!File.Exists(path)) return new SpokenStatement(verbs, phrases);
        var table = Tsv.Read(path);
        for (var i = 0; i < table.Count; i++)
            if (table[i][table.Column("kind")] == "message") (table[i][table.Column("phrase")].Contains(' ', StringComparison.Ordinal) ? phrases : verbs).Add(table[i][table.Column("phrase")]);
        return new SpokenStatement(verbs, phrases);
    }

    /// <summary>The statement that the text is; null where it is none. Where nothing else was read ("alone"), the text is a statement also where no verb says so, on the state abroad that its title names.</summary>
    public EventDraft? Read(Document document, FrameDefinition statement, MentionIndex index, WordView words, bool alone)
    {
        if (_verbs.Count == 0 || document.Tokens.Length > MostTokens) return null;
        Mention? speaker = null;
        EventDraft? about = null;
        var prose = 0;
        for (var s = 0; s < document.Sentences.Length && prose < MostSentences; s++)
        {
            var line = document.Sentences[s];
            if (line.Kind is SentenceKind.Heading && prose == 0 && s < MostLines)
            {
                var named = SpokenHead.Speaker(document, line, index);
                // Two who speak, or a place: words spoken somewhere, not a statement put out.
                if (named is not null && speaker is not null || speaker is not null && SpokenHead.Place(document, line, index) is not null) return null;
                speaker ??= named;
            }
            // "SECRETARY BLINKEN: Good evening": what somebody said aloud.
            if (line.Kind is SentenceKind.Dateline) return null;
            if (line.Kind is not SentenceKind.Prose) continue;
            if (speaker is null) return null;
            prose++;
            if (Verb(document, line, index, words, speaker.Entities[0].Country!) is >= 0 and var verb && Draft(document, statement, index, s, verb, verb, speaker) is { } draft) return draft;
            if (alone && prose <= Opening && about is null && Titled(document, line, index, speaker.Entities[0].Country!) is { } abroad) about = Draft(document, statement, index, s, line.First - 1, Root(document, line) ?? abroad.First, speaker);
        }
        return about;
    }

    private static int? Root(Document document, in Sentence sentence)
    {
        for (var i = sentence.First; i < sentence.End; i++) if (document.Tokens[i].Relation is Syntax.Deprel.Root) return i;
        return null;
    }

    // "Resignation of the Lebanese Prime Minister" over "… another disappointing development for the Lebanese people".
    private static Mention? Titled(Document document, in Sentence sentence, MentionIndex index, string home)
    {
        if (document.Article.Title is not { } title) return null;
        foreach (var m in index.In(sentence))
            if (m is { Kind: MentionKind.State or MentionKind.Nationality, Entities: [{ Country: { } abroad }] } && abroad != home && title.Contains(document.Text[document.Tokens[m.First].Start..document.Tokens[m.End - 1].End], StringComparison.Ordinal)) return m;
        return null;
    }

    // "I congratulate", "the United States strongly condemns": the verb of the message, or -1.
    private int Verb(Document document, in Sentence sentence, MentionIndex index, WordView words, string country)
    {
        for (var i = sentence.First; i < sentence.End; i++)
        {
            if (!(words.Is(i, WordClass.Speaker) || index.At(i) is { Kind: MentionKind.State, Entities: [{ } state] } own && state.Country == country && own.End == i + 1)) continue;
            for (var v = i + 1; v < sentence.End && v <= i + Reach; v++)
            {
                var form = words.Text(v).ToString();
                if (_verbs.Contains(form) || v + 1 < sentence.End && _phrases.Contains($"{form} {words.Text(v + 1)}")) return v;
                // Another verb or the end of the clause came first.
                if (document.Tokens[v].Pos is Syntax.Upos.Verb || words.Text(v) is ";" or ":" || words.Is(v, WordClass.Speaker)) break;
            }
        }
        return -1;
    }

    private static EventDraft? Draft(Document document, FrameDefinition statement, MentionIndex index, int sentence, int verb, int trigger, Mention speaker)
    {
        var home = speaker.Entities[0].Country;
        var targets = new List<(Entity Who, Mention By)>();
        foreach (var m in index.In(document.Sentences[sentence]))
            if (m.First > verb && targets.Count < MostTargets && m.Entities is [{ Country: { } abroad } who] && abroad != home && !targets.Exists(t => t.Who.Country == abroad)
                && m.Kind is MentionKind.State or MentionKind.Nationality or MentionKind.Person or MentionKind.Holder or MentionKind.Body) targets.Add((who, m));
        if (targets.Count == 0) return null;
        var draft = new EventDraft
        {
            Frame = statement, Rule = Rule, Trigger = trigger, Sentence = sentence, Factual = new Factual(Factuality.Occurred, -1, -1, -1), Plover = statement.Plover, MinimumSides = statement.MinimumSides, Confidence = 0.7,
            PublicationStart = document.Article.Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), LastSentence = sentence,
        };
        draft.AddParticipant("speaker", speaker.Entities[0]);
        draft.AddEvidence(document.Span(trigger, trigger + 1), "trigger", Rule);
        draft.AddEvidence(document.Span(speaker.First, speaker.End), "who", null);
        foreach (var (who, by) in targets)
        {
            draft.AddParticipant("target", who);
            draft.AddEvidence(document.Span(by.First, by.End), "who", null);
        }
        return draft;
    }
}
