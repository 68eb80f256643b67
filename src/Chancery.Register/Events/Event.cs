using System.Collections.Immutable;
using Chancery.Reading.Reports;
using Chancery.Register.Judgements;

namespace Chancery.Register.Events;

/// <summary>One assertion of one report about one field, with the slices of the text that say so.</summary>
/// <param name="Report">Number of the report.</param>
/// <param name="Field">type, subtype, status, start, end, place, participant, topic, name, instrument, honour, anniversary.</param>
/// <param name="Value">Value as text, in the form of <see cref="Field.Value"/>.</param>
/// <param name="Document">Where it stands.</param>
/// <param name="Evidence">Slices of the text behind it.</param>
public sealed record Claim(long Report, string Field, string Value, SourceDocument Document, ImmutableArray<Evidence> Evidence)
{
    /// <summary>Who entered or corrected it, where a person did.</summary>
    public string? By { get; init; }

    /// <summary>Why they did, where they said.</summary>
    public string? Why { get; init; }
}

/// <summary>One value of a field with the claims for it.</summary>
/// <param name="Value">The value as text.</param>
/// <param name="Sources">Number of independent sources.</param>
/// <param name="Claims">Claims for it.</param>
public sealed record FieldValue(string Value, int Sources, ImmutableArray<Claim> Claims);

/// <summary>A field of an event: the value that was chosen, by which rule, and all values that were claimed.</summary>
/// <param name="Name">Name of the field; a participant's is <c>participant NAME</c>.</param>
/// <param name="Value">Chosen value: dates in ISO 8601; a place as <c>City | Venue | ISO3</c>; a participant as <c>role | office | ISO3</c>; or null.</param>
/// <param name="Rule">Why this one.</param>
/// <param name="Values">All values, the chosen one first.</param>
public sealed record Field(string Name, string? Value, string Rule, ImmutableArray<FieldValue> Values)
{
    /// <summary>True where claims contradict each other (a month does not contradict a day in it).</summary>
    public bool Disputed { get; init; }
}

/// <summary>A step in the life of an event.</summary>
/// <param name="Status">mooted, planned, confirmed, ongoing, occurred, postponed, cancelled, denied, unconfirmed.</param>
/// <param name="Date">Day of the source, ISO 8601, or null.</param>
/// <param name="Source">Publisher; for unconfirmed null: silence has no source.</param>
/// <param name="Report">Number of the report, or 0.</param>
/// <param name="Start">The date the step gave for the event, or null.</param>
public sealed record Step(string Status, string? Date, string? Source, long Report, string? Start);

/// <summary>An event with everything that is known of it.</summary>
/// <param name="Summary">What lists show.</param>
/// <param name="Fields">Each field with its claims.</param>
/// <param name="Life">Steps in order of their sources.</param>
/// <param name="Reports">All reports, earliest first.</param>
/// <param name="Judgements">What people said of it and still holds.</param>
public sealed record Event(EventSummary Summary, ImmutableArray<Field> Fields, ImmutableArray<Step> Life,
    ImmutableArray<SourcedReport> Reports, ImmutableArray<Judgement> Judgements);
