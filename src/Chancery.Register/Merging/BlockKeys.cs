using System.Collections.Immutable;

namespace Chancery.Register.Merging;

/// <summary>A stretch of a block that can hold reports of the same event.</summary>
/// <param name="Key">The block.</param>
/// <param name="From">First day, inside.</param>
/// <param name="To">Last day, inside.</param>
public readonly record struct BlockRange(long Key, int From, int To);

/// <summary>
/// Blocks: only reports that share a block are compared. A block is a group of types and a pair of actors (or one actor, or a proper name), sorted by day;
/// a look-up reads a few weeks of it, so that its cost follows the number of reports of those weeks and pairs and not the size of the register.
/// Reports without a day stand in a second block of the same name, sorted by the first day they can mean.
/// </summary>
public static class BlockKeys
{
    private const int MostActors = 6;

    /// <summary>Longest time between a postponed date and the day it was made good.</summary>
    public const int PostponedHorizon = 550;

    private const int VagueSpan = 420;
    private const int Near = 21;

    /// <summary>The blocks a report stands in, and the day it stands at.</summary>
    public static (ImmutableArray<long> Keys, int Day) Of(Profile profile)
    {
        var vague = IsVague(profile);
        return ([.. profile.Blocks.Select(n => Key(n, vague))], profile.First);
    }

    /// <summary>Where reports of the same event can stand.</summary>
    public static IEnumerable<BlockRange> Ranges(Profile profile)
    {
        var reach = profile.Deed == Deed.Postponed ? PostponedHorizon : Near;
        var (back, on) = IsVague(profile) ? (Near, reach) : Days(profile);
        foreach (var name in profile.Blocks)
        {
            yield return new(Key(name, false), profile.First - back, profile.Last + on);
            yield return new(Key(name, true), profile.First - PostponedHorizon - Near, profile.Last + Math.Max(reach, VagueSpan));
        }
    }

    /// <summary>How far around its day reports of a day can be of the same event: the slack of the type, and where it can run over some days, those before (see <see cref="TimeMeasure"/>).</summary>
    private static (int Back, int On) Days(Profile profile)
    {
        var slack = Math.Min(Near, Math.Max(profile.Rule.PlannedSlack, profile.Rule.DoneSlack));
        return TimeMeasure.OfOneDay(profile) ? (slack, slack) : (Near, Math.Clamp(profile.End - profile.Last, slack, Near));
    }

    /// <summary>True where two reports stand in one block.</summary>
    public static bool Share(Profile a, Profile b)
    {
        int i = 0, j = 0;
        while (i < a.Blocks.Length && j < b.Blocks.Length)
        {
            if (a.Blocks[i] == b.Blocks[j]) return true;
            if (a.Blocks[i] < b.Blocks[j]) i++; else j++;
        }
        return false;
    }

    private static bool IsVague(Profile profile) => profile.Certainty != Certainty.Day || profile.Deed == Deed.Postponed;

    /// <summary>Hashed names of the blocks, ascending.</summary>
    internal static ImmutableArray<long> Names(Profile profile) => [.. Words(profile).Select(Hash).Distinct().Order()];

    private static long Key(long name, bool vague) => vague ? name ^ 0x2AAA_AAAA_AAAA_AAAA : name;

    /// <summary>FNV-1a with a closing mix: the same on every machine and in every version.</summary>
    private static long Hash(string name)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in name) hash = (hash ^ c) * 1099511628211UL;
        hash = (hash ^ (hash >> 32)) * 0xD6E8FEB86659FD93UL;
        return (long)((hash ^ (hash >> 32)) & 0x3FFF_FFFF_FFFF_FFFF);
    }

    private static IEnumerable<string> Words(Profile p)
    {
        var actors = p.Parties.Where(x => x.Side != Side.Aside).Select(x => x.Actor).Distinct().Order(StringComparer.Ordinal).Take(MostActors).ToArray();
        if (p.Name is { } name) yield return $"{p.Group}|n|{string.Join(' ', name.Split(' ').Where(w => w.Length > 2 && !char.IsDigit(w[0])).Order(StringComparer.Ordinal))}";
        if (p.Group == "visit")
        {
            foreach (var visitor in p.Parties.Where(x => x.Side == Side.Acting).Select(x => x.Actor).Distinct().Take(MostActors))
                yield return $"{p.Group}|{visitor}|{p.Country}";
            yield break;
        }
        for (var i = 0; i < actors.Length; i++)
            for (var j = i + 1; j < actors.Length; j++)
                yield return $"{p.Group}|{actors[i]}|{actors[j]}";
        if (actors.Length == 1 || p.Rule.Directed || p.Group is "ceremony" or "exercise" or "mediation" || p.Type == "summit")
            foreach (var actor in actors) yield return $"{p.Group}|{actor}";
    }
}
