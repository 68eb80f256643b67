using Chancery.Reading.Lexicons;
using Chancery.Reading.Syntax;

namespace Chancery.Reading.Actors;

/// <summary>Mentions of a document by token.</summary>
internal sealed class MentionIndex
{
    private readonly Document _document;
    private readonly int[] _at;

    public MentionIndex(Document document, List<Mention> mentions)
    {
        _document = document;
        All = mentions;
        _at = new int[document.Tokens.Length];
        Array.Fill(_at, -1);
        for (var m = 0; m < mentions.Count; m++)
            for (var i = mentions[m].First; i < mentions[m].End; i++) _at[i] = m;
    }

    public List<Mention> All { get; }

    /// <summary>The city of the dateline, or null.</summary>
    public Mention? Dateline()
    {
        foreach (var sentence in _document.Sentences)
        {
            if (sentence.Kind != SentenceKind.Dateline) continue;
            foreach (var m in In(sentence)) if (m.Kind is MentionKind.Place) return m;
            return null;
        }
        return null;
    }

    /// <summary>The mentions of a sentence, in order.</summary>
    public IEnumerable<Mention> In(Sentence sentence)
    {
        Mention? last = null;
        for (var i = sentence.First; i < sentence.End; i++)
            if (_at[i] >= 0 && All[_at[i]] is var m && m != last) yield return last = m;
    }

    /// <summary>The mention that covers a token, or null.</summary>
    public Mention? At(int token) => (uint)token < (uint)_at.Length && _at[token] >= 0 ? All[_at[token]] : null;

    /// <summary>The place that a phrase names: the mention at its head, else inside it.</summary>
    public Mention? PlaceAt(int head, in Sentence sentence)
    {
        if (At(head) is { } m && IsPlace(m)) return m;
        foreach (var inside in Below(head, sentence, 2))
            if (At(inside) is { } below && IsPlace(below) && below.Kind is not MentionKind.Nationality) return below;
        return null;
    }

    private static bool IsPlace(Mention m) => m.Kind is MentionKind.Place or MentionKind.Venue or MentionKind.State || m.Venue >= 0 && m.Kind is MentionKind.Body;

    /// <summary>Who a phrase means: the mention at its head; for "delegation of X", "leaders of X and Y" whom it belongs to.</summary>
    public IEnumerable<Mention> ActorsAt(int head, Sentence sentence, WordView words)
    {
        if (At(head) is { } m)
        {
            if (m.Entities.Count > 0)
            {
                // "a Russian delegation led by Deputy Prime Minister Novak": he travels.
                yield return m.Kind == MentionKind.State && words.Is(m.End - 1, WordClass.Delegation) && LedBy(m.End - 1, sentence) is { } leader ? leader : m;
                foreach (var joined in JoinedLeft(m, words)) yield return joined;
                yield break;
            }
            if (m.Kind is MentionKind.Unknown && m.End - m.First > 1) { yield return m; yield break; }
            if (m.Kind is not (MentionKind.Unknown or MentionKind.Body or MentionKind.Holder or MentionKind.Holders or MentionKind.Sides or MentionKind.Summit)) yield break;
        }
        else
        {
            // "the former colonial power, Belgium"
            for (var i = head + 1; i < sentence.End; i++)
                if (_document.Tokens[i].Head == head && _document.Tokens[i].Relation is Deprel.Appos && At(i) is { Entities.Count: > 0 } named) { yield return named; yield break; }
        }
        if (!words.Is(head, WordClass.Delegation | WordClass.Leader | WordClass.Side | WordClass.Forces | WordClass.Government) && At(head)?.Kind is not (MentionKind.Holder or MentionKind.Holders or MentionKind.Body)) yield break;
        // "the withdrawal of its troops from Chad": whose they are is said by "its".
        if (words.Is(head, WordClass.Forces) && IsOwned(head, sentence, words)) yield break;
        // "the chairman of the National People's Congress Zhao Leji": he, not the house he leads.
        if (At(head) is { Kind: MentionKind.Holder })
            foreach (var inside in Below(head, sentence, 2))
                if (inside > head && At(inside) is { Kind: MentionKind.Person, Entities.Count: > 0 } named && _document.Tokens[inside].Relation is Deprel.Nmod or Deprel.Appos or Deprel.Flat && !IsMarked(inside)) { yield return named; yield break; }
        // Led by whom, of which states.
        foreach (var inside in Below(head, sentence, 3))
            if (At(inside) is { } below && below.Entities.Count > 0 && _document.Tokens[inside].Relation is Deprel.Nmod or Deprel.Conj or Deprel.Amod or Deprel.NmodPoss or Deprel.Compound or Deprel.Appos or Deprel.Obl or Deprel.OblAgent)
                yield return below;
    }

    // "British and French troops": both states' troops.
    private IEnumerable<Mention> JoinedLeft(Mention m, WordView words)
    {
        while (m.Kind is MentionKind.State or MentionKind.Body or MentionKind.Nationality && (words.Is(m.First - 1, WordClass.And) || words.Text(m.First - 1) is "," or "-" or "–") && At(m.First - 2) is { Kind: MentionKind.Nationality, Entities.Count: > 0 } left)
        {
            yield return left;
            m = left;
        }
    }

    private bool IsOwned(int head, Sentence sentence, WordView words)
    {
        for (var i = head - 1; i >= sentence.First && i > head - 5; i--)
            if (_document.Tokens[i].Head == head && _document.Tokens[i].Relation is Deprel.NmodPoss && words.Is(i, WordClass.It | WordClass.They) && At(i) is null or { Entities.Count: 0 }) return true;
        return false;
    }

    // Behind a preposition of its own.
    private bool IsMarked(int token) => _document.Tokens[token - 1].Relation is Deprel.Case && _document.Tokens[token - 1].Pos is Upos.Adp && _document.Tokens[token - 1].Head == token;

    private Mention? LedBy(int delegation, Sentence sentence)
    {
        foreach (var inside in Below(delegation, sentence, 3))
            if (_document.Tokens[inside].Relation is Deprel.OblAgent or Deprel.Obl && At(inside) is { Kind: MentionKind.Person or MentionKind.Holder, Entities.Count: > 0 } leader) return leader;
        return null;
    }

    private IEnumerable<int> Below(int head, Sentence sentence, int depth)
    {
        if (depth == 0) yield break;
        for (var i = sentence.First; i < sentence.End; i++)
        {
            if (_document.Tokens[i].Head != head || i == head) continue;
            yield return i;
            foreach (var inside in Below(i, sentence, depth - 1)) yield return inside;
        }
    }
}
