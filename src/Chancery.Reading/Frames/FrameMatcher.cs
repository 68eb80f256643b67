using Chancery.Reading.Actors;
using Chancery.Reading.Events;
using Chancery.Reading.Knowledge;
using Chancery.Reading.Lexicons;
using Chancery.Reading.Syntax;

namespace Chancery.Reading.Frames;

/// <summary>Finds the triggers of a sentence and fills the roles of their frames.</summary>
internal sealed partial class FrameMatcher(FrameSet frames, WordView words, KnowledgePack pack, Func<string, Entity?> stateOf, PhraseActors? phrases)
{
    private readonly Arguments _arguments = new(words);
    private readonly List<Argument> _own = [];
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
                _arguments.Collect(document, _mentions, _sentence, i, reading.IsVerb, particle);
                _own.Clear();
                _own.AddRange(_arguments.Found);
                foreach (var pattern in patterns)
                {
                    // What one pattern adds to the arguments or takes from them does not touch the next.
                    _arguments.Found.Clear();
                    _arguments.Found.AddRange(_own);
                    if (Try(pattern, i, reading.IsVerb) is { } draft && (best is null || IsBetter(draft, best))) best = draft;
                }
            }
            if (best is not null) into.Add(best);
        }
        if (phrases is null) MatchStays(into);
    }

    private static bool IsBetter(EventDraft a, EventDraft b) =>
        a.Incomplete != b.Incomplete ? b.Incomplete : a.Participants.Count != b.Participants.Count ? a.Participants.Count > b.Participants.Count : a.Confidence > b.Confidence;

    // The tagger decides between verb and noun; where it has not run, any form goes.
    private bool Fits(int token, FormReading reading)
    {
        var pos = _document.Tokens[token].Pos;
        if (pos == Upos.None) return true;
        if (_mentions.At(token) is { } m && !(m is { Kind: MentionKind.Holder, State: < 0 } && m.End - m.First == 1) && m.Kind is not (MentionKind.Document or MentionKind.Sides or MentionKind.Other) && !(m.Kind is MentionKind.Unknown && (m.End - m.First == 1 || (token == m.End - 1 || token == m.First) && !reading.IsVerb)) && m.Kind is not (MentionKind.Exercise or MentionKind.Summit)) return false;
        return reading.IsVerb ? pos is Upos.Verb or Upos.Aux or Upos.Adj && reading.Form != FormKind.Base || pos is Upos.Verb : pos is Upos.Noun or Upos.Propn or Upos.Num || pos is Upos.Verb && reading.Form == FormKind.Base && _document.Tokens[token].Relation is Deprel.Obj or Deprel.Obl or Deprel.Nmod;
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
        if (!verb && pattern.NotUnder.Length > 0 && IsUnder(trigger, pattern.NotUnder)) return null;
        if (pattern.Voice is { } voice && verb && voice == "passive" != _arguments.Passive) return null;
        // "the Pacific Islands Forum Leaders Meeting" is a name, and no talks of those beside it.
        if (!verb && pattern.Mutual && !pattern.Named && phrases is null && words.IsCapital(trigger) && trigger > _sentence.First && words.IsCapital(trigger - 1) && !IsAllCapital()) return null;
        if (pattern.Unnamed && HasName(trigger) || pattern.NotIn.Length > 0 && HasInside(pattern.NotIn)) return null;
        if (pattern.Named && !(words.IsCapital(trigger) && words.IsCapital(trigger - 1))) return null;
        if (pattern.Beside.Length > 0 && !HasBeside(trigger, pattern.Beside)) return null;
        if (pattern.Finite && verb && _document.Tokens[trigger].Relation is Deprel.Advcl or Deprel.Xcomp or Deprel.Acl) return null;
        if (pattern.Complement && !HasMatter(trigger) || ready.NotTo.Count > 0 && IsDoneTo(ready, trigger)) return null;
        var draft = new EventDraft
        {
            Frame = ready.Frame, Rule = pattern.Id, Trigger = trigger, Sentence = _sentenceIndex, Confidence = pattern.Confidence,
            Brief = pattern.Brief, Factual = default, Subtype = pattern.Subtype ?? (verb ? null : Subtype(ready, trigger)), Mode = pattern.Mode ?? pattern.Plover?.Mode, Plover = pattern.Plover ?? ready.Frame.Plover, MinimumSides = pattern.MinimumSides ?? ready.Frame.MinimumSides,
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
        if (!verb && pattern.Mutual && phrases is null) FillDestination(draft);
        if (pattern.Home is { } home) draft.Home = HomeOf(draft, home == "actor" != (verb && _arguments.Passive));
        if (verb) FillBeside(ready, draft, trigger);
        if (verb) FillFromLead(ready, draft, trigger);
        if (ready.Over.Count > 0) FillOver(ready, draft, trigger);
        draft.ByStrangers = ready.Frame.MetRole is not null && _arguments.Found.Exists(a => a.Kind is SlotKind.Subject or SlotKind.Agent && !a.Support && _document.Tokens[a.Token].Pos is Upos.Propn && IsStranger(a.Token));
        (draft.PlaceRole, draft.Each, draft.Leaving, draft.AtScene) = (pattern.PlaceRole, pattern.Each, pattern.Leaving, pattern.AtScene && (verb || IsOnVisit(draft, trigger)));
        if (ready.Frame.AbroadOnly && pattern.Roles.ContainsKey("place")) FillWhereabouts(draft);
        if (pattern.NoObject && _arguments.Found.Exists(a => a.Kind == SlotKind.Object && !a.Support)) return null;
        if (pattern.Persons && (draft.Participants.Exists(p => p.Who.Kind != EntityKind.Person) || draft.Things.Count == 0 && HasComplement(trigger))) return null;
        if (pattern.FromContext is { } missing && phrases is null) FillFromContext(ready, draft, missing);
        if (phrases is not null) FillPhrases(ready, draft);
        // "Russia's Putin": the state adds nothing where its person stands.
        draft.Participants.RemoveAll(p => p.Who.Kind == EntityKind.State && draft.Participants.Exists(q => q.Role == p.Role && q.Who.Kind == EntityKind.Person && q.Who.Country == p.Who.Country));
        // "was conferred Namibia's highest award by President Nandi-Ndaitwah": whose person gives does not get, where another does.
        draft.Participants.RemoveAll(p => p.Who.Kind == EntityKind.State && draft.Participants.Exists(q => q.Role != p.Role && q.Who.Kind == EntityKind.Person && q.Who.Country == p.Who.Country) && draft.Participants.Exists(r => r.Role == p.Role && r.Who != p.Who));
        if (pattern.Speaker is { } speaks && !Has(draft, speaks) && _status.Read(_document, _sentence, trigger, verb, ready.Frame).Speaker is >= 0 and var speaker)
            FillActor(ready, draft, speaks, new Argument(SlotKind.Subject, -1, speaker, false));
        if (pattern.Pair is { } open && phrases is null && IsOpen(ready, draft, open)) draft.PairRole = open;
        if (!HasNeeds(pattern, draft)) return null;
        if (ready.Frame.MinimumSides > 1 && phrases is null && HitsItself(draft)) return null;
        if (pattern.Mutual && ready.Frame.Type is "talks" or "call" && phrases is null && draft.Participants.Count > 1 && draft.Subjects.Count == 0 && IsByOthers(support: false)) return null;
        draft.ByNoun = !verb;
        draft.Definite = !verb && IsDefinite(trigger);
        draft.Apposed = !verb && _document.Tokens[trigger].Relation is Deprel.Appos && _mentions.At(_document.Tokens[trigger].Head) is not null;
        draft.Held = !verb && IsHeld(ready);
        draft.OrCall = pattern.OrCall;
        draft.Another = !verb && IsAnother(trigger);
        if (ready.Pattern.Mutual && ready.Frame.OneDay && phrases is null) (draft.Governor, draft.Sequel, draft.Forum) = (verb || IsFollower() ? trigger : _arguments.Governor, IsSequel(trigger), verb ? null : Forum(ready, trigger));
        draft.Occasion = pattern.Occasion;
        draft.OfOthers = !verb && ready.Pattern.Mutual && IsOfOthers(ready, trigger);
        draft.Anterior = verb ? IsAnterior(trigger) : _arguments.Governor >= 0 && IsAnterior(_arguments.Governor);
        draft.Factual = pattern.Negated ? Refusal(trigger) : pattern.Modal.Length > 0 ? Claim(trigger, pattern.Modal) : _status.Read(_document, _sentence, trigger, verb, ready.Frame);
        if (draft.Frame.Performed && draft.Factual.Status == Factuality.Ongoing) draft.Factual = draft.Factual with { Status = Factuality.Occurred, Open = true };
        if (pattern.Status is { } status && draft.Factual.Status is Factuality.Occurred or Factuality.Ongoing) draft.Factual = draft.Factual with { Status = Enum.Parse<Factuality>(status, true) };
        if (phrases is null && ready.Frame.AnnouncedIsPlanned && IsListed(trigger, verb))
        {
            (draft.Programme, draft.Held) = (true, true);
            if (draft.Factual.Status is Factuality.Occurred or Factuality.Ongoing) draft.Factual = draft.Factual with { Status = Factuality.Planned, Open = true };
        }
        if (draft.Factual.Status == Factuality.Unreal || ready.Frame.Strict && phrases is null && IsIdle(trigger, draft.Factual)) return null;
        draft.Incomplete = !EventFilter.IsComplete(draft, pack, phrases is null ? ReaderScope.Diplomacy : ReaderScope.Plover);
        draft.AddEvidence(TriggerSpan(trigger), "trigger", pattern.Id);
        if (draft.Factual.Cue >= 0 && draft.Factual.Status != Factuality.Occurred && draft.Factual.Cue != trigger) draft.AddEvidence(_document.Span(draft.Factual.Cue, draft.Factual.Cue + 1), "status", null);
        return draft;
    }

    // The one state of those who fill the subject, or of the others.
    private static string? HomeOf(EventDraft draft, bool subject)
    {
        string? home = null;
        foreach (var (_, who) in draft.Participants)
        {
            if (draft.Subjects.Contains(who) != subject) continue;
            if (who.Country is null || home is not null && home != who.Country) return null;
            home = who.Country;
        }
        return home;
    }

    // "who is on a two-day visit", "has come for talks": no place is told, because all know where.
    private bool IsOnVisit(EventDraft draft, int trigger) =>
        draft.Place is null && draft.Venue is null && _arguments.OwnPreposition >= 0 && words.Text(_arguments.OwnPreposition) is "on" or "for" && !IsDefinite(trigger) && !draft.Participants.Exists(p => p.Role == "host");

    private TextSpan TriggerSpan(int trigger) => _document.Span(trigger, trigger + 1);

    // Nobody need be named in the wide scope, but somebody must act or suffer.
    private bool HasNeeds(Pattern pattern, EventDraft draft)
    {
        foreach (var need in pattern.Need)
            if (draft.PairRole is not null && (need == "two" || need == draft.PairRole)) continue;
            // "the offensive in the Gaza Strip": whose place it is comes to light later.
            else if (need == draft.PlaceRole && draft.Place is not null && draft.PlaceIsOwn) continue;
            else if (need == "complement" ? !HasComplement(draft.Trigger) : !Has(draft, need) && (phrases is null || need is "place" or "thing" or "two")) return false;
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
        // "visited the White House": whoever is at the seat of a state is in it.
        if (need == "place") return draft.Place is not null || draft.Frame.AbroadOnly && draft.Venue is not null;
        if (need == "origin") return draft.Origin is not null;
        if (need == "thing") return draft.Things.Count > 0;
        if (need == "two") return draft.Participants.Count >= 2 || draft.AmongThemselves;
        foreach (var (role, _) in draft.Participants) if (role == need) return true;
        return false;
    }
}
