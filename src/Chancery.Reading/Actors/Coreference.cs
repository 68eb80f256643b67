using Chancery.Reading.Knowledge;
using Chancery.Reading.Lexicons;
using Chancery.Reading.Syntax;

namespace Chancery.Reading.Actors;

/// <summary>Decides whom each mention of one article means: names, surnames, offices, counterparts, pronouns, "the two presidents".</summary>
/// <remarks>Mentions are taken in the order of the text. What an article never names is looked up in the tables of office holders by day.</remarks>
internal sealed partial class Coreference(KnowledgePack pack, WordView words, OfficeStates officeStates, NameOrders orders, DateOnly day, Func<int, DateOnly?>? told = null)
{
    private readonly Offices _offices = new(pack);
    private readonly List<Entity> _entities = [];
    private readonly List<Entity> _recent = [];
    private readonly List<string?> _mentioned = [];
    private Document _document = null!;
    private List<Mention> _all = [];
    private Entity? _subject;
    private Entity? _lastSubject;
    // The sentence names that person only in passing: the next "he" is still who the story is about.
    private bool _passing;
    private Entity? _lastPassing;
    // It names several in passing.
    private bool _several;
    // Its main clause, or that of the sentence before, has a person for subject who is named.
    private bool _isNamed;
    private bool _wasNamed;
    private Entity? _object;
    private Entity? _lastObject;
    private int _sentence = -1;
    private int _subjectFrom;
    private Entity? _actor;
    // The day told of at the person being resolved, and at the mention being resolved where it is of another year.
    private DateOnly? _told;
    private DateOnly? _toldHere;

    /// <summary>Everybody met so far, in order of first mention.</summary>
    public IReadOnlyList<Entity> Entities => _entities;

    /// <summary>Resolves the mentions of a document, all in order.</summary>
    public void Resolve(Document document, List<Mention> mentions)
    {
        _document = document;
        _all = mentions;
        Introduce(mentions);
        ReadSource(mentions);
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
                if (mention.Kind is MentionKind.Person or MentionKind.Holder && entity.Kind == EntityKind.Person && mention.Office is not null) Title(entity, mention);
                if (mention.Kind != MentionKind.Sides) _mentioned.Add(entity.Country);
                _recent.Remove(entity);
                _recent.Add(entity);
                if (entity.Kind != EntityKind.Person && mention.Kind is not (MentionKind.Pronoun or MentionKind.Nationality) && IsSubject(mention)) _actor = entity;
                if (entity.Kind != EntityKind.Person || _subject is not null && !_passing || mention.First < _subjectFrom) continue;
                if (IsActing(mention)) (_subject, _passing) = (entity, false);
                else if (_subject is null) (_subject, _passing) = (entity, true);
                else if (_passing && _subject != entity) _several = true;
            }
        }
        FindHomes();
    }

    private void Title(Entity who, Mention m)
    {
        for (var i = m.First; i < m.End; i++)
            if ((i < m.NameFirst || i >= m.NameEnd) && (_document.Tokens[i].Shape & TokenShape.Letter) != 0) who.Titles.Add(words.Text(i).ToString().ToLowerInvariant());
    }

    // Mentions stand in the order of the text.
    private Mention? MentionAt(int token)
    {
        int low = 0, high = _all.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (_all[middle].End <= token) low = middle + 1;
            else if (_all[middle].First > token) high = middle - 1;
            else return _all[middle];
        }
        return null;
    }

    // Subject of any clause, or owner of one, as in "Putin's plane landed".
    private bool IsActing(Mention m)
    {
        for (var i = m.First; i < m.End; i++)
            if (_document.Tokens[i].Relation is Deprel.Nsubj or Deprel.NsubjPass or Deprel.NmodPoss or Deprel.Root or Deprel.None && (_document.Tokens[i].Head < m.First || _document.Tokens[i].Head >= m.End)) return true;
        return false;
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
        _lastObject = _object;
        var passed = _passing && (_several || _lastSubject is null);
        (_sentence, _lastPassing, _lastSubject, _subject, _passing, _object) = (sentence, _passing ? _subject : null, passed ? _lastSubject ?? _subject : _subject ?? _lastSubject, null, false, null);
        (_several, _wasNamed, _isNamed) = (false, _isNamed, false);
        _subjectFrom = 0;
        var s = _document.Sentences[sentence];
        for (var i = s.First; i < s.End; i++)
        {
            if (_document.Tokens[i].Relation is not (Deprel.Nsubj or Deprel.NsubjPass) || _document.Tokens[i].Head is not (>= 0 and var head) || _document.Tokens[head].Relation is not Deprel.Root) continue;
            for (var m = index; m < mentions.Count && mentions[m].First < s.End; m++)
                if (mentions[m].First <= i && i < mentions[m].End && mentions[m].Kind is MentionKind.Person or MentionKind.Holder)
                {
                    if (mentions[m].Entities.Count == 0) Resolve(mentions[m]);
                    if (mentions[m].Entities.FirstOrDefault(e => e.Kind == EntityKind.Person) is { } person) { (_subject, _isNamed) = (person, true); return; }
                }
        }
    }

    // Full names first: a headline may say "Putin" before the text says "Vladimir Putin".
    private void Introduce(List<Mention> mentions)
    {
        foreach (var m in mentions)
            if (m.Kind == MentionKind.Person && m.NameFirst >= 0 && m.NameEnd - m.NameFirst > 1) PersonOf(m);
        // Then surnames with a title, so that "the president" before "Mr Obama" is he.
        foreach (var m in mentions)
            if (m.Kind == MentionKind.Person && m.NameFirst >= 0 && m.NameEnd - m.NameFirst == 1 && (m.Office is not null && m.State >= 0 || words.Is(m.NameFirst - 1, WordClass.Courtesy))) PersonOf(m);
    }

    private void Resolve(Mention m)
    {
        if (m.Entities.Count > 0) return;
        _toldHere = m.Kind is MentionKind.Holder or MentionKind.Holders or MentionKind.Counterpart && told?.Invoke(m.First) is { } then && Math.Abs(then.Year - day.Year) > 1 ? then : null;
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
            case MentionKind.Nationality when Compatriot(m) is { } compatriot: m.Entities.Add(compatriot); m.Kind = MentionKind.Holder; break;
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

    private void ResolveBody(Mention m)
    {
        var body = pack.Body(m.Row);
        // "the ministry" after "the Japanese foreign ministry"; "the foreign ministry" of the state spoken of.
        if (m.State < 0 && body.State.Length == 0 && Spoken(m.Row) is { } known) { m.Entities.Add(known); return; }
        // "The foreign ministry summoned …" after "President Aliyev called …": that of the state that spoke.
        if (m.State < 0 && body.State.Length == 0 && words.Is(m.First - 1, WordClass.Definite) && (body.Kind == "ministry" ? MinistryHome(_subject ?? _lastSubject) : (_subject ?? _lastSubject)?.Country) is { } home && pack.ByIso3(home) is { } spoken) m.State = spoken.Index;
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
}
