namespace Chancery.Cli.Data.People;

/// <summary>Makes one person of what several sources say of one: by Wikidata id, else by name, state and office. A Wikidata id outranks a minted one.</summary>
internal sealed class PeopleGatherer(NameLikeness likeness)
{
    private readonly Dictionary<string, PersonEntry> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<PersonEntry>> _byCountry = new(StringComparer.Ordinal);

    /// <summary>Everyone, in no order.</summary>
    public IEnumerable<PersonEntry> People => _byId.Values;

    /// <summary>The person of an id, or null.</summary>
    public PersonEntry? ById(string id) => _byId.GetValueOrDefault(id);

    /// <summary>Adds a person of the hand tables.</summary>
    public void Add(PersonEntry person)
    {
        if (!_byId.TryAdd(person.Id, person)) throw new FormatException($"people: {person.Id} stands twice");
        Of(person.Country).Add(person);
    }

    /// <summary>Adds what a source says.</summary>
    public void Add(PersonClaim claim)
    {
        var person = Find(claim);
        if (person is null)
        {
            person = new PersonEntry(claim.Qid.Length > 0 ? claim.Qid : Mint(claim), claim.Name, claim.Country, claim.Source);
            _byId.Add(person.Id, person);
            Of(claim.Country).Add(person);
        }
        else if (claim.Qid.Length > 0 && !person.Id.StartsWith('Q') && !_byId.ContainsKey(claim.Qid))
        {
            _byId.Remove(person.Id);
            _byId.Add(person.Id = claim.Qid, person);
        }
        if (claim.Name != person.Name) person.Names.Add((claim.Surname == claim.Name ? "surname" : "alias", claim.Name, claim.Source));
        if (claim.Surname.Length > 0) person.Names.Add(("surname", claim.Surname, claim.Source));
        foreach (var alias in claim.Aliases) person.Names.Add(("alias", alias, claim.Source));
        if (!Extends(person, claim)) person.Tenures.Add(new TenureEntry(claim.Office, claim.Holder, claim.Start, claim.End, claim.Note, claim.Source, claim.AsOf));
    }

    private PersonEntry? Find(PersonClaim claim)
    {
        if (claim.Qid.Length > 0 && _byId.TryGetValue(claim.Qid, out var known)) return known;
        var words = likeness.Words(claim.Name);
        var family = likeness.Words(claim.Surname);
        PersonEntry? best = null;
        var bestScore = 0;
        foreach (var person in Of(claim.Country))
        {
            // Two Wikidata ids are two people, however alike their names.
            if (claim.Qid.Length > 0 && person.Id.StartsWith('Q')) continue;
            var score = Score(person, claim, words, family);
            if (score > bestScore) (best, bestScore) = (person, score);
        }
        return best ?? Foreigner(claim);
    }

    // One who holds an office of another state too (a co-prince, a monarch): the only one of that very name.
    private PersonEntry? Foreigner(PersonClaim claim)
    {
        if (claim.Source != "factbook") return null;
        var key = likeness.Key(claim.Name);
        var same = _byId.Values.Where(p => p.Id.StartsWith('Q') && likeness.Key(p.Name) == key).Take(2).ToArray();
        return same.Length == 1 ? same[0] : null;
    }

    private int Score(PersonEntry person, PersonClaim claim, string[] words, string[] family)
    {
        var names = person.Names.Where(n => n.Kind != "surname").Select(n => n.Text).Prepend(person.Name).Select(likeness.Words).ToArray();
        if (names.Any(n => n.AsSpan().SequenceEqual(words))) return 4;
        var sameOffice = person.Tenures.Any(t => Akin(t.Office, claim.Office) && t.Holder == claim.Holder && Near(t, claim));
        if (words.Length > 1 && names.Any(n => likeness.Alike(n, words, family) || family.Length == 0 && likeness.Alike(words, n, []))) return sameOffice ? 3 : 2;
        return sameOffice && names.Any(n => likeness.SharesFamily(n, family.Length > 0 ? family : words[^1..])) ? 1 : 0;
    }

    // The list of effective leaders does not tell the office.
    private static bool Akin(string a, string b) => a == b || (a == "leader" ? Leading(b) : b == "leader" && Leading(a));

    private static bool Leading(string office) => office is "president" or "prime-minister" or "chancellor" or "monarch" or "emir" or "sultan" or "supreme-leader" or "general-secretary" or "junta-leader" or "leader" or "presidency-chairman";

    private static bool Near(TenureEntry tenure, PersonClaim claim)
    {
        var (from, to) = (Year(tenure.Start, 0), Year(tenure.End, 9999));
        return Year(claim.Start, 0) <= to + 1 && from <= Year(claim.End, 9999) + 1 && (claim.Office == "leader" || Math.Abs(Year(claim.Start, 0) - from) <= 1 || Year(tenure.End, 9999) == 9999);
    }

    private static int Year(string date, int otherwise) => date.Length >= 4 ? int.Parse(date.AsSpan(0, 4), System.Globalization.CultureInfo.InvariantCulture) : otherwise;

    // A source that only repeats a tenure makes no second one; it may tell that it still goes on, or when it ended.
    private static bool Extends(PersonEntry person, PersonClaim claim)
    {
        foreach (var tenure in person.Tenures)
        {
            if (!Akin(tenure.Office, claim.Office) || tenure.Holder != claim.Holder) continue;
            var covers = Year(claim.Start, 0) >= Year(tenure.Start, 0) && Year(claim.Start, 0) <= Year(tenure.End, 9999);
            var same = tenure.Start == claim.Start || tenure.Start.Length > 0 && claim.Start.StartsWith(tenure.Start, StringComparison.Ordinal) || claim.Start.Length > 0 && tenure.Start.StartsWith(claim.Start, StringComparison.Ordinal);
            if (!same && !(covers && claim.Source != tenure.Source)) continue;
            if (claim.Start.Length > tenure.Start.Length && same) tenure.Start = claim.Start;
            if (tenure.End.Length == 0 && claim.End.Length > 0) tenure.End = claim.End;
            if (string.CompareOrdinal(claim.AsOf, tenure.AsOf) > 0 && claim.End.Length == 0 && tenure.End.Length == 0) (tenure.AsOf, tenure.Source) = (claim.AsOf, $"{tenure.Source}, {claim.Source}");
            return true;
        }
        return false;
    }

    private string Mint(PersonClaim claim)
    {
        var id = $"p:{claim.Country.ToLowerInvariant()}-{string.Join('-', likeness.Words(claim.Name))}";
        var free = id;
        for (var i = 2; _byId.ContainsKey(free); i++) free = $"{id}-{i}";
        return free;
    }

    private List<PersonEntry> Of(string country) => _byCountry.TryGetValue(country, out var people) ? people : _byCountry[country] = [];
}
