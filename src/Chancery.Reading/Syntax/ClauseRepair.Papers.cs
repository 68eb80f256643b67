namespace Chancery.Reading.Syntax;

internal static partial class ClauseRepair
{
    // "signed a decree imposing sanctions", "issued a statement condemning attacks": two objects side by side, the second with a gerund in front, are one paper and what it does.
    private static bool IsActOfPaper(Token[] tokens, int gerund)
    {
        if (tokens[gerund] is not { Pos: Upos.Verb, Relation: Deprel.Amod } verb || (verb.Morphology & Morphology.Gerund) == 0 || verb.Head <= gerund) return false;
        return tokens[gerund - 1] is { Pos: Upos.Noun, Relation: Deprel.Obj, Head: >= 0 } paper && tokens[verb.Head] is { Relation: Deprel.Obj } done && done.Head == paper.Head;
    }

    // "Fighting broke out": a gerund alone before the verb, which has no other subject, is what the clause tells of.
    private static void MendOpening(Token[] tokens, in Sentence sentence)
    {
        var first = sentence.First;
        if (tokens[first] is not { Pos: Upos.Verb, Relation: Deprel.Advcl or Deprel.Csubj } gerund || (gerund.Morphology & Morphology.Gerund) == 0 || gerund.Head <= first || gerund.Head > first + 2) return;
        if ((tokens[gerund.Head].Morphology & Morphology.Finite) == 0 && tokens[first + 1].Pos is not Upos.Aux) return;
        for (var i = first; i < sentence.End; i++)
            if (tokens[i].Head == first || tokens[i].Head == gerund.Head && tokens[i].Relation is Deprel.Nsubj or Deprel.NsubjPass) return;
        (tokens[first].Pos, tokens[first].Relation) = (Upos.Noun, Deprel.Nsubj);
    }

    private static void MendAct(Token[] tokens, in Sentence sentence, int gerund)
    {
        var done = tokens[gerund].Head;
        (tokens[gerund].Head, tokens[gerund].Relation) = (gerund - 1, Deprel.Acl);
        (tokens[done].Head, tokens[done].Relation) = (gerund, Deprel.Obj);
        for (var i = done + 1; i < sentence.End; i++)
            if (tokens[i].Head == gerund && tokens[i].Relation is Deprel.Nmod) tokens[i].Relation = Deprel.Obl;
    }
}
