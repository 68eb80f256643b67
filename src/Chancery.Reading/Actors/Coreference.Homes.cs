using Chancery.Reading.Lexicons;

namespace Chancery.Reading.Actors;

/// <content>For whom somebody acts where the text says the office alone: whom the page belongs to, the other of the two states that the article is about.</content>
internal sealed partial class Coreference
{
    private string? _sourceState;
    private string? _agencyState;
    private int _sourceOrganisation = -1;

    // "Ministry of Foreign Affairs of Japan", "United Nations Press Release": the publisher names whose office it is.
    private void ReadSource(List<Mention> mentions)
    {
        (_sourceState, _agencyState, _sourceOrganisation) = (null, null, -1);
        if (_document.Article.Source is not { Length: > 3 } source) return;
        foreach (var m in mentions)
            if (m.Kind == MentionKind.Organisation && source.Contains(pack.Organisation(m.Row).Name, StringComparison.OrdinalIgnoreCase)) { _sourceOrganisation = m.Row; return; }
        _sourceState = officeStates.Publishers.GovernmentOf(source, pack);
        _agencyState = _sourceState ?? officeStates.Publishers.OwnerOf(source, pack);
        if (_agencyState is not null) return;
        _sourceOrganisation = officeStates.Publishers.OrganisationOf(source, pack);
    }

    // "the Secretary-General" in a note of the United Nations, else in an article that speaks of one organisation with such an office.
    private Entity? OwnOrganisationHolder(Mention m)
    {
        if (m.Office is not { } office || pack.OfficeIndex(office) is not (>= 0 and var row) || pack.Office(row).Kind != "organisation") return null;
        if (_sourceOrganisation >= 0 && FromTable(office, pack.Organisation(_sourceOrganisation).Id) is { } own) return own;
        Entity? only = null;
        foreach (var m2 in _all)
        {
            if (m2.Kind != MentionKind.Organisation || FromTable(office, pack.Organisation(m2.Row).Id) is not { } holder || holder == only) continue;
            if (only is not null) return null;
            only = holder;
        }
        return only;
    }

    // Where a person's office is told without a state, and the article tells whose it is.
    private void FindHomes()
    {
        var pair = MainPair();
        for (var i = 0; i < _all.Count; i++)
        {
            if (_all[i] is not { Kind: MentionKind.Person, Entities: [{ Kind: EntityKind.Person, Country: null, ForOrganisation: false, Former: false, Office: { } office } who] } || !IsOfState(office)) continue;
            if ((Compatriot(i, office) ?? OtherOfPair(_all[i], office, pair) ?? _agencyState) is not { } home) continue;
            if (!_entities.Exists(e => e != who && e.Kind == EntityKind.Person && e.Country == home && e.Office == office && !e.Former && !e.Inferred)) who.Country = home;
        }
    }

    // "met President Isaac Herzog and Prime Minister Foo": two offices joined are of one state.
    private string? Compatriot(int index, string office)
    {
        foreach (var (left, right) in new[] { (index - 1, index), (index, index + 1) })
        {
            if (left < 0 || right >= _all.Count) continue;
            var other = _all[left == index ? right : left];
            if (other.Kind is not (MentionKind.Person or MentionKind.Holder) || other.Entities is not [{ Kind: EntityKind.Person, ForOrganisation: false, Country: { } home, Office: { } held }] || _offices.SameKind(office, held) || KindOf(held) is "ambassador" || KindOf(office) is "ambassador") continue;
            if (words.Is(_all[right].First - 1, WordClass.And) && _all[right].First - 1 == _all[left].End) return home;
        }
        return null;
    }

    // "Foreign Minister Lee Sang-ock and his Chinese counterpart" in an article on South Korea and China: of the other state. Two of one office are of two states, and so are an ambassador and a minister.
    private string? OtherOfPair(Mention m, string office, string[] pair)
    {
        if (pair.Length < 2) return null;
        var beside = Beside(m, office);
        return beside.Contains(pair[0]) == beside.Contains(pair[1]) ? null : beside.Contains(pair[0]) ? pair[1] : pair[0];
    }

    // Whose "the foreign ministry" is: of the state that spoke; an ambassador is summoned to that of another. Where nobody spoke, of the place where the text was written.
    private string? MinistryHome(Entity? speaker)
    {
        if (speaker is null) return Written() ?? _agencyState;
        if (speaker is not { Office: { } office, Country: { } sender } || KindOf(office) is not "ambassador") return speaker.Country;
        return Written() is { } here && here != sender ? here : _mentioned.LastOrDefault(c => c is not null && c != sender);
    }

    private string? Written()
    {
        foreach (var m in _all)
            if (m.Kind == MentionKind.Place && m.Place >= 0 && _document.Sentences[_document.SentenceOf(m.First)].Kind == SentenceKind.Dateline) return pack.Place(m.Place).Country is { Length: > 0 } country ? country : null;
        return null;
    }

    private string? KindOf(string office) => pack.OfficeIndex(office) is >= 0 and var row ? pack.Office(row).Kind : null;

    private bool IsOfState(string office) => KindOf(office) is "head-of-state" or "head-of-government" or "foreign" or "defence" or "minister" or "ambassador" or "parliament";

    // The two states that the article speaks of far more than of any third.
    private string[] MainPair()
    {
        var ranked = _mentioned.Where(c => c is not null).GroupBy(c => c!).OrderByDescending(g => g.Count()).Take(3).ToList();
        return ranked.Count >= 2 && ranked[1].Count() >= 2 && (ranked.Count == 2 || ranked[2].Count() * 2 <= ranked[1].Count()) ? [ranked[0].Key, ranked[1].Key] : [];
    }

    // The states of whoever in the sentence holds the same office; for an ambassador those that act in it, for others those of an ambassador.
    private HashSet<string> Beside(Mention m, string office)
    {
        var sentence = _document.Sentences[_document.SentenceOf(m.First)];
        var states = new HashSet<string>();
        var envoy = KindOf(office) is "ambassador";
        foreach (var other in _all)
        {
            if (other == m || other.First < sentence.First || other.First >= sentence.End) continue;
            foreach (var e in other.Entities)
                if (e.Country is { } country && (e.Kind == EntityKind.Person ? e.Office is { } held && (envoy != KindOf(held) is "ambassador" || _offices.SameKind(office, held)) : envoy && IsSubject(other))) states.Add(country);
        }
        return states;
    }
}
