using System.Collections.Immutable;
using Chancery.Reading.Reports;
using Chancery.Register.Events;

namespace Chancery.Server.Languages;

/// <summary>Events and their fields in words.</summary>
internal sealed partial class Wording
{
    /// <summary>Name of a state; the code itself where it is not known.</summary>
    public string State(string code) => _language.States.GetValueOrDefault(code) ?? Chancery.Register.States.Name(code);

    /// <summary>Two states: "Russia and Kyrgyzstan".</summary>
    public string Pair(string a, string b) => this["pair", State(a), State(b)];

    /// <summary>Name of a person, place or organisation: in this language where it has one, else as the register has it. A state may be named too.</summary>
    public string Name(string name) => _language.Names.GetValueOrDefault(name)
        ?? (_language.States.Count > 0 && name.Length > 3 && Chancery.Register.States.Find(name) is { } code ? State(code) : name);

    /// <summary>Some names: "A, B and 3 others".</summary>
    public string Names(IReadOnlyList<string> names) => names.Count switch
    {
        0 => "", 1 => Name(names[0]), 2 => this["and", Name(names[0]), Name(names[1])], 3 => $"{Name(names[0])}, {this["and", Name(names[1]), Name(names[2])]}",
        var n => this["and-others", Name(names[0]), Name(names[1]), n - 2],
    };

    /// <summary>"Ala-Archa, Bishkek · trade, energy · 3 sources": what the title does not say.</summary>
    public string Facts(EventSummary e)
    {
        var title = e.Title;
        var where = string.Join(", ", new[] { e.Place?.Venue, e.Place?.Name }.OfType<string>().Where(p => !title.Contains(p, StringComparison.Ordinal)).Select(Name));
        return string.Join(" · ", new[] { where, string.Join(", ", e.Topics.Where(t => IsEnglish || Has("topic", t)).Select(Topic)), Sources(e) }.Where(f => f.Length > 0));
    }

    /// <summary>What was talked about; words of the text that the table does not have stay as they are.</summary>
    public string Topic(string topic) => Of("topic", topic);

    /// <summary>Who reported it.</summary>
    public string Sources(EventSummary e) => e.Sources == 1 ? e.QuoteSource ?? Count(1, "source") : Count(e.Sources, "source");

    /// <summary>Venue, place and state.</summary>
    public string Place(EventPlace place) => string.Join(", ", new[] { place.Venue, place.Name, place.Country is { } country && Chancery.Register.States.Name(country) != place.Name ? country : null }
        .OfType<string>().Select(p => p == place.Country ? State(p) : Name(p)));

    /// <summary>"state visit", "talks".</summary>
    public string Type(string type, string? subtype = null) => Of("type", type) + (subtype is null ? "" : ": " + Of("subtype", subtype));

    /// <summary>A field's value in words: the parts between bars, codes of states by their names.</summary>
    public string Value(string field, string? value)
    {
        if (value is null) return this["unknown"];
        var parts = value.Split(" | ");
        if (field == "participant" && parts is [var name, _, var office, var country, var role])
            return string.Join(", ", new[] { Name(name), office.Length == 0 ? "" : Of("office", office), country.Length == 0 || Chancery.Register.States.Name(country) == name ? "" : State(country) }.Where(p => p.Length > 0)) + $" ({Of("role", role)})";
        if (field == "place" && parts is [var city, var venue, var state])
            return string.Join(", ", new[] { city == Chancery.Register.States.Name(state) ? "" : Name(city), Name(venue), state.Length == 0 ? "" : State(state) }.Where(p => p.Length > 0));
        return field switch
        {
            "type" or "status" or "subtype" => Of(field, value),
            "start" or "end" => Date(value),
            "topic" => Topic(value),
            "instrument" => string.Join(", ", parts.Where(p => p.Length > 0).Select(p => Of("document", p))),
            "place" => string.Join(", ", parts.Where(p => p.Length > 0).Select(p => p.Length == 3 && p == parts[^1] ? State(p) : Name(p))),
            _ => string.Join(", ", parts.Where(p => p.Length > 0).Select(Name)),
        };
    }

    /// <summary>One line that names an event. The register keeps its own; in other languages it is put together from the same parts.</summary>
    public string Title(EventSummary e)
    {
        if (IsEnglish) return Capital(e.Title);
        var parts = e.Type switch
        {
            "visit" => new[] { Has("title", e.Subtype ?? "any") ? this[$"title.{e.Subtype ?? "any"}"] : this["title.any"], Arrow(Of(e, "visitor"), e.Place?.Country is { } country ? State(country) : e.Place?.Name is { } place ? Name(place) : Of(e, "host")) },
            "award" => [e.Honour is { } h ? Name(h.Name) : Of("type", e.Type), Arrow(Of(e, "awarder"), Of(e, "recipient"))],
            "signing" or "agreement" => [Documents(e.Type, e.Instruments), Between(e)],
            "exercise" or "summit" or "ceremony" when e.Name is not null => Named(Of("type", e.Type), Name(e.Name)),
            "ceremony" when e.Anniversary is { } a => [Of("type", e.Type), $"{Count(a.Years, "year")}{(a.Of is { } of && Name(of) is var what && what != of ? $" ({what})" : "")}"],
            "other" => [e.Subtype is null ? Of("type", e.Type) : Capital(Of("other", e.Subtype)), Between(e)],
            _ when Chancery.Register.TypeRule.Of(e.Type).Directed => [Of("type", e.Type), Arrow(Of(e, "speaker", "party", "sender", "donor", "organiser", "participant"), Of(e, "target", "recipient"))],
            _ => [Of("type", e.Type), Between(e)],
        };
        return Capital(string.Join(": ", parts.Where(p => p.Length > 0)));
    }

    /// <summary>Title of an event that is only named; the title as it stands where it is not to be had.</summary>
    public string Title(string title, Func<EventSummary?> find) => IsEnglish ? Capital(title) : find() is { } e ? Title(e) : title;

    /// <summary>A name that says its type itself stands alone.</summary>
    private static string[] Named(string type, string name) => name.StartsWith(type, StringComparison.OrdinalIgnoreCase) ? [name] : [type, name];

    private static string Arrow(string from, string to) => from.Length == 0 ? to : to.Length == 0 ? from : $"{from} → {to}";

    private string Documents(string type, ImmutableArray<Instrument> documents) => documents.Length switch
    {
        0 => Of("type", type),
        1 when documents[0] is { Count: > 1 } many => this["documents-of", Of("type", type), Count(many.Count.Value, "document")],
        1 => this["documents-of", Of("type", type), documents[0].Kind == "other" ? Count(1, "document") : Of("document", documents[0].Kind)],
        _ => this["documents-of", Of("type", type), Count(documents.Sum(i => i.Count ?? 1), "document")],
    };

    private string Between(EventSummary e)
    {
        var names = Of(e, "party", "signatory", "organiser", "participant", "mediator", "visitor", "host");
        return names.Length > 0 ? names : e.Name is null ? "" : Name(e.Name);
    }

    private string Of(EventSummary e, params ReadOnlySpan<string> roles)
    {
        var names = new List<string>();
        foreach (var role in roles)
        {
            names.AddRange(e.Participants.Where(p => p.Role == role).Select(p => p.Name).Where(n => !names.Contains(n)));
            if (names.Count > 0 && role is "party" or "signatory" or "organiser" or "speaker") break;
        }
        return Names(names);
    }
}
