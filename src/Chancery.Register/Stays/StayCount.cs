using System.Collections.Immutable;
using Chancery.Reading.Reports;
using Chancery.Register.Events;
using Chancery.Register.Historian;
using Chancery.Register.Merging;

namespace Chancery.Register.Stays;

/// <summary>
/// Counts the stays abroad of persons from everything that places them: visits, and talks, signings, ceremonies and summits in a city abroad. Days that follow on each other in one
/// country are one stay. Where a plan gave the first and the last day and the person was there on one of its days, the stay has the plan's days, as far as nothing places them elsewhere
/// on a day between. A stay that another country interrupts is two.
/// </summary>
public static class StayCount
{
    private const int LongestPlan = 14;

    /// <summary>The rule, for people.</summary>
    public const string Rule = "a stay is the days that follow on each other on which sources place a person in a country (visits; talks, signings, ceremonies and summits in a city there); first and last day of a plan count where the person was there on one of its days and nowhere else between; what was only planned, cancelled or denied is no stay; a stay that another country interrupts is two; one report of one meeting counts for nothing where more places the person elsewhere that day; a dependent territory counts under its sovereign";

    /// <summary>The stays of the persons that a condition picks, by person and first day.</summary>
    /// <param name="events">Events with their reports, any order; those without such a person are passed over.</param>
    /// <param name="principal">Whose stays count.</param>
    public static IEnumerable<HistorianStay> Of(IEnumerable<Event> events, Func<Participant, bool> principal)
    {
        var people = new List<(string Folded, List<Participant> Names, List<Presence> Presences)>();
        foreach (var e in events)
            foreach (var who in e.Summary.Participants.Where(p => p.Kind == "person" && principal(p)))
            {
                var folded = NameKey.Fold(who.Name);
                var at = people.FindIndex(p => p.Names[0].Country == who.Country && NameKey.SamePerson(p.Folded, folded, true));
                if (at < 0) { at = people.Count; people.Add((folded, [], [])); }
                people[at].Names.Add(who);
                people[at].Presences.AddRange(Presence.Of(e, who));
            }
        foreach (var (_, names, presences) in people.OrderBy(p => p.Folded, StringComparer.Ordinal))
        {
            var name = names.GroupBy(n => n.Name, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).First().Key;
            var office = names.Select(n => n.Office).OfType<string>().GroupBy(o => o, StringComparer.Ordinal).OrderByDescending(g => g.Count()).FirstOrDefault()?.Key;
            foreach (var stay in Stays(presences).OrderBy(s => s.First).ThenBy(s => s.Last))
                yield return new HistorianStay(name, office == "secretary-of-state" ? "secretary" : office ?? "", States.Name(stay.State), string.Join(", ", stay.Localities), DateOnly.FromDayNumber(stay.First), DateOnly.FromDayNumber(stay.Last), stay.Remarks) { Where = stay.State };
        }
    }

    private sealed record Stay(string State, int First, int Last, ImmutableArray<Presence> Seen)
    {
        /// <summary>Its days before anything else was known of them are told, not those of publication.</summary>
        public bool LastTold => Seen.Any(p => p.Last == Last && p.Told);

        public IEnumerable<string> Localities => Seen.OrderBy(p => p.First).Select(p => p.Locality).OfType<string>().Distinct(StringComparer.Ordinal);

        public string Remarks => string.Join(" ", Seen.OrderBy(p => p.First).Select(p => p.What).OfType<string>().Distinct(StringComparer.Ordinal).Select(w => w.TrimEnd('.') + "."));
    }

    private static List<Stay> Stays(List<Presence> all)
    {
        var deeds = all.Where(p => p.Deed).OrderBy(p => p.First).ThenBy(p => p.Last).ToArray();
        // A plan that came true on one of its days, day by day as it was told.
        var plans = all.Where(p => !p.Deed && p.Last - p.First <= LongestPlan && deeds.Any(d => d.State == p.State && d.First <= p.Last && p.First <= d.Last)).ToArray();
        var stays = deeds.GroupBy(d => d.State).SelectMany(g => Chains(g.Key, [.. g], plans, deeds)).ToList();
        stays.RemoveAll(stay => IsDoubtful(stay, stays, all));
        for (var i = 0; i < stays.Count; i++) stays[i] = Trimmed(stays[i], plans);
        for (var i = 0; i < stays.Count; i++) stays[i] = Widened(stays[i], plans, deeds);
        return Interrupted(stays);
    }

    /// <summary>One report of one meeting, in a country that nothing else speaks of, on a day on which more places the person elsewhere: mostly the place is what they talked about.</summary>
    private static bool IsDoubtful(Stay stay, List<Stay> stays, List<Presence> all) =>
        stay.Seen is [{ What: not null } only] && !all.Exists(p => p.State == stay.State && p != only) && stays.Exists(o => o.State != stay.State && o.Seen.Count(p => p.First <= stay.First && stay.Last <= p.Last) > 1);

    private static IEnumerable<Stay> Chains(string state, Presence[] deeds, Presence[] plans, Presence[] everywhere)
    {
        var chain = new List<Presence>();
        var last = 0;
        foreach (var deed in deeds)
        {
            if (chain.Count > 0 && deed.First > last + 1 && !(plans.Any(p => p.State == state && p.First <= last && deed.First <= p.Last) && !Elsewhere(everywhere, state, last, deed.First)))
            {
                yield return new(state, chain[0].First, last, [.. chain]);
                chain.Clear();
            }
            last = chain.Count == 0 ? deed.Last : Math.Max(last, deed.Last);
            chain.Add(deed);
        }
        if (chain.Count > 0) yield return new(state, chain[0].First, last, [.. chain]);
    }

    /// <summary>A last day that is only that of publication goes where the plan of this country had ended, or that of another had begun.</summary>
    private static Stay Trimmed(Stay stay, Presence[] plans)
    {
        if (stay.LastTold || stay.First == stay.Last) return stay;
        var own = plans.Where(p => p.State == stay.State && p.First >= stay.First - 1 && p.First < p.Last && p.Last < stay.Last).Select(p => p.Last);
        var others = plans.Where(p => p.State != stay.State && p.First < p.Last && p.First >= stay.First && p.First < stay.Last && stay.Last <= p.Last).Select(p => p.First);
        return stay with { Last = Math.Max(stay.First, own.Concat(others).DefaultIfEmpty(stay.Last).Min()) };
    }

    private static Stay Widened(Stay stay, Presence[] plans, Presence[] deeds)
    {
        foreach (var plan in plans.Where(p => p.State == stay.State && p.First <= stay.Last && stay.First <= p.Last))
        {
            if (plan.First < stay.First && !Elsewhere(deeds, stay.State, plan.First, stay.First)) stay = stay with { First = plan.First };
            if (plan.Last > stay.Last && !Elsewhere(deeds, stay.State, stay.Last, plan.Last)) stay = stay with { Last = plan.Last };
        }
        return stay;
    }

    /// <summary>Something told places the person in another country on a day between two.</summary>
    private static bool Elsewhere(Presence[] deeds, string state, int after, int before) => deeds.Any(d => d.State != state && d.Told && d.First > after && d.Last < before);

    private static List<Stay> Interrupted(List<Stay> stays)
    {
        var whole = new List<Stay>();
        foreach (var stay in stays)
        {
            var rest = stay;
            foreach (var other in stays.Where(o => o.State != stay.State).OrderBy(o => o.First))
            {
                if (!(rest.First < other.First && other.Last < rest.Last)) continue;
                whole.Add(rest with { Last = other.First, Seen = [.. rest.Seen.Where(p => p.First <= other.First)] });
                rest = rest with { First = other.Last, Seen = [.. rest.Seen.Where(p => p.Last >= other.Last)] };
            }
            whole.Add(rest);
        }
        return whole;
    }
}
