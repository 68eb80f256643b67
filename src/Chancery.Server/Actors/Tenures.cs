using System.Collections.Immutable;
using System.Globalization;
using Chancery.Reading.Knowledge;
using Chancery.Reading.Packs;
using Chancery.Register;

namespace Chancery.Server.Actors;

/// <summary>An office held from one day to another.</summary>
/// <param name="Office">For people.</param>
/// <param name="Of">State or organisation.</param>
/// <param name="Start">First day as precise as known, or null.</param>
/// <param name="End">Last day, or null.</param>
public sealed record TenureAnswer(string Office, string? Of, string? Start, string? End)
{
    /// <summary>Id of the office.</summary>
    public string OfficeId { get; init; } = "";
}

/// <summary>Offices of people, out of the knowledge pack.</summary>
internal static class Tenures
{
    private static readonly Lazy<KnowledgePack?> s_pack = new(Open);

    /// <summary>Offices of a person by Wikidata id, the latest first; none where nobody knows.</summary>
    public static ImmutableArray<TenureAnswer> Of(string? wikidata)
    {
        if (wikidata is null || s_pack.Value is not { } pack || pack.PersonById(wikidata) is not { } person) return [];
        return [.. pack.TenuresOf(person).Reverse().Select(t => new TenureAnswer(pack.Office(t.Office).Name, Holder(pack, t), Print(t.Start), Print(t.End)) { OfficeId = pack.Office(t.Office).Id })];
    }

    private static string? Holder(KnowledgePack pack, Tenure t) => t.Holder < 0 ? null : t.OfOrganisation ? pack.Organisation(t.Holder).Name : States.Name(pack.State(t.Holder).Iso3);

    private static string? Print(PartialDate d) => !d.IsKnown ? null
        : d.Month == 0 ? d.Year.ToString(CultureInfo.InvariantCulture)
        : d.Day == 0 ? string.Create(CultureInfo.InvariantCulture, $"{d.Year:0000}-{d.Month:00}") : string.Create(CultureInfo.InvariantCulture, $"{d.Year:0000}-{d.Month:00}-{d.Day:00}");

    private static KnowledgePack? Open()
    {
        try { return KnowledgePack.Open(DataRoot.Find()); }
        catch (IOException) { return null; }
    }
}
