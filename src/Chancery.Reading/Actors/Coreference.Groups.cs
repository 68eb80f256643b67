using Chancery.Reading.Lexicons;
using Chancery.Reading.Syntax;

namespace Chancery.Reading.Actors;

/// <content>Pronouns and words for several: "they", "the two presidents", "both sides", "his host".</content>
internal sealed partial class Coreference
{
    // How many sentences back those whom "they" and "the two" mean were named.
    private const int NearSentences = 12;

    private void ResolveHolders(Mention m)
    {
        foreach (var named in m.Named)
            if (PersonOf(named) is { } person) m.Entities.Add(person);
        if (m.Entities.Count > 0) return;
        // "ASEAN foreign ministers", "leaders of the European Union".
        if (m.Organisation >= 0) { m.Entities.Add(Named(EntityKind.Organisation, m.Organisation, pack.Organisation(m.Organisation).Name, null)); return; }
        if (m.States is null && words.Is(m.End, WordClass.Genitive) && words.Is(m.End + 1, WordClass.Definite) && words.Is(m.End + 2, WordClass.Bloc) && _recent.FindLast(e => e.Kind == EntityKind.Organisation) is { } whose)
        {
            m.Organisation = whose.Row;
            m.Entities.Add(whose);
            return;
        }
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
        if (AddMany(m, e => e.Kind == EntityKind.Person && (m.Office is null || _offices.Fits(m.Office, e.Office)))) return;
        AddTwo(m, e => e.Kind == EntityKind.Person && (m.Office is null || _offices.Fits(m.Office, e.Office)));
        if (m.Entities.Count == 0 && m.Office is { } office && (office is "leader" || IsHighOffice(office)) && !words.Is(m.First - 1, WordClass.It) && Count(m) is null or 2) AddHolders(m);
    }

    // "three" of "the three presidents", or null.
    private int? Count(Mention m) => words.Number(words.Text(m.First)) ?? words.Number(words.Text(m.First - 1));

    // "after their leaders had met", where only the states are named: whoever holds the office there, else the states.
    private void AddHolders(Mention m)
    {
        // "the presidents of the rival academies": of others; "of the two countries": of those.
        if (words.Is(m.End, WordClass.Genitive) && !words.Is(m.End + 1, WordClass.Several | WordClass.They) && !words.Is(m.End + 2, WordClass.Several)) return;
        foreach (var code in NamedPair(m))
            if (pack.ByIso3(code) is { } state)
                m.Entities.Add(HolderOf(new Mention { First = m.First, End = m.End, Kind = MentionKind.Holder, State = state.Index, Office = m.Office }) ?? StateEntity(state.Index));
    }

    // "Guyana and Venezuela" of this sentence or the one before, else the two states most spoken of, if no third is spoken of as much.
    private List<string> NamedPair(Mention m)
    {
        var floor = _document.Sentences[Math.Max(0, _sentence - 1)].First;
        for (var i = _all.Count - 1; i > 0 && _all[i].First >= floor; i--)
        {
            if (_all[i].First >= m.First || !words.Is(_all[i].First - 1, WordClass.And) || _all[i - 1].End != _all[i].First - 1) continue;
            if (_all[i].Entities is [{ Country: { } second }] && _all[i - 1].Entities is [{ Country: { } first }] && first != second) return [first, second];
        }
        return SpokenPair(clearly: true);
    }

    // "the five presidents": as many as are said, or nobody; "the leaders" behind a sentence that names three and more: all of them.
    private bool AddMany(Mention m, Func<Entity, bool> fits)
    {
        var count = Count(m);
        if (count is < 3 || count is null && (m.Several || words.Is(m.First - 1, WordClass.Several))) return false;
        var self = IsSubject(m) ? null : _subject;
        var found = new List<Entity>();
        var floor = _document.Sentences[Math.Max(0, _sentence - NearSentences)].First;
        for (var i = _recent.Count - 1; i >= 0 && _recent[i].LastToken >= floor && found.Count < (count ?? int.MaxValue); i--)
        {
            var e = _recent[i];
            if (e == self || e.Country is null || !fits(e) || found.Exists(f => f.Country == e.Country)) continue;
            if (count is null && found.Count > 0 && _document.SentenceOf(e.LastToken) != _document.SentenceOf(found[0].LastToken)) break;
            found.Add(e);
        }
        if (count is null && found.Count < 3) return false;
        if (count is null || found.Count == count) for (var i = found.Count - 1; i >= 0; i--) m.Entities.Add(found[i]);
        return true;
    }

    private void ResolveSides(Mention m)
    {
        // "the five countries": those spoken of last, without the one that acts; two of them would be a guess.
        if (Count(m) is { } count && count > 2)
        {
            var own = IsObject(m) ? (_subject ?? _actor)?.Country : null;
            var last = _mentioned.AsEnumerable().Reverse().OfType<string>().Where(c => c != own).Distinct().Take(count).ToList();
            if (last.Count == count) foreach (var code in last) if (pack.ByIso3(code) is { } one) m.Entities.Add(StateEntity(one.Index));
            return;
        }
        foreach (var code in SpokenPair(clearly: false)) if (pack.ByIso3(code) is { } state) m.Entities.Add(StateEntity(state.Index));
    }

    // The two states most spoken of lately; a person counts for the state.
    private List<string> SpokenPair(bool clearly)
    {
        var ranked = _mentioned.TakeLast(24).Where(c => c is not null).GroupBy(c => c!).OrderByDescending(g => g.Count()).Take(3).ToList();
        return ranked.Count < 2 || clearly && ranked.Count > 2 && ranked[1].Count() == ranked[2].Count() ? [] : [ranked[0].Key, ranked[1].Key];
    }

    private void AddTwo(Mention m, Func<Entity, bool> fits)
    {
        Entity? last = null;
        var floor = _document.Sentences[Math.Max(0, _sentence - NearSentences)].First;
        // "Trump phoned both men": not himself.
        var self = IsObject(m) ? _subject : null;
        for (var i = _recent.Count - 1; i >= 0; i--)
        {
            var e = _recent[i];
            if (e.LastToken < floor) break;
            if (e == self || !fits(e) || e.Country is null && !e.ForOrganisation) continue;
            if (last is null) { last = e; continue; }
            if (e.Country == last.Country) continue;
            m.Entities.Add(e);
            m.Entities.Add(last);
            return;
        }
        // The other is named later: the only one who fits.
        if (last is null || m.Office is null or "leader" || _entities.FindAll(e => e.LastToken < 0 && !e.Inferred && fits(e) && e.Country is not null && e.Country != last.Country) is not [var ahead]) return;
        m.Entities.Add(last);
        m.Entities.Add(ahead);
    }

    private bool IsObject(Mention m)
    {
        for (var i = m.First; i < m.End; i++)
            if (_document.Tokens[i].Relation is Deprel.Obj or Deprel.Iobj or Deprel.Obl && (_document.Tokens[i].Head < m.First || _document.Tokens[i].Head >= m.End)) return true;
        return false;
    }

    // "his host", "the guest": the other person last spoken of, of another state.
    private void ResolveOther(Mention m)
    {
        if (words.Is(m.End - 1, WordClass.Bloc))
        {
            if (_recent.FindLast(e => e.Kind == EntityKind.Organisation) is { } bloc) m.Entities.Add(bloc);
            return;
        }
        var of = _subject ?? _lastSubject;
        if (of is null) return;
        var here = Here(m);
        if (here is not null && words.Is(m.End - 1, WordClass.Guest))
        {
            // "the guest": who is not at home where the story is; "his guest" is not himself.
            if (words.Text(m.First) is "the" && of.Country != here && of.Country is not null) { m.Entities.Add(of); return; }
        }
        else if (here is not null && of.Country != here)
        {
            for (var i = _recent.Count - 1; i >= 0; i--)
                if (_recent[i].Kind == EntityKind.Person && _recent[i] != of && _recent[i].Country == here) { m.Entities.Add(_recent[i]); return; }
        }
        for (var i = _recent.Count - 1; i >= 0; i--)
            if (_recent[i].Kind == EntityKind.Person && _recent[i] != of && _recent[i].Country != of.Country && _recent[i].Country is not null) { m.Entities.Add(_recent[i]); return; }
    }

    // The country of the place named last, in this sentence or the four before.
    private string? Here(Mention m)
    {
        var floor = _document.Sentences[Math.Max(0, _sentence - 4)].First;
        for (var i = _all.Count - 1; i >= 0 && _all[i].First >= floor; i--)
            if (_all[i].First < m.First && _all[i].Kind is MentionKind.Place && words.Is(_all[i].First - 1, WordClass.In) && _all[i].Entities is [{ Country: { } country }]) return country;
        return null;
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
        if (_document.Tokens[m.First].Relation is Deprel.Obj or Deprel.Obl or Deprel.Iobj or Deprel.Nmod && _subject is not null)
        {
            _object = Another(m);
            if (_object is not null) m.Entities.Add(_object);
            return;
        }
        if ((_subject ?? MainFigure() ?? _lastSubject) is { } person) m.Entities.Add(person);
    }

    // Who the story is about, where it has just named somebody else in passing: named once, against four times and more.
    private Entity? MainFigure()
    {
        if (_lastSubject is not { Count: <= 1 }) return null;
        // "In Addis Ababa the prime minister gave him an order. In Amman he …"
        if (_lastObject is not null) return _lastObject;
        if (_wasNamed) return null;
        Entity? main = null;
        foreach (var e in _entities)
            if (e.Kind == EntityKind.Person && e.Count >= 4 && (main is null || e.Count > main.Count)) main = e;
        return main;
    }

    // Whom "him" means: a second "him" is the first; who the sentence is about, if somebody else acts in the clause; another of the sentence;
    // whom the last sentence named in passing; the one the story is about; whoever was named last.
    private Entity? Another(Mention m)
    {
        var (own, actor) = ClauseSubject(m.First);
        if (own && actor is null && _subject is not null) return _subject;
        actor ??= _subject;
        if (_object is not null && _object != actor) return _object;
        if (_subject != actor) return _subject;
        var first = _document.Sentences[_sentence].First;
        for (var i = _recent.Count - 1; i >= 0 && _recent[i].LastToken >= first; i--)
            if (_recent[i].Kind == EntityKind.Person && _recent[i] != actor) return _recent[i];
        if (_lastPassing is not null && _lastPassing != actor) return _lastPassing;
        if (_lastSubject is not null && _lastSubject != actor) return _lastSubject;
        for (var i = _recent.Count - 1; i >= 0; i--)
            if (_recent[i].Kind == EntityKind.Person && _recent[i] != actor) return _recent[i];
        return null;
    }

    // Whether the clause a token stands in has a subject of its own, and the person it is.
    private (bool Own, Entity? Who) ClauseSubject(int token)
    {
        var sentence = _document.Sentences[_sentence];
        for (int at = token, steps = 0; at >= sentence.First && at < sentence.End && steps < 8; at = _document.Tokens[at].Head, steps++)
            for (var i = sentence.First; i < sentence.End; i++)
            {
                if (_document.Tokens[i].Head != at || _document.Tokens[i].Relation is not (Deprel.Nsubj or Deprel.NsubjPass)) continue;
                // "Biden, who met him": he whom the clause tells of.
                var subject = words.Is(i, WordClass.Relative) && _document.Tokens[at].Relation is Deprel.AclRelcl or Deprel.Acl && _document.Tokens[at].Head >= 0 ? _document.Tokens[at].Head : i;
                return (true, MentionAt(subject)?.Entities.FirstOrDefault(e => e.Kind == EntityKind.Person));
            }
        return (false, null);
    }
}
