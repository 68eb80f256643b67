using Chancery.Reading.Lexicons;
using Chancery.Reading.Syntax;

namespace Chancery.Reading.Frames;

/// <summary>Decides from tense, modality, negation and the words above it in the graph how real a trigger's event is, and who says so.</summary>
internal sealed class StatusReader(WordView words)
{
    private Token[] _tokens = [];
    private Sentence _sentence;

    public Factual Read(Document document, in Sentence sentence, int trigger, bool verb, FrameDefinition frame)
    {
        (_tokens, _sentence) = (document.Tokens, sentence);
        return verb ? OfVerb(trigger, frame, 0) : OfNoun(trigger, frame, 0);
    }

    private static Factual Is(Factuality status, int cue, bool open = false) => new(status, cue, -1, -1) { Open = open };

    // --- verbs ---

    private Factual OfVerb(int verb, FrameDefinition frame, int depth)
    {
        var own = OwnStatus(verb, depth);
        return own.Status is Factuality.Unreal ? Refuted(verb, own, frame) : Above(verb, own, frame, depth);
    }

    // "The summit will not take place", "would not go ahead".
    private bool WillNot(int verb)
    {
        if (!words.Is(verb, WordClass.Aspect)) return false;
        bool negated = false, future = false;
        for (var i = _sentence.First; i < verb; i++)
        {
            if (_tokens[i].Head != verb) continue;
            negated |= _tokens[i].Relation is Deprel.Advmod && words.Is(i, WordClass.Negation);
            future |= _tokens[i].Relation is Deprel.Aux && (words.Is(i, WordClass.Planned) || words.Text(i) is "would");
        }
        return negated && future;
    }

    // "Xi has not telephoned Trump, the ministry said": who says that it did not happen denies it.
    private Factual Refuted(int verb, Factual unreal, FrameDefinition frame)
    {
        if (!frame.Deniable) return unreal;
        bool negated = false, past = (_tokens[verb].Morphology & (Morphology.Past | Morphology.Finite)) == (Morphology.Past | Morphology.Finite);
        for (var i = _sentence.First; i < verb; i++)
        {
            if (_tokens[i].Head != verb) continue;
            if (_tokens[i].Relation is Deprel.Mark || words.Is(i, WordClass.Planned | WordClass.Modal)) return unreal;
            negated |= _tokens[i].Relation is Deprel.Advmod && words.Is(i, WordClass.Negation);
            past |= _tokens[i].Relation is Deprel.Aux && (words.Is(i, WordClass.Have) || (_tokens[i].Morphology & Morphology.Past) != 0);
        }
        if (!negated || !past) return unreal;
        var said = Above(verb, Is(Factuality.Occurred, verb), frame, 0);
        return said.Speaker < 0 ? unreal : Is(Factuality.Denied, verb) with { Speaker = said.Speaker, SpeechVerb = said.SpeechVerb };
    }

    private Factual OwnStatus(int verb, int depth)
    {
        int aux = -1;
        bool progressive = false, perfect = false, future = false, modal = false, infinitive = false, past = false, be = false;
        for (var i = _sentence.First; i < _sentence.End; i++)
        {
            if (_tokens[i].Head != verb) continue;
            var classes = words.Classes(i);
            switch (_tokens[i].Relation)
            {
                case Deprel.Aux or Deprel.AuxPass or Deprel.Cop:
                    if ((classes & WordClass.Planned) != 0) { future = true; aux = i; }
                    else if ((classes & WordClass.Modal) != 0) { modal = true; aux = i; }
                    else if ((classes & WordClass.Have) != 0)
                    {
                        perfect = true;
                        // "Had the king flown to Baghdad, …"
                        if (i == _sentence.First && words.Text(i) is "Had" && HasSubject(verb) && words.Text(_sentence.End - 1) is not "?") return Is(Factuality.Unreal, i);
                    }
                    else if ((classes & WordClass.Be) != 0) { be |= _tokens[i].Relation is not Deprel.AuxPass; past |= (_tokens[i].Morphology & Morphology.Past) != 0 && (_tokens[i].Morphology & Morphology.Finite) != 0; if (aux < 0) aux = i; }
                    break;
                case Deprel.Mark when (classes & WordClass.Condition) != 0: return Is(Factuality.Unreal, i);
                // "is due to meet"
                case Deprel.Mark when (classes & WordClass.Planned) != 0: future = true; aux = i; break;
                // "talks on reopening the border": what is spoken about.
                case Deprel.Mark or Deprel.Case when (classes & WordClass.About) != 0 && i > _sentence.First && _tokens[i - 1].Pos is Upos.Noun && IsGerund(verb): return Is(Factuality.Unreal, i);
                case Deprel.Mark or Deprel.Aux or Deprel.Case when (classes & WordClass.To) != 0: infinitive = true; break;
                case Deprel.Advmod when (classes & WordClass.Negation) != 0: return IsAfterAll(verb) ? Is(Factuality.Cancelled, i) : Is(Factuality.Unreal, i);
                case Deprel.Advmod when words.Is(i - 1, WordClass.Negation) && words.Text(i) is "longer": return IsAfterAll(verb) ? Is(Factuality.Cancelled, i) : Is(Factuality.Unreal, i);
                // "no documents were signed", "neither side signed"
                case Deprel.Nsubj or Deprel.NsubjPass or Deprel.Obj when IsNegated(i) || (classes & WordClass.Negation) != 0: return Is(Factuality.Unreal, i);
            }
            if (_tokens[i].Relation is Deprel.Dep && (classes & WordClass.Negation) != 0) return Is(Factuality.Unreal, i);
        }
        progressive = be && (_tokens[verb].Morphology & Morphology.Past) == 0 && IsGerund(verb);
        if (future) return Is(Factuality.Planned, aux);
        if (modal) return words.Text(aux) is "would" && ReportedInPast(verb) ? Is(Factuality.Planned, aux) : Is(Factuality.Unreal, aux);
        // "is to visit": a form of be and an infinitive with its mark.
        if (infinitive && be) return Is(Factuality.Planned, aux);
        if (infinitive) return Is(IsFirstTo(verb) ? Factuality.Occurred : Factuality.Planned, verb, open: true);
        if (progressive && !perfect && !past) return Is(Factuality.Ongoing, aux);
        if (_tokens[verb].Relation is Deprel.Conj && !HasSubject(verb) && _tokens[verb].Head >= 0 && depth < 4 && SameForm(verb, _tokens[verb].Head)) return OwnStatus(_tokens[verb].Head, depth + 1);
        return Is(Factuality.Occurred, -1, open: !perfect && (_tokens[verb].Morphology & Morphology.Past) == 0);
    }

    // "will not come after all", "will no longer travel": what was planned is off.
    private bool IsAfterAll(int verb)
    {
        bool future = false, turned = false;
        for (var i = _sentence.First; i < _sentence.End; i++)
        {
            if (_tokens[i].Head == verb && _tokens[i].Relation is Deprel.Aux && ((words.Classes(i) & WordClass.Planned) != 0 || words.Text(i) is "would")) future = true;
            turned |= words.Text(i) is "after" && words.Text(i + 1) is "all" || words.Text(i) is "no" && words.Text(i + 1) is "longer";
        }
        return future && turned;
    }

    private bool SameForm(int a, int b) => _tokens[b].Pos is Upos.Verb && ((_tokens[a].Morphology ^ _tokens[b].Morphology) & (Morphology.Infinitive | Morphology.Gerund)) == 0 && (_tokens[a].Morphology & Morphology.Finite) == 0;

    private bool IsGerund(int verb)
    {
        foreach (var reading in words.Readings(verb)) if (reading.Form == FormKind.Gerund) return true;
        return (_tokens[verb].Morphology & Morphology.Gerund) != 0;
    }

    private bool HasSubject(int verb)
    {
        for (var i = _sentence.First; i < _sentence.End; i++)
            if (_tokens[i].Head == verb && _tokens[i].Relation is Deprel.Nsubj or Deprel.NsubjPass) return true;
        return false;
    }

    // "said he would visit": the future seen from the past.
    private bool ReportedInPast(int verb)
    {
        var head = _tokens[verb].Head;
        if (head >= 0 && _tokens[verb].Relation is Deprel.Ccomp or Deprel.Conj && words.Is(head, WordClass.Speech | WordClass.Planned)) return true;
        if (head >= 0 && _tokens[verb].Relation is Deprel.Conj or Deprel.Acl or Deprel.AclRelcl or Deprel.Advcl) return ReportedInPast(head);
        for (var i = _sentence.First; i < _sentence.End; i++)
            if (_tokens[i].Head == verb && _tokens[i].Relation is Deprel.Parataxis or Deprel.Ccomp && words.Is(i, WordClass.Speech)) return true;
        return false;
    }

    // What stands over a verb: "plans to", "was expected to", "hopes to", "said that", "denied that".
    private Factual Above(int verb, Factual own, FrameDefinition frame, int depth)
    {
        if (depth > 6) return own;
        own = WithParenthesis(verb, own);
        var head = _tokens[verb].Head;
        if (head < 0 || head >= _sentence.End || head < _sentence.First) return own;
        var relation = _tokens[verb].Relation;
        var classes = words.Classes(head);
        switch (relation)
        {
            case Deprel.Xcomp or Deprel.Ccomp or Deprel.Csubj or Deprel.CsubjPass:
                return OverComplement(verb, head, classes, own, frame, depth);
            case Deprel.Acl when own.Open:
                // "became the first president to visit": as real as the clause that says so.
                if (IsFirst(head)) return OfFirst(head, own, frame, depth);
                // "scrapped plans to visit"
                if (_tokens[head].Relation is Deprel.Obj or Deprel.NsubjPass && _tokens[head].Head is >= 0 and var over && (words.Classes(over) & (WordClass.Cancelled | WordClass.Postponed)) != 0) return HasFutureOrReal(over, words.Is(over, WordClass.Cancelled) ? Factuality.Cancelled : Factuality.Postponed);
                // "a proposal to visit", "has no plans to recall"
                if ((classes & WordClass.UnrealNoun) != 0 || IsNegated(head)) return Is(Factuality.Unreal, head);
                return own;
            // "will be received on Monday, followed by talks": wherever the parser hangs it, it follows what the clause tells.
            case Deprel.Acl when own.Status == Factuality.Occurred && (classes & WordClass.Aspect) == 0 && words.Is(verb, WordClass.Aspect) && VerbAbove(head) is >= 0 and var main:
                return OfVerb(main, frame, depth + 1) is { Status: Factuality.Planned } later ? later with { Open = true } : own;
            case Deprel.Advcl:
                return OverAdverbial(verb, head, own, frame, depth);
            case Deprel.Conj or Deprel.Parataxis or Deprel.AclRelcl or Deprel.Acl:
                if (relation is Deprel.Conj && _tokens[head].Relation is Deprel.Xcomp or Deprel.Ccomp or Deprel.Advcl)
                {
                    // "plans to visit and meet": both hang under the plan.
                    var shared = Above(head, own, frame, depth + 1);
                    return shared;
                }
                if (relation is Deprel.Parataxis or Deprel.Conj && (classes & WordClass.Speech) != 0 && SubjectOf(head) >= 0 && relation is Deprel.Parataxis) return own with { Speaker = SubjectOf(head), SpeechVerb = head };
                return own;
        }
        return own;
    }

    private bool IsFirst(int noun)
    {
        for (var i = _sentence.First; i < noun; i++)
            if (_tokens[i].Head == noun && _tokens[i].Relation is Deprel.Amod && words.Text(i) is "first" or "second" or "third" or "last" or "latest" or "only") return true;
        return words.Text(noun) is "first" or "last" or "latest";
    }

    // "the first head of government to set foot there", wherever the parser hangs it.
    private bool IsFirstTo(int verb)
    {
        for (var i = verb - 2; i >= _sentence.First && i > verb - 10; i--)
        {
            if (_tokens[i].Pos is Upos.Verb or Upos.Punct) return false;
            if (words.Text(i) is "first" or "last" or "latest") return words.Is(i - 1, WordClass.Definite) || _tokens[i - 1].Pos is Upos.Adj or Upos.Part;
        }
        return false;
    }

    private Factual OfFirst(int noun, Factual own, FrameDefinition frame, int depth)
    {
        var head = _tokens[noun].Head;
        if (_tokens[noun].Relation is Deprel.Appos || head < _sentence.First || head >= _sentence.End) return HasCopula(noun) ? OwnStatus(noun, depth + 1) : own with { Status = Factuality.Occurred, Open = true };
        if (_tokens[noun].Relation is not (Deprel.Xcomp or Deprel.Obj or Deprel.Conj)) return own with { Status = Factuality.Occurred, Open = true };
        var over = OwnStatus(head, depth + 1);
        return over.Status == Factuality.Unreal ? over : Above(head, over, frame, depth + 1);
    }

    private Factual OverComplement(int verb, int head, WordClass classes, Factual own, FrameDefinition frame, int depth)
    {
        if (IsNegated(head)) return (classes & WordClass.Denied) != 0 ? own : Is(Factuality.Unreal, head);
        if ((classes & WordClass.Denied) != 0) return Is(Factuality.Denied, head) with { Speaker = SubjectOf(head), SpeechVerb = head };
        if ((classes & WordClass.Cancelled) != 0) return Is(Factuality.Cancelled, head);
        if ((classes & WordClass.Postponed) != 0) return Is(Factuality.Postponed, head);
        if ((classes & WordClass.Speech) != 0 && _tokens[verb].Relation is Deprel.Ccomp)
        {
            var said = own with { Speaker = SubjectOf(head), SpeechVerb = head };
            return said;
        }
        if ((classes & WordClass.Unreal) != 0) return Is(Factuality.Unreal, head);
        if ((classes & WordClass.Planned) != 0 && own.Open)
        {
            var plan = Is(Factuality.Planned, head);
            return HasModal(head) ? Is(Factuality.Unreal, head) : Above(head, plan, frame, depth + 1);
        }
        if (_tokens[verb].Relation is Deprel.Xcomp && own.Open)
        {
            // "began to", "went on to", "agreed to": the governor's own status.
            var over = OwnStatus(head, depth + 1);
            if (over.Status == Factuality.Unreal) return over;
            var status = (classes & WordClass.Aspect) != 0 ? over.Status : own.Status == Factuality.Planned && _tokens[head].Pos == Upos.Verb && (classes & WordClass.Aspect) == 0 ? Factuality.Planned : over.Status;
            return Above(head, Is(status, head, own.Open), frame, depth + 1);
        }
        return Above(head, own, frame, depth + 1);
    }

    private Factual OverAdverbial(int verb, int head, Factual own, FrameDefinition frame, int depth)
    {
        for (var i = _sentence.First; i < _sentence.End; i++)
        {
            if (_tokens[i].Head != verb || _tokens[i].Relation is not (Deprel.Mark or Deprel.Case)) continue;
            if (words.Is(i, WordClass.Condition)) return Is(Factuality.Unreal, i);
            if (words.Is(i, WordClass.After)) return Is(Factuality.Occurred, i) is var after && OwnStatus(head, depth + 1).Status == Factuality.Planned ? Is(Factuality.Planned, i) : after;
            if (words.Is(i, WordClass.Before) && !words.Is(i, WordClass.To)) return own with { Status = own.Status == Factuality.Occurred && !own.Open ? Factuality.Occurred : Factuality.Planned };
        }
        // "ruled out visiting Moscow"
        if (IsGerund(verb) && words.Is(head, WordClass.Unreal) && verb > head && verb - head <= 3) return Is(Factuality.Unreal, head);
        // "will be welcomed, followed by talks", "invited him to pay a visit, combining it with a summit": a participle is as real as what governs it.
        if (own.Status == Factuality.Occurred && (_tokens[verb].Morphology & Morphology.Finite) == 0 && !HasAuxiliary(verb))
        {
            var over = OfVerb(head, frame, depth + 1);
            if (over.Status is Factuality.Unreal or Factuality.Planned) return over with { Open = true };
        }
        // Speech as an adverbial: "as the ministry reported".
        return own;
    }

    // ", the ministry said": content first, speech beside it.
    private Factual WithParenthesis(int verb, Factual own)
    {
        if (own.Speaker >= 0) return own;
        for (var i = _sentence.First; i < _sentence.End; i++)
            if (_tokens[i].Head == verb && _tokens[i].Relation is Deprel.Parataxis or Deprel.Advcl or Deprel.Ccomp && words.Is(i, WordClass.Speech) && SubjectOf(i) is >= 0 and var subject)
                return own with { Speaker = subject, SpeechVerb = i };
        return own;
    }

    private int SubjectOf(int verb)
    {
        for (var i = _sentence.First; i < _sentence.End; i++)
            if (_tokens[i].Head == verb && _tokens[i].Relation is Deprel.Nsubj) return i;
        for (var i = _sentence.First; i < _sentence.End; i++)
            if (_tokens[i].Head == verb && _tokens[i].Relation is Deprel.OblAgent) return i;
        return _tokens[verb].Relation is Deprel.Conj or Deprel.Xcomp && _tokens[verb].Head is >= 0 and var head && head >= _sentence.First ? SubjectOfShared(head) : -1;
    }

    private int SubjectOfShared(int verb)
    {
        for (var i = _sentence.First; i < _sentence.End; i++)
            if (_tokens[i].Head == verb && _tokens[i].Relation is Deprel.Nsubj) return i;
        return -1;
    }

    private bool IsNegated(int token)
    {
        for (var i = _sentence.First; i < _sentence.End; i++)
            if (_tokens[i].Head == token && _tokens[i].Relation is Deprel.Advmod or Deprel.Det or Deprel.Cc && words.Is(i, WordClass.Negation)) return true;
        return false;
    }

    private bool HasModal(int verb)
    {
        for (var i = _sentence.First; i < _sentence.End; i++)
            if (_tokens[i].Head == verb && _tokens[i].Relation is Deprel.Aux && words.Is(i, WordClass.Modal) && words.Text(i) is not "would") return true;
        return false;
    }

    // --- nouns ---

    private Factual OfNoun(int noun, FrameDefinition frame, int depth)
    {
        if (depth > 5) return Is(Factuality.Occurred, -1, open: true);
        var status = Factuality.Occurred;
        var fixedBy = -1;
        for (var i = _sentence.First; i < _sentence.End; i++)
        {
            if (_tokens[i].Head != noun || _tokens[i].Relation is not (Deprel.Amod or Deprel.Det or Deprel.Compound or Deprel.Advmod or Deprel.Acl)) continue;
            var classes = words.Classes(i);
            if (_tokens[i].Relation is Deprel.Acl)
            {
                if ((classes & WordClass.Cancelled) != 0) return Is(Factuality.Cancelled, i);
                if ((classes & WordClass.Postponed) != 0) return Is(Factuality.Postponed, i);
                if ((classes & WordClass.Unreal) != 0) return Is(Factuality.Unreal, i);
                if ((classes & WordClass.Planned) != 0) (status, fixedBy) = (Factuality.Planned, i);
                continue;
            }
            if ((classes & WordClass.Unreal) != 0 && (classes & WordClass.Coming) == 0) return Is(Factuality.Unreal, i);
            if ((classes & WordClass.Negation) != 0) return Is(Factuality.Unreal, i);
            if ((classes & WordClass.Cancelled) != 0) return Is(Factuality.Cancelled, i);
            if ((classes & WordClass.Postponed) != 0) return Is(Factuality.Postponed, i);
            if ((classes & WordClass.Coming) != 0) (status, fixedBy) = (Factuality.Planned, i);
            else if ((classes & WordClass.Gone) != 0 && fixedBy < 0) (status, fixedBy) = (Factuality.Occurred, i);
        }
        return InClause(noun, status, fixedBy, frame, depth);
    }

    private Factual InClause(int noun, Factuality status, int fixedBy, FrameDefinition frame, int depth)
    {
        var head = _tokens[noun].Head;
        var relation = _tokens[noun].Relation;
        if (head < _sentence.First || head >= _sentence.End)
        {
            var copular = HasCopula(noun) ? OwnStatus(noun, depth) : Is(Factuality.Occurred, -1, open: true);
            if (copular.Status == Factuality.Occurred && HasCopula(noun) && PrepositionBefore(noun) >= 0 && !IsPastCopula(noun)) copular = Is(Factuality.Ongoing, noun);
            return WithParenthesis(noun, fixedBy >= 0 && copular.Status == Factuality.Occurred ? Is(status, fixedBy) : copular);
        }
        if (relation is Deprel.Conj) return InClauseOf(head, status, fixedBy, frame, depth);
        if (HasCopula(noun))
        {
            var own = OwnStatus(noun, depth);
            if (own.Status == Factuality.Unreal) return own;
            if (own.Status == Factuality.Occurred && PrepositionBefore(noun) >= 0 && !IsPastCopula(noun)) own = Is(Factuality.Ongoing, noun);
            return Above(noun, fixedBy >= 0 ? Is(status, fixedBy) : own, frame, depth + 1);
        }
        if (relation is Deprel.Nmod or Deprel.Compound or Deprel.NmodPoss or Deprel.Appos && _tokens[head].Pos is Upos.Noun or Upos.Propn) return UnderNoun(noun, head, status, fixedBy, frame, depth);
        var classes = words.Classes(head);
        if (relation is Deprel.Nsubj or Deprel.NsubjPass && frame.AnnouncedIsPlanned && WillNot(head)) return Is(Factuality.Cancelled, head);
        if (IsNegated(head)) return Refuted(head, Is(Factuality.Unreal, head), frame);
        if (relation is Deprel.Obj or Deprel.NsubjPass or Deprel.Nsubj or Deprel.Obl or Deprel.Nmod)
        {
            var direct = relation is Deprel.Obj or Deprel.NsubjPass or Deprel.Nsubj;
            if (direct && (classes & WordClass.Denied) != 0) return Is(Factuality.Denied, head) with { Speaker = SubjectOf(head), SpeechVerb = head };
            if (direct && (classes & WordClass.Cancelled) != 0) return HasFutureOrReal(head, Factuality.Cancelled);
            if (direct && (classes & WordClass.Postponed) != 0) return HasFutureOrReal(head, Factuality.Postponed);
            if (direct && (classes & WordClass.Unreal) != 0 && relation is not Deprel.Nsubj) return Is(Factuality.Unreal, head);
            if (direct && (classes & WordClass.Planned) != 0 && relation is not Deprel.Nsubj) return Above(head, Is(Factuality.Planned, head), frame, depth + 1);
            if (direct && (classes & WordClass.Planned) != 0 && _tokens[head].Pos is not Upos.Verb) return Above(head, Is(Factuality.Planned, head), frame, depth + 1);
            if (direct && relation is not Deprel.Nsubj && (classes & WordClass.Speech) != 0 && frame.AnnouncedIsPlanned && fixedBy < 0)
                return Is(Factuality.Planned, head, open: true) with { Speaker = SubjectOf(head), SpeechVerb = head };
        }
        // "arrived ahead of talks"
        if (relation is Deprel.Obl or Deprel.Nmod && _tokens[head].Pos is Upos.Adv && (classes & WordClass.Before) != 0) return fixedBy >= 0 ? Is(status, fixedBy) : Is(Factuality.Planned, head, open: true);
        if (relation is Deprel.Obl or Deprel.Nmod or Deprel.OblUnmarked or Deprel.Advcl)
        {
            var preposition = PrepositionBefore(noun);
            if ((classes & (WordClass.Planned | WordClass.Unreal)) != 0 && preposition >= 0 && words.Text(preposition) is "for" or "to") return Is((classes & WordClass.Unreal) != 0 ? Factuality.Unreal : Factuality.Planned, head);
            if (preposition >= 0 && words.Is(preposition, WordClass.Before)) return fixedBy >= 0 ? Is(status, fixedBy) : BeforeClause(head, preposition, frame, depth);
            if (preposition >= 0 && words.Is(preposition, WordClass.After) && fixedBy < 0)
            {
                var clause = OfVerb(head, frame, depth + 1);
                return clause.Status is Factuality.Planned ? clause : Is(Factuality.Occurred, preposition) with { Speaker = clause.Speaker, SpeechVerb = clause.SpeechVerb };
            }
        }
        var verb = _tokens[head].Pos is Upos.Verb or Upos.Aux or Upos.Adj ? OfVerb(head, frame, depth + 1) : Is(Factuality.Occurred, -1, open: true);
        if (verb.Status == Factuality.Unreal) return verb;
        // "The visit will contribute to ties": what it brings lies ahead, not the visit itself.
        if (relation is Deprel.Nsubj && verb.Status == Factuality.Planned && _tokens[head].Pos is Upos.Verb && HasObject(head)) verb = verb with { Open = true };
        if (fixedBy >= 0 && verb.Status == Factuality.Occurred) return Is(status, fixedBy) with { Speaker = verb.Speaker, SpeechVerb = verb.SpeechVerb };
        return verb;
    }

    private Factual BeforeClause(int head, int preposition, FrameDefinition frame, int depth)
    {
        var clause = OfVerb(head, frame, depth + 1);
        return Is(Factuality.Planned, preposition, open: true) with { Speaker = clause.Speaker, SpeechVerb = clause.SpeechVerb };
    }

    private Factual HasFutureOrReal(int head, Factuality status)
    {
        var own = OwnStatus(head, 0);
        return own.Status == Factuality.Unreal ? own : Is(status, head);
    }

    private Factual InClauseOf(int head, Factuality status, int fixedBy, FrameDefinition frame, int depth) =>
        _tokens[head].Pos is Upos.Noun or Upos.Propn ? InClause(head, status, fixedBy, frame, depth + 1) : Is(status, fixedBy, open: fixedBy < 0);

    // "plans for a visit", "invitation to talks", "results of the talks", "agenda of the visit".
    private Factual UnderNoun(int noun, int head, Factuality status, int fixedBy, FrameDefinition frame, int depth)
    {
        var classes = words.Classes(head);
        if ((classes & WordClass.UnrealNoun) != 0) return Is(Factuality.Unreal, head);
        var preposition = PrepositionBefore(noun);
        // "plans for a visit"; but "a tight schedule of meetings" tells of meetings that are held.
        if ((classes & WordClass.Planned) != 0 && !(preposition >= 0 && words.Is(preposition, WordClass.Genitive))) return Is(Factuality.Planned, head);
        if ((classes & WordClass.Cancelled) != 0) return Is(Factuality.Cancelled, head);
        if ((classes & WordClass.Postponed) != 0) return Is(Factuality.Postponed, head);
        if (preposition >= 0 && words.Is(preposition, WordClass.Before) && !words.Is(preposition, WordClass.Genitive)) return fixedBy >= 0 ? Is(status, fixedBy) : Is(Factuality.Planned, preposition, open: true);
        if (fixedBy >= 0) return Is(status, fixedBy);
        var outer = OfNoun(head, frame, depth + 1);
        return outer.Status is Factuality.Unreal ? outer : outer with { Open = true };
    }

    private int VerbAbove(int token)
    {
        for (var steps = 0; steps < 8 && token >= _sentence.First; steps++, token = _tokens[token].Head)
            if (_tokens[token].Pos is Upos.Verb) return token;
        return -1;
    }

    private bool HasAuxiliary(int verb)
    {
        for (var i = _sentence.First; i < _sentence.End; i++)
            if (_tokens[i].Head == verb && _tokens[i].Relation is Deprel.Aux or Deprel.AuxPass or Deprel.Nsubj or Deprel.NsubjPass) return true;
        return false;
    }

    private bool HasObject(int verb)
    {
        for (var i = _sentence.First; i < _sentence.End; i++)
            if (_tokens[i].Head == verb && _tokens[i].Relation is Deprel.Obj or Deprel.Iobj or Deprel.Obl && i > verb && _tokens[i].Pos is not Upos.Propn) return true;
        return false;
    }

    private bool HasCopula(int noun)
    {
        for (var i = _sentence.First; i < _sentence.End; i++)
            if (_tokens[i].Head == noun && _tokens[i].Relation is Deprel.Cop) return true;
        return false;
    }

    private bool IsPastCopula(int noun)
    {
        for (var i = _sentence.First; i < _sentence.End; i++)
            if (_tokens[i].Head == noun && _tokens[i].Relation is Deprel.Cop && (_tokens[i].Morphology & Morphology.Past) != 0) return true;
        return false;
    }

    private int PrepositionBefore(int noun)
    {
        for (var i = _sentence.First; i < noun; i++)
            if (_tokens[i].Head == noun && _tokens[i].Relation is Deprel.Case && !words.Is(i, WordClass.Possessive)) return i;
        return -1;
    }
}
