using Chancery.Reading.Actors;
using Chancery.Reading.Lexicons;

namespace Chancery.Reading.Frames;

/// <summary>Tells by its words alone whether a sentence can hold an event; only those that can are parsed, because parsing is nearly all the cost of reading.</summary>
/// <remarks>It must let through whatever <see cref="FrameMatcher"/> would match: it asks for words that a pattern cannot do without, never for their place in the tree.</remarks>
/// <param name="frames">Frames with their patterns.</param>
/// <param name="words">Words of the document.</param>
/// <param name="judge">Has the last word on each trigger, or null.</param>
/// <param name="view">What the judge sees.</param>
internal sealed class SentenceGate(FrameSet frames, WordView words, ITriggerJudge? judge, TriggerView? view)
{
    private const int Beside = 12, ParticleReach = 5;

    private readonly HashSet<int> _lexemes = [];
    private Sentence _sentence;
    private readonly List<ReadyPattern> _held = [];
    private List<Mention> _names = [];
    private int _actors, _persons, _places;

    /// <summary>Whether some pattern may hold in a sentence.</summary>
    /// <param name="at">The sentence, names and offices found in it.</param>
    /// <param name="skip">Tokens that trigger nothing, or null.</param>
    /// <param name="transcript">Whether only frames of transcripts count, and only with their actors named here.</param>
    /// <param name="dated">Whether the sentence names a time; what a transcript does not date must have a place.</param>
    public bool MayHold(in SentenceView at, Func<int, bool>? skip, bool transcript, bool dated)
    {
        (_sentence, _names) = (at.Sentence, at.Names);
        _lexemes.Clear();
        if (transcript) Count();
        var any = false;
        for (var i = _sentence.First; i < _sentence.End; i++)
        {
            if (words.Readings(i).Length == 0) continue;
            _held.Clear();
            var lexeme = 0u;
            foreach (var reading in words.Readings(i))
                if ((reading.IsVerb ? frames.ByVerb(reading.Lexeme) : frames.ByNoun(reading.Lexeme)) is { } patterns && skip?.Invoke(i) != true && Hold(patterns, i, reading, transcript, dated)) lexeme = words.Lexicon.Lexemes[reading.Lexeme].Key;
            if (_held.Count == 0) continue;
            if (judge is null || judge.Opens(at, view!, i, lexeme, _held)) return true;
            any = true;
        }
        return any && judge!.OpensAnyway;
    }

    // All patterns are sought only where a judge wants to see them.
    private bool Hold(List<ReadyPattern> patterns, int trigger, FormReading reading, bool transcript, bool dated)
    {
        if (words.Lexicon.Lexemes[reading.Lexeme].Particle is { } particle && !HasBehind(trigger, ParticleReach, particle)) return false;
        var before = _held.Count;
        foreach (var ready in patterns)
        {
            if ((transcript && !(ready.Frame.InTranscripts && HasActors(ready.Frame, dated))) || !MayHold(ready, trigger)) continue;
            _held.Add(ready);
            if (judge is null) break;
        }
        return _held.Count > before;
    }

    private bool HasActors(FrameDefinition frame, bool dated) =>
        frame.AbroadOnly || !dated ? _persons > 0 && _places > 0 : _actors >= frame.MinimumActors;

    // "to Geneva", "in the Gambia": a place of something, not somebody who acts.
    private bool IsBehindPreposition(Mention place)
    {
        var before = place.First - 1;
        while (before > _sentence.First && words.Is(before, WordClass.Definite)) before--;
        return before >= _sentence.First && (words.Is(before, WordClass.In | WordClass.To | WordClass.Before | WordClass.After) || words.Text(before) is "from" or "into" or "through" or "," or "and");
    }

    private void Count()
    {
        _actors = _persons = _places = 0;
        foreach (var m in _names)
        {
            if (m.Kind is MentionKind.Venue || (m.Kind is MentionKind.Place or MentionKind.State || m.Place >= 0) && IsBehindPreposition(m)) _places++;
            if (m.Kind is MentionKind.Person or MentionKind.Holder) _persons++;
            if (m.Kind is not (MentionKind.Unknown or MentionKind.Document or MentionKind.Outlet or MentionKind.Place or MentionKind.Venue)) _actors++;
        }
        for (var i = _sentence.First; i < _sentence.End; i++)
            if (words.Is(i, WordClass.He | WordClass.She)) { _persons++; _actors++; }
            else if (words.Is(i, WordClass.Side | WordClass.They | WordClass.Delegation | WordClass.Leader)) { _persons++; _actors += 2; }
    }

    private bool MayHold(ReadyPattern ready, int trigger)
    {
        var pattern = ready.Pattern;
        if (pattern.Named && !(words.IsCapital(trigger) && words.IsCapital(trigger - 1))) return false;
        if (pattern.Beside.Length > 0 && !pattern.Beside.Any(word => HasBehind(trigger, Beside, word))) return false;
        if (pattern.With.Length > 0 && !pattern.With.Any(HasWord)) return false;
        return ready.Things.Count == 0 && ready.NamedThings.Count == 0 && pattern.ThingKind is null || MayHaveThing(ready);
    }

    private bool MayHaveThing(ReadyPattern ready)
    {
        if (ready.Pattern.Again && (HasWord("it") || HasWord("both"))) return true;
        foreach (var m in _names)
            if (Enum.TryParse<MentionKind>(ready.Pattern.ThingKind, true, out var kind) && m.Kind == kind || ready.Pattern.Offices.Length > 0 && m.Kind is MentionKind.Holder or MentionKind.Person) return true;
        if (_lexemes.Count == 0)
            for (var i = _sentence.First; i < _sentence.End; i++)
                foreach (var reading in words.Readings(i)) _lexemes.Add(reading.Lexeme);
        return ready.Things.Overlaps(_lexemes) || ready.NamedThings.Overlaps(_lexemes);
    }

    private bool HasBehind(int token, int reach, string word)
    {
        for (var i = token + 1; i < _sentence.End && i <= token + reach; i++)
            if (words.Text(i).Equals(word, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    private bool HasWord(string word)
    {
        for (var i = _sentence.First; i < _sentence.End; i++)
            if (words.Text(i).Equals(word, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}
