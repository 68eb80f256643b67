using System.Collections.Frozen;
using System.Globalization;
using Chancery.Reading.Reports;

namespace Chancery.Register;

/// <summary>How events of one type are merged: a row of <c>data/register/types.tsv</c>.</summary>
/// <param name="Type">Type of the contract.</param>
/// <param name="Group">Types of one group may be reports of the same event (talks and summit, signing and agreement).</param>
/// <param name="Label">Name for people.</param>
/// <param name="Directed">True where who acts on whom matters: inbound and outbound are two events.</param>
/// <param name="PlannedSlack">Days by which a plan's date may differ from another plan's or the deed's.</param>
/// <param name="DoneSlack">Days by which two reports of the deed may differ.</param>
/// <param name="PlaceDecides">True where another country means another event.</param>
public sealed record TypeRule(string Type, string Group, string Label, bool Directed, int PlannedSlack, int DoneSlack, bool PlaceDecides)
{
    /// <summary>The type in PLOVER's terms, as its frame in <c>data/frames</c> has it; for what no text was read for.</summary>
    public Plover Plover { get; init; } = new("CONSULT", null, []);

    private static readonly FrozenDictionary<string, TypeRule> Table = EmbeddedTable.Rows("types.tsv").ToFrozenDictionary(
        r => r["type"],
        r => new TypeRule(r["type"], r["group"], r["label"], r["directed"] == "1", Number(r["planned_slack"]), Number(r["done_slack"]), r["place_decides"] == "1") { Plover = new(r["plover"], r["plover_mode"] is { Length: > 0 } mode ? mode : null, [r["plover_context"]]) },
        StringComparer.Ordinal);

    /// <summary>The rule of a type; an unknown type forms a group of its own.</summary>
    public static TypeRule Of(string type) => Table.TryGetValue(type, out var rule) ? rule : Table["other"] with { Type = type, Group = type, Label = type };

    /// <summary>All types of the table.</summary>
    public static IEnumerable<TypeRule> All => Table.Values.OrderBy(r => r.Type, StringComparer.Ordinal);

    private static int Number(string cell) => int.Parse(cell, CultureInfo.InvariantCulture);
}
