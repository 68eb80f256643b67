using Chancery.Reading.Actors;
using Chancery.Reading.Lexicons;
using Chancery.Reading.Syntax;

namespace Chancery.Reading.Frames;

/// <content>What a trigger noun is in its clause: held, another one, of others, a modifier of a name.</content>
internal sealed partial class FrameMatcher
{
    // "held talks", "talks began", "talks are scheduled": the noun is what the clause tells of.
    private bool IsHeld(ReadyPattern ready)
    {
        var governor = _arguments.Governor;
        if (governor < 0 || _arguments.GovernorRelation is not (Deprel.Obj or Deprel.Nsubj or Deprel.NsubjPass)) return false;
        if (words.Is(governor, WordClass.Aspect | WordClass.Planned | WordClass.Cancelled | WordClass.Postponed)) return true;
        foreach (var reading in words.Readings(governor)) if (reading.IsVerb && ready.Support.Contains(reading.Lexeme)) return true;
        return false;
    }

    private bool HasInside(System.Collections.Immutable.ImmutableArray<string> list)
    {
        for (var i = _sentence.First; i < _sentence.End; i++)
            foreach (var word in list)
                if (words.Text(i).Equals(word, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    // "the FIPIC summit", "the Quad summit"; states and cities make no name.
    private bool HasName(int noun)
    {
        for (var i = _sentence.First; i < noun; i++)
            if (_document.Tokens[i].Head == noun && _document.Tokens[i].Relation is Deprel.Compound && words.IsCapital(i) && _mentions.At(i) is null or { Kind: MentionKind.Unknown or MentionKind.Organisation or MentionKind.Summit }) return true;
        return false;
    }

    // Headlines are written in capitals throughout.
    private bool IsAllCapital()
    {
        int letters = 0, capitals = 0;
        for (var i = _sentence.First; i < _sentence.End; i++)
        {
            if ((_document.Tokens[i].Shape & TokenShape.Letter) == 0) continue;
            letters++;
            if (words.IsCapital(i)) capitals++;
        }
        return capitals * 3 > letters * 2;
    }

    // "the next summit", "a second meeting", "another round of talks".
    private bool IsAnother(int noun)
    {
        for (var i = _sentence.First; i < noun; i++)
            if (_document.Tokens[i].Head == noun && words.Number(words.Text(i)) != 1 && (words.Is(i, WordClass.Coming | WordClass.Gone | WordClass.EachOther) || words.Number(words.Text(i)) > 1 && _document.Tokens[i].Pos is Upos.Adj)) return true;
        return false;
    }

    // "a meeting of Ukraine's backers", "talks with the union", "Declaration for Dialogue".
    private bool IsOfOthers(ReadyPattern ready, int trigger)
    {
        if (words.IsCapital(trigger) && trigger > _sentence.First && !IsProgramme(trigger) || _arguments.GovernorRelation is Deprel.Obj && IsHeld(ready) && IsByOthers(support: true)) return true;
        foreach (var slot in ready.Roles.First(r => r.Key != "place").Value)
            foreach (var argument in _arguments.Found)
                if (slot.Kind is SlotKind.Preposition && !argument.Support && Matches(argument, slot) && !IsOfSame(ready, argument.Token) && !_mentions.ActorsAt(argument.Token, _sentence, words).Any(m => m.Entities.Count > 0)) return true;
        return false;
    }

    // "A reporter phoned the ministers of France and Germany", "The cricket council holds its next meeting": whoever does it is none of those known.
    private bool IsByOthers(bool support)
    {
        var found = false;
        foreach (var argument in _arguments.Found)
        {
            if (argument.Kind is not SlotKind.Subject || argument.Support != support) continue;
            if (_document.Tokens[argument.Token].Pos is not (Upos.Noun or Upos.Propn) || !words.IsCapital(argument.Token) && IsEvent(argument.Token) || words.Is(argument.Token, WordClass.Side | WordClass.Leader | WordClass.Pair | WordClass.Delegation | WordClass.Other | WordClass.Guest | WordClass.Counterpart | WordClass.Government)
                || _mentions.At(argument.Token) is { Kind: not (MentionKind.Unknown or MentionKind.Body or MentionKind.Organisation) } || _mentions.ActorsAt(argument.Token, _sentence, words).Any(m => m.Entities.Count > 0)) return false;
            found = true;
        }
        return found;
    }

    private bool IsEvent(int noun)
    {
        foreach (var reading in words.Readings(noun)) if (!reading.IsVerb && frames.ByNoun(reading.Lexeme) is { } patterns && patterns.Count > 0) return true;
        return false;
    }

    // "a round of negotiations", "a series of meetings": the same thing said twice; but "talk of a meeting" is mere talk.
    private bool IsOfSame(ReadyPattern ready, int noun)
    {
        foreach (var reading in words.Readings(noun))
            if (!reading.IsVerb && words.IsPlural(noun) && frames.ByNoun(reading.Lexeme) is { } patterns && patterns.Exists(p => p.Frame == ready.Frame)) return true;
        return false;
    }

    private bool IsDefinite(int noun)
    {
        for (var i = _sentence.First; i < noun; i++)
            if (_document.Tokens[i].Head == noun && _document.Tokens[i].Relation is Deprel.Det or Deprel.NmodPoss && words.Is(i, WordClass.Definite)) return true;
        return false;
    }

    private bool HasModifier(int trigger, System.Collections.Immutable.ImmutableArray<string> list)
    {
        for (var i = _sentence.First; i < _sentence.End; i++)
        {
            if (_document.Tokens[i].Head != trigger && i != trigger - 1) continue;
            foreach (var word in list) if (words.Text(i).Equals(word, StringComparison.OrdinalIgnoreCase)) return true;
        }
        return false;
    }

    private bool IsUnder(int noun, System.Collections.Immutable.ImmutableArray<string> list)
    {
        if (_document.Tokens[noun].Relation is not Deprel.Nmod || _document.Tokens[noun].Head is not (>= 0 and var head)) return false;
        foreach (var word in list) if (words.Text(head).Equals(word, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    private string? Subtype(ReadyPattern ready, int trigger)
    {
        if (ready.File.Subtypes.Count == 0) return null;
        string? found = null;
        for (var i = Math.Max(_sentence.First, trigger - 5); i < trigger; i++)
        {
            if (_document.Tokens[i].Head != trigger && i < trigger - 3) continue;
            var word = words.Text(i).ToString().ToLowerInvariant();
            if (ready.File.Subtypes.TryGetValue(word, out var subtype)) found = found is null ? subtype : ready.File.Subtypes.GetValueOrDefault($"{found} {word}", subtype);
        }
        return found;
    }
}
