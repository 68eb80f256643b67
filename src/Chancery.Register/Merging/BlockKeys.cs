using System.Collections.Immutable;

namespace Chancery.Register.Merging;

/// <summary>A stretch of a block that can hold reports of the same event.</summary>
/// <param name="Span">Which part of the years, see <see cref="BlockPlace"/>.</param>
/// <param name="Key">The block.</param>
/// <param name="From">First day, inside.</param>
/// <param name="To">Last day, inside.</param>
/// <param name="Since">Only reports whose <see cref="BlockPlace.Until"/> is this day or later.</param>
public readonly record struct BlockRange(int Span, long Key, int From, int To, int Since);

/// <summary>Where a report stands in a block.</summary>
/// <param name="Span">Which part of the years: kept by it first, what comes in with the news of some weeks stands together, whatever pairs it is of.</param>
/// <param name="Key">The block.</param>
/// <param name="Day">The day it stands at.</param>
/// <param name="Until">No report that begins behind this day can be of the same event.</param>
public readonly record struct BlockPlace(int Span, long Key, int Day, int Until);

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

    /// <summary>Days of a span (2^7), and of those of reports without a day, which are few and looked for over years (2^11).</summary>
    private const int SpanBits = 7, VagueSpanBits = 11;

    /// <summary>Where a report stands.</summary>
    public static ImmutableArray<BlockPlace> Of(Profile profile)
    {
        var vague = IsVague(profile);
        return [.. profile.Blocks.Select(n => new BlockPlace(Span(profile.First, vague), Key(n, vague), profile.First, Until(profile)))];
    }

    /// <summary>Where reports of the same event can stand.</summary>
    public static IEnumerable<BlockRange> Ranges(Profile profile)
    {
        var reach = profile.Deed == Deed.Postponed ? PostponedHorizon : Near;
        var (back, on) = IsVague(profile) ? (Near, reach) : Days(profile);
        var since = Since(profile);
        foreach (var name in profile.Blocks)
        {
            foreach (var range in Spans(name, false, profile.First - back, profile.Last + on, since)) yield return range;
            foreach (var range in Spans(name, true, profile.First - PostponedHorizon - Near, profile.Last + Math.Max(reach, VagueSpan), since)) yield return range;
        }
    }

    private static IEnumerable<BlockRange> Spans(long name, bool vague, int from, int to, int since)
    {
        for (var span = Span(from, vague); span <= Span(to, vague); span++) yield return new(span, Key(name, vague), from, to, since);
    }

    private static int Span(int day, bool vague) => day >> (vague ? VagueSpanBits : SpanBits);

    /// <summary>The last day on which <see cref="TimeMeasure"/> lets another report of the same event begin.</summary>
    private static int Until(Profile profile)
    {
        if (profile.Certainty == Certainty.None) return int.MaxValue;
        if (profile.Deed == Deed.Postponed) return Math.Max(profile.Last, profile.End) + PostponedHorizon;
        if (profile.Certainty != Certainty.Day) return profile.Last + TimeMeasure.VagueSlip;
        var slack = profile.First + (profile.Deed == Deed.Done ? profile.Rule.DoneSlack : profile.Rule.PlannedSlack);
        return TimeMeasure.OfOneDay(profile) ? slack : Math.Max(slack, profile.End);
    }

    /// <summary>The other side of <see cref="Until"/>: only between two deeds is it the slack of deeds that counts.</summary>
    private static int Since(Profile profile) => profile.Certainty == Certainty.None ? int.MinValue : profile.First - (
        profile.Deed == Deed.Postponed ? PostponedHorizon : profile.Certainty != Certainty.Day ? TimeMeasure.VagueSlip : profile.Deed == Deed.Done ? 0 : profile.Rule.PlannedSlack);

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
