using Chancery.Reading.Events;

namespace Chancery.Reading.Frames;

/// <summary>Notes each trigger that the words let through and what became of it; opens every sentence.</summary>
internal sealed class TriggerRecorder : ITriggerJudge
{
    private readonly List<(int Sentence, int Token, SeenTrigger Trigger)> _seen = [];
    private readonly HashSet<int> _topical = [];

    /// <inheritdoc/>
    public bool OpensAnyway => true;

    /// <inheritdoc/>
    public bool Opens(in SentenceView at, TriggerView view, int trigger, uint lexeme, List<ReadyPattern> patterns)
    {
        Span<uint> features = stackalloc uint[TriggerView.Capacity];
        _seen.Add((at.Index, trigger, new SeenTrigger(lexeme, [.. patterns.Select(p => p.Key)], features[..view.Write(at, trigger, lexeme, patterns, features)].ToArray(), false)));
        return false;
    }

    /// <summary>A sentence named the subjects of talks told before.</summary>
    public void NoteTopics(int sentence) => _topical.Add(sentence);

    /// <summary>The sentences with triggers of a document that has been read, and what they gave.</summary>
    /// <param name="document">The document.</param>
    /// <param name="drafts">All drafts.</param>
    /// <param name="events">Events in the end.</param>
    /// <param name="used">Sentences that gave more: the source of an event told before, or a statement that no pattern reads.</param>
    public IEnumerable<SeenSentence> Settle(Document document, List<EventDraft> drafts, List<EventDraft> events, HashSet<int> used)
    {
        var evidence = events.SelectMany(e => e.Evidence).Where(e => e.Field == "trigger").Select(e => e.Span.Start).ToHashSet();
        foreach (var sentence in _seen.GroupBy(s => s.Sentence))
        {
            var own = drafts.Where(d => d.Sentence == sentence.Key).ToList();
            var told = own.Where(d => evidence.Contains(document.Tokens[d.Trigger].Start)).Select(d => d.Trigger).ToHashSet();
            // A stay hangs on no word that triggers.
            var loose = told.Any(t => !sentence.Any(s => s.Token == t));
            var stays = loose && sentence.Any(s => s.Trigger.Lexeme == ArticleSession.StayKey);
            var more = _topical.Contains(sentence.Key) || used.Contains(sentence.Key);
            yield return new SeenSentence(document.Sentences[sentence.Key].Count, more || own.Count > 0, more || told.Count > 0,
                [.. sentence.Select(s => s.Trigger with { Told = more || told.Contains(s.Token) || loose && (!stays || s.Trigger.Lexeme == ArticleSession.StayKey) })]);
        }
    }
}

/// <summary>A sentence that the words let through.</summary>
/// <param name="Tokens">Its length.</param>
/// <param name="Drafted">It gave a draft of an event, a subject of talks or a source.</param>
/// <param name="Told">It is evidence of an event that was printed, or gave a subject of talks or a source.</param>
/// <param name="Triggers">Its triggers.</param>
internal sealed record SeenSentence(int Tokens, bool Drafted, bool Told, SeenTrigger[] Triggers);

/// <summary>A trigger.</summary>
/// <param name="Lexeme">Hash of its word.</param>
/// <param name="Patterns">Hashes of the patterns that may hold.</param>
/// <param name="Features">What is seen of it.</param>
/// <param name="Told">It is evidence of an event that was printed.</param>
internal sealed record SeenTrigger(uint Lexeme, uint[] Patterns, uint[] Features, bool Told)
{
    /// <summary>Each pattern at this word.</summary>
    public IEnumerable<uint> Keys => Patterns.Select(p => TriggerGate.Key(p, Lexeme));
}
