using Chancery.Reading.Actors;
using Chancery.Reading.Events;
using Chancery.Reading.Knowledge;
using Chancery.Reading.Lexicons;
using Chancery.Reading.Syntax;

namespace Chancery.Reading.Frames;

/// <summary>Finds the triggers of a sentence and fills the roles of their frames.</summary>
internal sealed class FrameMatcher(FrameSet frames, WordView words, KnowledgePack pack, Func<string, Entity?> stateOf, PhraseActors? phrases)
{
    private readonly Arguments _arguments = new(words);
    private readonly StatusReader _status = new(words);
    private Document _document = null!;
    private MentionIndex _mentions = null!;
    private Sentence _sentence;
    private int _sentenceIndex;

    public void Match(Document document, int sentence, MentionIndex mentions, List<EventDraft> into)
    {
        (_document, _mentions, _sentence, _sentenceIndex) = (document, mentions, document.Sentences[sentence], sentence);
        for (var i = _sentence.First; i < _sentence.End; i++)
        {
            EventDraft? best = null;
            foreach (var reading in words.Readings(i))
            {
                var patterns = reading.IsVerb ? frames.ByVerb(reading.Lexeme) : frames.ByNoun(reading.Lexeme);
                if (patterns is null || !Fits(i, reading)) continue;
                var particle = words.Lexicon.Lexemes[reading.Lexeme].Particle;
                if (particle is not null && !HasParticle(i, particle)) continue;
                _arguments.Collect(document, _sentence, i, reading.IsVerb, particle);
                var own = _arguments.Found.Count;
                foreach (var pattern in patterns)
                {
                    // What hangs on one pattern's thing is no argument of the next.
                    _arguments.Found.RemoveRange(own, _arguments.Found.Count - own);
                    if (Try(pattern, i, reading.IsVerb) is { } draft && (best is null || IsBetter(draft, best))) best = draft;
                }
            }
            if (best is not null) into.Add(best);
        }
    }

    private static bool IsBetter(EventDraft a, EventDraft b) =>
        a.Incomplete != b.Incomplete ? b.Incomplete : a.Participants.Count != b.Participants.Count ? a.Participants.Count > b.Participants.Count : a.Confidence > b.Confidence;

    // The tagger decides between verb and noun; where it has not run, any form goes.
    private bool Fits(int token, FormReading reading)
    {
        var pos = _document.Tokens[token].Pos;
        if (pos == Upos.None) return true;
        if (_mentions.At(token) is { } m && !(m is { Kind: MentionKind.Holder, State: < 0 } && m.End - m.First == 1) && m.Kind is not (MentionKind.Document or MentionKind.Sides) && !(m.Kind is MentionKind.Unknown && m.End - m.First == 1) && m.Kind is not (MentionKind.Exercise or MentionKind.Summit)) return false;
        return reading.IsVerb ? pos is Upos.Verb or Upos.Aux or Upos.Adj && reading.Form != FormKind.Base || pos is Upos.Verb : pos is Upos.Noun or Upos.Propn || pos is Upos.Verb && reading.Form == FormKind.Base && _document.Tokens[token].Relation is Deprel.Obj or Deprel.Obl or Deprel.Nmod;
    }

    private bool HasParticle(int token, string particle)
    {
        for (var i = token + 1; i < _sentence.End && i < token + 6; i++)
            if (words.Text(i).Equals(particle, StringComparison.OrdinalIgnoreCase))
                return i == token + 1 && particle != "in" || _document.Tokens[i].Relation is not Deprel.Case || i == token + 1 && _document.Tokens[token].Pos == Upos.None || IsCalledIn(token, i);
        return false;
    }

    // "called in the ambassador": the preposition directly behind the verb is a particle where no place follows.
    private bool IsCalledIn(int verb, int particle)
    {
        if (particle != verb + 1) return false;
        var head = _document.Tokens[particle].Head;
        return head >= 0 && _mentions.At(head)?.Kind is not (MentionKind.Place or MentionKind.State or MentionKind.Venue) && _mentions.At(particle + 1)?.Kind is not (MentionKind.Place or MentionKind.Venue);
    }

    private EventDraft? Try(ReadyPattern ready, int trigger, bool verb)
    {
        var pattern = ready.Pattern;
        if (pattern.Not.Length > 0 && HasModifier(trigger, pattern.Not)) return null;
        if (pattern.With.Length > 0 && !HasModifier(trigger, pattern.With)) return null;
        if (pattern.Voice is { } voice && verb && voice == "passive" != _arguments.Passive) return null;
        if (pattern.Named && !(words.IsCapital(trigger) && words.IsCapital(trigger - 1))) return null;
        if (pattern.Beside.Length > 0 && !HasBeside(trigger, pattern.Beside)) return null;
        if (pattern.Complement && !HasMatter(trigger) || ready.NotTo.Count > 0 && IsDoneTo(ready, trigger)) return null;
        var draft = new EventDraft
        {
            Frame = ready.Frame, Rule = pattern.Id, Trigger = trigger, Sentence = _sentenceIndex, Confidence = pattern.Confidence,
            Factual = default, Subtype = pattern.Subtype ?? Subtype(ready, trigger), Mode = pattern.Mode ?? pattern.Plover?.Mode, Plover = pattern.Plover ?? ready.Frame.Plover, MinimumSides = pattern.MinimumSides ?? ready.Frame.MinimumSides,
        };
        // "we will meet", "my trip": whoever speaks is not named here.
        foreach (var argument in _arguments.Found)
            if (argument.Kind is SlotKind.Subject or SlotKind.Possessor && words.Is(argument.Token, WordClass.Speaker)) return null;
        if ((ready.Things.Count > 0 || ready.NamedThings.Count > 0 || pattern.ThingKind is not null) && !FindThing(ready, draft)) return null;
        foreach (var thing in draft.Things)
        {
            _arguments.CollectThing(thing);
            // "Ambassador to Russia Cristian Istrate": Russia is part of who he is.
            if (_mentions.At(thing) is { Kind: MentionKind.Person } own) _arguments.Found.RemoveAll(a => a.Kind == SlotKind.Preposition && _mentions.At(a.Token) == own && a.Token != thing);
        }
        foreach (var (role, slots) in ready.Roles) FillRole(ready, draft, role, slots, verb);
        if (verb) FillBeside(ready, draft, trigger);
        if (ready.Over.Count > 0) FillOver(ready, draft, trigger);
        draft.ByStrangers = ready.Frame.MetRole is not null && _arguments.Found.Exists(a => a.Kind is SlotKind.Subject or SlotKind.Agent && !a.Support && _document.Tokens[a.Token].Pos is Upos.Propn && IsStranger(a.Token));
        (draft.PlaceRole, draft.Each) = (pattern.PlaceRole, pattern.Each);
        if (pattern.NoObject && _arguments.Found.Exists(a => a.Kind == SlotKind.Object && !a.Support)) return null;
        if (pattern.Persons && (draft.Participants.Exists(p => p.Who.Kind != EntityKind.Person) || HasComplement(trigger))) return null;
        if (pattern.FromContext is { } missing && phrases is null) FillFromContext(ready, draft, missing);
        if (phrases is not null) FillPhrases(ready, draft);
        // "Russia's Putin": the state adds nothing where its person stands.
        draft.Participants.RemoveAll(p => p.Who.Kind == EntityKind.State && draft.Participants.Exists(q => q.Role == p.Role && q.Who.Kind == EntityKind.Person && q.Who.Country == p.Who.Country));
        if (pattern.Speaker is { } speaks && !Has(draft, speaks) && _status.Read(_document, _sentence, trigger, verb, ready.Frame).Speaker is >= 0 and var speaker)
            FillActor(ready, draft, speaks, new Argument(SlotKind.Subject, -1, speaker, false));
        if (!HasNeeds(pattern, draft)) return null;
        if (ready.Frame.MinimumSides > 1 && HitsItself(draft)) return null;
        draft.Definite = !verb && IsDefinite(trigger);
        draft.Anterior = verb ? IsAnterior(trigger) : _arguments.Governor >= 0 && IsAnterior(_arguments.Governor);
        draft.Factual = pattern.Negated ? Refusal(trigger) : pattern.Modal.Length > 0 ? Claim(trigger, pattern.Modal) : _status.Read(_document, _sentence, trigger, verb, ready.Frame);
        if (pattern.Status is { } status && draft.Factual.Status is Factuality.Occurred or Factuality.Ongoing) draft.Factual = draft.Factual with { Status = Enum.Parse<Factuality>(status, true) };
        if (draft.Factual.Status == Factuality.Unreal) return null;
        draft.Incomplete = !EventFilter.IsComplete(draft, pack, phrases is null ? ReaderScope.Diplomacy : ReaderScope.Plover);
        draft.AddEvidence(TriggerSpan(trigger), "trigger", pattern.Id);
        if (draft.Factual.Cue >= 0 && draft.Factual.Status != Factuality.Occurred && draft.Factual.Cue != trigger) draft.AddEvidence(_document.Span(draft.Factual.Cue, draft.Factual.Cue + 1), "status", null);
        return draft;
    }

    // "had met": before what is being told, so that its day is not that of the story.
    private bool IsAnterior(int verb)
    {
        for (var i = _sentence.First; i < verb; i++)
            if (_document.Tokens[i].Head == verb && _document.Tokens[i].Relation is Deprel.Aux && words.Is(i, WordClass.Have)) return true;
        return false;
    }

    private bool HasComplement(int verb)
    {
        for (var i = _sentence.First; i < _sentence.End; i++)
            if (_document.Tokens[i].Head == verb && _document.Tokens[i].Relation is Deprel.Xcomp or Deprel.Ccomp) return true;
        // An infinitive that follows within the clause counts, wherever the parser hangs it.
        for (var i = verb + 1; i < _sentence.End; i++)
            if ((_document.Tokens[i].Morphology & Morphology.Infinitive) != 0 && _document.Tokens[i].Head is var h && h >= verb && h <= i) return true;
        return false;
    }

    // "will not attend", "won't release": to refuse is a deed, done when it is said.
    private Factual Refusal(int verb)
    {
        bool negated = false, will = false;
        for (var i = _sentence.First; i < verb; i++)
        {
            if (_document.Tokens[i].Head != verb) continue;
            negated |= words.Is(i, WordClass.Negation) && _document.Tokens[i].Relation is Deprel.Advmod;
            will |= _document.Tokens[i].Relation is Deprel.Aux && (words.Is(i, WordClass.Planned) || words.Text(i) is "would");
        }
        return new Factual(negated && will ? Factuality.Occurred : Factuality.Unreal, -1, -1, -1);
    }

    // "must withdraw": to say what another has to do is the deed.
    private Factual Claim(int verb, System.Collections.Immutable.ImmutableArray<string> modal)
    {
        for (var i = _sentence.First; i < verb; i++)
            if (_document.Tokens[i].Head == verb && _document.Tokens[i].Relation is Deprel.Aux && modal.Contains(words.Text(i).ToString().ToLowerInvariant())) return new Factual(Factuality.Occurred, -1, -1, -1);
        return new Factual(Factuality.Unreal, -1, -1, -1);
    }

    private TextSpan TriggerSpan(int trigger) => _document.Span(trigger, trigger + 1);

    // Nobody need be named in the wide scope, but somebody must act or suffer.
    private bool HasNeeds(Pattern pattern, EventDraft draft)
    {
        foreach (var need in pattern.Need)
            if (need == "complement" ? !HasComplement(draft.Trigger) : !Has(draft, need) && (phrases is null || need is "place" or "thing" or "two")) return false;
        foreach (var kind in pattern.NeedKinds)
            if (!draft.Participants.Exists(p => KindName(p.Who.Kind) == kind)) return false;
        return phrases is null || draft.Participants.Count > 0;
    }

    private bool IsStranger(int token) => _mentions.At(token) is null or { Kind: MentionKind.Unknown }
        || _mentions.At(token) is { Kind: MentionKind.Person } person && person.Entities.TrueForAll(e => DraftMerger.Side(e) is null);

    // Nobody expels or sanctions his own.
    private static bool HitsItself(EventDraft draft)
    {
        if (!Has(draft, "party") || !Has(draft, "target")) return false;
        var side = DraftMerger.Side(draft.Participants[0].Who);
        return side is not null && draft.Participants.TrueForAll(p => DraftMerger.Side(p.Who) == side);
    }

    private static bool Has(EventDraft draft, string need)
    {
        if (need == "place") return draft.Place is not null;
        if (need == "thing") return draft.Things.Count > 0;
        if (need == "two") return draft.Participants.Count >= 2;
        foreach (var (role, _) in draft.Participants) if (role == need) return true;
        return false;
    }

    private bool IsDefinite(int noun)
    {
        for (var i = _sentence.First; i < noun; i++)
            if (_document.Tokens[i].Head == noun && _document.Tokens[i].Relation is Deprel.Det or Deprel.NmodPoss && words.Is(i, WordClass.Definite)) return true;
        return false;
    }

    private bool HasModifier(int trigger, System.Collections.Immutable.ImmutableArray<string> list)
    {
        for (var i = _sentence.First; i < _sentence.End; i++)
        {
            if (_document.Tokens[i].Head != trigger && i != trigger - 1) continue;
            foreach (var word in list) if (words.Text(i).Equals(word, StringComparison.OrdinalIgnoreCase)) return true;
        }
        return false;
    }

    private string? Subtype(ReadyPattern ready, int trigger)
    {
        if (ready.File.Subtypes.Count == 0) return null;
        string? found = null;
        for (var i = Math.Max(_sentence.First, trigger - 5); i < trigger; i++)
        {
            if (_document.Tokens[i].Head != trigger && i < trigger - 3) continue;
            var word = words.Text(i).ToString().ToLowerInvariant();
            if (ready.File.Subtypes.TryGetValue(word, out var subtype)) found = found is null ? subtype : ready.File.Subtypes.GetValueOrDefault($"{found} {word}", subtype);
        }
        return found;
    }

    // --- things: documents, honours, named exercises ---

    private bool FindThing(ReadyPattern ready, EventDraft draft)
    {
        foreach (var slot in ready.ThingSlots)
            foreach (var argument in _arguments.Found)
            {
                if (!Matches(argument, slot)) continue;
                if (slot.Inner is null ? IsThing(ready, argument.Token, draft, 0) : Innermost(argument, slot.Inner).Any(inside => IsThing(ready, inside.Token, draft, 0))) return true;
            }
        foreach (var slot in ready.ThingSlots)
        {
            if (slot.Preposition is { } preposition && ThingBehind(ready, draft, preposition)) return true;
            if (slot.Kind is SlotKind.Anywhere && ThingNear(ready, draft)) return true;
        }
        return false;
    }

    // "discussed Ukraine, energy and the dollar by telephone": the phrase counts wherever the parser hangs it in the clause.
    private bool ThingBehind(ReadyPattern ready, EventDraft draft, string preposition)
    {
        for (var i = draft.Trigger + 1; i < _sentence.End - 1; i++)
        {
            if (_document.Tokens[i].Pos is Upos.Verb && _document.Tokens[i].Relation is not (Deprel.Acl or Deprel.Conj)) return false;
            if (!words.Text(i).Equals(preposition, StringComparison.OrdinalIgnoreCase)) continue;
            for (var j = i + 1; j < Math.Min(i + 4, _sentence.End); j++)
                if (IsThing(ready, j, draft, 3)) return true;
        }
        return false;
    }

    private bool ThingNear(ReadyPattern ready, EventDraft draft)
    {
        for (var i = draft.Trigger + 1; i < Math.Min(_sentence.End, draft.Trigger + 15); i++)
            if (IsThing(ready, i, draft, 3)) return true;
        return false;
    }

    private bool IsThing(ReadyPattern ready, int token, EventDraft draft, int depth)
    {
        if (ready.NotThings.Count > 0 && IsNotThing(ready, token)) return false;
        if (_mentions.At(token) is { } m)
        {
            if (m.Kind == MentionKind.Document && !KindFits(ready.Pattern, m)) return false;
            if (Enum.TryParse<MentionKind>(ready.Pattern.ThingKind, true, out var kind) && m.Kind == kind || m.Office is { } office && ready.Pattern.Offices.Contains(office))
            {
                draft.Things.Add(HeadOf(m));
                return true;
            }
        }
        foreach (var reading in words.Readings(token))
            if (ready.Things.Contains(reading.Lexeme) && (ready.Pattern.ThingWith.Length == 0 || HasModifier(token, ready.Pattern.ThingWith))) { draft.Things.Add(token); return true; }
        if (ready.NamedThings.Count > 0 && words.IsCapital(token) && (words.IsCapital(token - 1) || words.Is(token + 1, WordClass.Genitive)))
            foreach (var reading in words.Readings(token))
                if (ready.NamedThings.Contains(reading.Lexeme)) { draft.Things.Add(token); return true; }
        if (depth > 2) return false;
        // "a number of agreements", "a package of documents", "the Order of X, first class".
        for (var i = token + 1; i < _sentence.End; i++)
            if (_document.Tokens[i].Head == token && _document.Tokens[i].Relation is Deprel.Nmod or Deprel.Conj or Deprel.Appos && IsThing(ready, i, draft, depth + 1)) return true;
        return false;
    }

    private bool KindFits(Pattern pattern, Mention document)
    {
        if (pattern.Kinds.Length == 0 && pattern.NotKinds.Length == 0 || document.Row < 0) return true;
        var kind = pack.Document(document.Row).Kind;
        return !pattern.NotKinds.Contains(kind) && (pattern.Kinds.Length == 0 || pattern.Kinds.Contains(kind));
    }

    // The thing itself or what modifies it is one of the words that make it another thing ("trade relations").
    private bool IsNotThing(ReadyPattern ready, int token)
    {
        for (var i = _sentence.First; i < _sentence.End; i++)
        {
            if (i != token && (_document.Tokens[i].Head != token || _document.Tokens[i].Relation is not (Deprel.Compound or Deprel.Amod or Deprel.NmodPoss or Deprel.Conj))) continue;
            foreach (var reading in words.Readings(i)) if (ready.NotThings.Contains(reading.Lexeme)) return true;
        }
        return false;
    }

    // The token of a mention that hangs outside it.
    private int HeadOf(Mention m)
    {
        for (var i = m.First; i < m.End; i++)
            if (_document.Tokens[i].Head is var head && (head < m.First || head >= m.End)) return i;
        return m.First;
    }

    private bool Matches(in Argument argument, SlotName slot) => argument.Kind == slot.Kind
        && (slot.Preposition is null || argument.Preposition >= 0 && words.Text(argument.Preposition).Equals(slot.Preposition, StringComparison.OrdinalIgnoreCase));

    // --- roles ---

    private void FillRole(ReadyPattern ready, EventDraft draft, string role, SlotName[] slots, bool verb)
    {
        foreach (var slot in slots)
        {
            var any = false;
            foreach (var argument in _arguments.Found)
            {
                if (!Matches(argument, slot)) continue;
                if (argument.Support && !SupportCounts(ready, slot, role)) continue;
                if (role == "place" && argument.Deep) continue;
                if (slot.Inner is null) { any |= Fill(ready, draft, role, argument); continue; }
                foreach (var inside in Innermost(argument, slot.Inner)) any |= Fill(ready, draft, role, inside);
            }
            // "between X and Y", "of X with Y": further slots may add to a role of many, unless the first gave enough.
            if (any && role is "place") return;
            if (any && !ready.Pattern.Mutual) return;
        }
    }

    private bool Fill(ReadyPattern ready, EventDraft draft, string role, in Argument argument) =>
        role == "place" ? FillPlace(draft, argument) : FillActor(ready, draft, role, argument);

    private IEnumerable<Argument> Innermost(Argument outer, SlotName slot)
    {
        foreach (var inside in _arguments.Inside(outer, slot))
            if (slot.Inner is null) yield return inside;
            else foreach (var deeper in Innermost(inside, slot.Inner)) yield return deeper;
    }

    // "turned the offer down", "condemned the action": who is meant stands before, the other side last spoken of.
    private void FillFromContext(ReadyPattern ready, EventDraft draft, string role)
    {
        if (Has(draft, role) || draft.Participants.Count == 0) return;
        var wanted = ready.Pattern.Need.Contains("two") || ready.Frame.MinimumActors > 2 ? 2 : 1;
        var floor = _document.Sentences[Math.Max(0, _sentenceIndex - 2)].First;
        var sides = draft.Participants.Select(p => DraftMerger.Side(p.Who)).ToHashSet();
        for (var i = _mentions.All.Count - 1; i >= 0 && wanted > 0; i--)
        {
            var m = _mentions.All[i];
            if (m.First >= draft.Trigger || m.Kind is MentionKind.Nationality or MentionKind.Holders or MentionKind.Sides or MentionKind.Organisation) continue;
            if (m.First < floor) return;
            if (m.Entities.Count != 1 || m.Entities[0] is not { Country: not null } who || !sides.Add(DraftMerger.Side(who))) continue;
            draft.AddParticipant(role, who);
            draft.AddEvidence(_document.Span(m.First, m.End), "who", null);
            wanted--;
        }
    }

    // The wide scope: a role that no name fills goes to whoever its phrase names ("police", "a court in Lyon").
    private void FillPhrases(ReadyPattern ready, EventDraft draft)
    {
        foreach (var (role, slots) in ready.Roles)
        {
            if (role is "place" || Has(draft, role)) continue;
            foreach (var slot in slots)
            {
                foreach (var argument in _arguments.Found)
                {
                    if (!Matches(argument, slot) || argument.Support && !SupportCounts(ready, slot, role)) continue;
                    if (slot.Inner is null) FillPhrase(draft, role, argument.Token);
                    else foreach (var inside in Innermost(argument, slot.Inner)) FillPhrase(draft, role, inside.Token);
                }
                if (Has(draft, role) && !ready.Pattern.Mutual) break;
            }
        }
    }

    private void FillPhrase(EventDraft draft, string role, int token)
    {
        if (phrases!.At(token, _sentence) is not var (who, span)) return;
        draft.AddParticipant(role, who);
        draft.AddEvidence(span, "who", null);
    }

    // A governor's subject takes part in a noun's event only where the verb says so or the preposition does.
    private bool SupportCounts(ReadyPattern ready, SlotName slot, string role)
    {
        var governor = _arguments.Governor;
        if (governor < 0) return false;
        var supported = false;
        foreach (var reading in words.Readings(governor)) supported |= reading.IsVerb && ready.Support.Contains(reading.Lexeme);
        if (_arguments.GovernorRelation is Deprel.Nsubj or Deprel.NsubjPass)
            return slot.Kind == SlotKind.Preposition && (supported || words.Is(governor, WordClass.Aspect | WordClass.Planned | WordClass.Cancelled | WordClass.Postponed))
                || slot.Kind is SlotKind.Subject or SlotKind.Agent && _arguments.GovernorRelation is Deprel.NsubjPass && supported;
        if (_arguments.GovernorRelation is Deprel.Obj or Deprel.Xcomp) return supported;
        if (_arguments.OwnPreposition < 0) return supported;
        var preposition = words.Text(_arguments.OwnPreposition);
        foreach (var via in ready.Pattern.Via)
            if (preposition.Equals(via, StringComparison.OrdinalIgnoreCase)) return slot.Kind is SlotKind.Subject or SlotKind.Preposition || slot.Kind is SlotKind.Object && ready.Pattern.Mutual;
        return false;
    }

    // "signed a decree awarding X": whoever signs the decree awards.
    private void FillOver(ReadyPattern ready, EventDraft draft, int trigger)
    {
        var at = _document.Tokens[trigger].Head;
        for (var steps = 0; steps < 4 && at >= _sentence.First && at < _sentence.End; steps++, at = _document.Tokens[at].Head)
        {
            var over = false;
            foreach (var reading in words.Readings(at)) over |= ready.Over.Contains(reading.Lexeme);
            if (!over || _document.Tokens[at].Head is not (>= 0 and var verb)) continue;
            for (var i = _sentence.First; i < _sentence.End; i++)
                if (_document.Tokens[i].Head == verb && _document.Tokens[i].Relation is Deprel.Nsubj or Deprel.OblAgent)
                    foreach (var (role, slots) in ready.Roles)
                        if (role != "place" && slots.Length > 0 && slots[0].Kind == SlotKind.Subject) FillActor(ready, draft, role, new Argument(SlotKind.Subject, -1, i, false));
            return;
        }
    }

    private bool HasBeside(int trigger, System.Collections.Immutable.ImmutableArray<string> list)
    {
        for (var i = trigger + 1; i < Math.Min(_sentence.End, trigger + 13); i++)
            foreach (var word in list) if (words.Text(i).Equals(word, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    // "agreed to open", "agreed on a route", "agreed that": it says on what.
    private bool HasMatter(int verb)
    {
        for (var i = _sentence.First; i < _sentence.End; i++)
        {
            if (_document.Tokens[i].Head != verb) continue;
            if (_document.Tokens[i].Relation is Deprel.Xcomp or Deprel.Ccomp or Deprel.Obj or Deprel.NsubjPass) return true;
            if (_document.Tokens[i].Relation is Deprel.Obl && _arguments.PrepositionOf(i) is >= 0 and var p && words.Text(p) is "on" or "to" or "upon") return true;
        }
        return false;
    }

    private bool IsDoneTo(ReadyPattern ready, int verb)
    {
        for (var i = verb + 1; i < _sentence.End; i++)
            if (_document.Tokens[i].Head == verb && _document.Tokens[i].Relation is Deprel.Xcomp or Deprel.Ccomp or Deprel.Obl or Deprel.Advcl)
                foreach (var reading in words.Readings(i)) if (ready.NotTo.Contains(reading.Lexeme)) return true;
        return false;
    }

    // Where the parse gives a verb no subject or object, an actor that stands directly beside it is one.
    private void FillBeside(ReadyPattern ready, EventDraft draft, int verb)
    {
        foreach (var (role, slots) in ready.Roles)
        {
            if (role is "place" || slots.Length == 0) continue;
            if (Names(slots, SlotKind.Subject) && !HasArgument(SlotKind.Subject) && _document.Tokens[verb].Relation is not (Deprel.Acl or Deprel.Xcomp or Deprel.Advcl)) FillFrom(ready, draft, role, Before(verb), SlotKind.Subject);
            if (Names(slots, SlotKind.Object) && !HasArgument(SlotKind.Object)) FillFrom(ready, draft, role, _mentions.At(verb + 1) is not null ? verb + 1 : -1, SlotKind.Object);
        }
    }

    private static bool Names(SlotName[] slots, SlotKind kind) => Array.Exists(slots, s => s.Kind == kind);

    private bool HasArgument(SlotKind kind) => _arguments.Found.Exists(a => a.Kind == kind && _mentions.At(a.Token) is { Entities.Count: > 0 });

    private int Before(int verb)
    {
        var at = verb - 1;
        while (at >= _sentence.First && _document.Tokens[at].Pos is Upos.Aux or Upos.Adv or Upos.Part && _mentions.At(at) is null) at--;
        return at >= _sentence.First && _mentions.At(at) is { Kind: MentionKind.Person or MentionKind.Holder or MentionKind.Holders or MentionKind.Organisation } ? at : -1;
    }

    private void FillFrom(ReadyPattern ready, EventDraft draft, string role, int token, SlotKind kind)
    {
        if (token >= 0) FillActor(ready, draft, role, new Argument(kind, -1, token, false));
    }

    private bool FillPlace(EventDraft draft, in Argument argument)
    {
        if (_mentions.PlaceAt(argument.Token, _sentence) is not { } place) return false;
        if (place.Venue >= 0 && place.Kind is MentionKind.Venue or MentionKind.Body) draft.Venue ??= place;
        else if (draft.Place is null) (draft.Place, draft.PlaceIsOwn) = (place, true);
        else if (draft.Place != place) draft.MorePlaces.Add(place);
        draft.AddEvidence(_document.Span(place.First, place.End), "where", null);
        return true;
    }

    private bool FillActor(ReadyPattern ready, EventDraft draft, string role, in Argument argument)
    {
        var definition = ready.Frame.Roles.FirstOrDefault(r => r.Role == role) ?? throw new FormatException($"pattern {ready.Pattern.Id}: frame {ready.Frame.Type} has no role {role}");
        var any = false;
        foreach (var mention in _mentions.ActorsAt(argument.Token, _sentence, words))
        {
            // "the APEC meeting": the organisation is whose meeting it is, no party.
            if (ready.Pattern.Mutual && role == "party" && mention.Kind is MentionKind.Organisation && (argument.Kind == SlotKind.Modifier || argument.Kind == SlotKind.Preposition && words.Is(argument.Preposition, WordClass.Genitive))) continue;
            // A state travels only as its delegation.
            if (role == "visitor" && mention.Kind == MentionKind.State && !words.Is(mention.End - 1, WordClass.Delegation)) continue;
            if (argument.Kind == SlotKind.Preposition && mention.Kind is MentionKind.Place && mention.State < 0) continue;
            if (mention.Entities.Count == 0 && definition.Kinds is ["person"]) Introduce(mention);
            foreach (var named in mention.Entities)
            {
                // "staff of the Romanian embassy": where a body cannot fill the role, its state does.
                var entity = named.Kind == EntityKind.Body && named.Country is { } code && !definition.Kinds.Contains("body") && definition.Kinds.Contains("state") ? stateOf(code) ?? named : named;
                if (!definition.Kinds.Contains(KindName(entity.Kind)) || entity.Office is { } office && ready.Frame.NotOffices.Contains(office)) continue;
                draft.AddParticipant(role, entity);
                if (argument.Kind == SlotKind.Subject) draft.Subjects.Add(entity);
                draft.AddEvidence(_document.Span(mention.First, mention.End), "who", null);
                any = true;
            }
        }
        return any;
    }

    // "named Alireza Enayati ambassador": the role says that the unknown name is a person's.
    private void Introduce(Mention mention)
    {
        if (mention.Kind != MentionKind.Unknown || mention.End - mention.First < 2) return;
        mention.Kind = MentionKind.Person;
        mention.Entities.Add(new Entity { Kind = EntityKind.Person, Name = Details.NounPhrases.Text(_document, _document.Span(mention.First, mention.End)), Surname = words.Text(mention.End - 1).ToString().ToLowerInvariant() });
    }

    private static string KindName(EntityKind kind) => kind switch
    {
        EntityKind.Person => "person",
        EntityKind.State => "state",
        EntityKind.Organisation => "organisation",
        EntityKind.Body => "body",
        _ => "group",
    };
}
