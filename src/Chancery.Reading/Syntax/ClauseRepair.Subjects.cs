namespace Chancery.Reading.Syntax;

/// <content>Verbs and the names in front of them.</content>
internal static partial class ClauseRepair
{
    // "JD Vance plans to visit Japan" read as plans of his: a name without article, a plural, an infinitive.
    private static bool IsPlanOfName(Token[] tokens, int noun)
    {
        if (tokens[noun] is not { Pos: Upos.Noun } || (tokens[noun].Morphology & Morphology.Plural) == 0 || tokens[noun - 1].Pos is not Upos.Propn || tokens[noun - 1].Head != noun) return false;
        if (tokens[noun + 1] is not { Pos: Upos.Part, Relation: Deprel.Mark } to || to.Head != noun + 2) return false;
        if (tokens[noun + 2] is not { Pos: Upos.Verb, Relation: Deprel.Acl } verb || verb.Head != noun || (verb.Morphology & Morphology.Infinitive) == 0) return false;
        for (var i = noun - 1; i >= 0 && noun - i < 12; i--)
            if (tokens[i].Head == noun && tokens[i].Relation is Deprel.Det or Deprel.Case or Deprel.NmodPoss or Deprel.Amod) return false;
        return true;
    }

    private static void MendPlan(Token[] tokens, in Sentence sentence, int noun)
    {
        tokens[noun].Pos = Upos.Verb;
        tokens[noun].Morphology = Morphology.Finite | Morphology.Present | Morphology.Singular;
        (tokens[noun - 1].Head, tokens[noun - 1].Relation) = (noun, Deprel.Nsubj);
        for (var i = sentence.First; i < noun - 1; i++)
            if (tokens[i].Head == noun) tokens[i].Head = noun - 1;
        tokens[noun + 2].Relation = Deprel.Xcomp;
        if (tokens[noun].Relation is Deprel.Nsubj) tokens[noun].Relation = Deprel.Ccomp;
    }

    // "At the invitation of the king, President Xi Jinping will pay a visit": a finite verb without a subject right behind a name.
    private static bool LacksSubject(Token[] tokens, in Sentence sentence, int verb)
    {
        if (tokens[verb] is not { Pos: Upos.Verb, Relation: Deprel.Root or Deprel.Ccomp or Deprel.Parataxis }) return false;
        bool finite = (tokens[verb].Morphology & Morphology.Finite) != 0;
        var before = verb - 1;
        for (; before >= sentence.First && tokens[before].Head == verb && tokens[before].Relation is Deprel.Aux or Deprel.AuxPass or Deprel.Advmod; before--) finite |= tokens[before].Relation is not Deprel.Advmod;
        if (!finite || before < sentence.First || tokens[before].Pos is not Upos.Propn || TopOfName(tokens, before, verb) is < 0) return false;
        for (var i = sentence.First; i < sentence.End; i++)
            if (tokens[i].Head == verb && tokens[i].Relation is Deprel.Nsubj or Deprel.NsubjPass or Deprel.Csubj or Deprel.Expl) return false;
        return true;
    }

    // The word under which the name in front stands as an apposition or joined: never one behind a preposition, which is where something happened. -1: none.
    private static int TopOfName(Token[] tokens, int last, int verb)
    {
        var at = last;
        for (var steps = 0; steps < 6 && tokens[at].Relation is Deprel.Flat or Deprel.Compound or Deprel.NmodDesc && tokens[at].Head is >= 0 and var head && head < verb; steps++) at = head;
        // "In Nancy on May 9, France and Poland signed": a name joined without "and" to the place before the comma.
        while (tokens[at].Relation is Deprel.Conj && HasChild(tokens, at, Deprel.Cc) && tokens[at].Head is >= 0 and var joined && joined < at) at = joined;
        if (tokens[at].Relation is Deprel.Conj && tokens[at].Head is >= 0 and var place && place < at && tokens[place].Relation is Deprel.Obl && !HasChild(tokens, at, Deprel.Cc) && HasChild(tokens, place, Deprel.Case)) return at;
        return tokens[at].Relation is Deprel.Appos or Deprel.Parataxis ? at : -1;
    }

    private static bool HasChild(Token[] tokens, int head, Deprel relation)
    {
        for (var i = head - 1; i >= 0 && i > head - 6; i--)
            if (tokens[i].Head == head && tokens[i].Relation == relation) return true;
        return false;
    }

    private static void GiveSubject(Token[] tokens, in Sentence sentence, int verb)
    {
        var before = verb - 1;
        bool passive = false;
        for (; before >= sentence.First && tokens[before].Head == verb; before--) passive |= tokens[before].Relation is Deprel.AuxPass;
        var subject = TopOfName(tokens, before, verb);
        (tokens[subject].Head, tokens[subject].Relation) = (verb, passive ? Deprel.NsubjPass : Deprel.Nsubj);
    }

    // "Putin and Trump plan to meet, the Kremlin said": of the two subjects of the verb of speech the one in front belongs to the clause that has none.
    private static void MendSpoken(Token[] tokens, in Sentence sentence, int verb)
    {
        if (tokens[verb] is not { Pos: Upos.Verb, Relation: Deprel.Ccomp, Head: >= 0 and var speech } || speech < verb || tokens[speech].Pos is not Upos.Verb) return;
        int before = -1, after = -1;
        for (var i = sentence.First; i < speech; i++)
        {
            if (tokens[i].Relation is not (Deprel.Nsubj or Deprel.NsubjPass)) continue;
            if (tokens[i].Head == verb) return;
            if (tokens[i].Head == speech && i < verb) before = i;
            else if (tokens[i].Head == speech) after = i;
        }
        if (before < 0 || after < 0 || tokens[before].Pos is not Upos.Propn) return;
        bool passive = false, finite = (tokens[verb].Morphology & Morphology.Finite) != 0;
        for (var i = before + 1; i < verb; i++)
        {
            passive |= tokens[i].Head == verb && tokens[i].Relation is Deprel.AuxPass;
            finite |= tokens[i].Head == verb && tokens[i].Relation is Deprel.Aux or Deprel.AuxPass;
        }
        if (!finite) return;
        (tokens[before].Head, tokens[before].Relation) = (verb, passive ? Deprel.NsubjPass : Deprel.Nsubj);
    }

    // "told journalists that Putin travelled to Riyadh" read as journalists whom he travelled: who is told something has no such clause.
    private static bool IsTold(Token[] tokens, int verb) =>
        tokens[verb] is { Relation: Deprel.AclRelcl, Head: >= 0 and var told } && told < verb && tokens[told] is { Relation: Deprel.Iobj, Head: >= 0 }
        && tokens[told + 1].Head == verb && tokens[told + 1].Relation is Deprel.Obj or Deprel.Mark or Deprel.Nsubj && tokens[told + 1].Pos is Upos.Pron or Upos.Sconj;

    private static void MendTold(Token[] tokens, in Sentence sentence, int verb)
    {
        var told = tokens[verb].Head;
        var hasSubject = false;
        for (var i = told + 2; i < verb && i < sentence.End; i++) hasSubject |= tokens[i].Head == verb && tokens[i].Relation is Deprel.Nsubj or Deprel.NsubjPass;
        if (!hasSubject) return;
        (tokens[told + 1].Pos, tokens[told + 1].Relation) = (Upos.Sconj, Deprel.Mark);
        (tokens[verb].Head, tokens[verb].Relation) = (tokens[told].Head, Deprel.Ccomp);
    }

    // "Singapore signs pact with Rwanda", read as signs of Singapore's: no noun has an object.
    private static void MendHeadline(Token[] tokens, in Sentence sentence, int noun)
    {
        if (tokens[noun] is not { Pos: Upos.Noun, Relation: Deprel.Root } || tokens[noun - 1] is not { Pos: Upos.Propn, Relation: Deprel.Compound or Deprel.Nmod or Deprel.Nsubj } || tokens[noun - 1].Head != noun) return;
        var hasObject = false;
        for (var i = sentence.First; i < sentence.End; i++)
        {
            hasObject |= i > noun && tokens[i].Head == noun && tokens[i].Relation is Deprel.Obj;
            if (tokens[i].Head == noun && (tokens[i].Relation is Deprel.Cop or Deprel.Aux || i < noun && tokens[i].Relation is Deprel.Det or Deprel.Case or Deprel.NmodPoss)) return;
        }
        if (!hasObject) return;
        (tokens[noun].Pos, tokens[noun].Morphology) = (Upos.Verb, Morphology.Finite | Morphology.Present);
        (tokens[noun - 1].Head, tokens[noun - 1].Relation) = (noun, Deprel.Nsubj);
        for (var i = sentence.First; i < noun - 1; i++)
            if (tokens[i].Head == noun && tokens[i].Relation is not Deprel.Punct) tokens[i].Head = noun - 1;
    }

    // "Bangladesh and Pakistan normalised relations" read as Bangladesh and relations; "Britain froze talks" as a Britain-froze of talks.
    private static void MendJoined(Token[] tokens, in Sentence sentence, int verb)
    {
        if (tokens[verb] is not { Pos: Upos.Verb } || (tokens[verb].Morphology & Morphology.Past) == 0 || tokens[verb - 1] is not { Pos: Upos.Propn, Relation: Deprel.Compound }) return;
        var noun = tokens[verb].Head;
        if (tokens[verb].Relation is Deprel.Root && tokens[verb - 1].Head == verb && HasObject(tokens, sentence, verb))
        {
            tokens[verb - 1].Relation = Deprel.Nsubj;
            tokens[verb].Morphology = (tokens[verb].Morphology & ~Morphology.Passive) | Morphology.Finite;
        }
        else if (tokens[verb].Relation is Deprel.Amod && noun == verb + 1 && tokens[noun] is { Pos: Upos.Noun, Relation: Deprel.Conj, Head: >= 0 and var first } && first < verb - 1 && tokens[first] is { Pos: Upos.Propn, Relation: Deprel.Root }
            && tokens[verb - 1].Head == noun && tokens[verb - 2] is { Relation: Deprel.Cc } and)
        {
            (tokens[verb].Head, tokens[verb].Relation) = (tokens[first].Head, Deprel.Root);
            tokens[verb].Morphology = (tokens[verb].Morphology & ~Morphology.Passive) | Morphology.Finite;
            (tokens[first].Head, tokens[first].Relation) = (verb, Deprel.Nsubj);
            (tokens[verb - 1].Head, tokens[verb - 1].Relation) = (first, Deprel.Conj);
            if (and.Head == noun) tokens[verb - 2].Head = verb - 1;
            (tokens[noun].Head, tokens[noun].Relation) = (verb, Deprel.Obj);
            for (var i = noun + 1; i < sentence.End; i++)
                if (tokens[i].Head == first || tokens[i].Head == noun && tokens[i].Relation is Deprel.Nmod && tokens[i].Pos is Upos.Num) (tokens[i].Head, tokens[i].Relation) = (verb, tokens[i].Relation is Deprel.Nmod ? Deprel.Obl : tokens[i].Relation);
        }
    }

    // "Winston Peters departs for New Delhi", read as departs of his: what has a subject and no copula is a verb.
    private static void MendVerbless(Token[] tokens, in Sentence sentence, int noun)
    {
        if (tokens[noun] is not { Pos: Upos.Noun, Relation: Deprel.Root or Deprel.Ccomp } || (tokens[noun].Morphology & Morphology.Plural) == 0 || sentence.Kind != SentenceKind.Prose) return;
        var subject = -1;
        for (var i = sentence.First; i < sentence.End; i++)
        {
            if (tokens[i].Head != noun) continue;
            if (tokens[i].Relation is Deprel.Cop or Deprel.Aux or Deprel.AuxPass || i < noun && tokens[i].Relation is Deprel.Det or Deprel.Case or Deprel.NmodPoss or Deprel.Amod or Deprel.Nummod or Deprel.Compound) return;
            if (i < noun && tokens[i].Relation is Deprel.Nsubj) subject = i;
        }
        if (subject < 0) return;
        (tokens[noun].Pos, tokens[noun].Morphology) = (Upos.Verb, Morphology.Finite | Morphology.Present | Morphology.Singular);
        for (var i = noun + 1; i < sentence.End; i++)
            if (tokens[i].Head == noun && tokens[i].Relation is Deprel.Nmod) tokens[i].Relation = Deprel.Obl;
    }

    private static bool HasObject(Token[] tokens, in Sentence sentence, int verb)
    {
        for (var i = verb + 1; i < sentence.End; i++)
            if (tokens[i].Head == verb && tokens[i].Relation is Deprel.Obj) return true;
        return false;
    }

    // "an exercise scheduled for August", read as something scheduled of the kind of an exercise.
    private static void MendParticiple(Token[] tokens, in Sentence sentence, int verb)
    {
        if (tokens[verb] is not { Pos: Upos.Verb, Relation: Deprel.Obj or Deprel.Obl or Deprel.NsubjPass or Deprel.Nmod } || (tokens[verb].Morphology & Morphology.Past) == 0) return;
        var noun = verb - 1;
        if (tokens[noun] is not { Pos: Upos.Noun, Relation: Deprel.Compound } || tokens[noun].Head != verb) return;
        (tokens[noun].Head, tokens[noun].Relation) = (tokens[verb].Head, tokens[verb].Relation);
        (tokens[verb].Head, tokens[verb].Relation) = (noun, Deprel.Acl);
        for (var i = sentence.First; i < noun; i++)
            if (tokens[i].Head == verb) tokens[i].Head = noun;
    }

    // "unveiled, by remote link, a stele", read as if the link were a stele.
    private static void MendInterposed(Document document, in Sentence sentence, int noun)
    {
        var tokens = document.Tokens;
        if (tokens[noun] is not { Relation: Deprel.Appos, Pos: Upos.Noun or Upos.Propn } || tokens[noun].Head is not (>= 0 and var inner) || inner >= noun || tokens[inner].Relation is not Deprel.Obl || tokens[inner].Head is not (>= 0 and var verb) || verb >= inner) return;
        if (tokens[verb].Pos is not Upos.Verb || document.Form(verb + 1) is not ",") return;
        var start = noun;
        while (start - 1 > inner && tokens[start - 1].Head == noun && tokens[start - 1].Relation is not Deprel.Punct) start--;
        if (document.Form(start - 1) is not ",") return;
        for (var i = sentence.First; i < sentence.End; i++)
            if (tokens[i].Head == verb && tokens[i].Relation is Deprel.Obj or Deprel.NsubjPass or Deprel.AuxPass) return;
        (tokens[noun].Head, tokens[noun].Relation) = (verb, Deprel.Obj);
    }
}
