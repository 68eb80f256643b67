using Chancery.Reading.Details;
using Chancery.Reading.Lexicons;
using Chancery.Reading.Syntax;

namespace Chancery.Reading.Frames;

/// <content>Bodies of two states that sit, and what is told as coming after something else.</content>
internal sealed partial class FrameMatcher
{
    // "the 14th session of the Intergovernmental Commission", "the Sixth High-Level Economic Dialogue": the body's name.
    private string? Forum(ReadyPattern ready, int trigger)
    {
        var body = IsBody(ready, trigger) ? trigger : -1;
        for (var i = trigger + 1; i < _sentence.End && body < 0; i++)
            if (_document.Tokens[i].Head == trigger && _document.Tokens[i].Relation is Deprel.Nmod && IsBody(ready, i)) body = i;
        return body < 0 ? null : NounPhrases.Text(_document, NounPhrases.Core(_document, _sentence, body));
    }

    private bool IsBody(ReadyPattern ready, int noun)
    {
        if (!words.IsCapital(noun) || !words.IsCapital(noun - 1) && !words.Is(noun + 1, WordClass.Genitive)) return false;
        foreach (var reading in words.Readings(noun))
            if (!reading.IsVerb && frames.ByNoun(reading.Lexeme) is { } patterns && patterns.Exists(p => p.Frame == ready.Frame && p.Pattern.Named)) return true;
        return false;
    }

    // "The meeting was followed by a session": under one verb, and yet two.
    private bool IsFollower() => _arguments.Governor >= 0 && _arguments.GovernorRelation is not (Deprel.Nsubj or Deprel.NsubjPass) && words.Text(_arguments.Governor) is "followed" or "preceded";

    // "10:00 Meeting with the foreign minister", "2:30 p.m. Sherman meets with …": a line of a programme, which tells what is to come.
    private bool IsProgramme(int trigger)
    {
        var at = _sentence.First;
        while (at < trigger && words.Text(at) is "-" or "–" or "—" or "•" or "*" or "·") at++;
        return at < trigger && (_document.Tokens[at].Shape & TokenShape.Digit) != 0 && IsClock(words.Text(at), at + 1 < trigger ? words.Text(at + 1) : default);
    }

    private static bool IsClock(ReadOnlySpan<char> time, ReadOnlySpan<char> next)
    {
        foreach (var c in time) if (!char.IsAsciiDigit(c) && c is not (':' or '.')) return false;
        return time.Contains(':') || next.StartsWith("a.m", StringComparison.OrdinalIgnoreCase) || next.StartsWith("p.m", StringComparison.OrdinalIgnoreCase) || next is "am" or "pm" or "AM" or "PM" || time.Length >= 3 && next is "hrs" or "hours" or "h" or "Hrs" or "HRS";
    }

    // Its line tells it as a headline does, or in the plain present.
    private bool IsListed(int trigger, bool verb)
    {
        if (!IsProgramme(trigger)) return false;
        var teller = verb ? trigger : _arguments.Governor;
        return teller < 0 || (_document.Tokens[teller].Morphology & Morphology.Past) == 0;
    }

    private bool IsSequel(int trigger)
    {
        for (var i = _sentence.First; i < _sentence.End; i++)
            if (words.Is(i, WordClass.Next) || words.Text(i) is "also" or "earlier" or "Earlier" or "Also" or "besides" or "followed" or "afternoon" or "evening" || i < trigger && words.Is(i, WordClass.After | WordClass.Before) && words.Text(i) is "after" or "After" or "following" or "Following" or "before" or "Before") return true;
        return false;
    }
}
