using Chancery.Reading.Lexicons;
using Chancery.Reading.Syntax;
using Chancery.Reading.Times;

namespace Chancery.Reading.Events;

// What the clauses around a time say of how it is meant.
internal sealed partial class TimeAttacher
{
    // Told in the plain past and active: done on the day that is named, whatever was promised.
    private bool IsDeed(int verb)
    {
        for (var i = _sentence.First; i < _sentence.End; i++)
            if (_document.Tokens[i].Head == verb && _document.Tokens[i].Relation is Deprel.Aux or Deprel.AuxPass or Deprel.Cop) return false;
        return (_document.Tokens[verb].Morphology & Morphology.Past) != 0 && !words.Is(verb, WordClass.Aspect);
    }

    // "started it today in Tajikistan, where he held a meeting": at that time; "where he had met": before.
    private bool IsWhereClause(int verb)
    {
        var where = false;
        // "returned on Thursday from Pyongyang, where he signed"
        for (var i = _sentence.First; i < _document.Tokens[verb].Head; i++)
            if (_document.Tokens[i].Head == _document.Tokens[verb].Head && _document.Tokens[i].Relation is Deprel.Case && words.Text(i) is "from") return false;
        for (var i = _sentence.First; i < verb; i++)
        {
            if (_document.Tokens[i].Head != verb) continue;
            if (_document.Tokens[i].Relation is Deprel.Aux && words.Is(i, WordClass.Have)) return false;
            where |= _document.Tokens[i].Relation is Deprel.Advmod && words.Is(i, WordClass.Relative);
        }
        // "during which documents were signed", "on the sidelines of which they met"
        for (var i = _document.Tokens[verb].Head + 1; i < verb && !where; i++)
            where = words.Text(i) is "which" && (words.Text(i - 1) is "during" or "in" or "at" or "on" || words.Text(i - 1) is "of" && i - 1 > _document.Tokens[verb].Head);
        return where;
    }

    private bool IsWhenClause(int verb)
    {
        for (var i = _sentence.First; i < verb; i++)
            // "when they had already agreed": before.
            if (_document.Tokens[i].Head == verb && words.Is(i, WordClass.When)) return !IsPerfect(verb);
        return false;
    }

    private bool IsPerfect(int verb)
    {
        for (var i = _sentence.First; i < verb; i++)
            if (_document.Tokens[i].Head == verb && _document.Tokens[i].Relation is Deprel.Aux && words.Is(i, WordClass.Have)) return true;
        return false;
    }

    // The verb that a noun is an object, subject or adverbial of, or -1.
    private int VerbOver(int noun)
    {
        var head = _document.Tokens[noun].Head;
        return _document.Tokens[noun].Pos is not Upos.Verb && head >= _sentence.First && _document.Tokens[head].Pos is Upos.Verb ? head : -1;
    }

    // "was breaking off", "is recalling"
    private bool IsUnderWay(int verb)
    {
        var be = false;
        for (var i = _sentence.First; i < verb; i++)
        {
            if (_document.Tokens[i].Head != verb) continue;
            if (words.Is(i, WordClass.Have | WordClass.Planned | WordClass.Modal)) return false;
            be |= _document.Tokens[i].Relation is Deprel.Aux && words.Is(i, WordClass.Be);
        }
        return be && words.Text(verb).EndsWith("ing", StringComparison.Ordinal);
    }

    // Another than a relative pronoun.
    private bool HasOwnSubject(int verb)
    {
        for (var i = _sentence.First; i < _sentence.End; i++)
            if (_document.Tokens[i].Head == verb && _document.Tokens[i].Relation is Deprel.Nsubj or Deprel.NsubjPass && !words.Is(i, WordClass.Relative)) return true;
        return false;
    }

    // Told in the past or present perfect, not as what had been before.
    private bool IsNews(int verb)
    {
        for (var i = _sentence.First; i < verb; i++)
            if (_document.Tokens[i].Head == verb && (_document.Tokens[i].Relation is Deprel.Aux or Deprel.AuxPass && (words.Is(i, WordClass.Planned | WordClass.Modal) || words.Text(i) is "had") || words.Is(i, WordClass.To | WordClass.Negation))) return false;
        return true;
    }

    // "condemned the attack", "the victims of the attack".
    private bool IsSpokenOf(int trigger)
    {
        if (_document.Tokens[trigger] is not { Pos: Upos.Noun, Head: >= 0 } noun) return false;
        return noun.Relation is Deprel.Nmod && _document.Tokens[noun.Head].Pos is Upos.Noun || noun.Relation is Deprel.Obj or Deprel.NsubjPass or Deprel.Obl && IsOfWords(noun.Head);
    }

    // A verb that by itself tells of words: to condemn, to demand.
    private bool IsOfWords(int verb)
    {
        foreach (var reading in words.Readings(verb))
            if (reading.IsVerb && frames.ByVerb(reading.Lexeme) is { } patterns && patterns.Exists(p => p.Frame.OfWords && p.Things.Count == 0 && !p.Pattern.Negated && p.Pattern.Modal.Length == 0)) return true;
        return false;
    }

    private bool HasSubject(int verb)
    {
        for (var i = _sentence.First; i < _sentence.End; i++)
            if (_document.Tokens[i].Head == verb && _document.Tokens[i].Relation is Deprel.Nsubj or Deprel.NsubjPass) return true;
        return false;
    }

    // "the first to set foot there since fighting broke out in May 1998"
    private bool IsBehindBound(int trigger, int time)
    {
        for (var i = time - 1; i > trigger; i--)
        {
            if (words.Text(i) is "," or ";") return false;
            if (words.Text(i) is "since") return true;
        }
        return false;
    }

    // "the first visit since January 2019": a bound, not the day of the event.
    private bool IsBound(TimeMention time)
    {
        var at = time.First - 1;
        while (at > _sentence.First && words.Is(at, WordClass.Definite)) at--;
        return at >= _sentence.First && words.Is(at, WordClass.Bound);
    }

    // "since his first one in November 2004"
    private bool HasBound(int noun)
    {
        for (var i = _sentence.First; i < noun; i++)
            if (_document.Tokens[i].Head == noun && _document.Tokens[i].Relation is Deprel.Case or Deprel.Mark && words.Is(i, WordClass.Bound)) return true;
        return false;
    }

    private int HeadOf(TimeMention time)
    {
        for (var i = time.First; i < time.End; i++)
            if (_document.Tokens[i].Head is var head && (head < time.First || head >= time.End)) return i;
        return time.First;
    }
}
