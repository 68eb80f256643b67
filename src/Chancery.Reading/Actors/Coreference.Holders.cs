using Chancery.Reading.Knowledge;
using Chancery.Reading.Lexicons;
using Chancery.Reading.Syntax;

namespace Chancery.Reading.Actors;

/// <content>Persons by office: "the Kyrgyz president", "his counterpart", whom the tables know for the day.</content>
internal sealed partial class Coreference
{
    // "the Chinese ambassador": nobody is named, so China acts.
    private Entity? StateFor(Mention m)
    {
        if (m.State < 0 || m.Former || m.Office is null || pack.OfficeIndex(m.Office) is not (>= 0 and var row)) return null;
        return m.Office is "diplomat" || pack.Office(row).Kind is "ambassador" or "envoy" or "foreign" or "defence" or "head-of-government" ? StateEntity(m.State) : null;
    }

    private Entity? HolderOf(Mention m)
    {
        // "No president of X had …": nobody is meant.
        if (m.Former || words.Is(m.First - 1, WordClass.Negation) || IsAny(m)) return null;
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
        // "The Secretary" is whoever has been called so, not any minister.
        if (m.End - m.First <= 2 && m.Office is "minister" && Titled(m) is var (titled, settled) && (titled is not null || settled)) return titled;
        // Readouts say "Prime Minister will travel" of the one they are about, not of the last one met.
        if (!words.Is(m.First - 1, WordClass.Definite) && !words.Is(m.First, WordClass.Definite))
            return _entities.Where(e => e.Kind == EntityKind.Person && _offices.Fits(m.Office, e.Office) && !e.Former && !e.Inferred && (_sourceState is null || e.Country == _sourceState)).MaxBy(e => e.Count)
                ?? (_sourceState is { } home ? FromTable(m.Office, home) : null);
        // Of two presidents the one the sentences before were about is "the president".
        if (_subject is null && _lastSubject is { Kind: EntityKind.Person, Former: false } about && _offices.Fits(m.Office, about.Office)) return about;
        for (var i = _recent.Count - 1; i >= 0; i--)
            if (_recent[i].Kind == EntityKind.Person && _offices.Fits(m.Office, _recent[i].Office) && !_recent[i].Former) return _recent[i];
        return OwnOrganisationHolder(m) ?? (_sourceState is { } publisher && words.IsCapital(m.End - 1) ? FromTable(m.Office, publisher) : null);
    }

    private (Entity? Who, bool Settled) Titled(Mention m)
    {
        var word = words.Text(m.End - 1).ToString().ToLowerInvariant();
        Entity? lesser = null;
        if (_lastSubject is { Kind: EntityKind.Person, Former: false } about && _subject is null && IsTitled(about, word) && IsHigh(about)) return (about, true);
        for (var i = _recent.Count - 1; i >= 0; i--)
        {
            if (!IsTitled(_recent[i], word)) continue;
            if (IsHigh(_recent[i])) return (_recent[i], true);
            lesser ??= _recent[i];
        }
        // An assistant secretary gives way to the Secretary of the house that publishes.
        if (word != m.Office && words.IsCapital(m.End - 1) && _sourceState is { } publisher && officeStates.Home(word, publisher) is { } office && FromTable(office, publisher) is { } own) return (own, true);
        return (lesser, lesser is not null || word != m.Office);
    }

    private bool IsHigh(Entity e) => e.Office is { } office && pack.OfficeIndex(office) is >= 0 and var row && pack.Office(row).Rank <= Offices.Heading;

    // A prime minister is not called "the minister".
    private bool IsTitled(Entity e, string word) => e is { Kind: EntityKind.Person, Former: false } && e.Titles.Contains(word) && (e.Office is null || KindOf(e.Office) != "head-of-government");

    // "a Chinese leader" is not the one who is named elsewhere.
    private bool IsAny(Mention m) => words.Text(m.First - 1) is "a" or "A" or "an" or "An" or "any" && !words.IsCapital(m.End - 1);

    private Entity? OrganisationHolder(Mention m)
    {
        for (var i = _recent.Count - 1; i >= 0; i--)
            if (_recent[i].ForOrganisation && _offices.Fits(m.Office, _recent[i].Office)) return _recent[i];
        return FromTable(m.Office, pack.Organisation(m.Organisation).Id);
    }

    // Who held it on the day told of in the sentence, if that is another year, else on the day of the article.
    private Entity? FromTable(string? office, string holder) => _toldHere is { } then && FromTable(office, holder, then) is { } held ? held : FromTable(office, holder, day);

    private Entity? FromTable(string? office, string holder, DateOnly day)
    {
        if (office is null || office != "leader" && !IsHighOffice(office)) return null;
        var (held, person) = _offices.Named(office, officeStates.IsLedByGovernment(holder, day)).Select(o => (o, pack.HolderOf(o, holder, day))).FirstOrDefault(p => p.Item2 is not null);
        if (person is null) return null;
        foreach (var e in _entities) if (e.Kind == EntityKind.Person && e.Row == person.Index) return e;
        var entity = new Entity
        {
            Kind = EntityKind.Person, Name = person.Name, Row = person.Index, Inferred = true,
            Wikidata = person.Id.StartsWith('Q') ? person.Id : null,
            Surname = person.Name.Split(' ')[^1].ToLowerInvariant(),
            Country = pack.ByIso3(holder) is null ? null : holder, ForOrganisation = pack.ByIso3(holder) is null,
            Office = office == "leader" ? null : held,
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
        foreach (var state in m.States ?? [m.State]) m.Entities.Add(CounterpartIn(state, of?.Office));
    }

    private Entity CounterpartIn(int state, string? office)
    {
        var code = pack.State(state).Iso3;
        foreach (var e in Enumerable.Reverse(_recent))
            if (e.Kind == EntityKind.Person && e.Country == code && _offices.Fits(office, e.Office)) return e;
        return office is not null && FromTable(office, code) is { } holder ? holder : StateEntity(state);
    }

    // "the American told his host": the person of that state last spoken of; "the French" are a people, and stay the state.
    private Entity? Compatriot(Mention m)
    {
        if (m.State < 0 || m.End - m.First != 1 || !words.Is(m.First - 1, WordClass.Definite)) return null;
        if (_document.Tokens[m.First].Relation is not (Deprel.Nsubj or Deprel.NsubjPass or Deprel.Obj or Deprel.Iobj or Deprel.Obl or Deprel.OblAgent) || !IsDemonym(m)) return null;
        var code = pack.State(m.State).Iso3;
        for (var i = _recent.Count - 1; i >= 0; i--)
            if (_recent[i] is { Kind: EntityKind.Person, Inferred: false } who && who.Country == code) return who;
        return null;
    }

    // One person's word: "American", not "Japanese", which is also the people.
    private bool IsDemonym(Mention m)
    {
        var one = false;
        foreach (var c in pack.Candidates(m.Match))
        {
            if (c.Kind != EntryKind.State || c.Index != m.State) continue;
            if (c.Form is NameForm.DemonymPlural) return false;
            one |= c.Form is NameForm.Demonym;
        }
        return one;
    }
}
