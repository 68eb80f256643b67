using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Chancery.Reading.Reports;

namespace Chancery.Register.Events;

/// <summary>An event as lists, tables and most exports show it.</summary>
public sealed record EventSummary
{
    /// <summary>Number of its earliest report.</summary>
    [JsonIgnore]
    public long Number { get; init; }

    /// <summary>Wikidata id where a person gave one, else the printed number.</summary>
    public required string Id { get; init; }

    /// <summary>One line for people.</summary>
    public required string Title { get; init; }

    /// <summary>Type of the contract.</summary>
    public required string Type { get; init; }

    /// <summary>Subtype, or null.</summary>
    public string? Subtype { get; init; }

    /// <summary>As the sources leave it; what time has made of it since is what <c>Life.Timekeeping</c> tells.</summary>
    public required string Status { get; init; }

    /// <summary>First day as precise as known, or null.</summary>
    public string? Start { get; init; }

    /// <summary>Last day, or null.</summary>
    public string? End { get; init; }

    /// <summary>Place, or null.</summary>
    public EventPlace? Place { get; init; }

    /// <summary>Who took part.</summary>
    public ImmutableArray<Participant> Participants { get; init; } = [];

    /// <summary>Topics.</summary>
    public ImmutableArray<string> Topics { get; init; } = [];

    /// <summary>Proper name, or null.</summary>
    public string? Name { get; init; }

    /// <summary>Documents.</summary>
    public ImmutableArray<Instrument> Instruments { get; init; } = [];

    /// <summary>Honour, or null.</summary>
    public Honour? Honour { get; init; }

    /// <summary>Anniversary, or null.</summary>
    public Anniversary? Anniversary { get; init; }

    /// <summary>Names of sources that the reports attribute it to.</summary>
    public ImmutableArray<string> Attribution { get; init; } = [];

    /// <summary>PLOVER.</summary>
    public Plover? Plover { get; init; }

    /// <summary>Id of the visit, tour or summit it is part of, or null.</summary>
    public string? PartOf { get; init; }

    /// <summary>Independent sources.</summary>
    public int Sources { get; init; }

    /// <summary>Reports.</summary>
    public int Reports { get; init; }

    /// <summary>Fields on which the sources disagree.</summary>
    public ImmutableArray<string> Disputed { get; init; } = [];

    /// <summary>0 to 1.</summary>
    public double Confidence { get; init; }

    /// <summary>A sentence of a source, or null.</summary>
    public string? Quote { get; init; }

    /// <summary>Who published the quote.</summary>
    public string? QuoteSource { get; init; }

    /// <summary>Day of the earliest source, or null.</summary>
    public string? FirstReported { get; init; }

    /// <summary>Day of the latest source, or null.</summary>
    public string? LastReported { get; init; }

    /// <summary>True where a person rejected it: kept, but left out of lists and exports.</summary>
    public bool Rejected { get; init; }

    /// <summary>How often the event changed since it appeared.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Revision { get; init; }

    /// <summary>When the register last changed it, where a list says so.</summary>
    [JsonIgnore]
    public DateTimeOffset? Changed { get; init; }

    /// <summary>States that take part or host, in alphabetical order.</summary>
    public ImmutableArray<string> States { get; init; } = [];
}

/// <summary>JSON of summaries.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(EventSummary))]
[JsonSerializable(typeof(ImmutableArray<EventSummary>))]
public sealed partial class EventJson : JsonSerializerContext;

/// <summary>How summaries are written: names stay readable in every script.</summary>
public static class EventJsonOptions
{
    /// <summary>Compact, camelCase, no escapes beyond what JSON asks for.</summary>
    public static EventJson Compact { get; } = new(new System.Text.Json.JsonSerializerOptions(EventJson.Default.Options) { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
