using Chancery.Reading.Actors;
using Chancery.Reading.Events;
using Chancery.Reading.Lexicons;
using Chancery.Reading.Syntax;

namespace Chancery.Reading.Frames;

/// <content>Places that are said again in general words: "visited the country", "flew there", "arrived here".</content>
internal sealed partial class FrameMatcher
{
    // How many sentences back the place may have been named.
    private const int PlaceReach = 4;

    // "the kingdom", "that country", "town": the place last spoken of that is not the visitor's own.
    private Mention? PlaceAgain(EventDraft draft, int token)
    {
        if (!words.Is(token, WordClass.Whereabouts) || words.IsPlural(token)) return null;
        var noun = _document.Tokens[token].Pos is Upos.Noun or Upos.Propn;
        if (noun && (HasOwner(token) || words.Text(token) is not "town" && !words.Is(token - 1, WordClass.Definite))) return null;
        var floor = _document.Sentences[Math.Max(0, _sentenceIndex - PlaceReach)].First;
        for (var i = _mentions.All.Count - 1; i >= 0; i--)
        {
            var m = _mentions.All[i];
            if (m.First >= Math.Min(token, draft.Trigger)) continue;
            if (m.First < floor) break;
            if (m.Kind is not (MentionKind.Place or MentionKind.State) || m.State < 0 && m.Place < 0 || IsHome(draft, m)) continue;
            return Again(m, token, wide: words.Is(token, WordClass.Whereabouts) && noun && words.Text(token) is not ("city" or "town" or "capital"));
        }
        return null;
    }

    // "the country" after "in Hanoi" is Vietnam.
    private static Mention Again(Mention m, int token, bool wide) => wide && m.State >= 0
        ? new Mention { First = token, End = token + 1, Kind = MentionKind.State, State = m.State }
        : new Mention { First = token, End = token + 1, Kind = m.Kind, State = m.State, Place = m.Place, Metonym = m.Metonym };

    private bool IsHome(EventDraft draft, Mention place)
    {
        var country = new DraftMerger(pack).Country(place);
        return country is null || draft.Participants.Exists(p => p.Role is "visitor" or "party" && DraftMerger.Side(p.Who) == country);
    }

    // "went on to Erbil for talks": they are held where one goes.
    private void FillDestination(EventDraft draft)
    {
        if (draft.Place is not null || draft.Frame.NoPlace || _arguments.Governor < 0 || _arguments.OwnPreposition < 0 || words.Text(_arguments.OwnPreposition) is not "for" || !Travels(_arguments.Governor)) return;
        foreach (var argument in _arguments.Found)
            if (argument is { Kind: SlotKind.Preposition, Support: true } && words.Text(argument.Preposition) is "to" or "in" or "into" && _mentions.At(argument.Token) is { Kind: MentionKind.Place or MentionKind.State } && FillPlace(draft, argument))
            {
                draft.AtGoal = !HasPhrase(draft.Trigger);
                return;
            }
    }

    private bool Travels(int verb)
    {
        foreach (var reading in words.Readings(verb))
            if (reading.IsVerb && frames.ByVerb(reading.Lexeme) is { } patterns && patterns.Exists(p => p.Frame.AbroadOnly && p.Pattern.Roles.ContainsKey("place"))) return true;
        return false;
    }

    // "the country of his birth", "the Kyrgyz city"
    private bool HasOwner(int noun)
    {
        for (var i = _sentence.First; i < _sentence.End; i++)
            if (_document.Tokens[i].Head == noun && _document.Tokens[i].Relation is Deprel.Nmod or Deprel.NmodPoss or Deprel.AclRelcl or Deprel.Amod or Deprel.Compound && words.Text(i) is not "national") return true;
        return false;
    }

    // "arrived here", "was last there": an adverb of the trigger or of the verb above it.
    private void FillWhereabouts(EventDraft draft)
    {
        if (draft.Place is not null || draft.NoPlace) return;
        for (var i = _sentence.First; i < _sentence.End; i++)
        {
            if (!words.Is(i, WordClass.Whereabouts) || _document.Tokens[i].Relation is not (Deprel.Advmod or Deprel.Obl) || _document.Tokens[i].Pos is not Upos.Adv || _document.Tokens[i].Head is var head && head != draft.Trigger && head != _arguments.Governor) continue;
            if (PlaceAgain(draft, i) is not { } place) continue;
            (draft.Place, draft.PlaceIsOwn) = (place, true);
            draft.AddEvidence(_document.Span(i, i + 1), "where", null);
            return;
        }
    }
}
