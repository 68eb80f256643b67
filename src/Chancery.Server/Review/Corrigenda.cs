using Chancery.Server.Languages;
using System.Collections.Immutable;

namespace Chancery.Server.Review;

/// <summary>Which fields a person may correct, and how their values are written.</summary>
internal static class Corrigenda
{
    /// <summary>Fields with what to write.</summary>
    public static ImmutableArray<(string Field, string Hint)> Fields { get; } =
    [
        ("start", "2023-10-12, 2023-10 or 2023"), ("end", "2023-10-13"), ("place", "City | Venue | KGZ"), ("status", "occurred, planned …"), ("type", "visit, talks …"),
        ("subtype", "state, official, working …"), ("name", "proper name"), ("honour", "name | class"), ("wikidata", "Q123"),
    ];

    public static string FieldOf(string? field) => Fields.Any(f => f.Field == field) ? field! : throw new FormatException($"'{field}' is no field that can be corrected; write one of {string.Join(", ", Fields.Select(f => f.Field))}");

    /// <summary>The value as the register writes it; whether it is one at all is checked there.</summary>
    public static string ValueOf(string? field, string? value) => value?.Trim() is not { Length: > 0 } text ? throw new FormatException("a correction needs a value") : field == "place" ? PlaceOf(text) : text;

    /// <summary>A place as the register writes it, <c>City | Venue | ISO3</c>; "Bishkek, Kyrgyzstan" and "Bishkek" are taken too.</summary>
    private static string PlaceOf(string text)
    {
        var bars = text.Contains('|', StringComparison.Ordinal);
        var parts = text.Split(bars ? '|' : ',', StringSplitOptions.TrimEntries);
        string State(string name) => name.Length == 0 ? "" : KnownNames.State(name) ?? throw new FormatException($"'{name}' is no state; write a code such as KGZ or a name such as Kyrgyzstan");
        return parts switch
        {
            [var city, var venue, var state] when bars => $"{city} | {venue} | {State(state)}",
            [var venue, var city, var state] => $"{city} | {venue} | {State(state)}",
            [var city, var state] => $"{city} |  | {State(state)}",
            [var city] => KnownNames.State(city) is { } code && city.Length > 3 ? $"{city} |  | {code}" : $"{city} |  | ",
            _ => throw new FormatException($"'{text}' is no place; write City | Venue | KGZ"),
        };
    }
}
