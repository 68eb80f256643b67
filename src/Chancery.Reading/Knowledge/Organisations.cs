namespace Chancery.Reading.Knowledge;

/// <summary>An organisation of states, or an organ of one.</summary>
/// <param name="Index">Row in the pack.</param>
/// <param name="Id">Id (<c>csto</c>).</param>
/// <param name="Name">Usual name.</param>
/// <param name="Kind">Kind as in the table.</param>
public sealed record Organisation(int Index, string Id, string Name, string Kind)
{
    /// <summary>City of its seat, or empty.</summary>
    public string Seat { get; init; } = "";

    /// <summary>Founded.</summary>
    public PartialDate Start { get; init; }

    /// <summary>Dissolved; unknown while it lives.</summary>
    public PartialDate End { get; init; }

    /// <summary>Id of the organisation it belongs to, or empty.</summary>
    public string Parent { get; init; } = "";

    /// <summary>Wikidata id, or empty.</summary>
    public string Wikidata { get; init; } = "";
}

/// <summary>A state in an organisation.</summary>
/// <param name="Organisation">Row of the organisation.</param>
/// <param name="State">Row of the state.</param>
/// <param name="Start">Joined.</param>
/// <param name="End">Left; unknown while a member.</param>
/// <param name="Status">member, observer, candidate …</param>
public readonly record struct Membership(int Organisation, int State, PartialDate Start, PartialDate End, string Status);

/// <summary>A ministry, parliament, armed service or other organ of a state.</summary>
/// <param name="Index">Row in the pack.</param>
/// <param name="Id">Id.</param>
/// <param name="Name">Usual name.</param>
/// <param name="Kind">Kind as in the table.</param>
/// <param name="State">Code of the state, empty for a generic one ("the Foreign Ministry").</param>
/// <param name="Office">Id of the office that leads it, or empty.</param>
public sealed record Body(int Index, string Id, string Name, string Kind, string State, string Office);

/// <summary>An order, medal or title of honour.</summary>
/// <param name="Index">Row in the pack.</param>
/// <param name="Id">Id.</param>
/// <param name="Name">Usual name.</param>
/// <param name="State">Code of the state (or id of the organisation) that confers it.</param>
/// <param name="Classes">Its classes, '|' between them, as in the table.</param>
/// <param name="Kind">order, medal, title, prize …</param>
public sealed record Honour(int Index, string Id, string Name, string State, string Classes, string Kind);

/// <summary>A series of exercises or summits.</summary>
/// <param name="Index">Row in the pack.</param>
/// <param name="Id">Id.</param>
/// <param name="Name">Usual name.</param>
/// <param name="Organisers">States or organisations, '|' between them.</param>
/// <param name="Kind">Kind as in the table.</param>
public sealed record Series(int Index, string Id, string Name, string Organisers, string Kind);

/// <summary>A newspaper, agency, broadcaster.</summary>
/// <param name="Index">Row in the pack.</param>
/// <param name="Id">Id.</param>
/// <param name="Name">Usual name.</param>
/// <param name="Country">Code of the state, or empty.</param>
/// <param name="Kind">agency, newspaper, broadcaster …</param>
/// <param name="StateOwned">Whether a state owns it.</param>
/// <param name="Domain">Host name, or empty.</param>
public sealed record Outlet(int Index, string Id, string Name, string Country, string Kind, bool StateOwned, string Domain);

/// <summary>A kind of document ("joint statement").</summary>
/// <param name="Index">Row in the pack.</param>
/// <param name="Id">Text of the row's usual name.</param>
/// <param name="Kind">Kind as in the table.</param>
public sealed record DocumentKind(int Index, string Id, string Kind);

/// <summary>A general description of actors ("the two presidents", "both sides").</summary>
/// <param name="Index">Row in the pack.</param>
/// <param name="Text">The words.</param>
/// <param name="Number">1, 2, 3 … or <c>plural</c>.</param>
/// <param name="Kind">office, side, state, visitor, counterpart …</param>
/// <param name="Office">Id of the office where one is meant, or empty.</param>
public sealed record GenericActor(int Index, string Text, string Number, string Kind, string Office);
