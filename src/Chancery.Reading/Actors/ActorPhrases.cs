using Chancery.Reading.Knowledge;
using Chancery.Reading.Lexicons;

namespace Chancery.Reading.Actors;

/// <summary>Joins names, offices and states that stand together into one mention: "Kyrgyz Foreign Minister Jeenbek Kulubaev",
/// "President of Kyrgyzstan Sadyr Japarov", "Sadyr Japarov, the president of Kyrgyzstan,", "the presidents of X and Y".</summary>
internal sealed class ActorPhrases(KnowledgePack pack, WordView words)
{
    private List<Mention> _in = [];
    private readonly HashSet<Mention> _absorbed = [];
    private int _at;

    /// <summary>Joins the raw mentions of one sentence; the result is in order and does not overlap.</summary>
    public void Compose(List<Mention> raw, in Sentence sentence, List<Mention> into)
    {
        _in = raw;
        _absorbed.Clear();
        for (_at = 0; _at < raw.Count; _at++)
        {
            var m = raw[_at];
            switch (m.Kind)
            {
                case MentionKind.Holder: ComposeOffice(m, sentence, into); break;
                case MentionKind.Person or MentionKind.Unknown: ComposeName(m, sentence, into); break;
                case MentionKind.Body: ComposeBody(m, into); break;
                // "Mr Obama": a surname, though a town bears it too.
                case MentionKind.Place when m.End - m.First == 1 && words.Is(m.First - 1, WordClass.Courtesy): ComposeName(m, sentence, into); m.Kind = MentionKind.Person; break;
                // "Antony J. Blinken": a town that an initial follows is a given name.
                case MentionKind.Place when Next() is { Kind: MentionKind.Unknown } next && next.First == m.End && IsInitial(next.First):
                    (m.Kind, m.Row, m.Place, m.Match) = (MentionKind.Unknown, -1, -1, default);
                    ComposeName(m, sentence, into);
                    break;
                default: into.Add(m); break;
            }
        }
        AddWords(sentence, into);
        into.RemoveAll(_absorbed.Contains);
        into.Sort((a, b) => a.First.CompareTo(b.First));
    }

    private bool IsInitial(int token) => words.Text(token) is { Length: 2 } text && char.IsUpper(text[0]) && text[1] == '.';

    private Mention? Next(int offset = 1) => _at + offset < _in.Count ? _in[_at + offset] : null;

    // "Kyrgyz" / "Kyrgyzstan's" / "NATO" before the office, across fillers such as "former" and "newly elected".
    private void TakeLeft(Mention office, List<Mention> into)
    {
        var at = office.First - 1;
        for (var steps = 0; steps < 5 && at >= 0; steps++, at--)
        {
            if (into.Count > 0 && into[^1].End == at + 1 && into[^1].First <= at)
            {
                var left = into[^1];
                if (left.Kind is not (MentionKind.Nationality or MentionKind.State or MentionKind.Organisation or MentionKind.Body)) return;
                var owner = words.Is(at + 1, WordClass.Possessive);
                if (left.Kind == MentionKind.State && left.Metonym && !owner) return;
                Own(office, left);
                // "Russian and Kyrgyz presidents": both belong to the plural.
                if (office.Kind == MentionKind.Holders) CollectLeft(office, left, into);
                office.First = into.Count > 0 && into[^1] == left ? left.First : office.First;
                while (into.Count > 0 && into[^1].First >= office.First) into.RemoveAt(into.Count - 1);
                return;
            }
            if (words.Is(at, WordClass.Former)) { office.Former |= !words.Text(at).Equals("then", StringComparison.OrdinalIgnoreCase) && !words.Text(at).Equals("outgoing", StringComparison.OrdinalIgnoreCase); continue; }
            if (words.Is(at, WordClass.Possessive) || words.Is(at, WordClass.OfficeFiller) || words.Text(at) is "-") continue;
            if (office.Kind == MentionKind.Holders && words.Is(at, WordClass.Several)) { office.Several = true; office.First = at; }
            return;
        }
    }

    private void CollectLeft(Mention office, Mention last, List<Mention> into)
    {
        office.States = [last.State];
        var first = last.First;
        var index = into.Count - 2;
        while (index >= 0)
        {
            var before = into[index];
            var gap = first - before.End;
            if (before.Kind is not (MentionKind.Nationality or MentionKind.State) || before.State < 0) break;
            if (gap is < 1 or > 2 || !IsJoin(before.End, first)) break;
            office.States.Insert(0, before.State);
            first = before.First;
            index--;
        }
        into.RemoveRange(index + 1, into.Count - index - 1);
        office.First = first;
    }

    private bool IsJoin(int from, int to)
    {
        for (var i = from; i < to; i++)
            if (!words.Is(i, WordClass.And) && words.Text(i) is not ("," or "-" or "–" or "/")) return false;
        return true;
    }

    private void Own(Mention office, Mention owner)
    {
        if (owner.Kind == MentionKind.Organisation) office.Organisation = owner.Row;
        else if (owner.State >= 0) office.State = owner.State;
        else if (owner.Kind == MentionKind.Body) office.State = StateOfBody(owner.Row);
    }

    private int StateOfBody(int row) => row >= 0 && pack.Body(row).State is { Length: > 0 } code && pack.ByIso3(code) is { } state ? state.Index : -1;

    // "of Kyrgyzstan", "of the Republic of Armenia", "for Foreign Affairs of Russia", "of Kyrgyzstan and Tajikistan".
    private void TakeOf(Mention office)
    {
        while (Next() is { } owner && owner.Kind is MentionKind.State or MentionKind.Organisation or MentionKind.Nationality && OnlyOf(office.End, owner.First))
        {
            // "ambassador to Kyrgyzstan": where the envoy serves, not whom; part of the title only before a name.
            var posted = IsEnvoy(office) && !words.Text(office.End).Equals("of", StringComparison.OrdinalIgnoreCase);
            if (!IsEnvoy(office) && words.Is(office.End, WordClass.To)) return;
            if (posted && !(Next(2) is { Kind: MentionKind.Person or MentionKind.Unknown or MentionKind.Place } name && name.First == owner.End)) return;
            if (!posted && office.State < 0 && office.Organisation < 0) Own(office, owner);
            office.End = owner.End;
            _at++;
            // "Ambassador of Qatar to Kenya Mohammed Al Enzi"
            if (!posted && IsEnvoy(office)) continue;
            if (office.Kind != MentionKind.Holders) break;
            (office.States ??= []).Add(owner.State);
            while (Next() is { } more && more.State >= 0 && IsJoinWithArticle(office.End, more.First))
            {
                office.States.Add(more.State);
                office.End = more.End;
                _at++;
            }
            break;
        }
    }

    private bool IsEnvoy(Mention office) => office.Row >= 0 && office.Kind is MentionKind.Holder or MentionKind.Holders && pack.Office(office.Row).Kind is "ambassador" or "envoy";

    private bool OnlyOf(int from, int to)
    {
        if (to <= from || !words.Is(from, WordClass.Of)) return false;
        for (var i = from + 1; i < to; i++) if (!words.Is(i, WordClass.Definite)) return false;
        return true;
    }

    private bool IsJoinWithArticle(int from, int to)
    {
        if (to - from is < 1 or > 3) return false;
        for (var i = from; i < to; i++)
            if (!words.Is(i, WordClass.And) && !words.Is(i, WordClass.Definite) && words.Text(i) is not ",") return false;
        return true;
    }

    private void ComposeOffice(Mention m, in Sentence sentence, List<Mention> into)
    {
        m.Office = pack.Office(m.Row).Id;
        if (IsPlural(m)) m.Kind = MentionKind.Holders;
        TakeLeft(m, into);
        TakeOf(m);
        if (m.Kind == MentionKind.Holders) { ComposePlural(m, into); return; }
        TakeDoubleOffice(m);
        var next = Next();
        // "Secretary General of NATO Jens Stoltenberg", "Kyrgyzstan's president, Sadyr Japarov,"
        if (next is not null && next.Kind is MentionKind.Person or MentionKind.Unknown or MentionKind.Place or MentionKind.State)
        {
            var at = m.End;
            while (at < next.First && words.Is(at, WordClass.Courtesy)) at++;
            var adjacent = at == next.First;
            var behind = m.End + 1;
            while (behind < next.First && words.Is(behind, WordClass.Courtesy)) behind++;
            var comma = words.Text(m.End) is "," && behind == next.First && (next.Kind == MentionKind.Person
                // "the ambassador of Japan, Hatori Takashi, …": a name nobody listed, between commas.
                || m.State >= 0 && next.Kind == MentionKind.Unknown && next.End - next.First is 2 or 3 && words.Text(next.End) is ",");
            if (adjacent && (next.Kind is MentionKind.Person or MentionKind.Unknown || IsNameBehindTitle(m, next)) || comma) TakeName(m, next);
        }
        if (m.NameFirst < 0 && (m.State >= 0 || m.Organisation >= 0 || words.Is(m.First - 1, WordClass.Definite)) || m.NameFirst >= 0) into.Add(m);
        else if (m.NameFirst < 0) into.Add(m);
    }

    // A second office joined to the first: "President and Prime Minister", "Deputy Prime Minister and Foreign Minister Mamuka …".
    private void TakeDoubleOffice(Mention m)
    {
        while (Next() is { Kind: MentionKind.Holder } second && second.First - m.End is >= 0 and <= 2 && (second.First == m.End || IsJoin(m.End, second.First) || words.Text(m.End) is "-"))
        {
            var follows = Next(2);
            if (follows is null || follows.First != second.End || follows.Kind is not (MentionKind.Person or MentionKind.Unknown)) return;
            var office = pack.Office(second.Row);
            if (office.Rank < pack.Office(m.Row).Rank) { m.Office = office.Id; m.Row = second.Row; }
            m.End = second.End;
            _at++;
        }
    }

    // "Minister Son", "Prime Minister Victoria Nuland": a title in capitals goes with a name, whatever place is called so too.
    private bool IsNameBehindTitle(Mention title, Mention name) =>
        name.First == title.End && words.IsCapital(title.First == name.First ? name.First : title.End - 1)
        && (Next(2) is { Kind: MentionKind.Unknown } rest && rest.First == name.End || name.Kind == MentionKind.Place && name.End - name.First == 1 && title.State < 0 && title.Organisation < 0);

    private void TakeName(Mention m, Mention name)
    {
        m.Kind = MentionKind.Person;
        m.NameFirst = name.First;
        m.NameEnd = name.End;
        m.Row = name.Kind == MentionKind.Person ? name.Row : -1;
        m.Match = name.Kind == MentionKind.Person ? name.Match : default;
        m.End = name.End;
        _at++;
        // The rest of a name whose first part is also a place or a known surname: "Victoria" + "Nuland".
        while (Next() is { } more && more.First == m.End && more.Kind is MentionKind.Unknown or MentionKind.Place or MentionKind.Person && words.IsCapital(more.First))
        {
            m.End = m.NameEnd = more.End;
            // "Carlos" + "Dominguez III": a known short name that goes on is somebody else.
            if (more.Kind != MentionKind.Person && name.Weak) (m.Row, m.Match) = (-1, default);
            if (m.Row < 0 && more.Kind == MentionKind.Person && more.Weak && name.Kind == MentionKind.Unknown) { _at++; continue; }
            if (m.Row < 0 || more.Kind == MentionKind.Person) (m.Row, m.Match) = (more.Row, more.Match);
            _at++;
        }
    }

    private void ComposePlural(Mention m, List<Mention> into)
    {
        // "Presidents Vladimir Putin and Sadyr Japarov": each name has the office.
        while (Next() is { } next && next.Kind is MentionKind.Person or MentionKind.Unknown && (next.First == m.End || m.Named.Count > 0 && IsJoinWithArticle(m.Named[^1].End, next.First) || m.Named.Count == 0 && words.Text(m.End) is "," or "(" or ":" && next.First == m.End + 1))
        {
            var person = new Mention { First = next.First, End = next.End, Kind = MentionKind.Person, Office = m.Office, NameFirst = next.First, NameEnd = next.End, Row = next.Kind == MentionKind.Person ? next.Row : -1, Match = next.Match, State = m.States is { Count: 1 } ? m.States[0] : -1 };
            into.Add(person);
            m.Named.Add(person);
            _at++;
        }
        // "the foreign ministers of X and Y, A and B": A is of X, B of Y; the plural means them both.
        if (m.States is { } states && states.Count == m.Named.Count)
            for (var i = 0; i < states.Count; i++) m.Named[i].State = states[i];
        if (m.Named.Count == 0 || m.Named[0].First >= m.End) into.Add(m);
    }

    private void ComposeName(Mention m, in Sentence sentence, List<Mention> into)
    {
        if (m.NameFirst < 0) (m.NameFirst, m.NameEnd) = (m.First, m.End);
        // "Muhammad" + "Nawaz Sharif": a first name that the table leaves out.
        if (m.Kind == MentionKind.Unknown && m.End - m.First == 1 && Next() is { Kind: MentionKind.Person } known && known.First == m.End && known.End - known.First > 1)
        {
            known.First = known.NameFirst = m.First;
            known.NameEnd = known.End;
            return;
        }
        var courtesy = words.Is(m.First - 1, WordClass.Courtesy);
        // "Mr. Atanasio Salvador M'tumuke": behind a form of address every capital goes on with the name.
        while (Next() is { } more && more.First == m.End && (more.Kind is MentionKind.Unknown || courtesy && more.Kind is MentionKind.State or MentionKind.Place && more.End - more.First == 1)) { m.End = m.NameEnd = more.End; _at++; if (m.Kind == MentionKind.Person && m.Weak) { m.Row = -1; m.Kind = MentionKind.Unknown; m.Match = default; } }
        var titled = words.Is(m.First - 1, WordClass.Courtesy);
        if (titled && m.Kind == MentionKind.Unknown) m.Kind = MentionKind.Person;
        if (titled) m.Weak = false;
        if (Apposition(m, sentence)) m.Kind = MentionKind.Person;
        into.Add(m);
    }

    // "Sadyr Japarov, the president of Kyrgyzstan," and "Jens Stoltenberg, NATO's secretary general".
    private bool Apposition(Mention m, in Sentence sentence)
    {
        if (m.End >= sentence.End || words.Text(m.End) is not ("," or "(")) return false;
        var offset = 1;
        Mention? owner = null;
        var from = m.End + 1;
        // "the prime minister of X, A, and the prime minister of Y, B"
        if (words.Is(from, WordClass.And)) return false;
        while (Next(offset) is { } next)
        {
            if (!OnlyFillers(from, next.First)) return false;
            if (next.Kind == MentionKind.Holder)
            {
                if (IsPlural(next) || owner is { State: >= 0 } && IsOfAnother(m, owner.State)) return false;
                if (owner is not null) Own(m, owner);
                m.Office = pack.Office(next.Row).Id;
                for (var i = m.End + 1; i < next.First; i++) m.Former |= words.Is(i, WordClass.Former) && words.Text(i) is not "then";
                m.End = next.End;
                _at += offset;
                TakeOf(m);
                return true;
            }
            if (owner is not null || next.Kind is not (MentionKind.Nationality or MentionKind.State or MentionKind.Organisation)) return false;
            owner = next;
            from = next.End;
            offset++;
        }
        return false;
    }

    // "In talks with Putin, the Kazakh president said": nobody of that name ever served Kazakhstan.
    private bool IsOfAnother(Mention name, int state)
    {
        if (name.Kind != MentionKind.Person || name.Match.Count == 0) return false;
        var known = false;
        foreach (var c in pack.Candidates(name.Match))
        {
            if (c.Kind != EntryKind.Person) continue;
            known = true;
            if (pack.Person(c.Index).Country == pack.State(state).Iso3) return false;
            foreach (var tenure in pack.TenuresOf(c.Index)) if (!tenure.OfOrganisation && tenure.Holder == state) return false;
        }
        return known;
    }

    private bool OnlyFillers(int from, int to)
    {
        if (to - from > 4) return false;
        for (var i = from; i < to; i++)
            if (!words.Is(i, WordClass.Definite | WordClass.OfficeFiller | WordClass.Former | WordClass.Possessive)) return false;
        return true;
    }

    private void ComposeBody(Mention m, List<Mention> into)
    {
        m.State = StateOfBody(m.Row);
        if (m.State < 0) TakeLeft(m, into);
        if (m.State < 0) TakeOf(m);
        into.Add(m);
    }

    private bool IsPlural(Mention m) => m.Plural;

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
            if (classes == WordClass.None) continue;
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
        into.Add(mention);
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
