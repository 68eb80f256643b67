using Chancery.Reading.Lexicons;

namespace Chancery.Reading.Actors;

/// <content>Where no name stands: pronouns, counterparts, leaders, sides, delegations.</content>
internal sealed partial class ActorPhrases
{
    // Pronouns, counterparts, sides, delegations: found by word class, where no name stands.
    private void AddWords(in Sentence sentence, List<Mention> into)
    {
        var taken = 0;
        var names = into.Count;
        for (var i = sentence.First; i < sentence.End; i++)
        {
            while (taken < names && into[taken].End <= i) taken++;
            if (taken < names && into[taken].First <= i) continue;
            var classes = words.Classes(i);
            // "HE the Ambassador": His Excellency is nobody said again.
            if (classes == WordClass.None || (classes & WordClass.Courtesy) != 0 && words.IsCapital(i + 1)) continue;
            if ((classes & (WordClass.He | WordClass.She | WordClass.They | WordClass.It)) != 0 && (classes & WordClass.Two) == 0)
                into.Add(new Mention { First = i, End = i + 1, Kind = MentionKind.Pronoun });
            else if ((classes & WordClass.Other) != 0 && words.Is(i - 1, WordClass.Definite) && !words.IsPlural(i))
                into.Add(new Mention { First = i - 1, End = i + 1, Kind = MentionKind.Other });
            else if ((classes & WordClass.Pair) != 0 && words.IsPlural(i) && words.Is(i - 1, WordClass.Several))
                into.Add(new Mention { First = i - 1, End = i + 1, Kind = MentionKind.Holders, Several = true });
            else if ((classes & (WordClass.Several | WordClass.Duo)) != 0 && (words.Is(i - 1, WordClass.Definite) || (classes & WordClass.They) != 0) && StandsAlone(i, sentence))
                into.Add(new Mention { First = i, End = i + 1, Kind = MentionKind.Holders, Several = true });
            else if ((classes & WordClass.Bloc) != 0 && words.Is(i - 1, WordClass.Definite) && !words.IsPlural(i) && !words.IsCapital(i))
                into.Add(new Mention { First = i - 1, End = i + 1, Kind = MentionKind.Other });
            else if ((classes & WordClass.Counterpart) != 0) AddCounterpart(i, into, names);
            else if ((classes & WordClass.Capital) != 0) AddCapital(i, into, names);
            else if ((classes & WordClass.Leader) != 0) AddLeader(i, into, names);
            else if ((classes & (WordClass.Side | WordClass.Delegation | WordClass.Forces | WordClass.Government)) != 0) AddSide(i, classes, into, names);
        }
    }

    // "the two met", "the two later held talks", "both then signed", "the two of them", "with the pair".
    private bool StandsAlone(int several, in Sentence sentence)
    {
        if (words.IsVerbLike(several + 1) || words.Text(several + 1) is "of" && words.Is(several + 2, WordClass.They)) return true;
        if ((words.IsAdverb(several + 1) || words.Is(several + 1, WordClass.Gone)) && words.IsVerbLike(several + 2)) return true;
        return words.Is(several, WordClass.Duo) && (several + 1 >= sentence.End || !words.IsNounLike(several + 1));
    }

    private static Mention? EndingAt(List<Mention> list, int end, int count)
    {
        for (var i = Math.Min(count, list.Count) - 1; i >= 0; i--)
            if (list[i].End == end) return list[i];
            else if (list[i].End < end) return null;
        return null;
    }

    private Mention? OwnerBefore(int token, List<Mention> into, int names)
    {
        var at = token;
        for (var steps = 0; steps < 3 && at > 0; steps++)
        {
            if (EndingAt(into, at, names) is { } left) return left.Kind is MentionKind.Nationality or MentionKind.State or MentionKind.Organisation ? left : null;
            if (!words.Is(at - 1, WordClass.Possessive | WordClass.OfficeFiller)) return null;
            at--;
        }
        return null;
    }

    private void AddCounterpart(int i, List<Mention> into, int names)
    {
        var owner = OwnerBefore(i, into, names);
        var mention = new Mention { First = owner?.First ?? i, End = i + 1, Kind = MentionKind.Counterpart, Several = words.IsPlural(i) };
        if (owner is not null) { Own(mention, owner); }
        // "his counterpart from Kyrgyzstan" / "his Kyrgyz counterpart Sadyr Japarov" / ", Sadyr Japarov,"
        var behind = words.Text(i + 1) is "," ? i + 2 : i + 1;
        while (words.Is(behind, WordClass.Courtesy)) behind++;
        var name = StartingAt(into, behind, names);
        if (name is { Kind: MentionKind.Person or MentionKind.Unknown } && !mention.Several)
        {
            name.Kind = MentionKind.Person;
            if (name.State < 0) { name.State = mention.State; name.CounterpartOf = true; }
            name.First = mention.First;
            if (owner is not null) _absorbed.Add(owner);
            return;
        }
        if (owner is not null) _absorbed.Add(owner);
        TakeStates(mention, owner, i, into, names);
        if (!mention.Several && NamedBefore(mention, into, names) is { } before)
        {
            before.Kind = MentionKind.Person;
            if (before.State < 0) { before.State = mention.State; before.CounterpartOf = true; }
            before.End = mention.End;
            return;
        }
        into.Add(mention);
    }

    // "met Rut Kohout, his Czech counterpart", "Rut Kohout, his counterpart from Czechia".
    private Mention? NamedBefore(Mention counterpart, List<Mention> into, int names)
    {
        var at = counterpart.First;
        while (at > 0 && words.Is(at - 1, WordClass.He | WordClass.She | WordClass.They | WordClass.Definite)) at--;
        return at < counterpart.First && words.Text(at - 1) is "," && EndingAt(into, at - 1, names) is { Kind: MentionKind.Person or MentionKind.Unknown, Office: null } name ? name : null;
    }

    // "his American and Korean counterparts", "his counterparts from the US, South Korea and Australia", "his counterpart from Kyrgyzstan".
    private void TakeStates(Mention counterparts, Mention? owner, int i, List<Mention> into, int names)
    {
        var states = new List<int>();
        var first = owner?.First ?? -1;
        if (owner is { State: >= 0 }) states.Add(owner.State);
        while (first > 0 && counterparts.Several && LastBefore(into, first, names) is { Kind: MentionKind.Nationality or MentionKind.State, State: >= 0 } left && left.End < first && IsJoin(left.End, first))
        {
            states.Insert(0, left.State);
            _absorbed.Add(left);
            counterparts.First = first = left.First;
        }
        if (owner is null && words.Text(i + 1) is "from" or "of")
        {
            var at = i + 2;
            while (words.Is(at, WordClass.Definite)) at++;
            while (StartingAt(into, at, names) is { State: >= 0 } state && (states.Count == 0 || counterparts.Several))
            {
                states.Add(state.State);
                _absorbed.Add(state);
                counterparts.End = at = state.End;
                while (words.Is(at, WordClass.And | WordClass.Definite) || words.Text(at) is ",") at++;
            }
        }
        if (states.Count == 0) return;
        counterparts.State = states[^1];
        if (states.Count > 1) counterparts.States = states;
    }

    private static Mention? LastBefore(List<Mention> list, int token, int count)
    {
        for (var i = Math.Min(count, list.Count) - 1; i >= 0; i--)
            if (list[i].End <= token) return list[i];
        return null;
    }

    private static Mention? StartingAt(List<Mention> list, int first, int count)
    {
        for (var i = 0; i < Math.Min(count, list.Count); i++)
            if (list[i].First == first) return list[i];
            else if (list[i].First > first) return null;
        return null;
    }

    private void AddLeader(int i, List<Mention> into, int names)
    {
        var plural = words.IsPlural(i);
        var owner = OwnerBefore(i, into, names);
        var mention = new Mention { First = i, End = i + 1, Kind = plural ? MentionKind.Holders : MentionKind.Holder, Office = "leader", Several = words.Is(i - 1, WordClass.Several) };
        if (owner is not null)
        {
            Own(mention, owner);
            mention.First = owner.First;
            _absorbed.Add(owner);
            if (StartingAt(into, i + 1, names) is { Kind: MentionKind.Person or MentionKind.Unknown } named)
            {
                named.Kind = MentionKind.Person;
                if (named.State < 0) named.State = mention.State;
                named.First = mention.First;
                return;
            }
        }
        else if (words.Text(i + 1) is "of")
        {
            var at = i + 2;
            while (words.Is(at, WordClass.Definite)) at++;
            if (plural && StartingAt(into, at, names) is { Kind: MentionKind.Organisation } organisation)
            {
                mention.Organisation = organisation.Row;
                mention.End = organisation.End;
                _absorbed.Add(organisation);
            }
            while (StartingAt(into, at, names) is { } state && state.State >= 0)
            {
                (mention.States ??= []).Add(state.State);
                if (mention.State < 0) mention.State = state.State;
                mention.End = state.End;
                _absorbed.Add(state);
                at = state.End;
                if (!plural) break;
                while (words.Is(at, WordClass.And | WordClass.Definite) || words.Text(at) is ",") at++;
            }
        }
        into.Add(mention);
    }

    // "the Ukrainian capital", "Kazakhstan's capital", "the capital of Kazakhstan": the city.
    private void AddCapital(int i, List<Mention> into, int names)
    {
        var owner = OwnerBefore(i, into, names);
        if (owner is null && words.Is(i + 1, WordClass.Of)) owner = StartingAt(into, words.Is(i + 2, WordClass.Definite) ? i + 3 : i + 2, names);
        if (owner is null || owner.State < 0 || pack.State(owner.State).CapitalPlace < 0) return;
        var state = owner.State;
        owner.First = Math.Min(owner.First, i);
        owner.End = Math.Max(owner.End, i + 1);
        (owner.Kind, owner.Place, owner.Metonym, owner.Match) = (MentionKind.Place, pack.State(state).CapitalPlace, true, default);
    }

    private void AddSide(int i, WordClass classes, List<Mention> into, int names)
    {
        var owner = OwnerBefore(i, into, names);
        if (owner is not null && owner.State >= 0)
        {
            // "the Kyrgyz side", "a Russian delegation", "Turkish forces": the state acts.
            owner.End = i + 1;
            owner.Kind = MentionKind.State;
            owner.Metonym = false;
            owner.Row = owner.State;
            return;
        }
        if (owner is not null) return;
        // "the two governments", "both foreign ministries", "the two neighbouring countries": counted, they are sides.
        if ((classes & (WordClass.Side | WordClass.Government)) != 0 && words.IsPlural(i) && CountedFrom(i) is >= 0 and var from) { into.Add(new Mention { First = from, End = i + 1, Kind = MentionKind.Sides, Several = true }); return; }
        if ((classes & WordClass.Side) == 0) return;
        if (words.IsPlural(i) && (words.Is(i - 1, WordClass.Several) || words.Is(i - 1, WordClass.Definite)))
            into.Add(new Mention { First = i - 1, End = i + 1, Kind = MentionKind.Sides, Several = words.Is(i - 1, WordClass.Several) });
    }

    // Where "the two" of "the two foreign ministries" begins; -1 where nothing counts them.
    private int CountedFrom(int noun)
    {
        for (var i = noun - 1; i >= Math.Max(0, noun - 3); i--)
        {
            if (words.Is(i, WordClass.Several)) return (words.Number(words.Text(i)) ?? 2) > 2 ? -1 : words.Is(i - 1, WordClass.Definite) ? i - 1 : i;
            if (words.IsCapital(i) || !char.IsLetter(words.Text(i)[0])) return -1;
        }
        return -1;
    }
}
