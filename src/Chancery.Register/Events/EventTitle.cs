using System.Collections.Immutable;
using System.Globalization;
using Chancery.Reading.Reports;

namespace Chancery.Register.Events;

/// <summary>One line that names an event for people.</summary>
public static class EventTitle
{
    /// <summary>"Official visit of Vladimir Putin to Kyrgyzstan", "Talks: Vladimir Putin and Sadyr Japarov".</summary>
    public static string Of(EventSummary e)
    {
        var label = TypeRule.Of(e.Type).Label;
        return e.Type switch
        {
            "visit" => Visit(e),
            "award" => $"{e.Honour?.Name ?? "Award"} to {Names(e, "recipient")}{By(Names(e, "awarder"))}",
            "signing" or "agreement" => $"{label}{Documents(e.Instruments)}{Between(e)}",
            "exercise" => $"{label} {e.Name ?? Names(e)}".TrimEnd(),
            "summit" or "ceremony" when e.Name is not null => Capital(e.Name),
            "ceremony" when e.Anniversary is { } a => string.Create(CultureInfo.InvariantCulture, $"Ceremony: {a.Years} years of {a.Of}"),
            "other" => $"{Capital((e.Subtype ?? "event").Replace('-', ' '))}{Between(e)}",
            _ when TypeRule.Of(e.Type).Directed => $"{label}: {Names(e, "speaker", "party", "sender", "donor", "organiser", "participant")}{To(Names(e, "target", "recipient"))}",
            _ => $"{label}{Between(e)}",
        };
    }

    private static string Visit(EventSummary e)
    {
        var kind = e.Subtype is { } subtype ? Capital(subtype.Replace('-', ' ')) + " visit" : "Visit";
        var to = e.Place?.Country is { } country ? States.Name(country) : e.Place?.Name ?? Names(e, "host");
        return $"{kind} of {Names(e, "visitor")}{To(to)}".Replace(" of to ", " to ", StringComparison.Ordinal).TrimEnd();
    }

    /// <summary>Kind of a document of which the text says nothing.</summary>
    private const string Unnamed = "other";

    private static string Documents(ImmutableArray<Instrument> instruments) => instruments.Length switch
    {
        0 => "",
        1 => instruments[0] is { Count: > 1 } many ? string.Create(CultureInfo.InvariantCulture, $" of {many.Count} documents{(many.Kind == Unnamed ? "" : $" ({many.Kind})")}") : $" of {instruments[0].Title ?? (instruments[0].Kind == Unnamed ? "a document" : instruments[0].Kind)}",
        _ => string.Create(CultureInfo.InvariantCulture, $" of {instruments.Sum(i => i.Count ?? 1)} documents"),
    };

    private static string Between(EventSummary e)
    {
        var names = Names(e, "party", "signatory", "organiser", "participant", "mediator", "visitor", "host");
        return names.Length == 0 ? e.Name is null ? "" : $": {e.Name}" : $": {names}";
    }

    private static string Names(EventSummary e, params ReadOnlySpan<string> roles)
    {
        var names = new List<string>();
        foreach (var role in roles)
        {
            names.AddRange(e.Participants.Where(p => p.Role == role).Select(p => p.Name).Where(n => !names.Contains(n)));
            if (names.Count > 0 && role is "party" or "signatory" or "organiser" or "speaker") break;
        }
        if (roles.IsEmpty) names.AddRange(e.Participants.Select(p => p.Name));
        return names.Count switch { 0 => "", 1 => names[0], 2 => $"{names[0]} and {names[1]}", 3 => $"{names[0]}, {names[1]} and {names[2]}", var n => string.Create(CultureInfo.InvariantCulture, $"{names[0]}, {names[1]} and {n - 2} others") };
    }

    private static string By(string who) => who.Length == 0 ? "" : $" by {who}";

    private static string To(string whom) => whom.Length == 0 ? "" : $" to {whom}";

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
