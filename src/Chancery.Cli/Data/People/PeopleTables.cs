using Chancery.Reading.Knowledge.Compile;

namespace Chancery.Cli.Data.People;

/// <summary>Writes people, their names and tenures.</summary>
internal sealed class PeopleTables
{
    private readonly Sources _sources;
    private readonly PositionReader _positions;
    private readonly PeopleGatherer _people;
    private readonly StateTable _states;
    private readonly HashSet<string> _organisations;

    public PeopleTables(Sources sources, StateTable states, string languages)
    {
        (_sources, _states) = (sources, states);
        _positions = new PositionReader(sources, Path.Combine(languages, "en", "offices.tsv"));
        _people = new PeopleGatherer(new NameLikeness(new LetterPlainer(Path.Combine(languages, "letters.tsv"))));
        _organisations = [.. sources.Hand("organisations").Select(o => o["id"])];
        Gather();
    }

    private void Gather()
    {
        foreach (var row in _sources.Hand("people"))
        {
            var person = new PersonEntry(row["id"], row["name"], row["country"], "hand") { ByHand = true };
            foreach (var alias in row["aliases"].Split('|', StringSplitOptions.RemoveEmptyEntries)) person.Names.Add((alias.Contains(' ', StringComparison.Ordinal) ? "alias" : "surname", alias.Trim(), "hand"));
            _people.Add(person);
        }
        foreach (var row in _sources.Hand("tenures"))
            _people.ById(row["person"])?.Tenures.Add(new TenureEntry(row["office"], row["holder_of"], row["start"], row["end"], row["note"], "hand", row["asof"]));
        var organisations = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in _sources.Hand("organisation-names").Where(r => r["language"] == "en")) organisations.TryAdd(row["text"], row["organisation"]);
        foreach (var claim in OfficeHolders.Tenures(_sources, _states, _positions, organisations.GetValueOrDefault)
            .Concat(OfficeHolders.Leaders(_sources, _states, _positions)).Concat(FactbookLeaders.Read(_sources, _states, _positions)).Concat(OfficeHolders.Effective(_sources, _states)))
            _people.Add(claim);
        Successions.Close(_people.People);
    }

    public void Write(string folder, TextWriter log)
    {
        var people = new TsvFile("id", "name", "country", "source", "asof");
        var names = new TsvFile("person", "kind", "text", "source", "asof");
        var tenures = new TsvFile("person", "office", "holder", "start", "end", "note", "source", "asof");
        var forms = new PersonForms(_sources);
        foreach (var person in _people.People.Where(p => p.ByHand || p.Tenures.Count > 0))
        {
            people.Add(person.Id, person.Name, person.Country, person.Source, "2026");
            foreach (var (kind, text, source) in NamesOf(person, forms)) names.Add(person.Id, kind, text, source, "2026");
            foreach (var t in person.Tenures) tenures.Add(person.Id, t.Office, t.Holder, t.Start, t.End, t.Note, t.Source, t.AsOf);
        }
        people.Sorted().Write(Path.Combine(folder, "people.tsv"));
        names.Sorted().Write(Path.Combine(folder, "person-names.tsv"));
        tenures.Sorted().Write(Path.Combine(folder, "tenures.tsv"));
        log.WriteLine($"people {people.Count}, names {names.Count}, tenures {tenures.Count}");
    }

    private IEnumerable<(string Kind, string Text, string Source)> NamesOf(PersonEntry person, PersonForms forms)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { person.Name };
        var known = person.ByHand || person.Tenures.Any(t => _positions.Rank(t.Office) <= 3);
        foreach (var (kind, text, source) in person.Names)
            if (text.Length > 1 && (kind != "surname" || known) && seen.Add(text)) yield return (kind, text, source);
        foreach (var name in person.Names.Where(n => n.Kind == "alias").Select(n => n.Text).Prepend(person.Name).ToArray())
        {
            if (PersonForms.Brief(name, person.Country) is { } brief && seen.Add(brief)) yield return ("alias", brief, "derived");
            if (PersonForms.AtHome(name, person.Country) is { } home && seen.Add(home)) yield return ("alias", home, "derived");
            if (PersonForms.Hyphened(name) is { } hyphened && seen.Add(hyphened)) yield return ("alias", hyphened, "derived");
            if (!known) continue;
            foreach (var family in PersonForms.Families(name, person.Country))
                if (family.Length > 1 && seen.Add(family)) yield return ("surname", family, "derived");
            foreach (var other in forms.Respelled(name))
                if (seen.Add(other)) yield return ("alias", other, "derived");
        }
    }
}
