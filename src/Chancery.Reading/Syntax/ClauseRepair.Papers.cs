namespace Chancery.Reading.Syntax;

internal static partial class ClauseRepair
{
    // "signed a decree imposing sanctions", "issued a statement condemning attacks": two objects side by side, the second with a gerund in front, are one paper and what it does.
    private static bool IsActOfPaper(Token[] tokens, int gerund)
    {
        if (tokens[gerund] is not { Pos: Upos.Verb, Relation: Deprel.Amod } verb || (verb.Morphology & Morphology.Gerund) == 0 || verb.Head <= gerund) return false;
        return tokens[gerund - 1] is { Pos: Upos.Noun, Relation: Deprel.Obj, Head: >= 0 } paper && tokens[verb.Head] is { Relation: Deprel.Obj } done && done.Head == paper.Head;
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
