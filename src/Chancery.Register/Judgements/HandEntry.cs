using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;
using Chancery.Reading.Reports;

namespace Chancery.Register.Judgements;

/// <summary>
/// An event as a person enters it: a planned visit with its delegations, agenda and documents, and its programme (talks, signings, ceremonies) as entries within it.
/// What it says are claims whose source is the person.
/// </summary>
public sealed record HandEntry
{
    /// <summary>Type of the contract.</summary>
    public required string Type { get; init; }

    /// <summary>For visits: state, official, working …; or null.</summary>
    public string? Subtype { get; init; }

    /// <summary>planned, ongoing, occurred, postponed, cancelled, denied.</summary>
    public string Status { get; init; } = "planned";

    /// <summary>First day, ISO 8601 as precise as known, or null.</summary>
    public string? Start { get; init; }

    /// <summary>Last day, or null.</summary>
    public string? End { get; init; }

    /// <summary>Where, or null; an item of a programme without a place has its visit's country.</summary>
    public EventPlace? Place { get; init; }

    /// <summary>Principals, hosts and the delegations with them (role participant).</summary>
    public ImmutableArray<Participant> Participants { get; init; } = [];

    /// <summary>What is to be talked about.</summary>
    public ImmutableArray<string> Agenda { get; init; } = [];

    /// <summary>Documents signed or to be signed.</summary>
    public ImmutableArray<Instrument> Documents { get; init; } = [];

    /// <summary>Proper name, or null.</summary>
    public string? Name { get; init; }

    /// <summary>Order or medal, or null.</summary>
    public Honour? Honour { get; init; }

    /// <summary>What the person wants to say to it: shown as the quote, or null.</summary>
    public string? Note { get; init; }

    /// <summary>Entries that are part of this one.</summary>
    public ImmutableArray<HandEntry> Programme { get; init; } = [];

    /// <summary>The entry and its programme as reports of one document, and the document's text: the notes, one a line; null without any.</summary>
    /// <exception cref="FormatException">Something that no event can have; the message names the field.</exception>
    public (ImmutableArray<Report> Reports, string? Text) Reports()
    {
        var reports = ImmutableArray.CreateBuilder<Report>();
        var notes = new List<string>();
        Add(reports, notes, this, null, "1", "");
        return (reports.ToImmutable(), notes.Count == 0 ? null : string.Join('\n', notes));
    }

    private static void Add(ImmutableArray<Report>.Builder to, List<string> notes, HandEntry entry, (HandEntry Entry, string Id)? whole, string id, string path)
    {
        if (entry.Fault() is { } fault) throw new FormatException(path + fault);
        var place = entry.Place ?? (whole?.Entry.Place?.Country is { } country ? new EventPlace(null, null, country, null, null, null) : null);
        to.Add(new Report
        {
            Id = id, Type = entry.Type, Subtype = entry.Subtype, Status = entry.Status, Start = entry.Start, End = entry.End, Place = place is null ? null : place with { Country = place.Country is { } c ? States.Find(c) : null },
            Participants = [.. Some(entry.Participants).Select(p => p.Country is { } state ? p with { Country = States.Find(state) } : p)],
            Topics = Some(entry.Agenda), Instruments = Some(entry.Documents), Name = entry.Name, Honour = entry.Honour, PartOf = whole?.Id, Confidence = 1, Plover = TypeRule.Of(entry.Type).Plover,
            Evidence = Said(entry.Note, notes),
        });
        var n = 0;
        foreach (var item in Some(entry.Programme))
            Add(to, notes, item, (entry, id), string.Create(CultureInfo.InvariantCulture, $"{id}.{++n}"), string.Create(CultureInfo.InvariantCulture, $"{path}programme, item {n}: "));
    }

    private static ImmutableArray<Evidence> Said(string? note, List<string> notes)
    {
        if (note?.ReplaceLineEndings(" ").Trim() is not { Length: > 0 } line) return [];
        var at = notes.Sum(l => Length(l) + 1);
        notes.Add(line);
        return [new Evidence(at, at + Length(line), line, "trigger", "hand")];
    }

    private static int Length(string text) => text.EnumerateRunes().Count();

    private string? Fault()
    {
        try
        {
            Correction.One("type", Type);
            Correction.One("status", Status);
            Correction.One("start", Start ?? "");
            Correction.One("end", End ?? "");
        }
        catch (FormatException e) { return e.Message; }
        if (DayRange.Parse(Start) is { } from && DayRange.Parse(End) is { } until && until.Last < from.First) return "the last day lies before the first";
        if (Place?.Country is { } country && States.Find(country) is null) return $"'{country}' is no state";
        if (Some(Participants).IsEmpty && Name is null) return "an event has somebody who takes part, or a name";
        if (Some(Documents).FirstOrDefault(d => d.Kind.Length == 0) is not null) return "a document has a kind";
        return Some(Participants).Select(Correction.Check).FirstOrDefault(f => f is not null);
    }

    private static ImmutableArray<T> Some<T>(ImmutableArray<T> array) => array.IsDefault ? [] : array;
}

/// <summary>JSON of entries: <c>{"type": "visit", "start": "2027-03-01", "participants": [{"name": …, "kind": "person", "country": "KGZ", "office": "president", "role": "visitor"}], "agenda": […], "documents": […], "programme": […]}</c>.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, ReadCommentHandling = System.Text.Json.JsonCommentHandling.Skip, AllowTrailingCommas = true)]
[JsonSerializable(typeof(HandEntry))]
public sealed partial class HandEntryJson : JsonSerializerContext;
