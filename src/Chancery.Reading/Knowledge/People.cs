namespace Chancery.Reading.Knowledge;

/// <summary>A person of the tables.</summary>
/// <param name="Index">Row in the pack.</param>
/// <param name="Id">Wikidata id, else a minted one (<c>p:…</c>).</param>
/// <param name="Name">Usual name in English.</param>
/// <param name="Country">Code of the state, or empty.</param>
public sealed record Person(int Index, string Id, string Name, string Country);

/// <summary>An office held from one day to another.</summary>
/// <param name="Person">Row of the person.</param>
/// <param name="Office">Row of the office.</param>
/// <param name="Holder">Row of the state or organisation whose office it is, -1 where unknown.</param>
/// <param name="OfOrganisation">Whether <paramref name="Holder"/> counts among the organisations.</param>
/// <param name="Start">First day.</param>
/// <param name="End">Last day; unknown where nobody has told of an end.</param>
/// <param name="Note">Such as "acting", or empty.</param>
/// <param name="AsOf">Year up to which the source knows; an unknown end means open then.</param>
public readonly record struct Tenure(int Person, int Office, int Holder, bool OfOrganisation, PartialDate Start, PartialDate End, string Note, int AsOf)
{
    /// <summary>Whether the office may have been held on a day. Unknown bounds are open.</summary>
    public bool CoversOrMay(DateOnly day) => Start.First <= day && day <= End.Last;
}

/// <summary>An office.</summary>
/// <param name="Index">Row in the pack.</param>
/// <param name="Id">Id (<c>foreign-minister</c>).</param>
/// <param name="Name">Plain English name.</param>
/// <param name="Rank">1 head of state, 2 head of government, 3 foreign and defence ministers … 6 others.</param>
/// <param name="Kind">head-of-state, head-of-government, foreign, defence, minister, official …</param>
public sealed record Office(int Index, string Id, string Name, int Rank, string Kind);
