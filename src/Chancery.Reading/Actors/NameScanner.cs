using Chancery.Reading.Knowledge;
using Chancery.Reading.Lexicons;

namespace Chancery.Reading.Actors;

/// <summary>Finds the names and offices that the knowledge pack knows, and capitalised names that it does not, in one sentence.</summary>
internal sealed class NameScanner(KnowledgePack pack, Lexicon lexicon, CommonWords common, Regions regions, NameOrders orders, HashSet<int> timeTokens)
{
    // States named without ambiguity so far: "Congo" after "Democratic Republic of the Congo" is that one.
    private readonly HashSet<int> _sure = [];

    /// <summary>Appends the mentions of a sentence in order; none overlap.</summary>
    public void Scan(Document document, in Sentence sentence, List<Mention> into)
    {
        Span<NameMatch> matches = stackalloc NameMatch[16];
        var tokens = document.Tokens.AsSpan();
        for (var i = sentence.First; i < sentence.End;)
        {
            var shape = tokens[i].Shape;
            if ((shape & TokenShape.Letter) == 0 || timeTokens.Contains(i)) { i++; continue; }
            var found = pack.Match(tokens, i, matches);
            var known = found > 0 ? Best(document, i, sentence.End, matches[..found]) : null;
            // "European" alone is a region, "European Union" and "South Africa" are more than one.
            var region = (shape & TokenShape.Capital) != 0 ? regions.Match(document, i, sentence.End) : 0;
            if (region > 0 && (known is null || known.End - i <= region)) { i += region; continue; }
            // "Khalid bin Ahmed Al Khalifa": a known family name that goes on with a particle is the given name of somebody else.
            if (known is { Kind: MentionKind.Person, Weak: true } && known.End < sentence.End && IsParticle(document, known.End) && (shape & TokenShape.Capital) != 0
                && known.End + 1 < sentence.End && (tokens[known.End + 1].Shape & TokenShape.Capital) != 0) known = null;
            // "Lee Sang-ock" is not Lee Sang, "Jean-Paul Lavertu" no Jean.
            if (known is { Kind: MentionKind.Person } && GoesOn(document, known, sentence.End, into)) known = null;
            if (known is { Kind: MentionKind.Outlet } && IsOfNation(document, known, sentence.End)) known = null;
            if (known is { } mention)
            {
                if (mention.Kind is MentionKind.Holder) Lengthen(document, mention, sentence.End);
                into.Add(mention);
                i = mention.End;
                continue;
            }
            i = (shape & TokenShape.Capital) != 0 ? ScanUnknown(document, i, sentence, into) : i + 1;
        }
    }

    // "newly appointed ambassador" + "extraordinary and plenipotentiary": an office whose last word begins a longer name of one.
    private void Lengthen(Document document, Mention office, int limit)
    {
        Span<NameMatch> matches = stackalloc NameMatch[16];
        if (office.End - office.First < 2) return;
        var found = pack.Match(document.Tokens, office.End - 1, matches);
        if (found > 0 && Best(document, office.End - 1, limit, matches[..found]) is { Kind: MentionKind.Holder } longer && longer.End > office.End) office.End = longer.End;
    }

    // A hyphen without spaces: before a lower-case part always, before a capital where more of the name stands before or behind ("Trump-Putin summit" is of two).
    private bool GoesOn(Document document, Mention known, int limit, List<Mention> into)
    {
        var (tokens, hyphen) = (document.Tokens, known.End);
        if (hyphen + 1 >= limit || document.Form(hyphen) is not "-" || ((tokens[hyphen].Shape | tokens[hyphen + 1].Shape) & TokenShape.SpaceBefore) != 0 || (tokens[hyphen + 1].Shape & TokenShape.Letter) == 0) return false;
        var inside = into.Count > 0 && into[^1].End == known.First && into[^1].Kind is MentionKind.Person or MentionKind.Unknown;
        if ((tokens[hyphen + 1].Shape & TokenShape.Capital) == 0) return known.End - known.First > 1 || known.Weak && (inside || lexicon.Readings(document.Form(hyphen + 1)).IsEmpty);
        // "Daniel Garcia-Pena" is not Daniel Garcia.
        if (!known.Weak) return known.End - known.First > 1;
        var behind = hyphen + 2;
        return inside || behind < limit && (tokens[behind].Shape & TokenShape.Capital) != 0 && !common.Contains(document.Form(behind)) && !timeTokens.Contains(behind);
    }

    // "The Australian government": no newspaper, where a noun follows that is no verb.
    private bool IsOfNation(Document document, Mention outlet, int limit)
    {
        if ((document.Tokens[outlet.First].Shape & TokenShape.SentenceStart) == 0 || outlet.End - outlet.First != 2 || outlet.End >= limit || document.Form(outlet.First) is not "The") return false;
        if ((document.Tokens[outlet.End].Shape & (TokenShape.Letter | TokenShape.Capital)) != TokenShape.Letter) return false;
        var noun = false;
        foreach (var reading in lexicon.Readings(document.Form(outlet.End)))
            if (reading.IsVerb) return false;
            else noun = true;
        return noun;
    }

    private Mention? Best(Document document, int start, int limit, ReadOnlySpan<NameMatch> matches)
    {
        Mention? best = null;
        foreach (var match in matches)
        {
            if (start + match.Count > limit || best is not null && best.End - best.First >= match.Count) continue;
            if (Read(document, start, match) is not { } mention) continue;
            // "President Xi" is listed, but "Xi Jinping" follows: the office stands alone and the longer name wins.
            if (best is { Kind: MentionKind.Holder } && mention.Kind == MentionKind.Person && NameReaches(document, best.End, limit) > mention.End) continue;
            best = mention;
        }
        return best;
    }

    // Where the longest person's name that starts at a token ends; 0 where none does.
    private int NameReaches(Document document, int start, int limit)
    {
        Span<NameMatch> matches = stackalloc NameMatch[16];
        var found = pack.Match(document.Tokens, start, matches);
        var end = 0;
        foreach (var match in matches[..found])
            if (start + match.Count <= limit && Read(document, start, match) is { Kind: MentionKind.Person } person) end = Math.Max(end, person.End);
        return end;
    }

    // One mention for all candidates of a match: the kinds are folded by what a name can be at once (a capital is a place and a state).
    private Mention? Read(Document document, int start, NameMatch match)
    {
        // "Jr." is nobody.
        if (match.Count == 1 && orders.IsSuffix(document.Form(start))) return null;
        var mention = new Mention { First = start, End = start + match.Count, Kind = MentionKind.Unknown, Match = match };
        var rank = 0;
        float prior = 0;
        var plain = match.Count == 1 && common.Contains(document.Form(start));
        var opens = Opens(document, start);
        foreach (var c in pack.Candidates(match))
        {
            if (!Fits(document.Tokens, start, match.Count, c.Needs)) continue;
            // A common word that opens a sentence is no name, nor is a lower-case one ever a place.
            if (plain && opens && c.Kind is EntryKind.Place or EntryKind.Person or EntryKind.Venue) continue;
            switch (c.Kind)
            {
                case EntryKind.State when c.Form is NameForm.Adjective or NameForm.Demonym or NameForm.DemonymPlural:
                    Prefer(10, MentionKind.Nationality, c.Index);
                    mention.State = c.Index;
                    break;
                case EntryKind.State when c.Form is NameForm.Metonym:
                    mention.State = mention.State < 0 || mention.Metonym ? c.Index : mention.State;
                    mention.Metonym |= mention.Kind != MentionKind.State;
                    Prefer(7, MentionKind.State, c.Index);
                    break;
                case EntryKind.State:
                    mention.State = c.Index;
                    Prefer(11, MentionKind.State, c.Index);
                    mention.Metonym = false;
                    break;
                case EntryKind.Organisation: Prefer(9, MentionKind.Organisation, c.Index); break;
                case EntryKind.Body: Prefer(9, BodyKind(c.Index), c.Index); break;
                case EntryKind.Office:
                    if (rank < 8) mention.Plural = c.Form is NameForm.Plural;
                    Prefer(8, MentionKind.Holder, c.Index);
                    break;
                case EntryKind.Honour: Prefer(8, MentionKind.Honour, c.Index); break;
                case EntryKind.Exercise: Prefer(6, MentionKind.Exercise, c.Index); break;
                case EntryKind.Summit: Prefer(6, MentionKind.Summit, c.Index); break;
                case EntryKind.Venue:
                    if (mention.Venue < 0) mention.Venue = c.Index;
                    Prefer(8, MentionKind.Venue, c.Index);
                    break;
                case EntryKind.Outlet: Prefer(5, MentionKind.Outlet, c.Index); break;
                case EntryKind.Document: Prefer(4, MentionKind.Document, c.Index); break;
                // "HE" is His Excellency, not a family He.
                case EntryKind.Person when c.Form is NameForm.Surname && match.Count == 1 && document.Tokens[start].Length <= 2 && (document.Tokens[start].Shape & TokenShape.AllCaps) != 0: break;
                case EntryKind.Person when c.Form is NameForm.Surname:
                    if (rank < 3) mention.Weak = true;
                    Prefer(3, MentionKind.Person, c.Index);
                    break;
                case EntryKind.Person:
                    mention.Weak = match.Count == 1;
                    Prefer(match.Count > 1 ? 12 : 4, MentionKind.Person, c.Index);
                    break;
                // "Western", "Reading": a word that is mostly no name must be a well-known place.
                case EntryKind.Place when plain && (c.Prior < 0.35f || IsBehindCapital(document, start)): break;
                case EntryKind.Place:
                    if (mention.Place < 0 || c.Prior > prior) { mention.Place = c.Index; prior = c.Prior; }
                    Prefer(c.Prior > 0.3f ? 5 : 2, MentionKind.Place, c.Index);
                    break;
            }
        }
        // "Prince" and "Sheikh" are family names too, but here they are offices.
        if (mention.Kind is not MentionKind.Person) mention.Weak = false;
        if (mention.State >= 0) mention.State = SureState(match, mention);
        if (mention.Kind is MentionKind.State or MentionKind.Nationality) mention.Row = mention.State;
        return rank == 0 ? null : mention;

        void Prefer(int weight, MentionKind kind, int row)
        {
            if (weight <= rank) return;
            (rank, mention.Kind, mention.Row) = (weight, kind, row);
        }
    }

    // "the Liberation Monument": the last word of a longer name.
    private static bool IsBehindCapital(Document document, int start) =>
        start > 0 && (document.Tokens[start].Shape & TokenShape.SentenceStart) == 0 && (document.Tokens[start - 1].Shape & (TokenShape.Capital | TokenShape.SentenceStart)) == TokenShape.Capital;

    // At the start of a sentence, behind its dash or number.
    private static bool Opens(Document document, int start)
    {
        while ((document.Tokens[start].Shape & TokenShape.SentenceStart) == 0)
            if (start == 0 || (document.Tokens[--start].Shape & TokenShape.Letter) != 0) return false;
        return true;
    }

    private int SureState(NameMatch match, Mention mention)
    {
        int first = -1, sure = -1, count = 0;
        foreach (var c in pack.Candidates(match))
        {
            if (c.Kind != EntryKind.State || c.Index == first) continue;
            if (first < 0) first = c.Index;
            count++;
            if (_sure.Contains(c.Index)) sure = c.Index;
        }
        if (count == 1 && mention.Kind == MentionKind.State && !mention.Metonym) _sure.Add(first);
        return count <= 1 ? mention.State : sure >= 0 ? sure : first;
    }

    private MentionKind BodyKind(int row) => pack.Body(row).Kind == "group" ? MentionKind.Group : MentionKind.Body;

    private static bool Fits(Token[] tokens, int start, int count, NameCase needs) => needs switch
    {
        NameCase.Free => true,
        NameCase.First => (tokens[start].Shape & (TokenShape.Capital | TokenShape.Digit)) != 0,
        NameCase.FirstAndLast => (tokens[start].Shape & (TokenShape.Capital | TokenShape.Digit)) != 0 && (tokens[start + count - 1].Shape & (TokenShape.Capital | TokenShape.Digit | TokenShape.Punctuation)) != 0,
        _ => (tokens[start].Shape & TokenShape.AllCaps) != 0 || tokens[start].Length == 1 || (tokens[start].Shape & TokenShape.Digit) != 0,
    };

    // A run of capitalised words that no table knows: a person the tables have not heard of, a company, a ship.
    private int ScanUnknown(Document document, int start, in Sentence sentence, List<Mention> into)
    {
        var tokens = document.Tokens;
        if (HasClass(document, start, WordClass.Courtesy)) return start + 1;
        // "His Excellency", "Her Royal Highness"
        if (HasClass(document, start, WordClass.He | WordClass.She | WordClass.They) && start + 1 < sentence.End && (HasClass(document, start + 1, WordClass.Courtesy) || start + 2 < sentence.End && (tokens[start + 1].Shape & TokenShape.Capital) != 0 && HasClass(document, start + 2, WordClass.Courtesy))) return start + 1;
        if (Opens(document, start) && (common.Contains(document.Form(start)) || IsFunction(document, start))) return start + 1;
        var end = start + 1;
        while (end < sentence.End && Continues(document, ref end, sentence.End)) { }
        into.Add(new Mention { First = start, End = end, Kind = MentionKind.Unknown, NameFirst = start, NameEnd = end });
        return end;
    }

    // A name of two words or a state ends an unknown run: "Shri" + "Narendra Modi".
    private bool StartsKnown(Document document, int start, int limit)
    {
        Span<NameMatch> matches = stackalloc NameMatch[16];
        var found = pack.Match(document.Tokens, start, matches);
        return found > 0 && Best(document, start, limit, matches[..found]) is { } known
            && (known.End - known.First > 1 || known.Kind is MentionKind.State or MentionKind.Nationality or MentionKind.Holder);
    }

    private bool IsFunction(Document document, int token)
    {
        foreach (var reading in lexicon.Readings(document.Form(token)))
            if (lexicon.Lexemes[reading.Lexeme].Classes != WordClass.None && !reading.IsVerb) return true;
        return false;
    }

    private bool Continues(Document document, ref int end, int limit)
    {
        var tokens = document.Tokens;
        if (timeTokens.Contains(end)) return false;
        if ((tokens[end].Shape & TokenShape.Capital) != 0)
        {
            if (StartsKnown(document, end, limit)) return false;
            end++;
            return true;
        }
        // "Tae-yul": a hyphen without spaces goes on even in lower case.
        if (document.Form(end) is "-" && end + 1 < limit && ((tokens[end].Shape | tokens[end + 1].Shape) & TokenShape.SpaceBefore) == 0 && (tokens[end + 1].Shape & TokenShape.Letter) != 0)
        {
            end += 2;
            return true;
        }
        // Particles and hyphens inside a name: "bin", "van der", "Al-".
        var at = end;
        while (at < limit && (IsParticle(document, at) || document.Form(at) is "-" && (tokens[at].Shape & TokenShape.SpaceBefore) == 0)) at++;
        if (at == end || at >= limit || at - end > 2 || (tokens[at].Shape & TokenShape.Capital) == 0) return false;
        end = at + 1;
        return true;
    }

    private bool IsParticle(Document document, int token) => HasClass(document, token, WordClass.NameParticle);

    private bool HasClass(Document document, int token, WordClass wanted)
    {
        foreach (var reading in lexicon.Readings(document.Form(token)))
            if ((lexicon.Lexemes[reading.Lexeme].Classes & wanted) != 0) return true;
        return false;
    }
}
