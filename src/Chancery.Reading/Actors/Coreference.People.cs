using Chancery.Reading.Knowledge;
using Chancery.Reading.Lexicons;

namespace Chancery.Reading.Actors;

/// <content>Persons by name: who is the same as who, and whom of the tables a name means.</content>
internal sealed partial class Coreference
{
    private Entity? PersonOf(Mention m)
    {
        _told = told?.Invoke(m.First);
        var country = CountryOf(m);
        var first = m.NameFirst >= 0 ? m.NameFirst : m.First;
        var end = m.NameEnd >= 0 ? m.NameEnd : m.End;
        var surname = SurnameOf(first, end);
        var single = IsSingle(first, end);
        var row = Candidate(m, country, single);
        if (single && ByShortName(first, end, surname) is { } introduced && (country is null || introduced.Country == country))
        {
            Enrich(introduced, m, country, first, end);
            return introduced;
        }
        foreach (var e in _entities)
        {
            if (e.Kind != EntityKind.Person) continue;
            var same = row >= 0 && pack.Person(row).Name == e.Name || row >= 0 && e.Row == row || (row < 0 || e.Row < 0 || m.Weak || single) && SameName(e, first, end, surname);
            if (!same || country is not null && e.Country is not null && e.Country != country && single && m.Office is not null) continue;
            Enrich(e, m, country, first, end);
            return e;
        }
        if (row < 0 && m.Weak && m.Office is null && country is null) return null;
        if (row < 0 && m.Row >= 0 && country is null && m.Weak) return null;
        var person = row >= 0 ? pack.Person(row) : null;
        var name = person?.Name ?? NameText(first, end, country);
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

    private void Enrich(Entity e, Mention m, string? country, int first, int end)
    {
        if (country is not null && e.Country is null && !e.ForOrganisation) e.Country = country;
        if (m.Office is not null and not "leader" && e.Office is null && !m.Former) e.Office = m.Office;
        if (m.Organisation >= 0 && e.Office == m.Office) { e.ForOrganisation = true; e.Country = null; }
        if (m.Former) e.Former = true;
        if (m.CounterpartOf && e.Office is null && (_subject ?? _lastSubject) is { } of && of != e) e.Office = of.Office;
        if (e.Row < 0 && end - first > e.Name.Split(' ', '-').Length) e.Name = NameText(first, end, e.Country);
    }

    // The person of the pack that this name means here: by state, by office at that day, by fame. -1: nobody, or nobody sure.
    private int Candidate(Mention m, string? country, bool single)
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
        // "Mr Rodríguez" is not any Rodríguez.
        var needed = !m.Weak ? country is null ? single && ties > 0 ? 3 : int.MinValue : -15 : m.Office is null ? 3 : 0;
        return best >= 0 && bestScore >= needed && (ties == 0 || !m.Weak) ? best : -1;
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
            var active = IsHeld(t, day, 4);
            // "On April 19, 2013, … brokered by Catherine Ashton": by the day that is told of.
            if (!active && _told is { } then && IsHeld(t, then, 4)) score = Math.Max(score, 7 - office.Rank);
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
        if ((HeldOn(row, entity, day) ?? (_told is { } then && !m.Former ? HeldOn(row, entity, then) : null)) is not { } tenure) return;
        var held = pack.Office(tenure.Office);
        // "Minister Lavrov": the table knows which.
        var vague = entity.Office is not null && pack.OfficeIndex(entity.Office) is >= 0 and var said && pack.Office(said).Rank > held.Rank && held.Rank <= 3 && (entity.Office is "minister" or "official" or "secretary" or "prince");
        if ((entity.Office is null || vague) && !m.Former) entity.Office = held.Id;
        if (tenure.OfOrganisation && m.State < 0 && (m.Office is null || _offices.SameKind(m.Office, held.Id))) { entity.ForOrganisation = true; entity.Country = null; }
        // "Shevardnadze" in 1990 acts for the state whose minister he was.
        else if (!tenure.OfOrganisation && tenure.Holder >= 0 && m.State < 0 && held.Rank <= Offices.Heading) entity.Country = pack.State(tenure.Holder).Iso3;
    }

    private Tenure? HeldOn(int row, Entity entity, DateOnly on)
    {
        Tenure? best = null;
        foreach (var t in pack.TenuresOf(row))
            if (IsHeld(t, on, 6) && (best is null || Weight(t, entity) < Weight(best.Value, entity))) best = t;
        return best;
    }

    private static bool IsHeld(in Tenure t, DateOnly on, int years) => t.CoversOrMay(on) && (t.End.IsKnown || t.AsOf + years >= on.Year);

    // Of two offices held at once the one of the state comes before that of the party, and that of one's own state before a foreign one's.
    private int Weight(Tenure t, Entity who)
    {
        var office = pack.Office(t.Office);
        var abroad = !t.OfOrganisation && t.Holder >= 0 && who.Country is { } home && pack.State(t.Holder).Iso3 != home;
        return (office.Id == "leader" ? 9 : office.Kind == "head-of-state" ? 0 : office.Rank * 2) + (abroad ? 20 : 0);
    }

    private Entity? KnownSurname(Mention m)
    {
        if (!IsSingle(m.First, m.End)) return m.End - m.First <= 3 ? Known(m) : null;
        return ByShortName(m.First, m.End, SurnameOf(m.First, m.End)) ?? Known(m) ?? ByMiddleWord(words.Text(m.First));
    }

    private Entity? Known(Mention m)
    {
        var surname = SurnameOf(m.First, m.End);
        return _entities.Find(e => e.Kind == EntityKind.Person && SameName(e, m.First, m.End, surname));
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
}
