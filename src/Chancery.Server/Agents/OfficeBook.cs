using System.Collections.Immutable;
using Chancery.Reading.Knowledge;
using Chancery.Reading.Packs;
using Chancery.Register.Merging;

namespace Chancery.Server.Agents;

/// <summary>An office somebody held.</summary>
/// <param name="Person">Name.</param>
/// <param name="Wikidata">Wikidata id, or an id of the tables.</param>
/// <param name="Office">Id of the office.</param>
/// <param name="Of">State or organisation, by code.</param>
/// <param name="From">First day as precise as known, or null.</param>
/// <param name="To">Last day, or null where no end is known.</param>
/// <param name="Note">Such as "acting", or null.</param>
/// <param name="AsOf">Year up to which the table knows.</param>
public sealed record HeldOffice(string Person, string Wikidata, string Office, string? Of, string? From, string? To, string? Note, int AsOf);

/// <summary>Who held which office when, by the tables of <c>data/knowledge</c>. Opened when first asked.</summary>
public sealed class OfficeBook : IDisposable
{
    private readonly Lazy<KnowledgePack?> _pack = new(Open);

    /// <summary>True where the tables are there; a server can be copied without them.</summary>
    public bool IsOpen => _pack.Value is not null;

    /// <summary>Offices of people of a name, the earliest first; on a day, only those held then.</summary>
    public ImmutableArray<HeldOffice> OfPerson(string name, DateOnly? on)
    {
        if (_pack.Value is not { } pack) return [];
        int[] words = [.. name.Split([' ', '-', '.', ','], StringSplitOptions.RemoveEmptyEntries).Select(w => pack.Word(w))];
        var people = new List<int>();
        foreach (var candidate in pack.Find(words)) if (candidate.Kind == EntryKind.Person && !people.Contains(candidate.Index)) people.Add(candidate.Index);
        return [.. people.SelectMany(p => pack.TenuresOf(p)).Where(t => on is not { } day || t.CoversOrMay(day)).Select(t => View(pack, t)).DistinctBy(h => (h.Wikidata, h.Office, h.Of, h.From))];
    }

    /// <summary>Who held an office of a state or organisation on a day; the office by its id or name ("foreign minister"), or null for heads of state and of government.</summary>
    public ImmutableArray<HeldOffice> OfHolder(string code, string? office, DateOnly on)
    {
        if (_pack.Value is not { } pack) return [];
        var asked = office is null ? null : NameKey.Fold(office);
        var offices = Enumerable.Range(0, pack.OfficeCount).Select(pack.Office).Where(o => asked is null ? o.Kind is "head-of-state" or "head-of-government" : NameKey.Fold(o.Id) == asked || NameKey.Fold(o.Name) == asked || o.Kind == asked.Replace(' ', '-'));
        return [.. offices.OrderBy(o => o.Rank).Select(o => pack.TenureAt(o.Id, code, on)).OfType<Tenure>().Select(t => View(pack, t))];
    }

    /// <summary>Code of an organisation by its id, or null.</summary>
    public string? Organisation(string id) => _pack.Value?.OrganisationById(id)?.Id;

    private static HeldOffice View(KnowledgePack pack, Tenure t)
    {
        var person = pack.Person(t.Person);
        return new HeldOffice(person.Name, person.Id, pack.Office(t.Office).Id, t.Holder < 0 ? null : t.OfOrganisation ? pack.Organisation(t.Holder).Id : pack.State(t.Holder).Iso3,
            t.Start.IsKnown ? t.Start.ToString() : null, t.End.IsKnown ? t.End.ToString() : null, t.Note.Length == 0 ? null : t.Note, t.AsOf);
    }

    private static KnowledgePack? Open()
    {
        try { return KnowledgePack.Open(DataRoot.Find()); }
        catch (DirectoryNotFoundException) { return null; }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_pack.IsValueCreated) _pack.Value?.Dispose();
    }
}
