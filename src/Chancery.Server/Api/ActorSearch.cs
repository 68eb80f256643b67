using Chancery.Reading.Reports;
using Chancery.Register;
using Chancery.Register.Events;
using Chancery.Register.Merging;
using Chancery.Storage;

namespace Chancery.Server.Api;

/// <summary>Finds states and persons of the register by name.</summary>
internal sealed class ActorSearch(RegisterStore store)
{
    private const int Looked = 80;

    /// <summary>Those that a name may mean, the best first.</summary>
    public IEnumerable<ActorRow> Named(string name)
    {
        var state = States.Find(name) is { } code ? [new ActorRow("state", code, States.Name(code), code, null, null, 1)] : Array.Empty<ActorRow>();
        return state.Concat(Persons(name)).OrderByDescending(a => a.Score);
    }

    /// <summary>Persons whose names hold all words, or come near them.</summary>
    public IEnumerable<ActorRow> Persons(string name)
    {
        var folded = NameKey.Fold(name);
        if (folded.Length == 0) return [];
        return Events(name, folded)
            .SelectMany(e => e.Participants.Where(p => p.Kind == "person"))
            .GroupBy(p => NameKey.Fold(p.Name)).Where(g => g.Key.Length > 0)
            .Select(g => Row(g.First(), g, Score(folded, g.Key))).Where(r => r.Score >= Least).OrderByDescending(r => r.Score).ThenBy(r => r.Name, StringComparer.Ordinal);
    }

    private const double Least = 0.6;

    /// <summary>Events of the whole name; where there are none (another spelling), those of its longest words.</summary>
    private IReadOnlyList<EventSummary> Events(string name, string folded)
    {
        var whole = Find(name);
        return whole.Count > 0 ? whole : [.. folded.Split(' ').Where(w => w.Length > 2).OrderByDescending(w => w.Length).Take(2).SelectMany(Find)];
    }

    private IReadOnlyList<EventSummary> Find(string person) => store.Find(new EventQuery { Person = person, Order = EventOrder.Newest, Limit = Looked, Among = Looked }).Items;

    private static ActorRow Row(Participant latest, IEnumerable<Participant> all, double score) => new("person", latest.Name, latest.Name, latest.Country,
        all.FirstOrDefault(p => p.Office is not null)?.Office, all.FirstOrDefault(p => p.Wikidata is not null)?.Wikidata, score);

    /// <summary>The whole name is 1; a part of it, or another spelling, less.</summary>
    private static double Score(string asked, string name)
    {
        if (asked == name) return 1;
        var (words, of) = (asked.Split(' '), name.Split(' '));
        var all = words.All(w => of.Any(o => o.StartsWith(w, StringComparison.Ordinal)));
        return Math.Round(all ? 0.6 + 0.35 * words.Length / Math.Max(of.Length, words.Length) : 0.9 * NameKey.Nearness(asked, name), 3);
    }
}
