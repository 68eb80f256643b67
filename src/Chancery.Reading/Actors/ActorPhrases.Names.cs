using Chancery.Reading.Knowledge;
using Chancery.Reading.Lexicons;

namespace Chancery.Reading.Actors;

/// <content>Names with the offices behind them.</content>
internal sealed partial class ActorPhrases
{
    // "Lynne Tracy of the United States, Jakob Henningsen of Denmark": in a row of names each has its state behind it.
    private void TakeListedHomes(List<Mention> raw)
    {
        for (var i = 0; i + 3 < raw.Count; i++)
        {
            if (!IsOfHome(raw, i) || !IsOfHome(raw, i + 2) || !IsJoinWithArticle(raw[i + 1].End, raw[i + 2].First)) continue;
            var last = i + 2;
            while (last + 3 < raw.Count && IsOfHome(raw, last + 2) && IsJoinWithArticle(raw[last + 1].End, raw[last + 2].First)) last += 2;
            for (var at = last; at >= i; at -= 2)
            {
                var (name, home) = (raw[at], raw[at + 1]);
                if (name.NameFirst < 0) (name.NameFirst, name.NameEnd) = (name.First, name.End);
                (name.State, name.End, name.Kind) = (home.State, home.End, MentionKind.Person);
                raw.RemoveAt(at + 1);
            }
        }
    }

    private bool IsOfHome(List<Mention> raw, int i) =>
        raw[i].Kind is MentionKind.Person or MentionKind.Unknown && raw[i + 1] is { Kind: MentionKind.State, Metonym: false, State: >= 0 } && IsFullName(raw[i]) && words.Text(raw[i].End) is "of" && OnlyOf(raw[i].End, raw[i + 1].First);

    // "Nawaf" + "Zaiter", "Albert" + "T." + "Besse": two names that are known each for itself are together the name of somebody who is not known.
    private void JoinNames(List<Mention> raw)
    {
        for (var i = 0; i + 1 < raw.Count; i++)
        {
            var (m, next) = (raw[i], raw[i + 1]);
            // "Ferdinand Marcos, Jr.,"
            if (m.Kind is MentionKind.Person or MentionKind.Unknown && next.Kind is MentionKind.Unknown && next.First == m.End + 1 && words.Text(m.End) is "," && orders.IsSuffix(words.Text(next.First)))
            {
                m.End = next.First + 1;
                if (m.NameFirst >= 0) m.NameEnd = m.End;
                raw.RemoveAt(i + 1);
                i--;
                continue;
            }
            // "Mohammed bin Salman" + "bin Abdulaziz Al Saud"
            if (m.Kind is MentionKind.Person && !m.Weak && next.First == m.End && IsPiece(next) && words.Is(next.First, WordClass.NameParticle))
            {
                m.End = next.End;
                raw.RemoveAt(i + 1);
                i--;
                continue;
            }
            if (next.First != m.End || !IsPiece(m) || !IsPiece(next)) continue;
            (m.Kind, m.Row, m.Place, m.State, m.Metonym, m.Weak, m.Match) = (MentionKind.Unknown, -1, -1, -1, false, false, default);
            (m.End, m.NameFirst, m.NameEnd) = (next.End, m.First, next.End);
            raw.RemoveAt(i + 1);
            i--;
        }

        static bool IsPiece(Mention m) => m.Kind is MentionKind.Unknown || m.Kind is MentionKind.Person && m.Weak;
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
            if (!words.Is(i, WordClass.Definite | WordClass.OfficeFiller | WordClass.Former | WordClass.Possessive) && !words.IsAttribute(i)) return false;
        return true;
    }
}
