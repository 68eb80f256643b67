using Chancery.Reading.Events;
using Chancery.Reading.Lexicons;
using Chancery.Reading.Syntax;

namespace Chancery.Reading.Details;

/// <summary>What was talked about: objects of "discuss", "focused on", "agenda included", "talks on".</summary>
internal sealed class TopicReader(WordView words)
{
    /// <summary>Adds the subjects that a sentence names to the talks it belongs to.</summary>
    public void Read(Document document, int sentenceIndex, EventDraft talks)
    {
        var sentence = document.Sentences[sentenceIndex];
        for (var i = sentence.First; i < sentence.End; i++)
        {
            if (!words.Is(i, WordClass.TopicVerb | WordClass.TopicNoun)) continue;
            // "topics that touch the lives of people": says of the topics what they are like.
            if (document.Tokens[i].Relation is Deprel.AclRelcl && words.Is(document.Tokens[i].Head, WordClass.TopicNoun | WordClass.GeneralNoun)) continue;
            var noun = words.Is(i, WordClass.TopicNoun) && document.Tokens[i].Pos is not Upos.Verb;
            for (var j = sentence.First; j < sentence.End; j++)
            {
                if (document.Tokens[j].Head != i) continue;
                var relation = document.Tokens[j].Relation;
                var on = relation is Deprel.Obl or Deprel.Nmod && Preposition(document, sentence, j) is { } p && words.Is(p, WordClass.About);
                if (on || !noun && relation is Deprel.Obj or Deprel.NsubjPass && talks.Trigger != j) AddPhrase(document, sentence, j, talks, 0);
                // "the agenda highlighted plans to advance relations across … spheres"
                else if (noun && relation is Deprel.Acl or Deprel.Xcomp) AddBelow(document, sentence, j, talks);
            }
            if (noun && document.Tokens[i].Relation is Deprel.Nsubj && document.Tokens[i].Head >= 0) AddBelow(document, sentence, document.Tokens[i].Head, talks);
        }
    }

    private static int? Preposition(Document document, in Sentence sentence, int token)
    {
        for (var i = sentence.First; i < token; i++)
            if (document.Tokens[i].Head == token && document.Tokens[i].Relation is Deprel.Case) return i;
        return null;
    }

    private void AddBelow(Document document, in Sentence sentence, int verb, EventDraft talks)
    {
        for (var j = verb + 1; j < sentence.End; j++)
        {
            if (document.Tokens[j].Head != verb) continue;
            if (document.Tokens[j].Relation is Deprel.Obj or Deprel.Obl) AddPhrase(document, sentence, j, talks, 0);
            else if (document.Tokens[j].Relation is Deprel.Xcomp or Deprel.Acl) AddBelow(document, sentence, j, talks);
        }
    }

    private void AddPhrase(Document document, in Sentence sentence, int head, EventDraft talks, int depth)
    {
        if (depth > 3) return;
        var general = words.Is(head, WordClass.GeneralNoun);
        var any = false;
        for (var j = sentence.First; j < sentence.End; j++)
        {
            if (document.Tokens[j].Head != head) continue;
            var relation = document.Tokens[j].Relation;
            if (relation is Deprel.Conj) AddPhrase(document, sentence, j, talks, depth);
            else if (general && relation is Deprel.Acl) { AddBelow(document, sentence, j, talks); any = true; }
            // "measures with NATO allies": who, not what.
            else if (general && relation is Deprel.Nmod && Preposition(document, sentence, j) is { } with && words.Is(with, WordClass.With)) any = true;
            else if (general && relation is Deprel.Nmod) { AddPhrase(document, sentence, j, talks, depth + 1); any = true; }
            else if (general && relation is Deprel.Amod or Deprel.Compound && !words.Is(j, WordClass.GeneralWord)) { AddAdjectives(document, sentence, j, talks); any = true; }
        }
        if (!any && !general && document.Tokens[head].Pos is Upos.Noun or Upos.Propn) Add(document, NounPhrases.Core(document, sentence, head), talks);
    }

    private void AddAdjectives(Document document, in Sentence sentence, int token, EventDraft talks)
    {
        // "Kyrgyz-Russian relations": whose they are, not what they are about.
        if (!words.IsCapital(token)) Add(document, document.Span(token, token + 1), talks);
        for (var j = token + 1; j < sentence.End; j++)
            if (document.Tokens[j].Head == token && document.Tokens[j].Relation is Deprel.Conj) AddAdjectives(document, sentence, j, talks);
    }

    private static void Add(Document document, TextSpan span, EventDraft talks)
    {
        var text = NounPhrases.Text(document, span);
        var topic = text.ToLowerInvariant();
        // "cooperation with Widodo": whoever takes part is no topic.
        if (talks.Participants.Exists(p => p.Who.Name.Contains(text, StringComparison.OrdinalIgnoreCase))) return;
        if (topic.Length is > 2 and < 60 && !talks.Topics.Contains(topic) && talks.Topics.Count < 20) talks.Topics.Add(topic);
    }
}
