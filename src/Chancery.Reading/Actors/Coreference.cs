using Chancery.Reading.Knowledge;
using Chancery.Reading.Lexicons;
using Chancery.Reading.Syntax;

namespace Chancery.Reading.Actors;

/// <summary>Decides whom each mention of one article means: names, surnames, offices, counterparts, pronouns, "the two presidents".</summary>
/// <remarks>Mentions are taken in the order of the text. What an article never names is looked up in the tables of office holders by day.</remarks>
internal sealed class Coreference(KnowledgePack pack, WordView words, OfficeStates officeStates, DateOnly day)
{
    private readonly Offices _offices = new(pack);
    private readonly List<Entity> _entities = [];
    private readonly List<Entity> _recent = [];
    private readonly List<string?> _mentioned = [];
    private Document _document = null!;
    private Entity? _subject;
    private Entity? _lastSubject;
    private int _sentence = -1;
    private int _subjectFrom;
    private Entity? _actor;

    /// <summary>Everybody met so far, in order of first mention.</summary>
    public IReadOnlyList<Entity> Entities => _entities;

    /// <summary>Resolves the mentions of a document, all in order.</summary>
    public void Resolve(Document document, List<Mention> mentions)
    {
        _document = document;
        Introduce(mentions);
        for (var index = 0; index < mentions.Count; index++)
        {
            var mention = mentions[index];
            var sentence = document.SentenceOf(mention.First);
            if (sentence != _sentence) Enter(sentence, mentions, index);
            Resolve(mention);
            foreach (var entity in mention.Entities)
            {
                entity.LastToken = mention.First;
                entity.Count++;
                if (mention.Kind != MentionKind.Sides) _mentioned.Add(entity.Country);
                _recent.Remove(entity);
                _recent.Add(entity);
                if (entity.Kind != EntityKind.Person && mention.Kind is not (MentionKind.Pronoun or MentionKind.Nationality) && IsSubject(mention)) _actor = entity;
                if (entity.Kind == EntityKind.Person && _subject is null && mention.First >= _subjectFrom) _subject = entity;
            }
        }
    }

    private bool IsSubject(Mention m)
    {
        for (var i = m.First; i < m.End; i++)
            if (_document.Tokens[i].Relation is Deprel.Nsubj && (_document.Tokens[i].Head < m.First || _document.Tokens[i].Head >= m.End)) return true;
        return false;
    }

    // A new sentence: the person who is the subject of its main clause is known before the pronouns that precede it ("Speaking in Hanoi, where he …, Putin said").
    private void Enter(int sentence, List<Mention> mentions, int index)
    {
        (_sentence, _lastSubject, _subject) = (sentence, _subject ?? _lastSubject, null);
        _subjectFrom = 0;
        var s = _document.Sentences[sentence];
        for (var i = s.First; i < s.End; i++)
        {
            if (_document.Tokens[i].Relation is not (Deprel.Nsubj or Deprel.NsubjPass) || _document.Tokens[i].Head is not (>= 0 and var head) || _document.Tokens[head].Relation is not Deprel.Root) continue;
            for (var m = index; m < mentions.Count && mentions[m].First < s.End; m++)
                if (mentions[m].First <= i && i < mentions[m].End && mentions[m].Kind is MentionKind.Person or MentionKind.Holder)
                {
                    if (mentions[m].Entities.Count == 0) Resolve(mentions[m]);
                    if (mentions[m].Entities.FirstOrDefault(e => e.Kind == EntityKind.Person) is { } person) { _subject = person; return; }
                }
        }
    }

    // Full names first: a headline may say "Putin" before the text says "Vladimir Putin".
    private void Introduce(List<Mention> mentions)
    {
        foreach (var m in mentions)
            if (m.Kind == MentionKind.Person && m.NameFirst >= 0 && m.NameEnd - m.NameFirst > 1) PersonOf(m);
    }

    private void Resolve(Mention m)
    {
        if (m.Entities.Count > 0) return;
        switch (m.Kind)
        {
            case MentionKind.Person: if (PersonOf(m) is { } person) m.Entities.Add(person); break;
            case MentionKind.Unknown: if (KnownSurname(m) is { } known) { m.Entities.Add(known); m.Kind = MentionKind.Person; } break;
            case MentionKind.Holder: if ((HolderOf(m) ?? StateFor(m)) is { } holder) m.Entities.Add(holder); break;
            case MentionKind.Counterpart: ResolveCounterpart(m); break;
            case MentionKind.Holders: ResolveHolders(m); break;
            case MentionKind.Sides: ResolveSides(m); break;
            case MentionKind.Pronoun: ResolvePronoun(m); break;
            case MentionKind.Other: ResolveOther(m); break;
            case MentionKind.State when m.Match.Count > 0: m.State = KnownState(m); m.Entities.Add(StateEntity(m.State)); break;
            case MentionKind.State or MentionKind.Nationality: if (m.State >= 0) m.Entities.Add(StateEntity(m.State)); break;
            case MentionKind.Place when KnownSurname(m) is { } named:
                m.Entities.Add(named);
                m.Kind = MentionKind.Person;
                break;
            case MentionKind.Place: if (m.State >= 0) m.Entities.Add(StateEntity(m.State)); break;
            case MentionKind.Organisation: m.Entities.Add(Named(EntityKind.Organisation, m.Row, pack.Organisation(m.Row).Name, null)); break;
            case MentionKind.Body: ResolveBody(m); break;
            case MentionKind.Group: m.Entities.Add(Named(EntityKind.Group, m.Row, pack.Body(m.Row).Name, pack.Body(m.Row).State is { Length: > 0 } s ? s : null)); break;
        }
    }

    // "Congo", "Korea", "Guinea": of several states with that name the one the article has spoken of.
    private int KnownState(Mention m)
    {
        foreach (var c in pack.Candidates(m.Match))
            if (c.Kind == EntryKind.State && c.Index != m.State && c.Form is not (NameForm.Adjective or NameForm.Demonym or NameForm.DemonymPlural) && _entities.Exists(e => e.Kind == EntityKind.State && e.Row == c.Index) && !_entities.Exists(e => e.Kind == EntityKind.State && e.Row == m.State)) return c.Index;
        return m.State;
    }

    // "the Chinese ambassador": nobody is named, so China acts.
    private Entity? StateFor(Mention m)
    {
        if (m.State < 0 || m.Former || m.Office is null || pack.OfficeIndex(m.Office) is not (>= 0 and var row)) return null;
        return m.Office is "diplomat" || pack.Office(row).Kind is "ambassador" or "envoy" or "foreign" or "defence" or "head-of-government" ? StateEntity(m.State) : null;
    }

    private void ResolveBody(Mention m)
    {
        var body = pack.Body(m.Row);
        // "the ministry" after "the Japanese foreign ministry"; "the foreign ministry" of the state spoken of.
        if (m.State < 0 && body.State.Length == 0 && Spoken(m.Row) is { } known) { m.Entities.Add(known); return; }
        // "The foreign ministry summoned …" after "President Aliyev called …": that of the state that spoke.
        if (m.State < 0 && body.State.Length == 0 && words.Is(m.First - 1, WordClass.Definite) && (_subject ?? _lastSubject)?.Country is { } home && pack.ByIso3(home) is { } spoken) m.State = spoken.Index;
        if (m.State < 0 && body.State.Length == 0) return;
        var country = m.State >= 0 ? pack.State(m.State).Iso3 : body.State;
        var state = pack.ByIso3(country);
        var name = body.State.Length > 0 || state is null ? body.Name : $"{body.Name} of {state.Name}";
        m.Entities.Add(Named(EntityKind.Body, m.Row * 1000 + Math.Max(0, m.State), name, country));
    }

    private Entity? Spoken(int body)
    {
        for (var i = _recent.Count - 1; i >= 0; i--)
            if (_recent[i] is { Kind: EntityKind.Body, Country: not null } e && e.Row / 1000 == body) return e;
        return null;
    }

    private Entity Named(EntityKind kind, int row, string name, string? country)
    {
        foreach (var e in _entities) if (e.Kind == kind && e.Row == row) return e;
        var entity = new Entity { Kind = kind, Name = name, Row = row, Country = country };
        _entities.Add(entity);
        return entity;
    }

    /// <summary>An organisation or state as an actor of this article by its id; null where the tables do not know it.</summary>
    public Entity? ById(string id) => pack.OrganisationById(id) is { } organisation ? Named(EntityKind.Organisation, organisation.Index, organisation.Name, null)
        : pack.ByIso3(id) is { } state ? StateEntity(state.Index) : null;

    /// <summary>The state as an actor of this article.</summary>
    public Entity StateEntity(int row)
    {
        var state = pack.State(row);
        return Named(EntityKind.State, row, state.Name, state.Iso3);
    }

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
        _entities.Add(entity);
        return entity;
    }

    private string? CountryOf(Mention m) => m.State >= 0 ? pack.State(m.State).Iso3 : m.Organisation < 0 && m.Office is not null ? officeStates.Of(m.Office) : null;

    private string NameText(int first, int end) => _document.Text[_document.Tokens[first].Start.._document.Tokens[end - 1].End].Replace('\n', ' ');

    private bool SameName(Entity e, int first, int end, string surname)
    {
        if (end - first == 1) return e.Surname == surname || e.Name.Equals(words.Text(first), StringComparison.OrdinalIgnoreCase);
        var text = NameText(first, end);
        return e.Name.Equals(text, StringComparison.OrdinalIgnoreCase) || e.Surname == surname && SharesGiven(e.Name, words.Text(first));
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
            if (best is null || Weight(t) < Weight(best.Value)) best = t;
        }
        if (best is not { } tenure) return;
        var held = pack.Office(tenure.Office);
        // "Minister Lavrov": the table knows which.
        var vague = entity.Office is not null && pack.OfficeIndex(entity.Office) is >= 0 and var said && pack.Office(said).Rank > held.Rank && held.Rank <= 3 && (entity.Office is "minister" or "official" or "secretary");
        if ((entity.Office is null || vague) && !m.Former) entity.Office = held.Id;
        if (tenure.OfOrganisation && m.State < 0 && (m.Office is null || _offices.Alike(m.Office, pack.Office(tenure.Office).Id))) { entity.ForOrganisation = true; entity.Country = null; }
    }

    // Of two offices held at once the one of the state comes before that of the party.
    private int Weight(Tenure t) => pack.Office(t.Office) is var office && office.Id == "leader" ? 9 : office.Kind == "head-of-state" ? 0 : office.Rank * 2;

    private Entity? KnownSurname(Mention m)
    {
        if (m.End - m.First > 3) return null;
        var surname = words.Text(m.End - 1).ToString().ToLowerInvariant();
        foreach (var e in _entities)
            if (e.Kind == EntityKind.Person && SameName(e, m.First, m.End, surname)) return e;
        return m.End - m.First == 1 ? ByFirstWord(words.Text(m.First)) : null;
    }

    // Where the family name comes first ("Kim Jong Un"), the first word is repeated.
    private Entity? ByFirstWord(ReadOnlySpan<char> word)
    {
        foreach (var e in _entities)
            if (e.Kind == EntityKind.Person && !e.Inferred && e.Name.AsSpan().StartsWith(word, StringComparison.OrdinalIgnoreCase) && e.Name.AsSpan(word.Length).StartsWith(" ")) return e;
        return null;
    }

    private Entity? HolderOf(Mention m)
    {
        if (m.Former) return null;
        if (m.Organisation >= 0) return OrganisationHolder(m);
        if (CountryOf(m) is { } code)
        {
            for (var i = _recent.Count - 1; i >= 0; i--)
                if (_recent[i].Kind == EntityKind.Person && _recent[i].Country == code && _offices.Fits(m.Office, _recent[i].Office) && !_recent[i].Former) return _recent[i];
            foreach (var e in _entities)
                if (e.Kind == EntityKind.Person && e.Country == code && _offices.Fits(m.Office, e.Office) && !e.Former) return e;
            return FromTable(m.Office, code);
        }
        // "the president"; readouts say "Prime Minister will travel" without an article.
        if (!words.Is(m.First - 1, WordClass.Definite) && !words.Is(m.First, WordClass.Definite) && !words.IsCapital(m.First)) return null;
        // Readouts say "Prime Minister will travel" of the one they are about, not of the last one met.
        if (!words.Is(m.First - 1, WordClass.Definite) && !words.Is(m.First, WordClass.Definite))
            return _entities.Where(e => e.Kind == EntityKind.Person && _offices.Fits(m.Office, e.Office) && !e.Former && !e.Inferred).MaxBy(e => e.Count);
        for (var i = _recent.Count - 1; i >= 0; i--)
            if (_recent[i].Kind == EntityKind.Person && _offices.Fits(m.Office, _recent[i].Office) && !_recent[i].Former) return _recent[i];
        return null;
    }

    private Entity? OrganisationHolder(Mention m)
    {
        for (var i = _recent.Count - 1; i >= 0; i--)
            if (_recent[i].ForOrganisation && _offices.Fits(m.Office, _recent[i].Office)) return _recent[i];
        return FromTable(m.Office, pack.Organisation(m.Organisation).Id);
    }

    private Entity? FromTable(string? office, string holder)
    {
        if (office is null || office != "leader" && !IsHighOffice(office)) return null;
        var person = _offices.Named(office).Select(o => pack.HolderOf(o, holder, day)).FirstOrDefault(p => p is not null);
        if (person is null) return null;
        foreach (var e in _entities) if (e.Kind == EntityKind.Person && e.Row == person.Index) return e;
        var entity = new Entity
        {
            Kind = EntityKind.Person, Name = person.Name, Row = person.Index, Inferred = true,
            Wikidata = person.Id.StartsWith('Q') ? person.Id : null,
            Surname = person.Name.Split(' ')[^1].ToLowerInvariant(),
            Country = pack.ByIso3(holder) is null ? null : holder, ForOrganisation = pack.ByIso3(holder) is null,
            Office = office == "leader" ? null : office,
        };
        Complete(entity, person.Index, new Mention { First = 0, End = 0, Kind = MentionKind.Person });
        _entities.Add(entity);
        return entity;
    }

    // Only offices that one person holds at a time can be looked up.
    private bool IsHighOffice(string office) => pack.OfficeIndex(office) is >= 0 and var row && pack.Office(row) is { Rank: <= 3 } high && high.Kind is "head-of-state" or "head-of-government" or "foreign" or "defence" or "organisation" or "religious";

    // "his Kyrgyz counterpart": the office of whom the sentence speaks of, in the other state.
    private void ResolveCounterpart(Mention m)
    {
        var of = _subject ?? _lastSubject;
        if (m.State < 0)
        {
            // "his counterpart" without a state: the other person of the same office last spoken of.
            if (of?.Office is null) return;
            for (var i = _recent.Count - 1; i >= 0; i--)
                if (_recent[i] != of && _recent[i].Kind == EntityKind.Person && _offices.Fits(of.Office, _recent[i].Office) && _recent[i].Country != of.Country) { m.Entities.Add(_recent[i]); return; }
            return;
        }
        var code = pack.State(m.State).Iso3;
        foreach (var e in Enumerable.Reverse(_recent))
            if (e.Kind == EntityKind.Person && e.Country == code && _offices.Fits(of?.Office, e.Office)) { m.Entities.Add(e); return; }
        if (of?.Office is { } office && FromTable(office, code) is { } holder) m.Entities.Add(holder);
        else m.Entities.Add(StateEntity(m.State));
    }

    private void ResolveHolders(Mention m)
    {
        foreach (var named in m.Named)
            if (PersonOf(named) is { } person) m.Entities.Add(person);
        if (m.Entities.Count > 0) return;
        if (m.States is { Count: > 0 } states)
        {
            foreach (var state in states.Distinct().Where(s => s >= 0))
            {
                var one = new Mention { First = m.First, End = m.End, Kind = MentionKind.Holder, State = state, Office = m.Office };
                m.Entities.Add(HolderOf(one) ?? StateEntity(state));
            }
            return;
        }
        if (!m.Several && !words.Is(m.First - 1, WordClass.Definite | WordClass.Several)) return;
        AddTwo(m, e => e.Kind == EntityKind.Person && (m.Office is null || _offices.Fits(m.Office, e.Office)));
    }

    private void ResolveSides(Mention m)
    {
        // The two states most spoken of lately; a person counts for the state.
        var pair = _mentioned.TakeLast(24).Where(c => c is not null).GroupBy(c => c!).OrderByDescending(g => g.Count()).Take(2).Select(g => g.Key).ToList();
        if (pair.Count == 2) foreach (var code in pair) if (pack.ByIso3(code) is { } state) m.Entities.Add(StateEntity(state.Index));
    }

    private void AddTwo(Mention m, Func<Entity, bool> fits)
    {
        Entity? last = null;
        for (var i = _recent.Count - 1; i >= 0; i--)
        {
            var e = _recent[i];
            if (!fits(e) || e.Country is null && !e.ForOrganisation) continue;
            if (last is null) { last = e; continue; }
            if (e.Country == last.Country) continue;
            m.Entities.Add(e);
            m.Entities.Add(last);
            return;
        }
    }

    // "his host", "the guest": the other person last spoken of, of another state.
    private void ResolveOther(Mention m)
    {
        var of = _subject ?? _lastSubject;
        if (of is null) return;
        for (var i = _recent.Count - 1; i >= 0; i--)
            if (_recent[i].Kind == EntityKind.Person && _recent[i] != of && _recent[i].Country != of.Country && _recent[i].Country is not null) { m.Entities.Add(_recent[i]); return; }
    }

    private void ResolvePronoun(Mention m)
    {
        var classes = words.Classes(m.First);
        // "It accused …": the state or body that acted last.
        if ((classes & WordClass.It) != 0)
        {
            if (_actor is { } actor && _document.Tokens[m.First].Relation is Deprel.Nsubj) m.Entities.Add(actor);
            return;
        }
        if ((classes & WordClass.They) != 0) { AddTwo(m, e => e.Kind == EntityKind.Person); return; }
        // "he" as subject of a clause whose sentence has another subject is still the sentence's person; a lone "he" is the last one's.
        // "Xi is to hold talks with him": not the subject of the same clause, unless it owns something ("his").
        var relation = _document.Tokens[m.First].Relation;
        var other = relation is Deprel.Obj or Deprel.Obl or Deprel.Iobj or Deprel.Nmod && _subject is not null;
        if (other)
        {
            for (var i = _recent.Count - 1; i >= 0; i--)
                if (_recent[i].Kind == EntityKind.Person && _recent[i] != _subject) { m.Entities.Add(_recent[i]); return; }
            return;
        }
        if ((_subject ?? _lastSubject) is { } person) m.Entities.Add(person);
    }
}
