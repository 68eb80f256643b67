using Chancery.Reading.Lexicons;
using Chancery.Reading.Syntax;

namespace Chancery.Reading.Frames;

/// <content>Arguments of nouns, of the verb over them, and inside phrases.</content>
internal sealed partial class Arguments
{
    private void CollectNoun(int noun)
    {
        OwnPreposition = PrepositionOf(noun);
        for (var i = _sentence.First; i < _sentence.End; i++)
        {
            if (_tokens[i].Head != noun) continue;
            switch (_tokens[i].Relation)
            {
                case Deprel.NmodPoss: Add(SlotKind.Possessor, -1, words.Is(i, WordClass.Relative) ? Whose(noun, i) : i); break;
                case Deprel.Compound or Deprel.Amod or Deprel.Flat or Deprel.Nummod: AddModifier(i); break;
                case Deprel.Nmod or Deprel.Obl:
                    var preposition = PrepositionOf(i);
                    if (preposition >= 0) { Add(SlotKind.Preposition, preposition, i); AddNested(i); }
                    else if (i < noun) AddModifier(i);
                    break;
                case Deprel.Nsubj: Add(SlotKind.Subject, -1, Antecedent(i, noun)); break;
                // "on his way home from Washington"
                case Deprel.Advmod: CollectPhrases(i); break;
                case Deprel.Acl when (_tokens[i].Morphology & Morphology.Infinitive) != 0: _found.Add(new Argument(SlotKind.Complement, -1, i, _support)); break;
                // "talks held with X in Y", "a visit paid by X": what the participle has belongs to the noun.
                case Deprel.Acl or Deprel.AclRelcl when _tokens[i].Pos == Upos.Verb: CollectPhrases(i); break;
            }
        }
        // "the India-France joint exercise Shakti": what stands before the noun may hang on the name behind it.
        if (_tokens[noun].Relation is Deprel.Compound && _tokens[noun].Head is var name && name > noun && _tokens[name].Pos is Upos.Propn)
            for (var i = _sentence.First; i < noun; i++)
                if (_tokens[i].Head == name && _tokens[i].Relation is Deprel.Compound or Deprel.Amod) AddModifier(i);
                else if (_tokens[i].Head == name && _tokens[i].Relation is Deprel.NmodPoss) Add(SlotKind.Possessor, -1, i);
        Climb(noun, 0);
    }

    private void AddModifier(int token)
    {
        _found.Add(new Argument(SlotKind.Modifier, -1, token, _support));
        for (var i = _sentence.First; i < _sentence.End; i++)
            if (_tokens[i].Head == token && _tokens[i].Relation is Deprel.Conj or Deprel.Compound or Deprel.Amod or Deprel.Nmod or Deprel.Flat) AddModifier(i);
    }

    private void CollectPhrases(int verb)
    {
        for (var i = _sentence.First; i < _sentence.End; i++)
        {
            if (_tokens[i].Head != verb) continue;
            var preposition = PrepositionOf(i);
            if (_tokens[i].Relation is Deprel.Obl or Deprel.Nmod && preposition >= 0) Add(SlotKind.Preposition, preposition, i);
            else if (_tokens[i].Relation is Deprel.OblAgent) Add(SlotKind.Preposition, preposition, i);
            else if (_tokens[i].Relation is Deprel.Nsubj && !words.Is(i, WordClass.Relative)) Add(SlotKind.Subject, -1, i);
        }
    }

    /// <summary>What a slot names inside a phrase or clause: the possessor of an object, the subject of a complement.</summary>
    public IEnumerable<Argument> Inside(Argument outer, SlotName slot)
    {
        for (var i = _sentence.First; i < _sentence.End; i++)
        {
            if (_tokens[i].Head != outer.Token || i == outer.Token) continue;
            var preposition = _tokens[i].Relation is Deprel.Nmod or Deprel.Obl or Deprel.OblAgent ? PrepositionOf(i) : -1;
            if (IsInside(i, slot, preposition))
            {
                yield return new Argument(slot.Kind, preposition, i, outer.Support);
                // "in the presence of X and Y"
                for (var j = i + 1; j < _sentence.End; j++)
                    if (_tokens[j].Relation is Deprel.Conj && NameHead(_tokens[j].Head) == i && !HasPreposition(j)) yield return new Argument(slot.Kind, preposition, j, outer.Support);
            }
            // "the Lesotho army attack": modifiers of modifiers; "to be released by Iran", "agreed to start to talk": clauses in clauses.
            var deeper = slot.Kind == SlotKind.Modifier ? _tokens[i].Relation is Deprel.Compound or Deprel.Amod or Deprel.NmodDesc : slot.Kind is SlotKind.Object or SlotKind.Preposition && _tokens[i].Relation is Deprel.Xcomp;
            if (_tokens[i].Relation is Deprel.Conj && i > outer.Token) deeper = true;
            // "a request by X for", "talks on the withdrawal of X": phrases of the object belong to it.
            deeper |= slot.Kind == SlotKind.Preposition && _tokens[outer.Token].Pos == Upos.Verb && _tokens[i].Relation is Deprel.Obj;
            if (!deeper) continue;
            foreach (var argument in Inside(outer with { Token = i }, slot)) yield return argument;
        }
    }

    private bool IsInside(int token, SlotName slot, int preposition) => slot.Kind switch
    {
        SlotKind.Subject => _tokens[token].Relation is Deprel.Nsubj or Deprel.NsubjPass,
        SlotKind.Object => _tokens[token].Relation is Deprel.Obj or Deprel.NsubjPass,
        SlotKind.Indirect => _tokens[token].Relation is Deprel.Iobj,
        SlotKind.Possessor => _tokens[token].Relation is Deprel.NmodPoss,
        SlotKind.Modifier => _tokens[token].Relation is Deprel.Compound or Deprel.Amod or Deprel.Flat || _tokens[token].Relation is Deprel.Nmod && preposition < 0,
        SlotKind.Complement => _tokens[token].Relation is Deprel.Xcomp or Deprel.Ccomp or Deprel.Acl,
        _ => preposition >= 0 && words.Text(preposition).Equals(slot.Preposition, StringComparison.OrdinalIgnoreCase),
    };

    // To the verb over the noun: its subject and phrases support the noun.
    private void Climb(int noun, int steps)
    {
        var head = _tokens[noun].Head;
        if (head < 0 || steps > 3) return;
        var relation = _tokens[noun].Relation;
        if (relation == Deprel.Conj) { Climb(head, steps + 1); return; }
        if (_tokens[head].Pos is Upos.Noun or Upos.Propn && relation is Deprel.Nmod or Deprel.Compound)
        {
            // "the exercise Indestructible Brotherhood was held": the name stands for the noun.
            if (relation == Deprel.Compound && head > noun && _tokens[head].Pos is Upos.Propn) { Climb(head, steps + 1); return; }
            // "round of talks", "series of meetings": the outer noun's place in the clause counts.
            if (words.Is(head, WordClass.None)) return;
            if (OwnPreposition >= 0 && words.Is(OwnPreposition, WordClass.Genitive)) { OwnPreposition = -1; Climb(head, steps + 1); if (OwnPreposition < 0) OwnPreposition = PrepositionOf(head); }
            return;
        }
        // "arrived ahead of talks": the adverb is the preposition.
        if (relation is Deprel.Obl or Deprel.Nmod && OwnPreposition >= 0 && OwnPreposition == head + 1 && words.Is(head, WordClass.Before) && _tokens[head].Pos is Upos.Adv && _tokens[head].Head >= 0)
            (OwnPreposition, head) = (head, _tokens[head].Head);
        if (relation is not (Deprel.Obj or Deprel.Nsubj or Deprel.NsubjPass or Deprel.Obl or Deprel.OblUnmarked or Deprel.Nmod or Deprel.Xcomp)) return;
        (Governor, GovernorRelation) = (head, relation);
        // "his next stop will be Paris"
        if (relation is Deprel.Nsubj && HasCopula(head)) _found.Add(new Argument(SlotKind.Complement, -1, head, false));
        _support = true;
        var before = _found.Count;
        CollectVerb(head, 0);
        if (relation is Deprel.Nsubj) CollectBareObject(head);
        // The noun itself is no argument of itself.
        for (var i = _found.Count - 1; i >= before; i--)
            if (_found[i].Token == noun) _found.RemoveAt(i);
        _support = false;
    }

    // "a conversation took place between X and Y": what hangs on a bare object belongs to the verb.
    private void CollectBareObject(int verb)
    {
        for (var i = verb + 1; i < _sentence.End; i++)
            if (_tokens[i].Head == verb && _tokens[i].Relation is Deprel.Obj && i == verb + 1 && _tokens[i].Pos is Upos.Noun) CollectPhrases(i);
    }
}
