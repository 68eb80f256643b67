namespace Chancery.Cli.Data.People;

/// <summary>What one source says of one person in one office.</summary>
/// <param name="Name">Name as commonly written.</param>
/// <param name="Country">Code of the state of the person.</param>
/// <param name="Office">Office id.</param>
/// <param name="Holder">State or organisation whose office it is.</param>
/// <param name="Start">First day, as precise as known.</param>
/// <param name="End">Last day, or empty.</param>
/// <param name="Source">Source of the row.</param>
/// <param name="AsOf">Year up to which the source knows.</param>
internal sealed record PersonClaim(string Name, string Country, string Office, string Holder, string Start, string End, string Source, string AsOf)
{
    /// <summary>Wikidata id, or empty.</summary>
    public string Qid { get; init; } = "";

    /// <summary>Family name where the source tells it, or empty.</summary>
    public string Surname { get; init; } = "";

    /// <summary>Such as "acting".</summary>
    public string Note { get; init; } = "";

    /// <summary>Other spellings.</summary>
    public string[] Aliases { get; init; } = [];
}
