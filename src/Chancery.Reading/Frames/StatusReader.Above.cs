using Chancery.Reading.Lexicons;
using Chancery.Reading.Syntax;

namespace Chancery.Reading.Frames;

// What stands over a verb: plans, wishes, denials, speech, conditions.
internal sealed partial class StatusReader
{
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
            // "denied reports that he was to visit"
            case Deprel.Acl or Deprel.Ccomp when _tokens[head].Pos is Upos.Noun && _tokens[head].Relation is Deprel.Obj or Deprel.NsubjPass && _tokens[head].Head is >= 0 and var denial && words.Is(denial, WordClass.Denied) && (classes & WordClass.Speech) != 0 && !IsNegated(denial):
                return Is(Factuality.Denied, denial) with { Speaker = SubjectOf(denial), SpeechVerb = denial };
            // "expressed the hope that they will sign"
            case Deprel.Acl or Deprel.Ccomp when own.Status == Factuality.Planned && _tokens[head].Pos is Upos.Noun && (classes & WordClass.UnrealNoun) != 0 && !IsAccepted(head):
                return Is(Factuality.Unreal, head);
            case Deprel.Acl when own.Open:
                // "became the first president to visit": as real as the clause that says so.
                if (IsFirst(head)) return OfFirst(head, own, frame, depth);
                // "scrapped plans to visit"
                if (_tokens[head].Relation is Deprel.Obj or Deprel.NsubjPass && _tokens[head].Head is >= 0 and var over && (words.Classes(over) & (WordClass.Cancelled | WordClass.Postponed)) != 0) return HasFutureOrReal(over, words.Is(over, WordClass.Cancelled) ? Factuality.Cancelled : Factuality.Postponed);
                // "a proposal to visit", "has no plans to recall"
                if (IsAccepted(head)) return own;
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

    // "accepted an invitation to visit": whoever accepts means to come.
    private bool IsAccepted(int noun) =>
        _tokens[noun].Relation is Deprel.Obj or Deprel.NsubjPass && _tokens[noun].Head is >= 0 and var over && words.Text(over) is "accepted" && words.Text(noun) is "invitation" or "invite"
        && OwnStatus(over, 0).Status == Factuality.Occurred;

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
}
