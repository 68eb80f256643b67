namespace Chancery.Cli.Data.People;

/// <summary>A person being gathered from several sources.</summary>
internal sealed class PersonEntry(string id, string name, string country, string source)
{
    public string Id { get; set; } = id;

    public string Name { get; } = name;

    public string Country { get; set; } = country;

    public string Source { get; } = source;

    /// <summary>Whether a hand table names the person: then the family name alone is a name too.</summary>
    public bool ByHand { get; init; }

    /// <summary>Other spellings, with the kind of name and the source of each.</summary>
    public List<(string Kind, string Text, string Source)> Names { get; } = [];

    public List<TenureEntry> Tenures { get; } = [];
}

/// <summary>An office held, being gathered.</summary>
internal sealed class TenureEntry(string office, string holder, string start, string end, string note, string source, string asOf)
{
    public string Office { get; } = office;

    public string Holder { get; } = holder;

    public string Start { get; set; } = start;

    public string End { get; set; } = end;

    public string Note { get; set; } = note;

    public string Source { get; set; } = source;

    public string AsOf { get; set; } = asOf;
}
