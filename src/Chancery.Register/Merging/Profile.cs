using System.Collections.Immutable;

namespace Chancery.Register.Merging;

/// <summary>How far a report says the event has come, as far as merging cares.</summary>
public enum Deed : byte
{
    /// <summary>Planned.</summary>
    Planned,

    /// <summary>Ongoing or occurred.</summary>
    Done,

    /// <summary>Postponed: may come to pass much later.</summary>
    Postponed,

    /// <summary>Cancelled or denied.</summary>
    Off,
}

/// <summary>Which side of an event somebody stands on.</summary>
public enum Side : byte
{
    /// <summary>A party among equals (talks, signing).</summary>
    Equal,

    /// <summary>Who acts: visitor, speaker, awarder.</summary>
    Acting,

    /// <summary>Who is acted on: host of a visit, target, recipient.</summary>
    Receiving,

    /// <summary>Present, but no party: host of a meeting of others, witness of a signing.</summary>
    Aside,
}

/// <summary>How sure a report's window of time is.</summary>
public enum Certainty : byte
{
    /// <summary>Nothing dates it.</summary>
    None,

    /// <summary>Only the day of publication.</summary>
    Published,

    /// <summary>The dates of the visit or summit that it is part of.</summary>
    Parent,

    /// <summary>A year.</summary>
    Year,

    /// <summary>A month.</summary>
    Month,

    /// <summary>A day.</summary>
    Day,
}

/// <summary>Somebody of a report as merging sees them.</summary>
/// <param name="Side">Where they stand.</param>
/// <param name="Actor">State (ISO 3166-1 alpha-3) or folded name of an organisation; for a person without either, the person's.</param>
/// <param name="Person">Folded name, or null where the state or organisation itself is named.</param>
/// <param name="Office">Office, or null.</param>
/// <param name="Wikidata">Wikidata id, or null.</param>
public readonly record struct Party(Side Side, string Actor, string? Person, string? Office, string? Wikidata);

/// <summary>What merging knows of a report: small, and kept beside it in the store.</summary>
public sealed record Profile
{
    /// <summary>Number of the report.</summary>
    public required long Report { get; init; }

    /// <summary>Number of the document.</summary>
    public required long Document { get; init; }

    /// <summary>Group of types (with the subtype for <c>other</c>).</summary>
    public required string Group { get; init; }

    /// <summary>The type itself.</summary>
    public required string Type { get; init; }

    /// <summary>Plan or deed.</summary>
    public required Deed Deed { get; init; }

    /// <summary>What <see cref="First"/> and <see cref="Last"/> rest on.</summary>
    public required Certainty Certainty { get; init; }

    /// <summary>First day on which it can have begun; 0 where nothing dates it.</summary>
    public required int First { get; init; }

    /// <summary>Last day on which it can have begun.</summary>
    public required int Last { get; init; }

    /// <summary>Last day of the event itself where known, else 0.</summary>
    public required int End { get; init; }

    /// <summary>Day of publication, or 0.</summary>
    public required int Published { get; init; }

    /// <summary>Who took part.</summary>
    public required ImmutableArray<Party> Parties { get; init; }

    /// <summary>Country where it happens (of a visit: the host where no place is given), or null.</summary>
    public string? Country { get; init; }

    /// <summary>Folded city or region, or null.</summary>
    public string? City { get; init; }

    /// <summary>Folded building, residence or base, or null.</summary>
    public string? Venue { get; init; }

    /// <summary>Folded proper name, or null.</summary>
    public string? Name { get; init; }

    /// <summary>Folded order, anniversary or titles of documents, or null.</summary>
    public string? Detail { get; init; }

    /// <summary>Report of the same document that this is part of, or 0.</summary>
    public long PartOf { get; init; }

    /// <summary>Hashed names of its blocks, ascending (see <see cref="BlockKeys"/>).</summary>
    public ImmutableArray<long> Blocks { get; init; } = [];

    /// <summary>Rule of the type.</summary>
    public TypeRule Rule => _rule is { } rule && (object)rule.Type == Type ? rule : _rule = TypeRule.Of(Type);

    /// <summary>Who stands on a side, each once.</summary>
    internal ImmutableArray<(string Actor, Side Side)> Actors
    {
        get
        {
            // A copy made by 'with' may have other parties.
            if (_actorsOf != Parties) (_actors, _actorsOf) = ([.. Parties.Where(x => x.Side != Side.Aside).Select(x => (x.Actor, x.Side)).Distinct()], Parties);
            return _actors;
        }
    }

    private TypeRule? _rule;
    private ImmutableArray<(string Actor, Side Side)> _actors;
    private ImmutableArray<Party> _actorsOf;

    /// <summary>How much it says; the fullest reports found the events that vaguer ones join.</summary>
    public int Fullness => (int)Certainty * 4 + (Deed == Deed.Done ? 3 : 0) + Math.Min(4, Parties.Count(p => p.Person is not null)) + (City is null ? 0 : 1) + (Name is null ? 0 : 2);
}
