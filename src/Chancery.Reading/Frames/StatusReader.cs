using Chancery.Reading.Lexicons;
using Chancery.Reading.Syntax;

namespace Chancery.Reading.Frames;

/// <summary>Decides from tense, modality, negation and the words above it in the graph how real a trigger's event is, and who says so.</summary>
internal sealed partial class StatusReader(WordView words)
{
    private Token[] _tokens = [];
    private Sentence _sentence;

    public Factual Read(Document document, in Sentence sentence, int trigger, bool verb, FrameDefinition frame)
    {
        (_tokens, _sentence) = (document.Tokens, sentence);
        return verb ? OfVerb(trigger, frame, 0) : OfNoun(trigger, frame, 0);
    }

    private static Factual Is(Factuality status, int cue, bool open = false) => new(status, cue, -1, -1) { Open = open };

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
                case Deprel.Mark or Deprel.Aux or Deprel.Case when (classes & WordClass.To) != 0: infinitive |= _tokens[verb].Pos is not Upos.Propn; break;
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
        // "was to have visited": it did not come to it.
        if (infinitive && be) return Is(past && perfect ? Factuality.Cancelled : Factuality.Planned, aux);
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
}
