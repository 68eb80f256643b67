using Chancery.Reading.Lexicons;
using Chancery.Reading.Syntax;

namespace Chancery.Reading.Frames;

/// <content>What the clause of a trigger says of it: told before, idle, refused, demanded.</content>
internal sealed partial class FrameMatcher
{
    // "had met": before what is being told, so that its day is not that of the story.
    private bool IsAnterior(int verb)
    {
        for (var i = _sentence.First; i < verb; i++)
            if (_document.Tokens[i].Head == verb && _document.Tokens[i].Relation is Deprel.Aux && words.Is(i, WordClass.Have)) return true;
        // "in the years since the pact was signed"
        for (var i = _sentence.First; i < verb; i++)
            if (_document.Tokens[i].Head == verb && _document.Tokens[i].Relation is Deprel.Mark && words.Is(i, WordClass.Bound) && !words.Is(i, WordClass.After | WordClass.Before)) return true;
        // "had stopped in Paris, where he conferred"
        if (_document.Tokens[verb].Relation is not (Deprel.AclRelcl or Deprel.Advcl) || !HasWhere(verb)) return false;
        for (int at = _document.Tokens[verb].Head, steps = 0; at >= _sentence.First && steps < 5; at = _document.Tokens[at].Head, steps++)
            if (_document.Tokens[at].Pos is Upos.Verb) return IsAnterior(at);
        return false;
    }

    private bool HasWhere(int verb)
    {
        for (var i = _sentence.First; i < verb; i++)
            if (_document.Tokens[i].Head == verb && _document.Tokens[i].Relation is Deprel.Advmod or Deprel.Obl && words.Is(i, WordClass.Relative)) return true;
        return false;
    }

    private bool HasComplement(int verb)
    {
        for (var i = _sentence.First; i < _sentence.End; i++)
            if (_document.Tokens[i].Head == verb && _document.Tokens[i].Relation is Deprel.Xcomp or Deprel.Ccomp) return true;
        // An infinitive that follows within the clause counts, wherever the parser hangs it; not one of a relative clause.
        for (var i = verb + 1; i < _sentence.End; i++)
        {
            if (_document.Tokens[i].Relation is Deprel.AclRelcl || words.Is(i, WordClass.Relative)) break;
            if ((_document.Tokens[i].Morphology & Morphology.Infinitive) != 0 && _document.Tokens[i].Head is var h && (h == verb || h > verb && h <= i && _document.Tokens[h].Pos is not Upos.Verb)) return true;
        }
        return false;
    }

    // A question tells nothing, nor does an infinitive that no plan governs.
    private bool IsIdle(int trigger, in Factual factual)
    {
        if (factual.Status == Factuality.Planned && factual.Open && factual.Cue == trigger) return true;
        for (var i = _sentence.End - 1; i > trigger && i > _sentence.End - 4; i--) if (words.Text(i) is "?") return true;
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
}
