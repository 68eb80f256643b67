using Chancery.Reading.Lexicons;
using Chancery.Reading.Syntax;

namespace Chancery.Reading.Frames;

// The status of an event that a noun tells, from its modifiers and its clause.
internal sealed partial class StatusReader
{
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
                if ((classes & WordClass.Planned) != 0 || IsToBe(i)) (status, fixedBy) = (Factuality.Planned, i);
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

    // "a summit to be held in May"
    private bool IsToBe(int participle)
    {
        bool to = false, be = false;
        for (var i = Math.Max(_sentence.First, participle - 4); i < participle; i++)
        {
            to |= _tokens[i].Head == participle && _tokens[i] is { Relation: Deprel.Mark, Pos: Upos.Part };
            be |= _tokens[i].Head == participle && _tokens[i].Relation is Deprel.AuxPass;
        }
        return to && be;
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
        // "the raid is not linked with the blast": it took place.
        if (frame.Presupposed && relation is Deprel.Nsubj or Deprel.NsubjPass && (classes & WordClass.Aspect) == 0 && words.Text(head) is not ("carried" or "launched" or "conducted" or "staged" or "mounted") && IsNegated(head)) return Is(Factuality.Occurred, -1, open: true);
        // "a call has not been confirmed" denies nothing.
        if (IsNegated(head)) return (classes & WordClass.Speech) != 0 ? Is(Factuality.Unreal, head) : Refuted(head, Is(Factuality.Unreal, head), frame);
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
            // "coordinate toward a visit": what is worked for.
            if (preposition >= 0 && words.Text(preposition) is "toward" or "towards") return Is(Factuality.Unreal, preposition);
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
        if (frame.Presupposed) return Is(Factuality.Occurred, -1, open: true);
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
}
