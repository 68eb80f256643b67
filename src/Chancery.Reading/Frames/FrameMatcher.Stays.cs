using Chancery.Reading.Actors;
using Chancery.Reading.Events;
using Chancery.Reading.Lexicons;
using Chancery.Reading.Syntax;

namespace Chancery.Reading.Frames;

/// <content>Stays told without a verb of motion: "was in Moscow from 13 to 16 December", "Putin, in China since Sunday, …", "is due in Beijing".</content>
internal sealed partial class FrameMatcher
{
    // How many words may stand between the form of be and the preposition: "is currently", "was last", "has been back".
    private const int StayGap = 3;

    /// <summary>Adds the tokens at which a sentence may tell a stay: before a place behind "in" behind a form of be, or between commas.</summary>
    public static void FindStays(WordView words, in Sentence sentence, List<Mention> names, List<int> found)
    {
        foreach (var m in names)
            if (IsStayPlace(m) && PrepositionBefore(words, m.First) is >= 0 and var p && (BeBefore(words, p) >= 0 || words.Text(p - 1) is ",")) found.Add(p);
        for (var i = sentence.First + 1; i < sentence.End; i++)
            if (words.Is(i, WordClass.Whereabouts) && AgainBe(words, i) >= sentence.First) found.Add(i);
    }

    private static bool IsStayPlace(Mention m) => m.Kind is MentionKind.Place or MentionKind.State && (m.Place >= 0 || m.State >= 0) || IsVenue(m);

    private static bool IsVenue(Mention m) => m.Venue >= 0 && m.Kind is MentionKind.Venue or MentionKind.Body;

    // The form of be before "there", "in the country".
    private static int AgainBe(WordView words, int token) =>
        words.Text(token) is "here" or "there" ? BeBefore(words, token) : PrepositionBefore(words, token) is >= 0 and var p ? BeBefore(words, p) : -1;

    private static int PrepositionBefore(WordView words, int first)
    {
        var at = first - 1;
        if (words.Is(at, WordClass.Definite)) at--;
        // "has already been to Budapest"
        return words.Is(at, WordClass.In) || words.Text(at) is "to" && words.Text(at - 1) is "been" ? at : -1;
    }

    private static int BeBefore(WordView words, int preposition)
    {
        for (var i = preposition - 1; i >= 0 && i >= preposition - 1 - StayGap; i--)
        {
            if (words.Is(i, WordClass.Be)) return i;
            if (words.Text(i) is "," or "." or ";") return -1;
        }
        return -1;
    }

    private void MatchStays(List<EventDraft> into)
    {
        if (frames.Stays.Count == 0) return;
        MatchStaysAgain(into);
        foreach (var m in _mentions.In(_sentence))
        {
            if (!IsStayPlace(m) || m.End < _sentence.End && words.Is(m.End, WordClass.Possessive)) continue;
            if (PrepositionBefore(words, m.First) is not (>= 0 and var preposition) || preposition < _sentence.First) continue;
            var place = HeadOf(m);
            if (BeBefore(words, preposition) is >= 0 and var be && be >= _sentence.First && IsPredicate(place, be)) AddStay(m, place, be, into);
            else if (words.Text(preposition - 1) is "," && _mentions.At(preposition - 2) is { Kind: MentionKind.Person } who && _document.Tokens[HeadOf(who)].Relation is not (Deprel.Nmod or Deprel.Conj) && IsClosed(m)) AddAside(m, who, preposition, into);
        }
    }

    // "was last there", "is in the country": the place is said again.
    private void MatchStaysAgain(List<EventDraft> into)
    {
        for (var i = _sentence.First + 1; i < _sentence.End; i++)
        {
            if (!words.Is(i, WordClass.Whereabouts) || AgainBe(words, i) is var be && be < _sentence.First || !IsPredicate(i, be)) continue;
            var head = _document.Tokens[be].Relation is Deprel.Cop ? i : be;
            CollectStay(head);
            foreach (var ready in frames.Stays)
                if (Try(ready, head, true) is { } draft && PlaceAgain(draft, i) is { } place) Settle(draft, place, be, into);
        }
    }

    // "was in Moscow": the place is the predicate with its copula, or hangs on the verb be.
    private bool IsPredicate(int place, int be) =>
        _document.Tokens[be].Head == place && _document.Tokens[be].Relation is Deprel.Cop || _document.Tokens[place].Head == be && _document.Tokens[be].Relation is not (Deprel.Aux or Deprel.AuxPass or Deprel.Cop);

    private void AddStay(Mention m, int place, int be, List<EventDraft> into)
    {
        var head = _document.Tokens[be].Relation is Deprel.Cop ? place : be;
        CollectStay(head);
        foreach (var ready in frames.Stays)
        {
            if (Try(ready, head, true) is { } draft) Settle(draft, m, be, into);
        }
    }

    // Whoever is there is named or pronoun: "her country would be here" moves nobody.
    private void CollectStay(int head)
    {
        _arguments.Collect(_document, _mentions, _sentence, head, verb: true);
        _arguments.Found.RemoveAll(a => a.Kind == SlotKind.Subject && _mentions.At(a.Token) is null);
    }

    private void Settle(EventDraft draft, Mention m, int be, List<EventDraft> into)
    {
        var present = (_document.Tokens[be].Morphology & (Morphology.Present | Morphology.Finite)) == (Morphology.Present | Morphology.Finite);
        if (present && draft.Factual.Status == Factuality.Occurred) draft.Factual = draft.Factual with { Status = Factuality.Ongoing, Open = false };
        SetPlace(draft, m, be, into);
    }

    // "Putin, in China since Sunday, held …"; "Macron, in Kigali, said".
    private void AddAside(Mention m, Mention who, int preposition, List<EventDraft> into)
    {
        _arguments.Collect(_document, _mentions, _sentence, HeadOf(m), verb: true);
        _arguments.Found.Clear();
        _arguments.Found.Add(new Argument(SlotKind.Subject, -1, HeadOf(who), false));
        foreach (var ready in frames.Stays)
            if (Try(ready, preposition, true) is { } draft)
            {
                draft.Factual = new Factual(Factuality.Ongoing, -1, -1, -1) { Open = true };
                SetPlace(draft, m, preposition, into);
            }
    }

    private bool IsClosed(Mention m)
    {
        for (var i = m.End; i < _sentence.End && i < m.End + 9; i++)
        {
            if (words.Text(i) is ",") return true;
            if (_document.Tokens[i].Pos is Upos.Verb && _document.Tokens[i].Relation is not (Deprel.Acl or Deprel.Advcl or Deprel.AclRelcl)) return false;
        }
        return false;
    }

    private void SetPlace(EventDraft draft, Mention m, int trigger, List<EventDraft> into)
    {
        if (IsVenue(m)) draft.Venue = m; else (draft.Place, draft.PlaceIsOwn) = (m, true);
        draft.AddEvidence(_document.Span(m.First, m.End), "where", null);
        draft.Incomplete = !EventFilter.IsComplete(draft, pack, ReaderScope.Diplomacy);
        into.Add(draft);
    }
}
