using Chancery.Reading.Knowledge;

namespace Chancery.Reading.Actors;

/// <summary>Which offices a word may mean, by kind and rank in the table of offices: "leader" is a head of state or government,
/// a secretary of state holds the office that others call foreign minister.</summary>
internal sealed class Offices(KnowledgePack pack)
{
    /// <summary>Lowest rank of those who lead a state, and of those who lead its foreign or defence policy.</summary>
    public const int Leading = 2, Heading = 3;

    /// <summary>Offices to look a holder up by: the one said first, then those of the same kind, the highest first.</summary>
    /// <param name="said">The office as the text says it.</param>
    /// <param name="government">Whether "leader" means the head of government first.</param>
    public IEnumerable<string> Named(string said, bool government = false)
    {
        if (said != "leader") yield return said;
        var first = government ? "head-of-government" : "head-of-state";
        foreach (var office in All().Where(o => o.Id != said && (said == "leader" ? IsLeader(o) : Alike(said, o.Id))).OrderBy(o => government && o.Kind == first ? 0 : o.Rank).ThenBy(o => o.Kind == first ? 0 : 1)) yield return office.Id;
    }

    /// <summary>Whether a person with office <paramref name="held"/> may be meant by the word for <paramref name="said"/>.</summary>
    public bool Fits(string? said, string? held)
    {
        if (said is null || held is null) return false;
        if (said == held || Alike(said, held)) return true;
        return said == "leader" && Of(held) is { } office && IsLeader(office) || said is "minister" or "prince" or "envoy" && held.EndsWith(said, StringComparison.Ordinal);
    }

    /// <summary>Two names of one office.</summary>
    public bool Alike(string a, string b) => a == b || Of(a) is { } x && Of(b) is { } y && x.Kind == y.Kind && x.Kind is "foreign" or "defence" or "head-of-government" && x.Rank <= Heading && y.Rank <= Heading;

    /// <summary>Two offices of one kind: whoever speaks of an organisation's chairperson may call him its president.</summary>
    public bool SameKind(string a, string b) => Alike(a, b) || Of(a) is { } x && Of(b) is { } y && x.Kind == y.Kind;

    private static bool IsLeader(Office office) => office.Kind is "head-of-state" or "head-of-government" && office.Rank <= Leading && office.Id != "leader";

    private Office? Of(string id) => pack.OfficeIndex(id) is >= 0 and var row ? pack.Office(row) : null;

    private IEnumerable<Office> All() => Enumerable.Range(0, pack.OfficeCount).Select(pack.Office);
}
