using Chancery.Reading.Lexicons;
using Chancery.Reading.Syntax;
using Chancery.Reading.Times;

namespace Chancery.Reading.Events;

/// <summary>Whether the clause around a time expression looks back or ahead: what decides which Thursday is meant.</summary>
internal sealed class TenseHints(Document document, WordView words)
{
    public TenseHint Of(TimeMention mention)
    {
        var at = mention.First;
        for (var steps = 0; steps < 6 && at >= 0; steps++)
        {
            if (document.Tokens[at].Pos is Upos.Verb && (at < mention.First || at >= mention.End)) return OfVerb(at);
            at = document.Tokens[at].Head;
        }
        return TenseHint.Unknown;
    }

    private TenseHint OfVerb(int verb)
    {
        var sentence = document.Sentences[document.SentenceOf(verb)];
        bool infinitive = (document.Tokens[verb].Morphology & Morphology.Infinitive) != 0, past = false, going = false;
        for (var i = sentence.First; i < sentence.End; i++)
        {
            if (document.Tokens[i].Head != verb) continue;
            if (document.Tokens[i].Relation is Deprel.Aux or Deprel.AuxPass && words.Is(i, WordClass.Planned | WordClass.Modal)) return TenseHint.Future;
            if (document.Tokens[i].Relation is Deprel.Aux or Deprel.AuxPass or Deprel.Cop && (document.Tokens[i].Morphology & Morphology.Past) != 0) past = true;
            going |= document.Tokens[i].Relation is Deprel.Aux && words.Is(i, WordClass.Be) && (document.Tokens[i].Morphology & Morphology.Present) != 0;
            // "is to be held": the passive hides the infinitive.
            if (document.Tokens[i] is { Relation: Deprel.Mark, Pos: Upos.Part } && i < verb) infinitive = true;
        }
        // "held a reception to mark the day on Thursday": what is done for a purpose is dated by the doing.
        if (infinitive && PurposeOf(verb) is >= 0 and var done) return OfVerb(done);
        // "asked Germany to supply missiles on Wednesday": the day of the asking.
        if (infinitive && AskedOf(verb) is >= 0 and var asked) return OfVerb(asked);
        if (infinitive) return TenseHint.Future;
        // "postponed the visit to May"; what is suspended stops on the day told.
        if (words.Is(verb, WordClass.Planned | WordClass.Postponed) && !words.Text(verb).StartsWith("suspend", StringComparison.Ordinal)) return TenseHint.Future;
        if (past || (document.Tokens[verb].Morphology & Morphology.Past) != 0) return TenseHint.Past;
        // "is heading to Kyiv on Monday"
        if (going && (document.Tokens[verb].Morphology & Morphology.Past) == 0) return TenseHint.Future;
        // "He goes on to Japan on Monday": the plain present of running text looks ahead.
        return sentence.Kind == SentenceKind.Prose && (document.Tokens[verb].Morphology & (Morphology.Present | Morphology.Finite)) == (Morphology.Present | Morphology.Finite) && !words.Is(verb, WordClass.Speech) ? TenseHint.Future : TenseHint.Unknown;
    }

    // The finite verb that asks for what the infinitive says; -1: none.
    private int AskedOf(int verb)
    {
        var at = document.Tokens[verb].Relation is Deprel.Xcomp or Deprel.Ccomp or Deprel.Advcl ? document.Tokens[verb].Head : -1;
        return at >= 0 && words.Text(at) is "asked" or "urged" or "called" or "demanded" or "ordered" or "told" or "pressed" or "appealed" or "requested" or "warned" or "threatened" && (document.Tokens[at].Morphology & Morphology.Finite) != 0 ? at : -1;
    }

    // The verb of a past deed that an infinitive gives the purpose of, by itself or through its object; -1: none.
    private int PurposeOf(int verb)
    {
        if (words.Text(verb) is not ("mark" or "celebrate" or "commemorate" or "honour" or "honor" or "observe")) return -1;
        var at = document.Tokens[verb].Relation is Deprel.Advcl or Deprel.Acl ? document.Tokens[verb].Head : -1;
        if (at >= 0 && document.Tokens[at].Pos is Upos.Noun && document.Tokens[at].Relation is Deprel.Obj) at = document.Tokens[at].Head;
        return at >= 0 && document.Tokens[at].Pos is Upos.Verb && (document.Tokens[at].Morphology & Morphology.Infinitive) == 0 ? at : -1;
    }
}
