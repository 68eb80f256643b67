using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Chancery.Reading.Reports;

/// <summary>What was read of one document: one line of <c>chancery extract</c>.</summary>
/// <param name="Document">The document as it was captured.</param>
/// <param name="Events">One report per event of the world that the document tells of, in the order of their first trigger.</param>
public sealed record ArticleReading(DocumentHeader Document, ImmutableArray<Report> Events);

/// <summary>What is known of a document besides its text.</summary>
public sealed record DocumentHeader
{
    /// <summary><c>sha256:</c> and the hash of the canonical text in UTF-8, hexadecimal.</summary>
    public required string Id { get; init; }

    /// <summary>The id that came with the text, or null.</summary>
    public string? Key { get; init; }

    /// <summary>Publisher: a host or a name, or null.</summary>
    public string? Source { get; init; }

    /// <summary>Address, or null.</summary>
    public string? Url { get; init; }

    /// <summary>Headline, or null.</summary>
    public string? Title { get; init; }

    /// <summary>Day of publication, ISO 8601, or null.</summary>
    public string? Published { get; init; }

    /// <summary>option, metadata, dateline, text, or null.</summary>
    public string? PublishedFrom { get; init; }

    /// <summary>ISO 639-1.</summary>
    public required string Language { get; init; }

    /// <summary>option, metadata, detected, assumed; null where the caller did not say.</summary>
    public string? LanguageFrom { get; init; }

    /// <summary>Length of the canonical text in code points.</summary>
    public required int Characters { get; init; }

    /// <summary>The canonical text, where it is asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Text { get; init; }
}

/// <summary>All claims of one document about one event.</summary>
public sealed record Report
{
    /// <summary>Stable for the same text and the same reader: hash of document and first trigger.</summary>
    public required string Id { get; init; }

    /// <summary>One of the types of the contract.</summary>
    public required string Type { get; init; }

    /// <summary>For visits: state, official, working …; for other types as the frame says; or null.</summary>
    public string? Subtype { get; init; }

    /// <summary>planned, ongoing, occurred, postponed, cancelled, denied.</summary>
    public required string Status { get; init; }

    /// <summary>First day, ISO 8601 as precise as the text allows (2023-10-12, 2023-10, 2023), or null.</summary>
    public string? Start { get; init; }

    /// <summary>Last day (inside), same form, or null where it is not known.</summary>
    public string? End { get; init; }

    /// <summary>Start and end in EDTF, or null.</summary>
    public string? When { get; init; }

    /// <summary>Where it happens, or null.</summary>
    public EventPlace? Place { get; init; }

    /// <summary>Who took part, each with a role.</summary>
    public ImmutableArray<Participant> Participants { get; init; } = [];

    /// <summary>Subjects named as talked about, lower-case, in order of the text.</summary>
    public ImmutableArray<string> Topics { get; init; } = [];

    /// <summary>Proper name of the event (an exercise, a summit), or null.</summary>
    public string? Name { get; init; }

    /// <summary>Documents signed, endorsed or agreed.</summary>
    public ImmutableArray<Instrument> Instruments { get; init; } = [];

    /// <summary>Order or medal conferred, or null.</summary>
    public Honour? Honour { get; init; }

    /// <summary>Anniversary that is marked, or null.</summary>
    public Anniversary? Anniversary { get; init; }

    /// <summary>Sources other than the outlet that the document gives for it.</summary>
    public ImmutableArray<Attribution> Attribution { get; init; } = [];

    /// <summary>Id of the report (same document) of the visit, tour or summit that this belongs to, or null.</summary>
    public string? PartOf { get; init; }

    /// <summary>0 to 1: share of such readings that were right on annotated text.</summary>
    public required double Confidence { get; init; }

    /// <summary>The event in PLOVER's terms.</summary>
    public required Plover Plover { get; init; }

    /// <summary>The slices of the text that say so.</summary>
    public ImmutableArray<Evidence> Evidence { get; init; } = [];
}

/// <summary>A place with its country.</summary>
/// <param name="Name">City, region or country as usually written, or null.</param>
/// <param name="Venue">Building, residence or base, or null.</param>
/// <param name="Country">ISO 3166-1 alpha-3, or null.</param>
/// <param name="Latitude">Degrees north, WGS 84, or null.</param>
/// <param name="Longitude">Degrees east, or null.</param>
/// <param name="Precision">venue, city, region, country, or null.</param>
public sealed record EventPlace(string? Name, string? Venue, string? Country, double? Latitude, double? Longitude, string? Precision);

/// <summary>Who took part, and as what.</summary>
/// <param name="Name">Full name where known.</param>
/// <param name="Kind">person, state, organisation, body, group.</param>
/// <param name="Country">The state acted for, ISO 3166-1 alpha-3; null for organisations of states and their people.</param>
/// <param name="Office">Office held at that time (an id of <c>offices.tsv</c>), or null.</param>
/// <param name="Role">visitor, host, party, signatory, awarder, recipient, speaker, target, organiser, participant, mediator, donor, sender.</param>
public sealed record Participant(string Name, string Kind, string? Country, string? Office, string Role)
{
    /// <summary>Wikidata id, or null.</summary>
    public string? Wikidata { get; init; }
}

/// <summary>A kind of document.</summary>
/// <param name="Kind">treaty, agreement, memorandum, intergovernmental, …: the kinds of <c>documents.tsv</c>.</param>
/// <param name="Title">Title as written, or null.</param>
/// <param name="Count">How many, or null.</param>
public sealed record Instrument(string Kind, string? Title, int? Count);

/// <summary>An order, medal or title.</summary>
/// <param name="Name">Name in English.</param>
/// <param name="Class">Class or grade as written, or null.</param>
public sealed record Honour(string Name, string? Class);

/// <summary>What turns how old.</summary>
/// <param name="Years">Number of years.</param>
/// <param name="Of">Of what, as written, or null.</param>
public sealed record Anniversary(int Years, string? Of);

/// <summary>A source that the document itself names.</summary>
/// <param name="Name">As written, without article.</param>
/// <param name="Cue">Word that attributes ("said", "according to"), or null.</param>
public sealed record Attribution(string Name, string? Cue);

/// <summary>PLOVER 2021: root, mode, contexts.</summary>
/// <param name="Event">One of the sixteen roots, upper-case.</param>
/// <param name="Mode">Mode, or null.</param>
/// <param name="Contexts">Contexts such as diplomatic, military, economic.</param>
public sealed record Plover(string Event, string? Mode, ImmutableArray<string> Contexts);

/// <summary>A slice of the document that says something of the event.</summary>
/// <param name="Start">First code point inside.</param>
/// <param name="End">First code point behind.</param>
/// <param name="Text">The slice itself.</param>
/// <param name="Field">trigger, who, when, where, status, attribution.</param>
/// <param name="Rule">Id of the line of the data pack that read it.</param>
public sealed record Evidence(int Start, int End, string Text, string Field, string? Rule);

/// <summary>JSON of what is read, by the names of the contract.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ArticleReading))]
[JsonSerializable(typeof(Report))]
public sealed partial class ReportJson : JsonSerializerContext;
