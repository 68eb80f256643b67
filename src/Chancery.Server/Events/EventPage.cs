using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Chancery.Register.Events;

namespace Chancery.Server.Events;

/// <summary>An event with everything behind it.</summary>
/// <param name="Event">What lists show.</param>
/// <param name="Fields">Each field with the claims for and against its value.</param>
/// <param name="Life">Steps of its status.</param>
/// <param name="Parts">Talks, signings, ceremonies … of it.</param>
/// <param name="Whole">The visit, tour or summit it is part of, or null.</param>
/// <param name="Reports">Documents that tell of it.</param>
/// <param name="Judgements">What people said of it and still holds.</param>
/// <param name="Citation">A line for a footnote.</param>
public sealed record EventPage(EventSummary Event, ImmutableArray<FieldAnswer> Fields, ImmutableArray<StepAnswer> Life, ImmutableArray<EventSummary> Parts,
    EventSummary? Whole, ImmutableArray<ReportAnswer> Reports, ImmutableArray<JudgementAnswer> Judgements, string Citation)
{
    /// <summary>What the parties' own readouts say, party by party.</summary>
    public ImmutableArray<ReadoutAnswer> Readouts { get; init; } = [];
}

/// <summary>What a party itself published of the event.</summary>
/// <param name="State">Code of the state.</param>
/// <param name="Source">Publisher.</param>
/// <param name="Published">Day, or null.</param>
/// <param name="Article">Address of the article here.</param>
/// <param name="Sentences">Its sentences of the event, in order.</param>
public sealed record ReadoutAnswer(string State, string Source, string? Published, string Article, ImmutableArray<string> Sentences);

/// <summary>A field: the chosen value, the rule that chose it, the claims.</summary>
/// <param name="Field">Name.</param>
/// <param name="Value">Chosen value, or null.</param>
/// <param name="Rule">Why this one.</param>
/// <param name="Disputed">True where claims contradict each other.</param>
/// <param name="Values">All values, the chosen one first.</param>
public sealed record FieldAnswer(string Field, string? Value, string Rule, bool Disputed, ImmutableArray<ValueAnswer> Values);

/// <summary>A value with the claims for it.</summary>
/// <param name="Value">The value.</param>
/// <param name="Chosen">True for the one the event shows.</param>
/// <param name="Sources">Independent sources.</param>
/// <param name="Claims">Claims.</param>
public sealed record ValueAnswer(string Value, bool Chosen, int Sources, ImmutableArray<ClaimAnswer> Claims);

/// <summary>A claim: who says so, when, in which words.</summary>
/// <param name="Source">Publisher, or the person who entered or corrected it.</param>
/// <param name="Published">Day of publication, or null.</param>
/// <param name="Article">Address of the article here.</param>
/// <param name="Report">Printed number of the report, or null for a correction.</param>
/// <param name="Reader">Which reader read it.</param>
/// <param name="ByHand">True where a person said it.</param>
/// <param name="Why">Reason of a correction, or null.</param>
/// <param name="Evidence">Slices of the text.</param>
public sealed record ClaimAnswer(string Source, string? Published, string Article, string? Report, string Reader, bool ByHand, string? Why, ImmutableArray<EvidenceAnswer> Evidence);

/// <summary>A slice of the text in its sentence.</summary>
/// <param name="Start">First code point.</param>
/// <param name="End">Code point behind the last.</param>
/// <param name="Text">The slice.</param>
/// <param name="Rule">Line of the data pack that read it, or null.</param>
/// <param name="Address">Address of the article, opened here.</param>
/// <param name="Before">The sentence before the slice.</param>
/// <param name="After">The sentence behind it.</param>
public sealed record EvidenceAnswer(int Start, int End, string Text, string? Rule, [property: JsonIgnore] string Address, string Before, string After);

/// <summary>A step in the life of an event.</summary>
/// <param name="Status">Status.</param>
/// <param name="Date">Day of the source, or null.</param>
/// <param name="Source">Publisher, or null for silence.</param>
/// <param name="For">Date that the step gave for the event, or null.</param>
/// <param name="Article">Address of the article here, or null.</param>
public sealed record StepAnswer(string Status, string? Date, string? Source, string? For, string? Article);

/// <summary>A document that tells of the event.</summary>
/// <param name="Report">Printed number.</param>
/// <param name="Source">Publisher.</param>
/// <param name="Published">Day, or null.</param>
/// <param name="Title">Headline, or null.</param>
/// <param name="Article">Address of the article here.</param>
/// <param name="Url">Address of the original, or null.</param>
/// <param name="Status">Status that it reports.</param>
/// <param name="Quote">Its sentence, or null.</param>
public sealed record ReportAnswer(string Report, string Source, string? Published, string? Title, string Article, string? Url, string Status, string? Quote);

/// <summary>What a person said of the event.</summary>
public sealed record JudgementAnswer(long Id, string Kind, string? Field, string? Value, string By, DateTimeOffset At, string? Why);
