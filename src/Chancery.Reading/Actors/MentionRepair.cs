using Chancery.Reading.Lexicons;
using Chancery.Reading.Syntax;

namespace Chancery.Reading.Actors;

/// <summary>Mends faults of the parser that names show: what hangs on an inner word of a name hangs on the name ("the Republic of Congo <em>and
/// Rwanda</em>"), a state that names somebody something is not itself named, and who "plans to" do something has no plans but does plan.</summary>
internal static class MentionRepair
{
    public static void Apply(Document document, List<Mention> mentions, WordView words)
    {
        Mention? before = null;
        foreach (var m in mentions)
        {
            if (m.End - m.First > 1 && m.Kind is not (MentionKind.Document or MentionKind.Honour or MentionKind.Exercise or MentionKind.Summit or MentionKind.Unknown)) Gather(document, m);
            if (before is not null) MendNaming(document, before, m);
            MendPlan(document.Tokens, m, words);
            MendSubject(document.Tokens, m, words);
            if (before is not null) MendList(document.Tokens, before, m, words);
            before = m;
        }
    }

    private static void Gather(Document document, Mention m)
    {
        var tokens = document.Tokens;
        var head = HeadOf(tokens, m);
        if (head < 0) return;
        for (var i = m.End; i < tokens.Length && i < m.End + 12; i++)
            if (tokens[i].Relation is Deprel.Conj && tokens[i].Head is var inner && inner != head && inner >= m.First && inner < m.End && tokens[head].Head != i) tokens[i].Head = head;
    }

    // The one word of the name that hangs outside it; -1 where there is no such word, or more than one.
    private static int HeadOf(Token[] tokens, Mention m)
    {
        var head = -1;
        for (var i = m.First; i < m.End; i++)
        {
            if (tokens[i].Head >= m.First && tokens[i].Head < m.End || tokens[i].Relation is Deprel.Punct or Deprel.Det or Deprel.Case) continue;
            if (head >= 0) return -1;
            head = i;
        }
        return head;
    }

    // "Britain named Peter Mandelson ambassador", read as "Britain was named".
    private static void MendNaming(Document document, Mention namer, Mention named)
    {
        var tokens = document.Tokens;
        if (namer.Kind is not (MentionKind.State or MentionKind.Body or MentionKind.Organisation or MentionKind.Person) || named.Kind is not (MentionKind.Person or MentionKind.Unknown)) return;
        var verb = named.First - 1;
        if (verb < namer.End || tokens[verb].Pos is not Upos.Verb) return;
        if (verb == namer.End && HeadOf(tokens, namer) is >= 0 and var doer && tokens[doer].Relation is Deprel.Root && tokens[verb].Head == doer && tokens[verb].Relation is Deprel.Acl)
        {
            // The whole sentence hangs on the name, as if it were no sentence.
            (tokens[verb].Head, tokens[verb].Relation) = (tokens[doer].Head, Deprel.Root);
            (tokens[doer].Head, tokens[doer].Relation) = (verb, Deprel.NsubjPass);
        }
        else if (namer.Kind is MentionKind.Person) return;
        var subject = -1;
        for (var i = verb - 1; i >= 0 && i > verb - 12; i--)
        {
            if (tokens[i].Head != verb) continue;
            if (tokens[i].Relation is Deprel.AuxPass) return;
            if (tokens[i].Relation is Deprel.NsubjPass && i >= namer.First && i < namer.End) subject = i;
        }
        if (subject < 0) return;
        tokens[subject].Relation = Deprel.Nsubj;
        tokens[verb].Morphology = tokens[verb].Morphology & ~Morphology.Passive | Morphology.Finite;
        var name = HeadOf(tokens, named);
        if (name < 0) return;
        (tokens[name].Head, tokens[name].Relation) = (verb, Deprel.Obj);
    }

    // "Australia and Papua New Guinea plan to sign a treaty", read as a heap of nouns.
    private static void MendPlan(Token[] tokens, Mention m, WordView words)
    {
        var plan = m.End;
        if (plan + 2 >= tokens.Length || tokens[plan].Pos is not Upos.Noun || !words.Is(plan, WordClass.Planned) || words.Text(plan + 1) is not "to" || !words.IsCapital(m.End - 1)) return;
        var deed = plan + 2;
        while (deed < tokens.Length && deed < plan + 5 && (tokens[deed].Head != plan || (tokens[deed].Morphology & Morphology.Infinitive) == 0)) deed++;
        if (deed >= tokens.Length || deed == plan + 5) return;
        var first = tokens[plan].Relation is Deprel.Conj ? tokens[plan].Head : -1;
        if (first >= 0 && (first >= m.First || tokens[first].Pos is not Upos.Propn) || first < 0 && tokens[plan].Relation is not (Deprel.Root or Deprel.Ccomp or Deprel.Parataxis)) return;
        (tokens[plan].Pos, tokens[plan].Morphology, tokens[deed].Relation) = (Upos.Verb, Morphology.Present | Morphology.Finite, Deprel.Xcomp);
        if (first >= 0)
        {
            (tokens[plan].Head, tokens[plan].Relation) = (tokens[first].Head, tokens[first].Relation);
            (tokens[first].Head, tokens[first].Relation) = (plan, Deprel.Nsubj);
        }
        var name = m.End - 1;
        for (var i = m.First; i < m.End; i++)
            if (tokens[i].Head == plan && i != first) (tokens[i].Head, tokens[i].Relation) = i == name ? (first >= 0 ? first : plan, first >= 0 ? Deprel.Conj : Deprel.Nsubj) : (name, Deprel.Compound);
    }

    // "Hashem Kazaz, the ambassador of Palestine, held talks", read as a heading with a sentence beside it.
    private static void MendSubject(Token[] tokens, Mention m, WordView words)
    {
        if (m.Kind is not (MentionKind.Person or MentionKind.Holder) || words.Text(m.End) is not "," || HeadOf(tokens, m) is not (>= 0 and var name) || tokens[name].Relation is not Deprel.Root) return;
        for (var verb = m.End + 1; verb < tokens.Length && verb < m.End + 16; verb++)
        {
            if (tokens[verb].Head != name || tokens[verb].Relation is not (Deprel.Parataxis or Deprel.Acl) || tokens[verb].Pos is not Upos.Verb || (tokens[verb].Morphology & Morphology.Finite) == 0) continue;
            for (var i = m.End; i < verb + 8 && i < tokens.Length; i++)
                if (tokens[i].Head == verb && tokens[i].Relation is Deprel.Nsubj or Deprel.NsubjPass) return;
            (tokens[verb].Head, tokens[verb].Relation) = (tokens[name].Head, Deprel.Root);
            (tokens[name].Head, tokens[name].Relation) = (verb, Deprel.Nsubj);
            return;
        }
    }

    // "Egypt, Qatar sign agreements", read as a call to Egypt.
    private static void MendList(Token[] tokens, Mention first, Mention second, WordView words)
    {
        if (first.Kind is not (MentionKind.State or MentionKind.Place) || second.Kind is not (MentionKind.State or MentionKind.Place) || second.First != first.End + 1 || words.Text(first.End) is not ",") return;
        var (a, b) = (HeadOf(tokens, first), HeadOf(tokens, second));
        if (a < 0 || b < 0 || tokens[a].Relation is not Deprel.Vocative || tokens[b].Relation is not Deprel.Nsubj || tokens[a].Head != tokens[b].Head) return;
        tokens[a].Relation = Deprel.Nsubj;
        (tokens[b].Head, tokens[b].Relation) = (a, Deprel.Conj);
    }
}
