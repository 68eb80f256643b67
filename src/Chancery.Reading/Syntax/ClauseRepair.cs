namespace Chancery.Reading.Syntax;

/// <summary>Mends faults of the parser that are plain to see: a short clause in the past ("Syria restored relations", "Israeli jets struck targets")
/// whose verb it took for a participle beside a noun; a verb of plans taken for a noun; a finite verb left without the name in front of it.</summary>
internal static partial class ClauseRepair
{
    public static void Apply(Document document, ReadOnlySpan<int> sentences)
    {
        foreach (var s in sentences)
        {
            var sentence = document.Sentences[s];
            for (var i = sentence.First; i < sentence.End; i++) MendContent(document, i);
            for (var i = sentence.First + 1; i < sentence.End - 2; i++) MendSpoken(document.Tokens, sentence, i);
            for (var i = sentence.First; i < sentence.End; i++) MendPlanned(document.Tokens, i);
            for (var i = sentence.First + 1; i < sentence.End - 2; i++) MendToBe(document, i);
            for (var i = sentence.First + 1; i < sentence.End; i++) MendParticiple(document.Tokens, sentence, i);
            for (var i = sentence.First + 4; i < sentence.End; i++) MendInterposed(document, sentence, i);
            for (var i = sentence.First + 1; i < sentence.End - 1; i++)
            {
                MendHeadline(document.Tokens, sentence, i);
                MendJoined(document.Tokens, sentence, i);
                MendVerbless(document.Tokens, sentence, i);
            }
            if (sentence.Count > 2) MendOpening(document.Tokens, sentence);
            for (var i = sentence.First + 1; i < sentence.End - 2; i++)
                if (IsPlanOfName(document.Tokens, i)) MendPlan(document.Tokens, sentence, i);
                else if (IsActOfPaper(document.Tokens, i)) MendAct(document.Tokens, sentence, i);
            for (var i = sentence.First + 1; i < sentence.End; i++)
                if (IsTold(document.Tokens, i)) MendTold(document.Tokens, sentence, i);
                else if (LacksSubject(document.Tokens, sentence, i)) GiveSubject(document.Tokens, sentence, i);
                else if (document.Tokens[i] is { Pos: Upos.Verb, Relation: Deprel.Amod or Deprel.Acl } verb && (verb.Morphology & Morphology.Past) != 0 && (verb.Morphology & Morphology.Gerund) == 0) Mend(document.Tokens, sentence, i);
        }
    }

    // "said on Friday that they had agreed": the clause is what was said, not which Friday.
    private static void MendContent(Document document, int that)
    {
        var tokens = document.Tokens;
        if (tokens[that].Relation is not Deprel.Mark || tokens[that].Head is not (>= 0 and var verb) || tokens[verb].Relation is not (Deprel.AclRelcl or Deprel.Acl) || document.Form(that) is not "that") return;
        var day = tokens[verb].Head;
        if (day < 0 || tokens[day].Pos is not (Upos.Num or Upos.Propn) || tokens[day].Relation is not (Deprel.Obl or Deprel.OblUnmarked) || tokens[day].Head is not (>= 0 and var said) || tokens[said].Pos is not Upos.Verb) return;
        (tokens[verb].Head, tokens[verb].Relation) = (said, Deprel.Ccomp);
    }

    // "The next round is to be held": its subject is that of the verb, as in "will be held".
    private static void MendPlanned(Token[] tokens, int subject)
    {
        if (tokens[subject].Relation is not Deprel.NsubjOuter || tokens[subject].Head is not (>= 0 and var verb) || tokens[verb].Pos is not Upos.Verb) return;
        bool passive = false, planned = false;
        for (var i = subject + 1; i < verb; i++)
        {
            if (tokens[i].Head == verb && tokens[i].Relation is Deprel.Nsubj or Deprel.NsubjPass) return;
            passive |= tokens[i].Head == verb && tokens[i].Relation is Deprel.AuxPass;
            planned |= tokens[i].Head == verb && tokens[i] is { Relation: Deprel.Mark, Pos: Upos.Part };
        }
        if (planned) tokens[subject].Relation = passive ? Deprel.NsubjPass : Deprel.Nsubj;
    }

    // "at the summit to be held in September": said of the summit, not of what is done there.
    private static void MendToBe(Document document, int to)
    {
        var tokens = document.Tokens;
        if (tokens[to] is not { Pos: Upos.Part, Relation: Deprel.Mark, Head: var held } || held != to + 2 || tokens[to + 1] is not { Relation: Deprel.AuxPass } || tokens[held].Relation is not (Deprel.Advcl or Deprel.Xcomp)) return;
        if (tokens[to - 1].Pos is not (Upos.Noun or Upos.Propn) || tokens[to - 1].Relation is Deprel.OblUnmarked || tokens[held].Head >= to - 1 || document.Form(to - 2) is "on") return;
        (tokens[held].Head, tokens[held].Relation) = (to - 1, Deprel.Acl);
    }

    private static void Mend(Token[] tokens, in Sentence sentence, int verb)
    {
        var head = tokens[verb].Head;
        if (head < sentence.First || head >= sentence.End) return;
        var said = IsSaid(tokens, head);
        if (!said && tokens[head].Relation is not Deprel.Root) return;
        if (head > verb) MendObject(tokens, sentence, verb, head);
        else if (IsRightBehind(tokens, verb, head)) MendSubject(tokens, sentence, verb, head);
        if (said && tokens[verb].Relation is Deprel.Nsubj) tokens[verb].Relation = Deprel.Ccomp;
    }

    // Behind the noun and the rest of its name: "Paetongtarn Shinawatra crossed".
    private static bool IsRightBehind(Token[] tokens, int verb, int noun)
    {
        for (var i = noun + 1; i < verb; i++)
            if (tokens[i].Head != noun || tokens[i].Relation is not Deprel.Flat) return false;
        return true;
    }

    // "The US reached agreement, Hanoi announced": a verb with two subjects has what is said for one of them.
    private static bool IsSaid(Token[] tokens, int noun)
    {
        var speech = tokens[noun].Head;
        if (tokens[noun].Relation is not Deprel.Nsubj || speech <= noun || tokens[speech].Pos is not Upos.Verb) return false;
        for (var i = noun + 1; i < speech; i++)
            if (tokens[i].Head == speech && tokens[i].Relation is Deprel.Nsubj) return true;
        return false;
    }

    // "Syria restored relations": the noun behind is the object, the name in front of the verb the subject.
    private static void MendObject(Token[] tokens, in Sentence sentence, int verb, int noun)
    {
        var subject = SubjectBefore(tokens, sentence, verb, noun);
        if (subject < 0) return;
        Raise(tokens, verb, noun, Deprel.Obj);
        (tokens[subject].Head, tokens[subject].Relation) = (verb, Deprel.Nsubj);
        for (var i = sentence.First; i < sentence.End; i++)
            if (tokens[i].Head == noun && i != subject && (i < verb || tokens[i].Relation is Deprel.Punct)) tokens[i].Head = verb;
    }

    // What hangs on the noun in front of the verb, reaches up to the verb and is a name or has an article of its own.
    private static int SubjectBefore(Token[] tokens, in Sentence sentence, int verb, int noun)
    {
        if (tokens[verb - 1].Pos is not (Upos.Propn or Upos.Noun)) return -1;
        var at = verb - 1;
        for (var steps = 0; steps < 6; steps++)
        {
            var head = tokens[at].Head;
            // "Washington slapped sanctions on": hung on the verb already.
            if (at == verb - 1 && head == verb && tokens[at] is { Pos: Upos.Propn, Relation: Deprel.OblUnmarked or Deprel.Nsubj }) return at;
            if (head == noun) return tokens[at].Pos is Upos.Propn || tokens[at].Relation is Deprel.Nsubj ? at : -1;
            if (head < sentence.First || head >= verb) return -1;
            at = head;
        }
        return -1;
    }

    // "Israeli jets struck targets", "Troops crossed into Eritrea": a participle that has an object of its own is the verb of the clause, as is the only one of a sentence without a verb.
    private static void MendSubject(Token[] tokens, in Sentence sentence, int verb, int noun)
    {
        bool hasObject = false, hasVerb = false;
        for (var i = sentence.First; i < sentence.End; i++)
        {
            hasObject |= i > verb && tokens[i].Head == verb && tokens[i].Relation is Deprel.Obj;
            hasVerb |= i != verb && (tokens[i].Morphology & Morphology.Finite) != 0 && tokens[i].Pos is Upos.Verb or Upos.Aux;
        }
        if (!hasObject && (hasVerb || sentence.Kind != SentenceKind.Prose)) return;
        Raise(tokens, verb, noun, Deprel.Nsubj);
        for (var i = verb + 1; i < sentence.End; i++)
            if (tokens[i].Head == noun) tokens[i].Head = verb;
    }

    private static void Raise(Token[] tokens, int verb, int noun, Deprel relation)
    {
        (tokens[verb].Head, tokens[verb].Relation) = (tokens[noun].Head, tokens[noun].Relation);
        (tokens[noun].Head, tokens[noun].Relation) = (verb, relation);
        tokens[verb].Morphology |= Morphology.Finite;
    }
}
