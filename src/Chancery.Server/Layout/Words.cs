using System.Globalization;
using Chancery.Reading.Reports;
using Chancery.Register;
using Chancery.Register.Chronologies;
using Chancery.Register.Events;

namespace Chancery.Server.Layout;

/// <summary>Values in words for people.</summary>
internal static class Words
{
    public static string When(EventSummary e, bool withYear) => DateWords.Short(e.Start, e.End, withYear) is { Length: > 0 } words ? words : "undated";

    /// <summary>"Ala-Archa, Bishkek · trade, energy · 3 sources": what the title does not say.</summary>
    public static string Facts(EventSummary e)
    {
        var where = string.Join(", ", new[] { e.Place?.Venue, e.Place?.Name }.OfType<string>().Where(p => !e.Title.Contains(p, StringComparison.Ordinal)));
        return string.Join(" · ", new[] { where, e.Topics.IsEmpty ? "" : string.Join(", ", e.Topics), Sources(e) }.Where(f => f.Length > 0));
    }

    public static string Sources(EventSummary e) => e.Sources == 1 ? e.QuoteSource ?? "1 source" : Count(e.Sources, "source");

    public static string Place(EventPlace place) => string.Join(", ", new[] { place.Venue, place.Name, place.Country is { } country && States.Name(country) != place.Name ? States.Name(country) : null }.OfType<string>());

    public static string Office(string id) => id.Replace('-', ' ');

    public static string Count(long number, string what) => string.Create(CultureInfo.InvariantCulture, $"{number:N0} {what}{(number == 1 ? "" : "s")}");

    public static string TypeLabel(string type) => TypeRule.Of(type).Label;

    /// <summary>A field's value in words: the parts between bars, codes of states by their names.</summary>
    public static string Value(string field, string? value)
    {
        if (value is null) return "unknown";
        var parts = value.Split(" | ");
        if (field == "participant" && parts is [var name, _, var office, var country, var role])
            return string.Join(", ", new[] { name, Office(office), country.Length == 0 || States.Name(country) == name ? "" : States.Name(country) }.Where(p => p.Length > 0)) + $" ({role})";
        return string.Join(", ", parts.Where((p, i) => p.Length > 0 && !(field == "place" && i == 0 && p == States.Name(parts[^1]))).Select(p => field == "place" && p.Length == 3 && p == parts[^1] ? States.Name(p) : p));
    }

    public static string Share(double share) => share.ToString("P0", CultureInfo.InvariantCulture).Replace(" ", "\u00a0", StringComparison.Ordinal);
}
