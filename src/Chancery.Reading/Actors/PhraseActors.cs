using Chancery.Reading.Details;
using Chancery.Reading.Knowledge;
using Chancery.Reading.Lexicons;
using Chancery.Reading.Syntax;

namespace Chancery.Reading.Actors;

/// <summary>Actors that no table names, for the wide scope: "police in Lagos", "armed men", "a Belgian court", "the ACLU".</summary>
internal sealed class PhraseActors(Document document, MentionIndex mentions, KnowledgePack pack, WordView words)
{
    private readonly Dictionary<string, Entity> _byName = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whom the phrase with this head names, and its span; null where it cannot act (pronouns, verbs).</summary>
    public (Entity Who, TextSpan Span)? At(int head, in Sentence sentence)
    {
        if (document.Tokens[head].Pos is Upos.Pron && SpeakerOver(head, sentence) is >= 0 and var speaker) head = speaker;
        if (document.Tokens[head].Pos is not (Upos.Noun or Upos.Propn or Upos.Num or Upos.Adj) || words.Is(head, WordClass.Relative)) return null;
        var span = mentions.At(head) is { } m ? document.Span(m.First, m.End) : NounPhrases.Core(document, sentence, head);
        var name = NounPhrases.Text(document, span);
        if (!_byName.TryGetValue(name, out var who)) _byName[name] = who = new Entity { Kind = EntityKind.Group, Name = name, Country = Country(head, sentence) };
        return (who, span);
    }

    // "The group said it would leave": a pronoun of what is said is whoever says it.
    private int SpeakerOver(int pronoun, in Sentence sentence)
    {
        var verb = document.Tokens[pronoun].Head;
        if (verb < 0 || document.Tokens[pronoun].Relation is not Deprel.Nsubj || document.Tokens[verb].Relation is not Deprel.Ccomp) return -1;
        for (var i = sentence.First; i < pronoun; i++)
            if (document.Tokens[i].Head == document.Tokens[verb].Head && document.Tokens[i].Relation is Deprel.Nsubj) return i;
        return -1;
    }

    // "Iraqi warplanes", "police in Colombia", "the army of Chad".
    private string? Country(int head, in Sentence sentence)
    {
        for (var i = sentence.First; i < sentence.End; i++)
            if (document.Tokens[i].Head == head && document.Tokens[i].Relation is Deprel.Amod or Deprel.Compound or Deprel.NmodPoss or Deprel.Nmod && mentions.At(i) is { State: >= 0 } m)
                return pack.State(m.State).Iso3;
        return null;
    }
}
