using Chancery.Reading.Actors;
using Chancery.Reading.Details;
using Chancery.Reading.Events;
using Chancery.Reading.Lexicons;
using Chancery.Reading.Reports;
using Chancery.Reading.Syntax;

namespace Chancery.Reading.Attributions;

/// <summary>Who, other than the outlet, is given as the source: the subject of the speech verb over the trigger, "according to X", "as reported by X".</summary>
internal sealed class AttributionReader(WordView words, MentionIndex mentions)
{
    public void Read(Document document, EventDraft draft)
    {
        var sentence = document.Sentences[draft.Sentence];
        if (draft.Factual.Speaker >= 0) Add(document, sentence, draft, draft.Factual.Speaker, draft.Factual.SpeechVerb);
        Beside(document, sentence, draft);
        if (draft.Attribution.Count == 0 && Tail(document, sentence, draft.Trigger) is var (speaker, verb)) Add(document, sentence, draft, speaker, verb);
    }

    /// <summary>Sources that a sentence gives for all that it says: "according to", "as reported by".</summary>
    public void Beside(Document document, in Sentence sentence, EventDraft draft)
    {
        for (var i = sentence.First; i < sentence.End; i++)
        {
            if (words.Is(i, WordClass.AccordingTo) && document.Tokens[i].Pos is Upos.Verb && !words.Text(i).Equals("according", StringComparison.OrdinalIgnoreCase))
            {
                if (Quoted(document, sentence, i) is { } quoted) Add(document, sentence, draft, quoted, i);
            }
            else if (words.Is(i, WordClass.AccordingTo) && SourceAfter(document, sentence, i) is { } source) Add(document, sentence, draft, source, i);
            // "as reported by state sources", "as announced by the ministry"
            else if (words.Is(i, WordClass.Speech) && document.Tokens[i].Relation is Deprel.Advcl or Deprel.Acl or Deprel.Parataxis && AgentOf(document, sentence, i) is { } agent) Add(document, sentence, draft, agent, i);
        }
    }

    // "citing the Kremlin", "quoted Peskov as saying", "Peskov was quoted as saying".
    private static int? Quoted(Document document, in Sentence sentence, int verb)
    {
        int? source = null;
        for (var i = sentence.First; i < sentence.End; i++)
        {
            if (document.Tokens[i].Head != verb) continue;
            if (document.Tokens[i].Relation is Deprel.NsubjPass) return i;
            if (document.Tokens[i].Relation is Deprel.Obj) source = i;
        }
        return source;
    }

    // "…, an official who asked not to be named told reporters": the words between the last comma and the verb of speech, where the parser lost their tie.
    private (int Source, int Verb)? Tail(Document document, in Sentence sentence, int trigger)
    {
        for (var verb = sentence.End - 1; verb > trigger; verb--)
        {
            if (!words.Is(verb, WordClass.Speech) || document.Tokens[verb].Pos is not Upos.Verb) continue;
            var comma = verb - 1;
            while (comma > trigger && document.Form(comma) is not ",") comma--;
            // "…, and the president announced that …": what he says is something else.
            if (comma <= trigger || SaysMore(document, sentence, verb)) return null;
            for (var i = comma + 1; i < verb; i++)
                if (document.Tokens[i].Pos is Upos.Noun or Upos.Propn && (document.Tokens[i].Head <= comma || document.Tokens[i].Head >= verb) && document.Tokens[i].Relation is Deprel.Appos or Deprel.Nsubj or Deprel.Conj) return (i, verb);
            return null;
        }
        return null;
    }

    private static bool SaysMore(Document document, in Sentence sentence, int verb)
    {
        for (var i = verb + 1; i < sentence.End; i++)
            if (document.Tokens[i].Head == verb && document.Tokens[i].Relation is Deprel.Ccomp or Deprel.Xcomp or Deprel.Obj) return true;
        return false;
    }

    private static int? SourceAfter(Document document, in Sentence sentence, int cue)
    {
        for (var i = cue + 1; i < sentence.End; i++)
            if (document.Tokens[i].Relation is Deprel.Obl or Deprel.Nmod or Deprel.Nsubj or Deprel.Obj or Deprel.Root or Deprel.Fixed && document.Tokens[i].Pos is Upos.Noun or Upos.Propn or Upos.Pron) return i;
        return null;
    }

    private int? AgentOf(Document document, in Sentence sentence, int verb)
    {
        for (var i = verb + 1; i < sentence.End; i++)
            if (document.Tokens[i].Head == verb && document.Tokens[i].Relation is Deprel.OblAgent or Deprel.Obl)
                for (var j = verb + 1; j < i; j++)
                    if (document.Tokens[j].Head == i && document.Tokens[j].Relation is Deprel.Case && words.Text(j) is "by") return i;
        return null;
    }

    private void Add(Document document, in Sentence sentence, EventDraft draft, int source, int cue)
    {
        var name = Name(document, sentence, source);
        if (name is null || draft.Attribution.Any(a => a.Name == name)) return;
        if (document.Article.Source is { } outlet && outlet.Contains(name, StringComparison.OrdinalIgnoreCase)) return;
        draft.Attribution.Add(new Attribution(name, cue >= 0 ? words.Text(cue).ToString().ToLowerInvariant() : null));
        draft.AddEvidence(NounPhrases.Core(document, sentence, source), "attribution", null);
    }

    private string? Name(Document document, in Sentence sentence, int source)
    {
        // "the state news agency IRNA", "its spokesman Aykhan Hajizada": the name says more than what it is.
        if (mentions.At(source) is null)
            for (var i = source + 1; i < sentence.End && i < source + 3; i++)
                if (document.Tokens[i].Head == source && document.Tokens[i].Relation is Deprel.Appos or Deprel.Flat && mentions.At(i) is { Kind: MentionKind.Outlet } outlet) return NounPhrases.Text(document, document.Span(outlet.First, outlet.End));
        if (mentions.At(source) is { } m)
        {
            if (m.Entities.Count == 1 && m.Kind is MentionKind.Person or MentionKind.Holder or MentionKind.Pronoun or MentionKind.Body or MentionKind.Counterpart) return m.Entities[0].Name;
            if (m.Entities.Count == 1 && m.Kind is MentionKind.State && !m.Metonym) return m.Entities[0].Name;
            return NounPhrases.Text(document, document.Span(m.First, m.End));
        }
        if (document.Tokens[source].Pos is Upos.Pron) return null;
        return NounPhrases.Text(document, NounPhrases.Whole(document, sentence, source, words));
    }
}
