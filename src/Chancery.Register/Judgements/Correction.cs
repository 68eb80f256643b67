using System.Collections.Frozen;
using System.Globalization;
using Chancery.Reading.Reports;
using Chancery.Register.Events;

namespace Chancery.Register.Judgements;

/// <summary>Which fields a person can correct, and how their values are written.</summary>
public static class Correction
{
    /// <summary>Fields with one value. An empty value says that there is none.</summary>
    public static IReadOnlyList<string> Single { get; } = ["type", "subtype", "status", "start", "end", "place", "name", "honour", "anniversary", "wikidata", "part-of"];

    /// <summary>Fields with many values: <see cref="Judgement.Value"/> is put in, <see cref="Judgement.Was"/> is taken out, both together replace.</summary>
    public static IReadOnlyList<string> Lists { get; } = ["participant", "topic", "instrument", "attribution"];

    /// <summary>Statuses of the contract.</summary>
    public static IReadOnlyList<string> Statuses { get; } = ["planned", "ongoing", "occurred", "postponed", "cancelled", "denied"];

    /// <summary>Kinds of participants.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["person", "state", "organisation", "body", "group"];

    /// <summary>Roles of participants.</summary>
    public static IReadOnlyList<string> Roles { get; } = ["visitor", "host", "party", "signatory", "awarder", "recipient", "speaker", "target", "organiser", "participant", "mediator", "donor", "sender"];

    private static readonly FrozenSet<string> Types = TypeRule.All.Select(t => t.Type).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The correction as the register keeps it; values in their one form.</summary>
    /// <exception cref="FormatException">A field or a value that no event can have.</exception>
    public static Judgement Checked(Judgement said)
    {
        if (said.Kind != JudgementKind.Correct) return said;
        if (said.Field is null) throw new FormatException("a correction names its field");
        if (Lists.Contains(said.Field))
        {
            var (value, was) = (Given(said.Value), Given(said.Was));
            if (value is null && was is null) throw new FormatException($"a correction of {said.Field} says what is put in, what is taken out, or both");
            return said with { Value = value is null ? null : Item(said.Field, value), Was = was is null ? null : Item(said.Field, was) };
        }
        if (!Single.Contains(said.Field)) throw new FormatException($"'{said.Field}' is no field; fields are {string.Join(", ", Single.Concat(Lists))}");
        return said with { Value = One(said.Field, Given(said.Value) ?? ""), Was = null };
    }

    /// <summary>A participant written <c>Name | kind | office | ISO3 | role</c>.</summary>
    /// <exception cref="FormatException">It is not written so.</exception>
    public static Participant Participant(string text)
    {
        var parts = text.Split('|', StringSplitOptions.TrimEntries);
        if (parts.Length < 5) throw new FormatException($"a participant is written Name | kind | office | ISO3 | role, not '{text}'");
        var (name, kind, office, state, role) = (string.Join(" | ", parts[..^4]), parts[^4], parts[^3], parts[^2], parts[^1]);
        var participant = new Participant(name, kind, State(state), office.Length == 0 ? null : office, role);
        return Check(participant) is { } fault ? throw new FormatException(fault) : participant;
    }

    /// <summary>A document written <c>kind | title | count</c>; title and count may be empty or left out.</summary>
    public static Instrument Instrument(string text)
    {
        var parts = text.Split('|', StringSplitOptions.TrimEntries);
        var count = parts.Length > 2 && parts[^1] is { Length: > 0 } n ? int.TryParse(n, NumberStyles.None, CultureInfo.InvariantCulture, out var many) ? many : throw new FormatException($"'{n}' is no number of documents") : (int?)null;
        var title = parts.Length == 1 ? "" : string.Join(" | ", parts.Length == 2 ? parts[1..] : parts[1..^1]);
        return parts[0].Length == 0 ? throw new FormatException("a document has a kind: kind | title | count") : new Instrument(parts[0], title.Length == 0 ? null : title, count);
    }

    /// <summary>What is wrong with a participant; null where nothing is.</summary>
    internal static string? Check(Participant p) =>
        p.Name.Trim().Length == 0 ? "a participant has a name"
        : !Kinds.Contains(p.Kind) ? $"'{p.Kind}' is no kind of participant; kinds are {string.Join(", ", Kinds)}"
        : !Roles.Contains(p.Role) ? $"'{p.Role}' is no role; roles are {string.Join(", ", Roles)}"
        : p.Country is { } state && States.Find(state) is null ? $"'{state}' is no state"
        : null;

    /// <summary>One value of a field in the form the register keeps; empty stays empty.</summary>
    internal static string One(string field, string value) => field switch
    {
        "type" => Types.Contains(value) ? value : throw new FormatException($"'{value}' is no type of event"),
        "status" => Statuses.Contains(value) ? value : throw new FormatException($"'{value}' is no status; statuses are {string.Join(", ", Statuses)}"),
        "start" or "end" => value.Length == 0 || DayRange.Parse(value) is not null ? value : throw new FormatException($"'{value}' is no date; write 2023-10-12, 2023-10 or 2023"),
        "place" when value.Length > 0 => Place(value),
        "wikidata" when value.Length > 0 && !(value[0] == 'Q' && value[1..].All(char.IsAsciiDigit) && value.Length > 1) => throw new FormatException($"'{value}' is no Wikidata id"),
        "part-of" when value.Length > 0 && RegisterId.Parse(value) is null && !(value[0] == 'Q' && value[1..].All(char.IsAsciiDigit)) => throw new FormatException($"'{value}' is no id of an event"),
        "anniversary" when value.Length > 0 && !int.TryParse(value.Split(" | ")[0], NumberStyles.None, CultureInfo.InvariantCulture, out _) => throw new FormatException("an anniversary is written years | of what"),
        _ => value,
    };

    private static string Place(string value)
    {
        var parts = value.Split('|', StringSplitOptions.TrimEntries);
        if (parts.Length != 3) throw new FormatException($"a place is written City | Venue | ISO3, not '{value}'");
        return $"{parts[0]} | {parts[1]} | {State(parts[2])}";
    }

    private static string Item(string field, string value) => field switch
    {
        "participant" => ClaimsOf.Participant(Participant(value)),
        "instrument" => ClaimsOf.Instrument(Instrument(value)),
        _ => value,
    };

    private static string? State(string text) => text.Length == 0 ? null : States.Find(text) ?? throw new FormatException($"'{text}' is no state");

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
