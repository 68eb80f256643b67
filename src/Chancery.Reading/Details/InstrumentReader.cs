using Chancery.Reading.Actors;
using Chancery.Reading.Events;
using Chancery.Reading.Knowledge;
using Chancery.Reading.Lexicons;
using Chancery.Reading.Reports;
using Chancery.Reading.Syntax;

namespace Chancery.Reading.Details;

/// <summary>The documents that a sentence says are signed or agreed: kinds, how many, and what they are called.</summary>
internal sealed class InstrumentReader(WordView words, KnowledgePack pack, MentionIndex mentions)
{
    /// <summary>Kind in <c>documents.tsv</c> of words that only gather: "a package of documents", "several agreements".</summary>
    private const string Gathers = "package";

    /// <summary>Kind of documents of which the text says no more.</summary>
    private const string Other = "other";

    private Document _document = null!;
    private Sentence _sentence;

    public void Read(Document document, in Sentence sentence, EventDraft draft)
    {
        (_document, _sentence) = (document, sentence);
        foreach (var thing in draft.Things.ToArray())
            if (IsDocument(thing)) ReadThing(draft, thing, null, 0);
            else ReadSigned(draft, thing);
        if (draft.Things.Count == 0) return;
        // "intergovernmental, inter-ministerial and other": kinds as adjectives of "documents" or "arrangements".
        for (var i = sentence.First; i < sentence.End; i++)
            if (mentions.At(i) is { Kind: MentionKind.Document } kind && kind.First == i && document.Tokens[kind.End - 1].Pos is Upos.Adj && Math.Abs(i - draft.Trigger) < 25)
                Add(draft, new Instrument(pack.Document(kind.Row).Kind, null, null));
        // The gathering word says nothing where kinds are named.
        if (draft.Instruments.Exists(i => i.Kind != Other)) draft.Instruments.RemoveAll(i => i.Kind == Other && i.Count is null);
    }

    // The document itself, what is joined to it, and what a package consists of.
    private void ReadThing(EventDraft draft, int head, int? count, int depth)
    {
        if (depth > 3) return;
        var mention = mentions.At(head) is { Kind: MentionKind.Document } m ? m : null;
        var kind = mention is null ? null : pack.Document(mention.Row).Kind;
        count = Count(head) ?? count;
        var inner = false;
        for (var i = _sentence.First; i < _sentence.End; i++)
        {
            if (_document.Tokens[i].Head != head || mention is not null && i >= mention.First && i < mention.End) continue;
            switch (_document.Tokens[i].Relation)
            {
                case Deprel.Conj when IsDocument(i): ReadThing(draft, i, null, depth + 1); break;
                case Deprel.Appos when IsDocument(i): ReadThing(draft, i, null, depth + 1); break;
                case Deprel.Nmod when (kind is null or Gathers) && IsDocument(i) && PrepositionIsOf(i): ReadThing(draft, i, count, depth + 1); inner = true; break;
            }
        }
        if (kind is null || inner) return;
        if (kind == Gathers) Add(draft, new Instrument(Other, null, Plural(head) ? count : count ?? (PackageHasCount(mention!) is { } c ? c : null)));
        else Add(draft, new Instrument(kind, Title(mention!, head), count ?? (Plural(head) ? null : 1)));
    }

    // "put their names to a declaration": the document hangs beside the names.
    private void ReadSigned(EventDraft draft, int thing)
    {
        ReadThing(draft, thing, null, 0);
        if (draft.Type != "signing") return;
        for (var i = thing + 1; i < _sentence.End; i++)
            if (IsDocument(i) && (_document.Tokens[i].Head == thing || _document.Tokens[i].Head == draft.Trigger) && _document.Tokens[i].Relation is Deprel.Obl or Deprel.Nmod) ReadThing(draft, i, null, 0);
    }

    private bool IsDocument(int token) => mentions.At(token) is { Kind: MentionKind.Document };

    private bool PrepositionIsOf(int token)
    {
        for (var i = token - 1; i >= _sentence.First; i--)
            if (_document.Tokens[i].Head == token && _document.Tokens[i].Relation is Deprel.Case) return words.Is(i, WordClass.Of);
        return false;
    }

    private bool Plural(int token) => (_document.Tokens[token].Morphology & Morphology.Plural) != 0 || words.IsPlural(token);

    // A number inside the mention itself: "package of 12 documents" where the table lists the whole.
    private int? PackageHasCount(Mention m)
    {
        for (var i = m.First; i < m.End; i++) if ((_document.Tokens[i].Shape & TokenShape.Number) != 0) return Numbers.Read(words.Text(i), words);
        return null;
    }

    private int? Count(int head)
    {
        for (var i = _sentence.First; i < head; i++)
        {
            if (_document.Tokens[i].Head != head) continue;
            if (_document.Tokens[i].Relation is Deprel.Nummod && Numbers.Read(words.Text(i), words) is { } number) return number;
            if (_document.Tokens[i].Relation is Deprel.Det && words.Text(i) is "a" or "an" or "another" or "A" or "An") return Dozen(head) ?? 1;
        }
        return Dozen(head);
    }

    // "a dozen deals": the number may hang as a noun.
    private int? Dozen(int head)
    {
        for (var i = Math.Max(_sentence.First, head - 4); i < head; i++)
            if (_document.Tokens[i].Pos is Upos.Noun or Upos.Num && words.Text(i + 1) is not "-" && words.Number(words.Text(i)) is { } number and > 1) return number;
        return null;
    }

    // From the first modifier to the end of what it is on: "joint statement on the 30th anniversary of diplomatic relations".
    private string? Title(Mention mention, int head)
    {
        var core = NounPhrases.Core(_document, _sentence, head);
        var first = mention.First;
        for (var i = mention.First - 1; i >= _sentence.First && _document.Tokens[i].Start >= core.Start; i--)
        {
            if (_document.Tokens[i].Relation is Deprel.Nummod or Deprel.Det || mentions.At(i) is { Kind: MentionKind.Nationality or MentionKind.State }) break;
            first = i;
        }
        var end = mention.End;
        for (var i = head + 1; i < _sentence.End; i++)
            if (_document.Tokens[i].Head == head && _document.Tokens[i].Relation is Deprel.Nmod && Names(i)) end = Math.Max(end, LastBelow(i) + 1);
        if (first == mention.First && end == mention.End && mention.End - mention.First == 1) return null;
        var text = NounPhrases.Text(_document, _document.Span(first, end));
        return text.Length < 200 ? text : null;
    }

    private bool Names(int token)
    {
        for (var i = token - 1; i >= _sentence.First; i--)
            if (_document.Tokens[i].Head == token && _document.Tokens[i].Relation is Deprel.Case)
                return words.Is(i, WordClass.About | WordClass.Of) && !words.Text(i).Equals("to", StringComparison.OrdinalIgnoreCase);
        return false;
    }

    private int LastBelow(int head)
    {
        var last = head;
        for (var i = head + 1; i < _sentence.End; i++)
        {
            var at = i;
            for (var steps = 0; steps < 8 && at > head; steps++)
            {
                if (_document.Tokens[at].Relation is Deprel.AclRelcl or Deprel.Acl or Deprel.Parataxis or Deprel.Punct) { at = -1; break; }
                at = _document.Tokens[at].Head;
            }
            // "a treaty on relations in Astana": where it is signed is no part of its name.
            if (at == head && mentions.At(i) is { Kind: MentionKind.Place or MentionKind.Venue } place && place.First > head && words.Is(place.First - 1, WordClass.In)) break;
            if (at == head && !words.Is(i, WordClass.In)) last = i;
        }
        return last;
    }

    private static void Add(EventDraft draft, Instrument instrument)
    {
        for (var i = 0; i < draft.Instruments.Count; i++)
        {
            var known = draft.Instruments[i];
            if (known.Kind != instrument.Kind || known.Title is not null && instrument.Title is not null && known.Title != instrument.Title) continue;
            draft.Instruments[i] = known with { Count = known.Count ?? instrument.Count, Title = known.Title ?? instrument.Title };
            return;
        }
        draft.Instruments.Add(instrument);
    }
}
