namespace Chancery.Register.Merging;

/// <summary>How well those who took part agree.</summary>
internal static class PartyMeasure
{
    private const double Same = 1, StateAndState = 0.8, PersonAndState = 0.8;

    public static Likeness Compare(Profile a, Profile b)
    {
        if (a.Rule.Directed && Turned(a, b)) return Likeness.Never("the other direction");
        var (mine, theirs) = (a.Actors, b.Actors);
        if (mine.Length == 0 || theirs.Length == 0) return new(0.4, null);
        var common = 0;
        var named = false;
        double sum = 0;
        foreach (var (actor, side) in mine)
        {
            if (!theirs.Contains((actor, side))) continue;
            common++;
            named |= !char.IsUpper(actor[0]);
            var value = Actor(a, b, actor, side);
            if (value < 0 && PersonsDecide(a, side)) return Likeness.Never("another person");
            sum += Math.Max(value, 0.2);
        }
        // The name of a meeting or an exercise is its own; "presentation of credentials" is everybody's.
        if (common == 0) return a.Group is "meeting" or "exercise" && a.Name is not null && b.Name is not null ? new(0.5, null) : Likeness.Never("no common party");
        if (a.Type == "summit" && b.Type == "summit" && named) return new(0.9, null);
        // Lists of those who came are never whole; one common guest or host on the day of a ceremony is much.
        if (a.Group is "ceremony" && common == 1 && mine.Length > 1 && theirs.Length > 1) return new(sum > 0.5 ? 0.65 : 0.2, null);
        var (least, most) = (Math.Min(mine.Length, theirs.Length), Math.Max(mine.Length, theirs.Length));
        var score = sum / least * (0.8 + 0.2 * common / most);
        if (common == 1 && most > 1 && least > 1) score *= 0.5;
        else if (least == 1 && most > 1) score *= 0.8;
        else if (Circle(a, b, least, most)) score *= a.Deed == Deed.Done && b.Deed == Deed.Done ? 0.7 : 0.85;
        return new(Math.Min(1, score), null);
    }

    /// <summary>Talks of two and talks of three are rarely the same talks.</summary>
    private static bool Circle(Profile a, Profile b, int least, int most) => least == 2 && most > 2 && a.Type == "talks" && b.Type == "talks";

    private static bool PersonsDecide(Profile a, Side side) =>
        a.Group is "meeting" or "call" or "statement" or "request" or "demand" or "award" or "appointment" || a.Group == "visit" && side == Side.Acting;

    /// <summary>Who acts in one is acted on in the other, and nobody acts in both.</summary>
    private static bool Turned(Profile a, Profile b)
    {
        return Has(a, Side.Acting) && Has(b, Side.Acting) && !Overlap(a, Side.Acting, b, Side.Acting)
            && (Overlap(a, Side.Acting, b, Side.Receiving) || Overlap(b, Side.Acting, a, Side.Receiving));
    }

    private static bool Has(Profile p, Side side)
    {
        foreach (var x in p.Parties)
            if (x.Side == side) return true;
        return false;
    }

    private static bool Overlap(Profile a, Side sideA, Profile b, Side sideB)
    {
        foreach (var x in a.Parties)
        {
            if (x.Side != sideA) continue;
            foreach (var y in b.Parties)
                if (y.Side == sideB && x.Actor == y.Actor) return true;
        }
        return false;
    }

    /// <summary>Agreement on one actor; negative where both name persons and none is the same.</summary>
    private static double Actor(Profile a, Profile b, string actor, Side side)
    {
        double best = -1;
        bool personA = false, personB = false;
        foreach (var x in a.Parties)
        {
            if (x.Actor != actor || x.Side != side) continue;
            personA |= x.Person is not null;
            foreach (var y in b.Parties)
            {
                if (y.Actor != actor || y.Side != side) continue;
                personB |= y.Person is not null;
                if (x.Person is null || y.Person is null) continue;
                if (IsSame(x, y)) best = Same;
            }
        }
        if (best > 0) return best;
        if (personA && personB) return -1;
        return personA || personB ? PersonAndState : StateAndState;
    }

    private static bool IsSame(Party x, Party y)
    {
        if (x.Wikidata is { } p && y.Wikidata is { } q) return p == q;
        return NameKey.SamePerson(x.Person!, y.Person!, x.Office is not null && x.Office == y.Office);
    }
}
