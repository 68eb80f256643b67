using System.Collections.Immutable;
using Chancery.Reading.Reports;
using Chancery.Register.Judgements;
using Chancery.Register.Merging;
using Chancery.Register.Sources;

namespace Chancery.Register.Events;

/// <summary>Participants of several reports as one list: spellings of one person joined, states left out where one of theirs is named.</summary>
internal static class Roster
{
    /// <summary>The list, most-named first within a role; what people put in stands as they wrote it, what they took out is out in all its spellings.</summary>
    public static ImmutableArray<Participant> Of(IReadOnlyList<SourcedReport> reports, Independence independence, ListCorrections said)
    {
        var groups = new List<List<(Participant Participant, SourcedReport Report)>>();
        foreach (var report in reports)
            foreach (var p in report.Report.Participants.IsDefault ? [] : report.Report.Participants)
            {
                var group = groups.Find(g => g.Exists(m => IsSame(m.Participant, p)));
                if (group is null) groups.Add([(p, report)]); else group.Add((p, report));
            }
        var all = groups.Select((g, i) => (Participant: Fullest(g), Sources: independence.CountOf(g.Select(m => m.Report.Document.Number)), Group: i)).ToArray();
        var read = all.Where(x => !said.Gone.Concat(said.People).Any(p => groups[x.Group].Exists(m => IsSame(m.Participant, p))));
        return [.. read.Where(x => x.Participant.Kind != "state" || !all.Any(y => y.Participant.Kind == "person" && y.Participant.Country == x.Participant.Country && SameSide(x.Participant.Role, y.Participant.Role)))
            .Concat(said.People.Select(p => (Participant: p with { Wikidata = Known(groups, p) }, Sources: int.MaxValue, Group: -1)))
            .OrderBy(x => Order(x.Participant.Role)).ThenByDescending(x => x.Sources).ThenBy(x => x.Participant.Name, StringComparer.Ordinal).Select(x => x.Participant)];
    }

    /// <summary>The Wikidata id that any report gives a person of that name.</summary>
    private static string? Known(List<List<(Participant Participant, SourcedReport Report)>> groups, Participant said) =>
        groups.SelectMany(g => g).Select(m => m.Participant).FirstOrDefault(p => p.Wikidata is not null && p.Kind == said.Kind && NameKey.Fold(p.Name) == NameKey.Fold(said.Name))?.Wikidata;

    public static bool IsSame(Participant a, Participant b)
    {
        if (a.Country != b.Country || !SameSide(a.Role, b.Role)) return false;
        if (a.Wikidata is { } x && b.Wikidata is { } y) return x == y;
        if (a.Kind != "person" || b.Kind != "person") return a.Kind == b.Kind && NameKey.Fold(a.Name) == NameKey.Fold(b.Name) || a.Kind == "state" && b.Kind == "state" && a.Country is not null;
        return NameKey.SamePerson(NameKey.Fold(a.Name), NameKey.Fold(b.Name), a.Office is not null && a.Office == b.Office);
    }

    private static bool SameSide(string a, string b) => a == b || !IsSided(a) && !IsSided(b);

    private static bool IsSided(string role) => role is "visitor" or "host" or "awarder" or "recipient" or "target" or "mediator";

    /// <summary>The spelling that most reports use, the longer of two even ones; an office where any report gives one.</summary>
    private static Participant Fullest(List<(Participant Participant, SourcedReport Report)> group)
    {
        var name = group.GroupBy(m => m.Participant.Name, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenByDescending(g => g.Key.Length).ThenBy(g => g.Key, StringComparer.Ordinal).First().Key;
        var best = group.First(m => m.Participant.Name == name).Participant;
        string? Common(Func<Participant, string?> of) => group.Select(m => of(m.Participant)).Where(v => v is not null).GroupBy(v => v!, StringComparer.Ordinal)
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).FirstOrDefault()?.Key;
        return best with { Office = Common(p => p.Office), Wikidata = Common(p => p.Wikidata), Role = Common(p => p.Role)! };
    }

    private static int Order(string role) => role switch
    {
        "visitor" or "awarder" or "speaker" or "sender" or "donor" => 0, "party" or "signatory" => 1, "host" or "recipient" or "target" => 2, "organiser" => 3, "mediator" => 4, _ => 5,
    };
}
