using Chancery.Reading.Details;
using Chancery.Reading.Lexicons;
using Chancery.Reading.Syntax;

namespace Chancery.Reading.Attributions;

/// <summary>Finds the source of what is said, thought or wanted: up the graph from the content to the word that governs it, then to
/// whoever says it; beside the content ("…, he said"), through "according to"; where a sentence names nobody, in the sentences around it.</summary>
/// <remarks>Contents are to be asked for in the order of the text: a quotation that goes on has the source of the one before.</remarks>
internal sealed class SourceFinder(Document document, WordView words)
{
    private (int Source, int Cue) _last = (-1, -1);

    /// <summary>The source of a stretch of text, or null.</summary>
    public AttributedSource? Of(TextSpan content)
    {
        var (first, end) = Tokens(content);
        if (first < 0) return null;
        var found = In(first, end);
        if (found.Source < 0) found = Around(first, end);
        if (found.Source < 0) return null;
        _last = found;
        var sentence = document.Sentences[document.SentenceOf(found.Source)];
        return new AttributedSource(NounPhrases.Core(document, sentence, found.Source), document.Span(found.Cue, found.Cue + 1));
    }

    private (int First, int End) Tokens(TextSpan span)
    {
        int first = -1, end = -1;
        for (var i = 0; i < document.Tokens.Length; i++)
        {
            if (document.Tokens[i].End <= span.Start) continue;
            if (document.Tokens[i].Start >= span.End) break;
            if (first < 0) first = i;
            end = i + 1;
        }
        return (first, end);
    }

    private (int Source, int Cue) In(int first, int end)
    {
        // A quotation of several sentences has its speaker in the first or the last.
        var opening = document.SentenceOf(first);
        var closing = document.SentenceOf(end - 1);
        var found = InSentence(opening, first, end);
        if (found.Source < 0 && closing != opening) found = InSentence(closing, first, end);
        return found;
    }

    private (int Source, int Cue) InSentence(int index, int first, int end)
    {
        var sentence = document.Sentences[index];
        var from = Math.Max(first, sentence.First);
        var to = Math.Min(end, sentence.End);
        for (var i = from; i < to; i++)
        {
            var head = document.Tokens[i].Head;
            if (document.Tokens[i].Relation is Deprel.Punct or Deprel.Cc || head >= from && head < to) continue;
            if (head >= sentence.First && head < sentence.End && Over(head, sentence, from, to, 0) is { Source: >= 0 } governed) return governed;
        }
        if (Beside(sentence, from, to) is { Source: >= 0 } beside) return beside;
        return Colon(sentence, from);
    }

    // The governor of the content: its subject speaks; a noun's owner does ("his claim that", "the view of critics").
    private (int Source, int Cue) Over(int governor, in Sentence sentence, int from, int to, int depth)
    {
        if (depth > 5 || governor >= from && governor < to) return (-1, -1);
        ref readonly var token = ref document.Tokens[governor];
        if (SubjectOf(governor, sentence) is >= 0 and var subject && (subject < from || subject >= to)) return (subject, governor);
        if (token.Pos is Upos.Noun or Upos.Propn && OwnerOf(governor, sentence) is >= 0 and var owner && (owner < from || owner >= to)) return (owner, governor);
        if (AccordingIn(sentence, from, to) is { Source: >= 0 } according) return according;
        if (token.Relation is Deprel.Acl or Deprel.AclRelcl && token.Head >= 0 && token.Pos is Upos.Verb)
            return document.Tokens[token.Head].Pos is Upos.Noun or Upos.Propn or Upos.Pron && !IsPassive(governor, sentence) ? (token.Head, governor) : (-1, -1);
        return token.Head >= 0 ? Over(token.Head, sentence, from, to, depth + 1) : (-1, -1);
    }

    private int SubjectOf(int verb, in Sentence sentence)
    {
        int subject = -1, agent = -1;
        for (var i = sentence.First; i < sentence.End; i++)
        {
            if (document.Tokens[i].Head != verb) continue;
            if (document.Tokens[i].Relation is Deprel.Nsubj or Deprel.NsubjOuter or Deprel.NsubjPass) subject = i;
            else if (document.Tokens[i].Relation is Deprel.OblAgent || document.Tokens[i].Relation is Deprel.Obl && IsBy(i, sentence)) agent = i;
        }
        if (agent >= 0 && (subject < 0 || IsPassive(verb, sentence))) return agent;
        // "nations that oppose": the noun that the pronoun stands for.
        if (subject >= 0 && words.Is(subject, WordClass.Relative) && document.Tokens[verb].Relation is Deprel.AclRelcl && document.Tokens[verb].Head >= 0) return document.Tokens[verb].Head;
        return subject;
    }

    private bool IsBy(int noun, in Sentence sentence)
    {
        for (var i = sentence.First; i < noun; i++)
            if (document.Tokens[i].Head == noun && document.Tokens[i].Relation is Deprel.Case && words.Text(i) is "by") return true;
        return false;
    }

    private bool IsPassive(int verb, in Sentence sentence)
    {
        for (var i = sentence.First; i < sentence.End; i++)
            if (document.Tokens[i].Head == verb && document.Tokens[i].Relation is Deprel.AuxPass or Deprel.NsubjPass) return true;
        return document.Tokens[verb].Relation is Deprel.Acl && (document.Tokens[verb].Morphology & Morphology.Gerund) == 0 && (document.Tokens[verb].Morphology & (Morphology.Past | Morphology.Passive)) != 0;
    }

    private int OwnerOf(int noun, in Sentence sentence)
    {
        var of = -1;
        for (var i = sentence.First; i < sentence.End; i++)
        {
            if (document.Tokens[i].Head != noun) continue;
            if (document.Tokens[i].Relation is Deprel.NmodPoss) return i;
            if (document.Tokens[i].Relation is Deprel.Nmod && of < 0 && SourcePreposition(i, sentence)) of = i;
        }
        return of;
    }

    private bool SourcePreposition(int noun, in Sentence sentence)
    {
        for (var i = sentence.First; i < noun; i++)
            if (document.Tokens[i].Head == noun && document.Tokens[i].Relation is Deprel.Case && (words.Is(i, WordClass.Genitive) || words.Text(i) is "by" or "from" or "among")) return true;
        return false;
    }

    // "…, the ministry said", "as X put it": a verb with a subject outside the content, nearest to it; speech before other verbs.
    private (int Source, int Cue) Beside(in Sentence sentence, int from, int to)
    {
        if (AccordingIn(sentence, from, to) is { Source: >= 0 } according) return according;
        (int Source, int Cue) best = (-1, -1);
        var bestScore = int.MaxValue;
        for (var i = sentence.First; i < sentence.End; i++)
        {
            if (i >= from && i < to || document.Tokens[i].Pos is not (Upos.Verb or Upos.Aux)) continue;
            var subject = SubjectOf(i, sentence);
            if (subject < 0 || subject >= from && subject < to) continue;
            var distance = i < from ? from - i : i - to + 1;
            var score = distance + (words.Is(i, WordClass.Speech) ? 0 : 60);
            if (score < bestScore) (best, bestScore) = ((subject, i), score);
        }
        return best;
    }

    private (int Source, int Cue) AccordingIn(in Sentence sentence, int from, int to)
    {
        for (var i = sentence.First; i < sentence.End; i++)
        {
            if (i >= from && i < to || !words.Is(i, WordClass.AccordingTo)) continue;
            for (var j = i + 1; j < sentence.End; j++)
                if (document.Tokens[j].Pos is Upos.Noun or Upos.Propn or Upos.Pron && document.Tokens[j].Relation is not (Deprel.Compound or Deprel.NmodPoss or Deprel.Amod) && (j < from || j >= to)) return (j, i);
        }
        return (-1, -1);
    }

    // "TRUMP: …" and "Clinton, on taxes: …".
    private (int Source, int Cue) Colon(in Sentence sentence, int from)
    {
        var colon = from - 1;
        while (colon >= sentence.First && words.Text(colon) is "\"" or "“" or "‘" or "'") colon--;
        if (colon <= sentence.First || words.Text(colon) is not ":") return (-1, -1);
        for (var i = sentence.First; i < colon; i++)
            if (document.Tokens[i].Pos is Upos.Propn or Upos.Noun or Upos.Pron && (document.Tokens[i].Head < 0 || document.Tokens[i].Relation is Deprel.Nsubj)) return (i, colon);
        for (var i = colon - 1; i >= sentence.First; i--)
            if (document.Tokens[i].Pos is Upos.Propn or Upos.Noun) return (i, colon);
        return (-1, -1);
    }

    // Nobody in the sentence: a quotation that goes on, or one whose speaker was just introduced ("He put it this way:").
    private (int Source, int Cue) Around(int first, int end)
    {
        var sentence = document.SentenceOf(first);
        (int Source, int Cue) previous = sentence > 0 ? Speaker(sentence - 1) : (-1, -1);
        if (_last.Source >= 0 && document.SentenceOf(_last.Source) >= sentence - 1) return _last;
        if (previous.Source >= 0) return previous;
        var last = document.SentenceOf(end - 1);
        if (_last.Source >= 0 && document.SentenceOf(_last.Source) >= sentence - 4) return _last;
        return last + 1 < document.Sentences.Length ? Speaker(last + 1) : (-1, -1);
    }

    private (int Source, int Cue) Speaker(int index)
    {
        var sentence = document.Sentences[index];
        for (var i = sentence.End - 1; i >= sentence.First; i--)
            if (words.Is(i, WordClass.Speech) && document.Tokens[i].Pos is Upos.Verb && SubjectOf(i, sentence) is >= 0 and var subject) return (subject, i);
        return (-1, -1);
    }
}
