using Chancery.Reading.Lexicons;

namespace Chancery.Reading.Actors;

/// <content>Offices with the names behind them.</content>
internal sealed partial class ActorPhrases
{
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
            while (at < next.First && words.Is(at, WordClass.Courtesy | WordClass.He | WordClass.She)) at++;
            var adjacent = at == next.First;
            var behind = m.End + 1;
            while (behind < next.First && words.Is(behind, WordClass.Courtesy | WordClass.He | WordClass.She)) behind++;
            var comma = words.Text(m.End) is "," && behind == next.First && (next.Kind == MentionKind.Person
                // "the ambassador of Japan, Hatori Takashi, …": a name nobody listed, between commas.
                || (m.State >= 0 || words.Is(m.First - 1, WordClass.Definite | WordClass.It | WordClass.He | WordClass.She)) && next.Kind == MentionKind.Unknown && IsFullName(next) && (words.Text(next.End) is "," or "." or ")" or ";" or ":" || next.End >= sentence.End));
            if (adjacent && (next.Kind is MentionKind.Person or MentionKind.Unknown || IsNameBehindTitle(m, next)) || comma) TakeName(m, next);
        }
        if (m.NameFirst < 0 && (m.State >= 0 || m.Organisation >= 0 || words.Is(m.First - 1, WordClass.Definite)) || m.NameFirst >= 0) into.Add(m);
        else if (m.NameFirst < 0) into.Add(m);
    }

    // A second office joined to the first: "President and Prime Minister", "Deputy Prime Minister and Foreign Minister Mamuka …".
    private void TakeDoubleOffice(Mention m)
    {
        while (Next() is { Kind: MentionKind.Holder } second && second.First - m.End is >= 0 and <= 2 && (second.First == m.End || IsJoin(m.End, second.First) || words.Text(m.End) is "-" || IsAddress(m.End, second.First)))
        {
            var follows = Next(2);
            if (follows is null || follows.First != second.End || follows.Kind is not (MentionKind.Person or MentionKind.Unknown)) return;
            var office = pack.Office(second.Row);
            if (office.Rank < pack.Office(m.Row).Rank) { m.Office = office.Id; m.Row = second.Row; }
            m.End = second.End;
            _at++;
        }
    }

    // "UAE President His Highness Sheikh …"
    private bool IsAddress(int from, int to)
    {
        for (var i = from; i < to; i++)
            if (!words.Is(i, WordClass.Courtesy | WordClass.He | WordClass.She)) return false;
        return true;
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
        TakeRest(m, name);
        if (m.State < 0 && m.Organisation < 0) TakeHome(m);
    }

    // "President Ilham Aliyev of Azerbaijan", "Minister Rut Kohout (Czechia)".
    private void TakeHome(Mention m)
    {
        if (Next() is not { Kind: MentionKind.State, Metonym: false, State: >= 0 } home || words.Is(home.End, WordClass.Possessive)) return;
        var bracket = words.Text(m.End) is "(" && home.First == m.End + 1 && words.Text(home.End) is ")";
        if (!bracket && !(words.Text(m.End) is "of" && OnlyOf(m.End, home.First))) return;
        m.State = home.State;
        m.End = bracket ? home.End + 1 : home.End;
        _at++;
    }

    // Two to five words, hyphens and initials apart.
    private bool IsFullName(Mention name)
    {
        var count = 0;
        for (var i = name.First; i < name.End; i++)
            if (words.IsCapital(i) && !IsInitial(i) && words.Text(i - 1) is not "-") count++;
        return count is >= 2 and <= 5;
    }

    private void TakeRest(Mention m, Mention name)
    {
        // The rest of a name whose first part is also a place or a known surname: "Victoria" + "Nuland".
        while (Next() is { } more && more.First == m.End && (more.Kind is MentionKind.Unknown or MentionKind.Place or MentionKind.Person || more.Kind is MentionKind.State && m.State >= 0 && !words.Is(more.End, WordClass.Possessive)) && words.IsCapital(more.First))
        {
            m.End = m.NameEnd = more.End;
            // "Carlos" + "Dominguez III": a known short name that goes on is somebody else.
            if (more.Kind != MentionKind.Person && name.Weak) (m.Row, m.Match) = (-1, default);
            if (m.Row < 0 && more.Kind == MentionKind.Person && more.Weak && name.Kind is MentionKind.Unknown or MentionKind.Place) { _at++; continue; }
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
        TakeList(m, into);
        // "the foreign ministers of X and Y, A and B": A is of X, B of Y; the plural means them both.
        if (m.States is { } states && states.Count == m.Named.Count && m.Named.TrueForAll(n => n.State < 0 || states.Count == 1))
            for (var i = 0; i < states.Count; i++) m.Named[i].State = states[i];
        if (m.Named.Count == 0 || m.Named[0].First >= m.End) into.Add(m);
    }

    // "the ambassadors of Germany, Anna Kara; of Kazakhstan, Daur Abay; and of Sweden, …"
    private void TakeList(Mention m, List<Mention> into)
    {
        while (m.Named.Count > 0 && m.States is { Count: 1 } && Next() is { Kind: MentionKind.State, State: >= 0 } home && Next(2) is { Kind: MentionKind.Person or MentionKind.Unknown } name
            && name.First == home.End + 1 && words.Text(home.End) is "," && IsListed(m.Named[^1].End, home.First) && (name.Kind == MentionKind.Person || IsFullName(name)))
        {
            var person = new Mention { First = name.First, End = name.End, Kind = MentionKind.Person, Office = m.Office, NameFirst = name.First, NameEnd = name.End, Row = name.Kind == MentionKind.Person ? name.Row : -1, Match = name.Kind == MentionKind.Person ? name.Match : default, State = home.State };
            into.Add(person);
            m.Named.Add(person);
            _at += 2;
        }
    }

    // "; of", ", and of the"
    private bool IsListed(int from, int to)
    {
        if (to - from > 4 || words.Text(from) is not (";" or ",")) return false;
        var of = false;
        for (var i = from + 1; i < to; i++)
            if (words.Text(i) is "of") of = true;
            else if (!words.Is(i, WordClass.And | WordClass.Definite)) return false;
        return of;
    }
}
