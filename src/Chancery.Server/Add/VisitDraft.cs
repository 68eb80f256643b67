using Chancery.Server.Languages;
using System.Collections.Immutable;
using System.Globalization;
using Chancery.Reading.Reports;
using Chancery.Register;
using Chancery.Register.Judgements;
using Microsoft.AspNetCore.Http;

namespace Chancery.Server.Add;

/// <summary>A visit as it is being entered: the fields of the form, as written.</summary>
/// <param name="Values">Fields by name.</param>
/// <param name="Message">What was wrong, or null.</param>
/// <param name="Delegation">Rows of the delegations.</param>
/// <param name="Programme">Rows of the programme.</param>
/// <param name="Documents">Rows of documents.</param>
public sealed record VisitDraft(ImmutableDictionary<string, string> Values, string? Message, int Delegation, int Programme, int Documents)
{
    private const int MostRows = 60;

    /// <summary>An empty form.</summary>
    public static VisitDraft Empty { get; } = new(ImmutableDictionary<string, string>.Empty, null, 3, 3, 2);

    /// <summary>Reads the form; a button of its rows adds some.</summary>
    public static VisitDraft Of(IFormCollection form)
    {
        var values = form.Where(f => f.Key != "_token" && f.Value.ToString().Length > 0).ToImmutableDictionary(f => f.Key, f => f.Value.ToString().Trim());
        int Rows(string name, int otherwise) => Math.Clamp((int.TryParse(form[name], NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : otherwise) + (form["more"] == name ? 4 : 0), 1, MostRows);
        return new VisitDraft(values, null, Rows("delegation", 3), Rows("programme", 3), Rows("documents", 2));
    }

    /// <summary>A field as written; empty where it is not.</summary>
    public string this[string name] => Values.GetValueOrDefault(name, "");

    /// <summary>The entry that the form means.</summary>
    /// <exception cref="FormatException">Something that no event can have; the message says what.</exception>
    public HandEntry Entry()
    {
        var host = State("country", "the country of the visit");
        var people = ImmutableArray.CreateBuilder<Participant>();
        people.Add(Person("visitor", "visitor") ?? throw new FormatException("a visit needs a visitor"));
        if (Person("host", "host", host) is { } receives) people.Add(receives);
        else people.Add(new Participant(States.Name(host), "state", host, null, "host"));
        for (var i = 0; i < Delegation; i++)
            if (Person(Row("d", i), "participant") is { } member) people.Add(member);
        return new HandEntry
        {
            Type = "visit", Subtype = One("subtype"), Status = One("status") ?? "planned", Start = One("start") ?? throw new FormatException("a visit needs its first day; a month or a year will do"), End = One("end"),
            Place = new EventPlace(One("city"), One("venue"), host, null, null, One("city") is null ? "country" : "city"),
            Participants = people.ToImmutable(), Agenda = [.. (One("agenda") ?? "").Split([',', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)],
            Note = One("note"), Programme = [.. Items(people), .. Papers(people)],
        };
    }

    /// <summary>Name of a field of a row.</summary>
    public static string Row(string kind, int i) => string.Create(CultureInfo.InvariantCulture, $"{kind}{i}");

    private IEnumerable<HandEntry> Items(IReadOnlyList<Participant> people)
    {
        for (var i = 0; i < Programme; i++)
        {
            var row = Row("p", i);
            if (One($"{row}.type") is not { } type) continue;
            yield return new HandEntry
            {
                Type = type, Status = One("status") ?? "planned", Start = One($"{row}.day") ?? One("start"), Name = One($"{row}.what"),
                Place = One($"{row}.venue") is { } venue ? new EventPlace(One("city"), venue, KnownNames.State(this["country"]), null, null, "venue") : null,
                Participants = Sides(people, type),
            };
        }
    }

    /// <summary>Documents are signed: those of one state of readiness together are one signing.</summary>
    private IEnumerable<HandEntry> Papers(IReadOnlyList<Participant> people) => Enumerable.Range(0, Documents).Select(i => Row("c", i)).Where(row => One($"{row}.title") is not null || One($"{row}.kind") is not null)
        .GroupBy(row => One($"{row}.status") ?? "planned").Select(g => new HandEntry
        {
            Type = "signing", Status = g.Key, Start = One("start"), Participants = Sides(people, "signing"),
            Documents = [.. g.Select(row => new Instrument(One($"{row}.kind") ?? "document", One($"{row}.title"), null))],
        });

    private static ImmutableArray<Participant> Sides(IReadOnlyList<Participant> people, string type) =>
        [.. people.Where(p => p.Role is "visitor" or "host").Select(p => p with { Role = type is "signing" or "agreement" ? "signatory" : type == "award" ? p.Role == "host" ? "awarder" : "recipient" : type == "ceremony" ? p.Role : "party" })];

    private Participant? Person(string at, string role, string? otherwise = null)
    {
        if (One($"{at}.name") is not { } name) return null;
        var country = One($"{at}.country") is null ? otherwise ?? (at[0] == 'd' ? One("visitor.country") is null ? null : State("visitor.country", "the visitor's state") : null) : State($"{at}.country", $"the state of {name}");
        return new Participant(name, "person", country, One($"{at}.office")?.ToLowerInvariant().Replace(' ', '-'), role);
    }

    private string State(string name, string what) => KnownNames.State(this[name]) ?? throw new FormatException(this[name].Length == 0 ? $"{what} is missing" : $"'{this[name]}' is no state; write a code such as KGZ or a name such as Kyrgyzstan");

    private string? One(string name) => Values.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;
}
