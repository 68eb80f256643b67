using Chancery.Reading.Knowledge;
using Chancery.Reading.Lexicons;

namespace Chancery.Reading.Actors;

/// <summary>Joins names, offices and states that stand together into one mention: "Kyrgyz Foreign Minister Jeenbek Kulubaev",
/// "President of Kyrgyzstan Sadyr Japarov", "Sadyr Japarov, the president of Kyrgyzstan,", "the presidents of X and Y".</summary>
internal sealed partial class ActorPhrases(KnowledgePack pack, WordView words, NameOrders orders)
{
    private List<Mention> _in = [];
    private readonly HashSet<Mention> _absorbed = [];
    private int _at;

    /// <summary>Joins the raw mentions of one sentence; the result is in order and does not overlap.</summary>
    public void Compose(List<Mention> raw, in Sentence sentence, List<Mention> into)
    {
        _in = raw;
        JoinNames(raw);
        TakeListedHomes(raw);
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
        ShareOwners(into);
        // "HE US Ambassador Timmy Davis": the courtesy is part of the phrase, else the parser's head of it is missed.
        for (var i = 0; i < into.Count; i++)
            if (into[i].Kind is MentionKind.Person or MentionKind.Holder && into[i].First > sentence.First && words.Is(into[i].First - 1, WordClass.Courtesy) && words.IsCapital(into[i].First - 1) && (i == 0 || into[i - 1].End < into[i].First)) into[i].First--;
    }

    // "the president, prime minister and foreign minister of the Czech Republic", "the Czech president and prime minister": offices in a row are of one state.
    private void ShareOwners(List<Mention> mentions)
    {
        for (var i = mentions.Count - 2; i >= 0; i--) Share(mentions[i], mentions[i + 1], mentions[i + 1], mentions[i]);
        for (var i = 1; i < mentions.Count; i++) Share(mentions[i], mentions[i - 1], mentions[i], mentions[i - 1]);
    }

    private void Share(Mention bare, Mention owned, Mention right, Mention left)
    {
        if (bare.Kind is not MentionKind.Holder || bare.State >= 0 || bare.Organisation >= 0 || owned.Kind is not MentionKind.Holder || owned.State < 0 && owned.Organisation < 0 || bare.Office == owned.Office) return;
        if (!IsJoinWithArticle(left.End, right.First)) return;
        // What stands behind the last office belongs to all only if the first has no article of its own: "met the king and the president of France".
        if (owned == right && words.Is(right.First - 1, WordClass.Definite)) return;
        (bare.State, bare.Organisation) = (owned.State, owned.Organisation);
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
            if (words.Is(at, WordClass.Possessive) || words.Is(at, WordClass.OfficeFiller) || words.Text(at) is "-" || words.IsAttribute(at)) continue;
            // "right-wing", "78-year-old": a compound of lower-case words.
            if (words.Text(at - 1) is "-" && !words.IsCapital(at) && !words.IsCapital(at - 2)) { at--; continue; }
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
            if (!posted && IsEnvoy(office) && office.Kind != MentionKind.Holders) continue;
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

    private void ComposeBody(Mention m, List<Mention> into)
    {
        m.State = StateOfBody(m.Row);
        if (m.State < 0) TakeLeft(m, into);
        if (m.State < 0) TakeOf(m);
        into.Add(m);
    }

    private bool IsPlural(Mention m) => m.Plural;
}
