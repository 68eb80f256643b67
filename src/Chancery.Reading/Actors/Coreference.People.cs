using Chancery.Reading.Knowledge;
using Chancery.Reading.Lexicons;

namespace Chancery.Reading.Actors;

/// <content>Persons by name: who is the same as who, and whom of the tables a name means.</content>
internal sealed partial class Coreference
{
    private Entity? PersonOf(Mention m)
    {
        var country = CountryOf(m);
        var first = m.NameFirst >= 0 ? m.NameFirst : m.First;
        var end = m.NameEnd >= 0 ? m.NameEnd : m.End;
        var surname = words.Text(end - 1).ToString().ToLowerInvariant();
        var row = Candidate(m, country);
        if (end - first == 1 && m.Weak && ByFirstWord(words.Text(first)) is { } introduced && (country is null || introduced.Country == country))
        {
            Enrich(introduced, m, country, first, end);
            return introduced;
        }
        foreach (var e in _entities)
        {
            if (e.Kind != EntityKind.Person) continue;
            var same = row >= 0 && pack.Person(row).Name == e.Name || row >= 0 && e.Row == row || (row < 0 || e.Row < 0 || m.Weak || end - first == 1) && SameName(e, first, end, surname);
            if (!same || country is not null && e.Country is not null && e.Country != country && end - first == 1 && m.Office is not null) continue;
            Enrich(e, m, country, first, end);
            return e;
        }
        if (row < 0 && m.Weak && m.Office is null && country is null) return null;
        if (row < 0 && m.Row >= 0 && country is null && m.Weak) return null;
        var person = row >= 0 ? pack.Person(row) : null;
        var name = person?.Name ?? NameText(first, end);
        var entity = new Entity
        {
            Kind = EntityKind.Person, Name = name, Row = row, Surname = surname,
            Wikidata = person is { Id: ['Q', ..] } ? person.Id : null,
            Country = country ?? (m.Organisation >= 0 ? null : person?.Country is { Length: > 0 } c ? c : null),
            Office = m.Office, Former = m.Former, ForOrganisation = m.Organisation >= 0,
        };
        if (m.Office == "leader") entity.Office = null;
        if (m.CounterpartOf && entity.Office is null) entity.Office = (_subject ?? _lastSubject)?.Office;
        if (row >= 0) Complete(entity, row, m);
        // "held talks with his counterpart Atanasio Mtumuke": of the other state spoken of.
        if (m.CounterpartOf && entity.Country is null && !entity.ForOrganisation && (_subject ?? _lastSubject)?.Country is { } own)
            entity.Country = Enumerable.Reverse(_recent).FirstOrDefault(e => e.Country is not null && e.Country != own)?.Country;
        _entities.Add(entity);
        return entity;
    }

    // "Israel called home its ambassador": of the state that acts.
    private string? CountryOf(Mention m) => m.State >= 0 ? pack.State(m.State).Iso3 : m.Organisation >= 0 || m.Office is null ? null
        : words.Is(m.First - 1, WordClass.It) && _actor?.Country is { } own ? own : officeStates.Of(m.Office);

    private string NameText(int first, int end) => _document.Text[_document.Tokens[first].Start.._document.Tokens[end - 1].End].Replace('\n', ' ');

    private bool SameName(Entity e, int first, int end, string surname)
    {
        if (end - first == 1) return e.Surname == surname || e.Name.Equals(words.Text(first), StringComparison.OrdinalIgnoreCase) || IsFirstFamily(e.Name, words.Text(first));
        var text = NameText(first, end);
        return e.Name.Equals(text, StringComparison.OrdinalIgnoreCase) || e.Surname == surname && SharesGiven(e.Name, words.Text(first));
    }

    // "Meade" of José Antonio Meade Kuribreña, "López Obrador": the first of two family names.
    private static bool IsFirstFamily(string name, ReadOnlySpan<char> word)
    {
        var parts = name.Split(' ');
        return parts.Length >= 3 && parts[^2].Length > 3 && word.Equals(parts[^2], StringComparison.OrdinalIgnoreCase);
    }

    private static bool SharesGiven(string name, ReadOnlySpan<char> given) =>
        name.AsSpan().StartsWith(given, StringComparison.OrdinalIgnoreCase) || !name.Contains(' ', StringComparison.Ordinal);

    private void Enrich(Entity e, Mention m, string? country, int first, int end)
    {
        if (country is not null && e.Country is null && !e.ForOrganisation) e.Country = country;
        if (m.Office is not null and not "leader" && e.Office is null && !m.Former) e.Office = m.Office;
        if (m.Organisation >= 0 && e.Office == m.Office) { e.ForOrganisation = true; e.Country = null; }
        if (m.Former) e.Former = true;
        if (e.Row < 0 && end - first > e.Name.Split(' ').Length) e.Name = NameText(first, end);
    }

    // The person of the pack that this name means here: by state, by office at that day, by fame. -1: nobody, or nobody sure.
    private int Candidate(Mention m, string? country)
    {
        int best = -1, bestScore = int.MinValue, ties = 0;
        foreach (var c in CandidatesOf(m))
        {
            if (c.Kind != EntryKind.Person) continue;
            var score = Score(c, m, country);
            if (score > bestScore) (best, bestScore, ties) = (c.Index, score, 0);
            else if (score == bestScore && c.Index != best) ties++;
        }
        // A bare surname needs more than being listed: a title, a state, or an office held on that day.
        // With an office the surname's bearer must be known for it, or be of that state.
        if (m.Weak && m.Office is not null and not "leader" && bestScore < 9) return -1;
        var needed = !m.Weak ? country is null ? int.MinValue : -15 : m.Office is null ? 3 : 0;
        return best >= 0 && bestScore >= needed && (ties == 0 || !m.Weak) ? best : -1;
    }

    // By the match of the scanner, else by the name without its middle initials: "Antony J. Blinken".
    private ReadOnlySpan<Candidate> CandidatesOf(Mention m)
    {
        if (m.Match.Count > 0) return pack.Candidates(m.Match);
        if (m.NameFirst < 0 || m.NameEnd - m.NameFirst is < 3 or > 6) return [];
        var ids = new int[8];
        var count = 0;
        for (var i = m.NameFirst; i < m.NameEnd; i++)
            if (words.Text(i).Length > 2 || words.Text(i) is [_, not '.']) ids[count++] = _document.Tokens[i].Word;
        return count >= 2 && count < m.NameEnd - m.NameFirst ? pack.Find(ids.AsSpan(0, count)) : [];
    }

    private int Score(Candidate c, Mention m, string? country)
    {
        var score = 0;
        var person = pack.Person(c.Index);
        var belongs = country is not null && person.Country == country;
        var holds = false;
        foreach (var t in pack.TenuresOf(c.Index))
        {
            var office = pack.Office(t.Office);
            var holder = t.Holder < 0 ? null : t.OfOrganisation ? pack.Organisation(t.Holder).Id : pack.State(t.Holder).Iso3;
            if (country is not null && holder == country) belongs = true;
            if (!t.Start.IsKnown && !t.End.IsKnown) continue;
            var active = t.CoversOrMay(day) && (t.End.IsKnown || t.AsOf + 4 >= day.Year);
            if (active) holds = true;
            if (active) score = Math.Max(score, 8 - office.Rank);
            if (active && m.Office is not null && _offices.Alike(m.Office, office.Id)) score = Math.Max(score, 12);
        }
        if (country is not null && !belongs) score -= 20;
        if (belongs) score += 5;
        return holds ? score : score - 1;
    }

    // The office at that day where the article names none, and the state the person acts for.
    private void Complete(Entity entity, int row, Mention m)
    {
        Tenure? best = null;
        foreach (var t in pack.TenuresOf(row))
        {
            if (!t.CoversOrMay(day) || !t.End.IsKnown && t.AsOf + 6 < day.Year) continue;
            if (best is null || Weight(t, entity) < Weight(best.Value, entity)) best = t;
        }
        if (best is not { } tenure) return;
        var held = pack.Office(tenure.Office);
        // "Minister Lavrov": the table knows which.
        var vague = entity.Office is not null && pack.OfficeIndex(entity.Office) is >= 0 and var said && pack.Office(said).Rank > held.Rank && held.Rank <= 3 && (entity.Office is "minister" or "official" or "secretary");
        if ((entity.Office is null || vague) && !m.Former) entity.Office = held.Id;
        if (tenure.OfOrganisation && m.State < 0 && (m.Office is null || _offices.SameKind(m.Office, held.Id))) { entity.ForOrganisation = true; entity.Country = null; }
        // "Shevardnadze" in 1990 acts for the state whose minister he was.
        else if (!tenure.OfOrganisation && tenure.Holder >= 0 && m.State < 0 && held.Rank <= Offices.Heading) entity.Country = pack.State(tenure.Holder).Iso3;
    }

    // Of two offices held at once the one of the state comes before that of the party, and that of one's own state before a foreign one's.
    private int Weight(Tenure t, Entity who)
    {
        var office = pack.Office(t.Office);
        var abroad = !t.OfOrganisation && t.Holder >= 0 && who.Country is { } home && pack.State(t.Holder).Iso3 != home;
        return (office.Id == "leader" ? 9 : office.Kind == "head-of-state" ? 0 : office.Rank * 2) + (abroad ? 20 : 0);
    }

    private Entity? KnownSurname(Mention m)
    {
        if (m.End - m.First > 3) return null;
        var surname = words.Text(m.End - 1).ToString().ToLowerInvariant();
        foreach (var e in _entities)
            if (e.Kind == EntityKind.Person && SameName(e, m.First, m.End, surname)) return e;
        return m.End - m.First == 1 ? ByFirstWord(words.Text(m.First)) ?? ByMiddleWord(words.Text(m.First)) : null;
    }

    // "Luiz Inácio Lula da Silva" is called by a word inside his name.
    private Entity? ByMiddleWord(ReadOnlySpan<char> word)
    {
        if (word.Length < 4 || !char.IsUpper(word[0])) return null;
        foreach (var e in _entities)
        {
            if (e.Kind != EntityKind.Person || e.Inferred || e.Name.AsSpan().IndexOf(word, StringComparison.Ordinal) is not (> 0 and var at)) continue;
            if (e.Name[at - 1] == ' ' && at + word.Length < e.Name.Length && e.Name[at + word.Length] == ' ') return e;
        }
        return null;
    }

    // Where the family name comes first ("Kim Jong Un"), the first word is repeated.
    private Entity? ByFirstWord(ReadOnlySpan<char> word)
    {
        foreach (var e in _entities)
            if (e.Kind == EntityKind.Person && !e.Inferred && e.Name.AsSpan().StartsWith(word, StringComparison.OrdinalIgnoreCase) && e.Name.AsSpan(word.Length).StartsWith(" ")) return e;
        return null;
    }
}
