using Chancery.Reading.Actors;
using Chancery.Reading.Lexicons;
using Chancery.Reading.Syntax;

namespace Chancery.Reading.Events;

/// <summary>Finds where an event happens when no slot of the trigger said so: a place behind "in" or "at" in the sentence, nearest to the trigger.</summary>
internal sealed class PlaceAttacher(Document document, MentionIndex mentions, WordView words, LocalAdverbs adverbs)
{
    /// <summary>Sentences back to the place that "there" means.</summary>
    private const int Reach = 2;

    private readonly Mention? _written = DatelinePlace.Find(document, mentions);

    public void Attach(EventDraft draft)
    {
        if (draft.NoPlace || draft.Place is not null && draft.Venue is not null) return;
        var sentence = document.Sentences[draft.Sentence];
        Mention? place = null, venue = null;
        foreach (var m in mentions.In(sentence))
        {
            var isVenue = m.Venue >= 0 && m.Kind is MentionKind.Venue or MentionKind.Body;
            if (!isVenue && m.Kind is not (MentionKind.Place or MentionKind.State) || !BehindIn(m, sentence) || IsOfOthers(HeadOf(m), draft) || IsOfMatter(HeadOf(m), draft)) continue;
            if (isVenue) { if (venue is null || Distance(m, draft) < Distance(venue, draft)) venue = m; }
            else if (place is null || Better(m, place, draft)) place = m;
        }
        if (draft.Venue is null && venue is not null) Take(draft, venue, isVenue: true);
        if (draft.Place is null && place is not null) Take(draft, place, isVenue: false);
        if (draft.Place is null && draft.Venue is null) AttachAdverb(draft, sentence);
    }

    // "signed it here on Friday", "where they met the day before; there he …"
    private void AttachAdverb(EventDraft draft, in Sentence sentence)
    {
        for (var i = sentence.First; i < sentence.End; i++)
        {
            if (document.Tokens[i].Relation is Deprel.Expl || document.Tokens[i].Pos is not (Upos.Adv or Upos.Adp) || adverbs.Match(document, i, sentence.End) is not { } adverb || IsOfOthers(adverb.End - 1, draft)) continue;
            if ((adverb.Written ? _written : Told(i, draft.Sentence)) is not { } place) continue;
            draft.Place = place;
            draft.AddEvidence(document.Span(i, adverb.End), "where", null);
            return;
        }
    }

    // The place named last before a token.
    private Mention? Told(int token, int index)
    {
        for (var i = token - 1; i >= document.Sentences[Math.Max(0, index - Reach)].First; i--)
            if (mentions.At(i) is { Kind: MentionKind.Place } m) return m;
        return null;
    }

    private void Take(EventDraft draft, Mention m, bool isVenue)
    {
        if (isVenue) draft.Venue = m; else draft.Place = m;
        draft.AddEvidence(document.Span(m.First, m.End), "where", null);
    }

    private static int Distance(Mention m, EventDraft draft) => Math.Abs(m.First - draft.Trigger);

    private static bool Better(Mention a, Mention b, EventDraft draft)
    {
        // A city says more than its country.
        if (a.Place >= 0 != b.Place >= 0) return a.Place >= 0;
        return Distance(a, draft) < Distance(b, draft);
    }

    // "to mediate in Ukraine", "the treaty that they concluded in Pyongyang": the place of another clause than that of the trigger.
    private bool IsOfOthers(int head, EventDraft draft)
    {
        var tokens = document.Tokens;
        var at = head;
        for (var steps = 0; steps < 8 && at >= 0; steps++)
        {
            if (at == draft.Trigger) return false;
            // "came straight from a meeting in Malmö"
            if (draft.Frame.AbroadOnly && at != head && tokens[at].Relation is Deprel.Obl or Deprel.Nmod && IsFrom(at)) return true;
            if (tokens[at].Relation is Deprel.AclRelcl or Deprel.Acl or Deprel.Advcl or Deprel.Ccomp) return !IsUnder(draft.Trigger, at);
            at = tokens[at].Head;
        }
        return false;
    }

    // "talks on the war in Gaza", "condemned the attack in Nairobi": where what they speak of is, not where they speak.
    private bool IsOfMatter(int head, EventDraft draft)
    {
        var tokens = document.Tokens;
        // "in Kenya and Tanzania"
        while (tokens[head].Relation is Deprel.Conj && tokens[head].Head >= 0) head = tokens[head].Head;
        var at = tokens[head].Head;
        if (tokens[head].Relation is not Deprel.Nmod || at < 0) return false;
        for (var steps = 0; steps < 5 && at >= 0 && tokens[at].Pos is Upos.Noun; at = tokens[at].Head, steps++)
        {
            if (at == draft.Trigger || draft.Things.Contains(at) || mentions.At(at) is { Kind: not MentionKind.Unknown }) return false;
            if (tokens[at].Relation is Deprel.Obj && draft.Frame.OfWords && draft.Type != "signing" || tokens[at].Relation is Deprel.Obl or Deprel.Nmod && IsAbout(at)) return !IsThing(draft, tokens[at].Head);
            if (tokens[at].Relation is not (Deprel.Nmod or Deprel.Conj or Deprel.Compound)) return false;
        }
        return false;
    }

    // "a treaty on relations and a treaty on the border in the capital": a document, which was signed there.
    private bool IsThing(EventDraft draft, int noun)
    {
        for (var steps = 0; steps < 4 && noun >= 0; noun = document.Tokens[noun].Head, steps++)
        {
            if (draft.Things.Contains(noun)) return true;
            if (document.Tokens[noun].Relation is not (Deprel.Conj or Deprel.Nmod)) return false;
        }
        return false;
    }

    private bool IsFrom(int noun)
    {
        for (var i = noun - 1; i >= 0 && i > noun - 8; i--)
            if (document.Tokens[i].Head == noun && document.Tokens[i].Relation is Deprel.Case) return words.Text(i) is "from";
        return false;
    }

    private bool IsAbout(int noun)
    {
        for (var i = noun - 1; i >= 0 && i > noun - 8; i--)
            if (document.Tokens[i].Head == noun && document.Tokens[i].Relation is Deprel.Case) return words.Is(i, WordClass.About) || words.Text(i) is "over";
        return false;
    }

    private bool IsUnder(int token, int above)
    {
        for (var steps = 0; steps < 8 && token >= 0; token = document.Tokens[token].Head, steps++)
            if (token == above) return true;
        return false;
    }

    private int HeadOf(Mention m)
    {
        for (var i = m.First; i < m.End; i++)
            if (document.Tokens[i].Head is var head && (head < m.First || head >= m.End)) return i;
        return m.First;
    }

    private bool BehindIn(Mention m, in Sentence sentence)
    {
        for (var i = m.First - 1; i >= sentence.First && i >= m.First - 6; i--)
        {
            if (words.Is(i, WordClass.In)) return true;
            if (mentions.At(i) is { Kind: MentionKind.Place or MentionKind.Venue or MentionKind.Nationality }) continue;
            // "in the town of Kant"
            if (words.Is(i, WordClass.Genitive) && words.Is(i - 1, WordClass.Whereabouts)) continue;
            if (words.Is(i, WordClass.Whereabouts)) continue;
            // "in March 2018 Ireland sent …": a time stands behind the preposition.
            if (document.Tokens[i].Pos is Upos.Num) return false;
            if (document.Tokens[i].Pos is Upos.Verb or Upos.Adp || (document.Tokens[i].Shape & TokenShape.Punctuation) != 0 && document.Form(i) is not ("," or "-")) return false;
        }
        return false;
    }
}
