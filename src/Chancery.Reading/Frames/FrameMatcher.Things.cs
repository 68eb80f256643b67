using Chancery.Reading.Actors;
using Chancery.Reading.Events;
using Chancery.Reading.Lexicons;
using Chancery.Reading.Syntax;

namespace Chancery.Reading.Frames;

/// <content>Things that a trigger acts on: documents, honours, named exercises, embassies.</content>
internal sealed partial class FrameMatcher
{
    private bool FindThing(ReadyPattern ready, EventDraft draft)
    {
        foreach (var slot in ready.ThingSlots)
            foreach (var argument in _arguments.Found)
            {
                if (!Matches(argument, slot)) continue;
                if (slot.Inner is null ? IsThing(ready, argument.Token, draft, 0) : Innermost(argument, slot.Inner).Any(inside => IsThing(ready, inside.Token, draft, 0))) return true;
            }
        if (ready.Pattern.Again && ThingBefore(ready, draft) is >= 0 and var named) { draft.Things.Add(named); return true; }
        foreach (var slot in ready.ThingSlots)
        {
            if (slot.Preposition is { } preposition && ThingBehind(ready, draft, preposition)) return true;
            if (slot.Kind is SlotKind.Anywhere && ThingNear(ready, draft)) return true;
        }
        return false;
    }

    // "They signed it": the document last named; -1: none.
    private int ThingBefore(ReadyPattern ready, EventDraft draft)
    {
        if (!_arguments.Found.Exists(a => a is { Kind: SlotKind.Object, Support: false } && words.Text(a.Token) is "it" or "It" or "both" or "Both")) return -1;
        var floor = _document.Sentences[Math.Max(0, _sentenceIndex - 2)].First;
        for (var i = draft.Trigger - 1; i >= floor; i--)
            if (_mentions.At(i) is { Kind: MentionKind.Document } m && KindFits(ready.Pattern, m)) return HeadOf(m);
        return -1;
    }

    // "discussed Ukraine, energy and the dollar by telephone": the phrase counts wherever the parser hangs it in the clause.
    private bool ThingBehind(ReadyPattern ready, EventDraft draft, string preposition)
    {
        for (var i = draft.Trigger + 1; i < _sentence.End - 1; i++)
        {
            if (_document.Tokens[i].Pos is Upos.Verb && _document.Tokens[i].Relation is not (Deprel.Acl or Deprel.Conj)) return false;
            if (!words.Text(i).Equals(preposition, StringComparison.OrdinalIgnoreCase)) continue;
            for (var j = i + 1; j < Math.Min(i + 4, _sentence.End); j++)
                if (IsThing(ready, j, draft, 3)) return true;
        }
        return false;
    }

    private bool ThingNear(ReadyPattern ready, EventDraft draft)
    {
        for (var i = draft.Trigger + 1; i < Math.Min(_sentence.End, draft.Trigger + 15); i++)
            if (IsThing(ready, i, draft, 3)) return true;
        return false;
    }

    private bool IsThing(ReadyPattern ready, int token, EventDraft draft, int depth)
    {
        if (ready.NotThings.Count > 0 && IsNotThing(ready, token)) return false;
        if (_mentions.At(token) is { } m)
        {
            if (m.Kind == MentionKind.Document && !KindFits(ready.Pattern, m)) return false;
            if (Enum.TryParse<MentionKind>(ready.Pattern.ThingKind, true, out var kind) && m.Kind == kind || m.Office is { } office && ready.Pattern.Offices.Contains(office))
            {
                draft.Things.Add(HeadOf(m));
                return true;
            }
        }
        foreach (var reading in words.Readings(token))
            if (ready.Things.Contains(reading.Lexeme) && (ready.Pattern.ThingWith.Length == 0 || HasModifier(token, ready.Pattern.ThingWith))) { draft.Things.Add(token); return true; }
        if (ready.NamedThings.Count > 0 && words.IsCapital(token) && (words.IsCapital(token - 1) || words.Is(token + 1, WordClass.Genitive)))
            foreach (var reading in words.Readings(token))
                if (ready.NamedThings.Contains(reading.Lexeme)) { draft.Things.Add(token); return true; }
        // "released teacher Marc Fogel", "seized the tanker Suez Rajan": the name is what the word before it says.
        if (depth == 0 && _document.Tokens[token].Pos is Upos.Propn or Upos.Adj)
            for (var i = token - 1; i >= _sentence.First && i > token - 4; i--)
                if (_document.Tokens[i].Head == token && _document.Tokens[i].Relation is Deprel.NmodDesc or Deprel.Compound && _document.Tokens[i].Pos is Upos.Noun && ready.Pattern.ThingWith.Length == 0)
                    foreach (var reading in words.Readings(i)) if (ready.Things.Contains(reading.Lexeme)) { draft.Things.Add(token); return true; }
        // "a consulate general": the body is what any of its words says.
        if (_mentions.At(token) is { Kind: MentionKind.Body } body && depth == 0)
            for (var i = body.First; i < body.End; i++)
                foreach (var reading in words.Readings(i)) if (ready.Things.Contains(reading.Lexeme) && ready.Pattern.ThingWith.Length == 0) { draft.Things.Add(token); return true; }
        // "$60 million": money is a thing where dollars are.
        if (_document.Tokens[token].Pos is Upos.Sym && words.Text(token) is "$" or "€" or "£" or "¥" && ready.Pattern.Things.Contains("dollar")) { draft.Things.Add(token); return true; }
        if (depth > 2) return false;
        // "a number of agreements", "a package of documents", "the Order of X, first class".
        for (var i = token + 1; i < _sentence.End; i++)
            if (_document.Tokens[i].Head == token && _document.Tokens[i].Relation is Deprel.Nmod or Deprel.Conj or Deprel.Appos && !IsWhere(i) && IsThing(ready, i, draft, depth + 1)) return true;
        return false;
    }

    // "the exhibition at the embassy" is no embassy.
    private bool IsWhere(int token) => _document.Tokens[token].Relation is Deprel.Nmod && _arguments.PrepositionOf(token) is >= 0 and var p && words.Text(p) is "at" or "in" or "near" or "outside" or "from";

    private bool KindFits(Pattern pattern, Mention document)
    {
        if (pattern.Kinds.Length == 0 && pattern.NotKinds.Length == 0 || document.Row < 0) return true;
        var kind = pack.Document(document.Row).Kind;
        return !pattern.NotKinds.Contains(kind) && (pattern.Kinds.Length == 0 || pattern.Kinds.Contains(kind));
    }

    // The thing itself or what modifies it is one of the words that make it another thing ("trade relations").
    private bool IsNotThing(ReadyPattern ready, int token)
    {
        for (var i = _sentence.First; i < _sentence.End; i++)
        {
            if (i != token && (_document.Tokens[i].Head != token || _document.Tokens[i].Relation is not (Deprel.Compound or Deprel.Amod or Deprel.NmodPoss or Deprel.Conj))) continue;
            foreach (var reading in words.Readings(i)) if (ready.NotThings.Contains(reading.Lexeme)) return true;
        }
        return false;
    }

    // The token of a mention that hangs outside it.
    private int HeadOf(Mention m)
    {
        for (var i = m.First; i < m.End; i++)
            if (_document.Tokens[i].Head is var head && (head < m.First || head >= m.End)) return i;
        return m.First;
    }

    private bool Matches(in Argument argument, SlotName slot) => argument.Kind == slot.Kind
        && (slot.Preposition is null || argument.Preposition >= 0 && words.Text(argument.Preposition).Equals(slot.Preposition, StringComparison.OrdinalIgnoreCase));
}
