using Chancery.Reading.Lexicons;
using Chancery.Reading.Syntax;

namespace Chancery.Reading.Frames;

/// <summary>Collects the arguments of a trigger from the dependency graph: its own, those it shares by coordination, control and
/// relative clauses, and those of a verb that supports a trigger noun.</summary>
internal sealed class Arguments(WordView words)
{
    private readonly List<Argument> _found = [];
    private Token[] _tokens = [];
    private Sentence _sentence;
    private bool _support;
    private string? _particle;

    /// <summary>Arguments found last; valid until the next call.</summary>
    public List<Argument> Found => _found;

    /// <summary>The verb that governs the trigger noun, or -1.</summary>
    public int Governor { get; private set; }

    /// <summary>Relation of the trigger noun to <see cref="Governor"/>.</summary>
    public Deprel GovernorRelation { get; private set; }

    /// <summary>Preposition of the trigger noun itself, or -1.</summary>
    public int OwnPreposition { get; private set; }

    /// <summary>The verb collected last stands in the passive.</summary>
    public bool Passive { get; private set; }

    public void Collect(Document document, in Sentence sentence, int trigger, bool verb, string? particle = null)
    {
        (_tokens, _sentence, _support, _particle) = (document.Tokens, sentence, false, particle);
        _found.Clear();
        (Governor, GovernorRelation, OwnPreposition) = (-1, Deprel.None, -1);
        Passive = verb && IsPassive(trigger);
        if (verb) CollectVerb(trigger, 0); else CollectNoun(trigger);
    }

    private void Add(SlotKind kind, int preposition, int token)
    {
        _found.Add(new Argument(kind, preposition, token, _support));
        // "Putin and Japarov": what is joined to an argument is one too.
        for (var i = token + 1; i < _sentence.End; i++)
            if (_tokens[i].Relation is Deprel.Conj && (NameHead(_tokens[i].Head) == token || IsSaidAgain(i, token)) && !HasPreposition(i)) AddJoined(kind, preposition, i);
    }

    private void AddJoined(SlotKind kind, int preposition, int token)
    {
        _found.Add(new Argument(kind, preposition, token, _support));
        for (var i = token + 1; i < _sentence.End; i++)
            if (_tokens[i].Relation is Deprel.Conj && NameHead(_tokens[i].Head) == token) AddJoined(kind, preposition, i);
    }

    // "the Government of Nepal and the Government of Qatar": joined to the inner name, meant of the outer.
    private bool IsSaidAgain(int joined, int token) => _tokens[joined].Head is var inner && inner > token && _tokens[inner].Head == token && words.Text(joined).Equals(words.Text(token), StringComparison.Ordinal);

    // "Sadyr Japarov and Vladimir Putin": what hangs on the last word of a name hangs on the name.
    private int NameHead(int token)
    {
        while (token >= 0 && _tokens[token].Relation is Deprel.Flat && _tokens[token].Head >= 0) token = _tokens[token].Head;
        return token;
    }

    private bool HasPreposition(int token) => PrepositionOf(token) >= 0;

    /// <summary>Token of the preposition of a phrase, or -1.</summary>
    public int PrepositionOf(int token)
    {
        for (var i = _sentence.First; i < token; i++)
            if (_tokens[i].Head == token && _tokens[i].Relation is Deprel.Case && !words.Is(i, WordClass.Possessive)) return i;
        // "on President Xi Jinping": the preposition may hang on the title.
        for (var i = _sentence.First; i < token; i++)
            if (_tokens[i].Head is var title && title > i && title < token && _tokens[i].Relation is Deprel.Case && IsTitleOf(title, token)) return i;
        return -1;
    }

    private bool IsTitleOf(int title, int name)
    {
        for (var steps = 0; steps < 3 && title >= 0; steps++)
        {
            if (title == name) return true;
            // Names of two words are sometimes read as a clause, subject and head side by side.
            if (_tokens[title].Relation is not (Deprel.NmodDesc or Deprel.Compound or Deprel.Flat) && !(_tokens[title].Relation is Deprel.Nsubj && _tokens[title].Head == title + 1 && _tokens[title + 1].Pos is Upos.Propn)) return false;
            title = _tokens[title].Head;
        }
        return title == name;
    }

    private bool IsPassive(int verb)
    {
        for (var i = _sentence.First; i < _sentence.End; i++)
            if (_tokens[i].Head == verb && _tokens[i].Relation is Deprel.AuxPass or Deprel.NsubjPass or Deprel.CsubjPass) return true;
        // "OPEC appointed X" read as a name with a participle: it has an object, so it is no passive.
        if (_tokens[verb].Relation is Deprel.Acl && _tokens[verb].Head is >= 0 and var head && _tokens[head].Relation is Deprel.Root && HasObject(verb)) return false;
        return _tokens[verb].Relation is Deprel.Acl && (_tokens[verb].Morphology & Morphology.Gerund) == 0 && (_tokens[verb].Morphology & (Morphology.Past | Morphology.Passive)) != 0;
    }

    private bool HasRelativeSubject(int verb)
    {
        for (var i = _sentence.First; i < _sentence.End; i++)
            if (_tokens[i].Head == verb && words.Is(i, WordClass.Relative)) return true;
        return false;
    }

    private bool HasObject(int verb)
    {
        for (var i = verb + 1; i < _sentence.End; i++)
            if (_tokens[i].Head == verb && _tokens[i].Relation is Deprel.Obj) return true;
        return false;
    }

    private void CollectVerb(int verb, int depth)
    {
        var passive = IsPassive(verb);
        if (_tokens[verb].Relation is Deprel.Ccomp && _tokens[verb].Head >= 0) _found.Add(new Argument(SlotKind.Above, -1, _tokens[verb].Head, _support));
        bool subject = false, obj = false;
        for (var i = _sentence.First; i < _sentence.End; i++)
        {
            if (_tokens[i].Head != verb) continue;
            switch (_tokens[i].Relation)
            {
                case Deprel.Nsubj or Deprel.NsubjOuter or Deprel.Csubj:
                    subject = true;
                    Add(passive ? SlotKind.Object : SlotKind.Subject, -1, Antecedent(i, verb));
                    if (WhoseOwner(i, verb) is >= 0 and var owner) Add(passive ? SlotKind.Object : SlotKind.Subject, -1, owner);
                    break;
                case Deprel.NsubjPass:
                    obj = true;
                    Add(SlotKind.Object, -1, Antecedent(i, verb));
                    break;
                case Deprel.Obj: obj = true; Add(SlotKind.Object, -1, Antecedent(i, verb)); AddNested(i); break;
                case Deprel.Iobj: Add(SlotKind.Indirect, -1, i); break;
                case Deprel.Xcomp or Deprel.Ccomp: _found.Add(new Argument(SlotKind.Complement, -1, i, _support)); break;
                case Deprel.OblAgent: Add(SlotKind.Agent, PrepositionOf(i), i); Add(SlotKind.Subject, -1, i); break;
                case Deprel.Obl or Deprel.Nmod or Deprel.OblUnmarked:
                    var preposition = PrepositionOf(i);
                    if (preposition < 0) { AddNested(i); break; }
                    Add(SlotKind.Preposition, preposition, Antecedent(i, verb));
                    // "handed over soldiers": the parser may take the particle for a preposition.
                    if (_particle is not null && words.Text(preposition).Equals(_particle, StringComparison.OrdinalIgnoreCase)) Add(SlotKind.Object, -1, i);
                    if (passive && words.Text(preposition) is "by") Add(SlotKind.Subject, -1, i);
                    AddNested(i);
                    break;
            }
        }
        // "the memorandum X signed": what the clause tells of is its object.
        if (depth == 0 && subject && !obj && !passive && _tokens[verb].Relation is Deprel.AclRelcl && _tokens[verb].Head >= 0 && !HasRelativeSubject(verb)) Add(SlotKind.Object, -1, _tokens[verb].Head);
        if (depth == 0 && HyphenAgent(verb) is >= 0 and var maker) { Add(SlotKind.Agent, -1, maker); Add(SlotKind.Subject, -1, maker); subject = true; }
        if (passive && depth == 0 && !_found.Exists(a => a.Kind is SlotKind.Agent) && StrayAgent(verb) is >= 0 and var agent) { Add(SlotKind.Agent, PrepositionOf(agent), agent); Add(SlotKind.Subject, -1, agent); }
        if (!subject && !passive && Misread(verb) is >= 0 and var stray) { subject = true; Add(SlotKind.Subject, -1, stray); }
        if (!subject && !(passive && obj)) Inherit(verb, passive, obj, depth);
        else if (passive && !obj) Inherit(verb, passive, obj, depth);
    }

    // "a US-brokered agreement", "Qatari-mediated talks". -1: none.
    private int HyphenAgent(int verb) => verb - 2 >= _sentence.First && _tokens[verb].Relation is Deprel.Amod or Deprel.Acl && words.Text(verb - 1) is "-" or "–" && _tokens[verb - 2].Head == verb ? verb - 2 : -1;

    // "was received at the State Department by Secretary Kerry": read as the Department's. -1: none.
    private int StrayAgent(int verb)
    {
        for (var i = verb + 1; i < _sentence.End - 1; i++)
        {
            if (_tokens[i].Pos is Upos.Verb || words.Text(i) is ";") return -1;
            if (words.Text(i) is "by" && _tokens[i].Relation is Deprel.Case && _tokens[i].Head is var head && head > i && head < _sentence.End && _tokens[head].Relation is Deprel.Nmod && _tokens[head].Pos is Upos.Propn or Upos.Noun) return head;
        }
        return -1;
    }

    // "The two later held talks" read as "two later", as in "two days later": a bare numeral before the verb is who acts. -1: none.
    private int Misread(int verb)
    {
        var at = verb - 1;
        while (at >= _sentence.First && _tokens[at].Pos is Upos.Aux or Upos.Adv) at--;
        return at >= _sentence.First && at < verb - 1 && _tokens[at].Pos is Upos.Num && _tokens[at].Relation is Deprel.OblUnmarked or Deprel.Obl ? at : -1;
    }

    // "held talks with X on Y in Z": phrases may hang on the object or on another phrase.
    private void AddNested(int noun)
    {
        for (var i = noun + 1; i < _sentence.End; i++)
            if (_tokens[i].Head == noun && _tokens[i].Relation is Deprel.Nmod or Deprel.Obl && PrepositionOf(i) is >= 0 and var p && !words.Is(p, WordClass.Genitive)) Add(SlotKind.Preposition, p, i);
    }

    // "a memorandum of understanding with X", "the Order of the Eagle on Y": misplaced below an inner noun.
    private void AddDeep(int noun, int depth)
    {
        for (var i = noun + 1; i < _sentence.End && depth < 4; i++)
        {
            if (_tokens[i].Head != noun || _tokens[i].Relation is not (Deprel.Nmod or Deprel.Obl)) continue;
            if (PrepositionOf(i) is >= 0 and var p && !words.Is(p, WordClass.Of) | words.Is(p, WordClass.To)) _found.Add(new Argument(SlotKind.Preposition, p, i, false, true));
            AddDeep(i, depth + 1);
        }
    }

    /// <summary>Adds what hangs on a thing: "an agreement between X and Y", "Iran's embassy in Z".</summary>
    public void CollectThing(int thing)
    {
        _support = false;
        for (var i = _sentence.First; i < _sentence.End; i++)
        {
            if (_tokens[i].Head != thing) continue;
            switch (_tokens[i].Relation)
            {
                case Deprel.NmodPoss: Add(SlotKind.ThingPossessor, -1, i); break;
                case Deprel.Compound or Deprel.Amod: Add(SlotKind.ThingModifier, -1, i); break;
                case Deprel.Nmod when PrepositionOf(i) is var preposition:
                    if (preposition < 0) Add(SlotKind.ThingModifier, -1, i);
                    else if (words.Text(preposition) is "of") Add(SlotKind.ThingOf, -1, i);
                    else Add(SlotKind.Preposition, preposition, i);
                    AddDeep(i, 0);
                    break;
                case Deprel.Acl when _tokens[i].Pos == Upos.Verb: CollectPhrases(i); break;
            }
        }
    }

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
                    if (_tokens[verb].Relation is Deprel.Acl && _tokens[head].Relation is Deprel.Obj && _tokens[head].Head >= 0) InheritFrom(_tokens[head].Head, Deprel.Acl, false, depth + 1);
                }
                break;
            case Deprel.Conj or Deprel.Xcomp or Deprel.Advcl or Deprel.Ccomp or Deprel.Parataxis or Deprel.Acl or Deprel.Csubj:
                if (_tokens[verb].Relation is Deprel.Ccomp && (_tokens[verb].Morphology & Morphology.Finite) != 0) return;
                InheritFrom(head, _tokens[verb].Relation, passive && !hasObject, depth);
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

    // The subject of the governing verb, or its object under control verbs ("asked X to visit").
    private void InheritFrom(int head, Deprel relation, bool asObject, int depth)
    {
        int subject = -1, obj = -1;
        for (var i = _sentence.First; i < _sentence.End; i++)
        {
            if (_tokens[i].Head != head) continue;
            if (_tokens[i].Relation is Deprel.Nsubj or Deprel.NsubjPass) subject = Antecedent(i, head);
            else if (_tokens[i].Relation is Deprel.Obj) obj = i;
        }
        var controlled = relation == Deprel.Xcomp && obj >= 0 ? obj : subject;
        if (controlled >= 0) Add(asObject ? SlotKind.Object : SlotKind.Subject, -1, controlled);
        else if (_tokens[head].Head >= 0 && _tokens[head].Relation is Deprel.Conj or Deprel.Xcomp or Deprel.Advcl) InheritFrom(_tokens[head].Head, _tokens[head].Relation, asObject, depth + 1);
        else if (_tokens[head].Relation is Deprel.Acl or Deprel.AclRelcl && _tokens[head].Head >= 0) Add(asObject ? SlotKind.Object : SlotKind.Subject, -1, _tokens[head].Head);
        else if (_tokens[head].Pos is Upos.Noun or Upos.Propn && relation is Deprel.Acl) Add(SlotKind.Subject, -1, head);
    }

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
            if (IsInside(i, slot, preposition)) yield return new Argument(slot.Kind, preposition, i, outer.Support);
            // "the Lesotho army attack": modifiers of modifiers; "to be released by Iran", "agreed to start to talk": clauses in clauses.
            var deeper = slot.Kind == SlotKind.Modifier ? _tokens[i].Relation is Deprel.Compound or Deprel.Amod : slot.Kind is SlotKind.Object or SlotKind.Preposition && _tokens[i].Relation is Deprel.Xcomp;
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
        // The noun itself is no argument of itself.
        for (var i = _found.Count - 1; i >= before; i--)
            if (_found[i].Token == noun) _found.RemoveAt(i);
        _support = false;
    }
}
