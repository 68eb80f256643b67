using Chancery.Reading.Lexicons;
using Chancery.Reading.Syntax;

namespace Chancery.Reading.Frames;

/// <content>What a clause shares with the one above it: relative clauses, control, coordination.</content>
internal sealed partial class Arguments
{
    // who, which, that: the noun they stand for.
    private int Antecedent(int token, int verb)
    {
        if (!words.Is(token, WordClass.Relative) || _tokens[verb].Relation is not (Deprel.AclRelcl or Deprel.Acl)) return token;
        return _tokens[verb].Head >= 0 ? _tokens[verb].Head : token;
    }

    // "Biden, whose stopover was called off": the noun that the clause hangs on.
    private int Whose(int noun, int relative)
    {
        var at = noun;
        for (var steps = 0; steps < 4 && at >= _sentence.First; steps++, at = _tokens[at].Head)
            if (_tokens[at].Relation is Deprel.AclRelcl && _tokens[at].Head >= 0) return _tokens[at].Head;
        return relative;
    }

    // "Iraq, whose army overran Kuwait": what its army does, Iraq does.
    private int WhoseOwner(int noun, int verb)
    {
        if (_tokens[verb].Relation is not Deprel.AclRelcl || !words.Is(noun, WordClass.Forces | WordClass.Government | WordClass.Delegation)) return -1;
        for (var i = _sentence.First; i < noun; i++)
            if (_tokens[i].Head == noun && _tokens[i].Relation is Deprel.NmodPoss && words.Is(i, WordClass.Relative)) return _tokens[verb].Head;
        return -1;
    }

    private void Inherit(int verb, bool passive, bool hasObject, int depth)
    {
        var head = _tokens[verb].Head;
        if (head < 0 || depth > 4) return;
        switch (_tokens[verb].Relation)
        {
            case Deprel.Acl or Deprel.AclRelcl:
                if (passive && !hasObject) Add(SlotKind.Object, -1, head);
                else if (!passive)
                {
                    Add(SlotKind.Subject, -1, head);
                    AddEqual(head);
                    // "Putin signed a decree awarding …": who acts through the paper acts.
                    if (_tokens[verb].Relation is Deprel.Acl && _tokens[head].Relation is Deprel.Obj && _tokens[head].Head >= 0) InheritFrom(verb, _tokens[head].Head, Deprel.Acl, false, depth + 1);
                }
                break;
            case Deprel.Conj or Deprel.Xcomp or Deprel.Advcl or Deprel.Ccomp or Deprel.Parataxis or Deprel.Acl or Deprel.Csubj:
                if (_tokens[verb].Relation is Deprel.Ccomp && (_tokens[verb].Morphology & Morphology.Finite) != 0) return;
                InheritFrom(verb, head, _tokens[verb].Relation, passive && !hasObject, depth);
                break;
        }
    }

    // "Macron, the first leader to go there", "Biden became the first to go": the noun is said of somebody named, who acts.
    private void AddEqual(int noun)
    {
        if (_tokens[noun].Relation is Deprel.Appos && _tokens[noun].Head >= 0) Add(SlotKind.Subject, -1, _tokens[noun].Head);
        var holder = _tokens[noun].Relation is Deprel.Xcomp or Deprel.Obj ? _tokens[noun].Head : noun;
        for (var i = _sentence.First; i < holder; i++)
            if (_tokens[i].Head == holder && _tokens[i].Relation is Deprel.Nsubj && (holder != noun || HasCopula(noun))) Add(SlotKind.Subject, -1, i);
    }

    private bool HasCopula(int noun)
    {
        for (var i = _sentence.First; i < noun; i++)
            if (_tokens[i].Head == noun && _tokens[i].Relation is Deprel.Cop) return true;
        return false;
    }

    private bool IsBehindFor(int verb)
    {
        for (var i = verb - 1; i >= _sentence.First && i > verb - 4; i--)
            if (_tokens[i].Head == verb && _tokens[i].Relation is Deprel.Mark or Deprel.Case && words.Text(i) is "for") return true;
        return false;
    }

    // The subject of the governing verb, or its object under control verbs ("asked X to visit").
    private void InheritFrom(int verb, int head, Deprel relation, bool asObject, int depth)
    {
        int subject = -1, obj = -1;
        for (var i = _sentence.First; i < _sentence.End; i++)
        {
            if (_tokens[i].Head != head) continue;
            if (_tokens[i].Relation is Deprel.Nsubj or Deprel.NsubjPass) subject = Antecedent(i, head);
            else if (_tokens[i].Relation is Deprel.Obj) obj = i;
        }
        // "asked X to visit", "assailed Ukraine for holding exercises": whoever is the object acts.
        var controlled = obj >= 0 && (relation == Deprel.Xcomp || relation is Deprel.Advcl && verb > obj && IsBehindFor(verb)) ? obj : subject;
        if (controlled >= 0) Add(asObject ? SlotKind.Object : SlotKind.Subject, -1, controlled);
        else if (_tokens[head].Head >= 0 && _tokens[head].Relation is Deprel.Conj or Deprel.Xcomp or Deprel.Advcl) InheritFrom(head, _tokens[head].Head, _tokens[head].Relation, asObject, depth + 1);
        else if (_tokens[head].Relation is Deprel.Acl or Deprel.AclRelcl && _tokens[head].Head >= 0) Add(asObject ? SlotKind.Object : SlotKind.Subject, -1, _tokens[head].Head);
        else if (_tokens[head].Pos is Upos.Noun or Upos.Propn && relation is Deprel.Acl) Add(SlotKind.Subject, -1, head);
    }
}
