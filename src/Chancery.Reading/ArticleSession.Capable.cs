using Chancery.Reading.Actors;
using Chancery.Reading.Frames;
using Chancery.Reading.Lexicons;
using Chancery.Reading.Times;

namespace Chancery.Reading;

/// <content>Which sentences can hold an event; only those are parsed.</content>
internal sealed partial class ArticleSession
{
    // Stands for the word that triggers where none does.
    internal const uint StayKey = 77;

    private readonly List<int> _stays = [];

    /// <summary>Has the last word on sentences, or null.</summary>
    public ITriggerJudge? Judge { get; init; }

    // Sentences with a trigger word and somebody who may act; only these are parsed.
    private int[] EventSentences(List<Mention>[] names, List<TimeMention> tagged)
    {
        var transcript = IsTranscript();
        var judge = scope == ReaderScope.Diplomacy ? Judge : null;
        var view = judge is null ? null : new TriggerView(document, _words, tagged, transcript);
        var gate = new SentenceGate(frames, _words, judge, view);
        var dated = tagged.Select(t => document.SentenceOf(t.First)).ToHashSet();
        var list = new List<int>();
        for (var s = 0; s < document.Sentences.Length; s++)
        {
            var sentence = document.Sentences[s];
            if (sentence.Kind is SentenceKind.Furniture or SentenceKind.Dateline || scope == ReaderScope.Diplomacy && !MayAct(sentence, names[s]) && !IsUnderstood(sentence, names[s]) && !(list.Count > 0 && list[^1] >= s - 1 && OpensWithMeeting(sentence)) && !(list.Count > 0 && list[^1] >= s - 2 && GivesSource(sentence))) continue;
            // A long text says its events in full; a short one may go on with "the talks will begin on Monday".
            if ((transcript || document.Sentences.Length > LongText && scope == ReaderScope.Diplomacy) && Actors(sentence, names[s]) < 2) continue;
            var at = new SentenceView(s, sentence, names[s]);
            if (gate.MayHold(at, transcript ? i => IsSpeakers(i, sentence) : null, transcript, dated.Contains(s)) || scope == ReaderScope.Diplomacy && (!transcript || dated.Contains(s)) && MayStay(at, judge, view) || list.Count > 0 && list[^1] >= s - 2 && !transcript && GivesSource(sentence)) list.Add(s);
        }
        return [.. list];
    }

    // "These exercises are …, as reported by state sources": says whose word the sentences before are.
    private bool GivesSource(in Sentence sentence)
    {
        if (scope != ReaderScope.Diplomacy || sentence.Kind != SentenceKind.Prose || !_words.Is(sentence.First, WordClass.Definite)) return false;
        for (var i = sentence.First + 1; i < sentence.End; i++)
            if (_words.Is(i, WordClass.AccordingTo) || _words.Is(i, WordClass.Speech) && _words.Text(i + 1) is "by") return true;
        return false;
    }

    private bool MayStay(in SentenceView at, ITriggerJudge? judge, TriggerView? view)
    {
        _stays.Clear();
        FrameMatcher.FindStays(_words, at.Sentence, at.Names, _stays);
        if (judge is null || _stays.Count == 0) return _stays.Count > 0;
        foreach (var token in _stays) if (judge.Opens(at, view!, token, StayKey, frames.Stays)) return true;
        return judge.OpensAnyway;
    }

    // Interviews and speeches: much "I", "we" and "you", few sentences that report an event; those need two who act, or one and a place.
    private bool IsTranscript()
    {
        var speakers = 0;
        for (var i = 0; i < document.Tokens.Length; i++) if (_words.Is(i, WordClass.Speaker)) speakers++;
        return scope == ReaderScope.Diplomacy && speakers > 20 && speakers * 50 > document.Tokens.Length;
    }

    private int Actors(in Sentence sentence, List<Mention> names)
    {
        var count = 0;
        foreach (var m in names)
            if (m.Kind is MentionKind.Summit or MentionKind.Exercise or MentionKind.Honour) count += 2;
            else if (m.Kind is not (MentionKind.Unknown or MentionKind.Document or MentionKind.Outlet) && !(m.Kind == MentionKind.Holder && NextTo(m, names))) count++;
        for (var i = sentence.First; i < sentence.End && count < 2; i++)
            if (_words.Is(i, WordClass.Side) && _words.Is(i - 1, WordClass.Several)) count += 2;
            else if (_words.Is(i, WordClass.He | WordClass.She | WordClass.They)) count++;
        return count;
    }

    // An office and the name behind it are one actor.
    private static bool NextTo(Mention office, List<Mention> names) => names.Exists(m => m.First == office.End && m.Kind is MentionKind.Person or MentionKind.Unknown);

    // "We will support", "my visit": what the speaker does or has, and names nobody.
    private bool IsSpeakers(int token, in Sentence sentence)
    {
        for (var i = token - 1; i >= sentence.First && i >= token - 4; i--)
        {
            if (_words.Is(i, WordClass.Speaker)) return true;
            if ((document.Tokens[i].Shape & (TokenShape.Punctuation | TokenShape.Capital)) != 0) return false;
        }
        return false;
    }

    // A name that can act or be a place, or words that stand for one ("the two sides", "he"), unless the sentence is somebody's own "we" and "I".
    private bool MayAct(in Sentence sentence, List<Mention> names)
    {
        foreach (var m in names)
            if (m.Kind is not (MentionKind.Unknown or MentionKind.Document or MentionKind.Outlet or MentionKind.Holder) || m.Kind == MentionKind.Holder && (m.End - m.First > 1 || _words.IsCapital(m.First) || _words.Is(m.First - 1, WordClass.Definite | WordClass.Several))) return true;
        var stands = false;
        for (var i = sentence.First; i < sentence.End; i++)
        {
            if (_words.Is(i, WordClass.Speaker)) return false;
            stands |= _words.Is(i, WordClass.He | WordClass.She | WordClass.They | WordClass.Side | WordClass.Pair | WordClass.Leader | WordClass.Counterpart | WordClass.Other | WordClass.Delegation) || _words.IsCapital(i) && i > sentence.First;
        }
        return stands;
    }

    // "Talks followed in a narrow format", "A dinner will be given in the evening": of those whom the sentence before has told of.
    private bool OpensWithMeeting(in Sentence sentence)
    {
        if (sentence.Kind != SentenceKind.Prose || sentence.Count > 40) return false;
        for (var i = sentence.First; i < sentence.End && i < sentence.First + 8; i++)
            foreach (var reading in _words.Readings(i))
                if (!reading.IsVerb && frames.ByNoun(reading.Lexeme) is { } patterns && patterns.Exists(p => p.Frame.OneDay && (p.Pattern.Mutual || p.Pattern.Pair is not null) && p.Frame.Type is "talks" or "ceremony")) return true;
        return false;
    }

    // "More than twenty documents were signed": those who met before are understood.
    private bool IsUnderstood(in Sentence sentence, List<Mention> names)
    {
        if (!names.Exists(m => m.Kind == MentionKind.Document)) return false;
        for (var i = sentence.First; i < sentence.End; i++)
            foreach (var reading in _words.Readings(i))
                if (reading.IsVerb && frames.ByVerb(reading.Lexeme) is { } patterns && patterns.Exists(p => p.Frame.MetRole is not null)) return true;
        return false;
    }
}
