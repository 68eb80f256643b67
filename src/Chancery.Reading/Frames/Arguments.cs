using Chancery.Reading.Actors;
using Chancery.Reading.Lexicons;
using Chancery.Reading.Syntax;

namespace Chancery.Reading.Frames;

/// <summary>Collects the arguments of a trigger from the dependency graph: its own, those it shares by coordination, control and
/// relative clauses, and those of a verb that supports a trigger noun.</summary>
internal sealed partial class Arguments(WordView words)
{
    private readonly List<Argument> _found = [];
    private Token[] _tokens = [];
    private Sentence _sentence;
    private bool _support;
    private string? _particle;
    private MentionIndex? _mentions;

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

    public void Collect(Document document, MentionIndex mentions, in Sentence sentence, int trigger, bool verb, string? particle = null)
    {
        _mentions = mentions;
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
        while (token >= 0 && _tokens[token].Head is >= 0 and var head && (_tokens[token].Relation is Deprel.Flat || IsOneName(token, head))) token = head;
        return token;
    }

    // "President of Kazakhstan Tokayev" may be read as one noun under another; "the Republic of the Congo and Rwanda": joined to the Congo, meant of the republic.
    private bool IsOneName(int token, int head) => _mentions?.At(token) is { Kind: MentionKind.Person or MentionKind.State or MentionKind.Organisation } m && head >= m.First && head < m.End;

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
                // "threatened on Friday to impose": what stands between makes the parser take it for a purpose.
                case Deprel.Advcl when i > verb && (_tokens[i].Morphology & Morphology.Infinitive) != 0: _found.Add(new Argument(SlotKind.Complement, -1, i, _support)); break;
                case Deprel.OblAgent: Add(SlotKind.Agent, PrepositionOf(i), i); Add(SlotKind.Subject, -1, i); AddNested(i); break;
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
        if (passive && depth == 0 && !_found.Exists(a => a.Kind is SlotKind.Agent) && StrayAgent(verb) is >= 0 and var agent) AddStray(agent);
        if (!subject && !passive && Misread(verb) is >= 0 and var stray) { subject = true; Add(SlotKind.Subject, -1, stray); }
        if (!subject && !(passive && obj)) Inherit(verb, passive, obj, depth);
        else if (passive && !obj) Inherit(verb, passive, obj, depth);
    }

    // "a US-brokered agreement", "Qatari-mediated talks". -1: none.
    private int HyphenAgent(int verb) => verb - 2 >= _sentence.First && _tokens[verb].Relation is Deprel.Amod or Deprel.Acl && words.Text(verb - 1) is "-" or "–" && _tokens[verb - 2].Head == verb ? verb - 2 : -1;

    // "signed in Yaounde by X and Y": whoever is joined to the place as well.
    private void AddStray(int agent)
    {
        for (var i = agent; i < _sentence.End; i++)
            if (i == agent || _tokens[i].Relation is Deprel.Conj && _tokens[i].Head == _tokens[agent].Head && _tokens[i].Pos is Upos.Propn)
            {
                Add(SlotKind.Agent, PrepositionOf(agent), i);
                Add(SlotKind.Subject, -1, i);
            }
    }

    // "was received at the State Department by Secretary Kerry": read as the Department's. -1: none.
    private int StrayAgent(int verb)
    {
        for (var i = verb + 1; i < _sentence.End - 1; i++)
        {
            if (_tokens[i].Pos is Upos.Verb || words.Text(i) is ";") return -1;
            if (words.Text(i) is "by" && _tokens[i].Relation is Deprel.Case && NameOver(_tokens[i].Head) is var head && head > i && head < _sentence.End && _tokens[head].Relation is Deprel.Nmod && _tokens[head].Pos is Upos.Propn or Upos.Noun) return head;
        }
        return -1;
    }

    // "by French ambassador Thierry Marchand": the preposition may hang on the title.
    private int NameOver(int title)
    {
        for (var steps = 0; steps < 4 && title >= 0 && title < _sentence.End && _tokens[title].Relation is Deprel.NmodDesc or Deprel.Compound or Deprel.Flat && _tokens[title].Head > title; steps++) title = _tokens[title].Head;
        return title;
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
            if (PrepositionOf(i) is >= 0 and var p && !words.Is(p, WordClass.Of) | words.Is(p, WordClass.To))
            {
                _found.Add(new Argument(SlotKind.Preposition, p, i, false, true));
                for (var j = i + 1; j < _sentence.End; j++)
                    if (_tokens[j].Relation is Deprel.Conj && NameHead(_tokens[j].Head) == i && !HasPreposition(j)) _found.Add(new Argument(SlotKind.Preposition, p, j, false, true));
            }
            AddDeep(i, depth + 1);
        }
    }

    // "a Russian-Azerbaijani agreement", "the US-India trade pact": both are sides of it.
    private void AddPair(int second)
    {
        var first = second - 2;
        if (first < _sentence.First || words.Text(second - 1) is not ("-" or "–") || !words.IsCapital(first) || !words.IsCapital(second)) return;
        Add(SlotKind.ThingPair, -1, first);
        Add(SlotKind.ThingPair, -1, second);
    }

    /// <summary>Adds what hangs on a thing: "an agreement between X and Y", "Iran's embassy in Z".</summary>
    public void CollectThing(int thing)
    {
        _support = false;
        if (_mentions?.At(thing) is { Entities.Count: > 0 }) Add(SlotKind.Thing, -1, thing);
        for (var i = _sentence.First; i < _sentence.End; i++)
        {
            if (_tokens[i].Head != thing) continue;
            switch (_tokens[i].Relation)
            {
                case Deprel.NmodPoss: Add(SlotKind.ThingPossessor, -1, i); break;
                case Deprel.Compound or Deprel.Amod: Add(SlotKind.ThingModifier, -1, i); AddPair(i); break;
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
}
