using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Chancery.Server.Events;

namespace Chancery.Server.Agents;

/// <summary>A sentence of a source.</summary>
/// <param name="Source">Publisher, or the person who entered it.</param>
/// <param name="Published">Day, or null.</param>
/// <param name="Text">The sentence, the words that count between ** and **.</param>
/// <param name="Article">Address of the article in this register.</param>
/// <param name="Start">First code point of the words in the article's text.</param>
/// <param name="End">Code point behind the last.</param>
/// <param name="Rule">Line of the data pack that read it, or null.</param>
public sealed record Sentence(string Source, string? Published, string Text, string Article, int Start, int End, string? Rule);

/// <summary>An event in a list, with a sentence that tells of it.</summary>
/// <param name="Id">Id, for get_event, evidence and explain.</param>
/// <param name="Title">One line.</param>
/// <param name="Type">Type of the contract.</param>
/// <param name="Status">occurred, planned, unconfirmed …</param>
/// <param name="Start">First day as precise as known, or null.</param>
/// <param name="End">Last day, or null.</param>
/// <param name="Place">Where, or null.</param>
/// <param name="Participants">Who, with office, state and role.</param>
/// <param name="Sources">Independent sources.</param>
/// <param name="Disputed">Fields on which sources disagree.</param>
/// <param name="Quote">A sentence of a source, or null.</param>
/// <param name="QuoteSource">Who published it.</param>
/// <param name="Address">Page of the event.</param>
public sealed record AgentEvent(string Id, string Title, string Type, string Status, string? Start, string? End, string? Place, ImmutableArray<string> Participants, int Sources,
    ImmutableArray<string> Disputed, string? Quote, string? QuoteSource, string Address);

/// <summary>A page of events.</summary>
/// <param name="Events">Events, each with a sentence that tells of it.</param>
/// <param name="Next">What to give as <c>after</c> for more, or null.</param>
public sealed record FoundEvents(ImmutableArray<AgentEvent> Events, string? Next);

/// <summary>A report of an event.</summary>
/// <param name="Source">Publisher.</param>
/// <param name="Published">Day, or null.</param>
/// <param name="Title">Headline, or null.</param>
/// <param name="Url">Address of the original, or null.</param>
/// <param name="Article">Address of the article in this register.</param>
/// <param name="Status">Status that it reports.</param>
/// <param name="Quote">Its sentence, or null.</param>
public sealed record AgentReport(string Source, string? Published, string? Title, string? Url, string Article, string Status, string? Quote);

/// <summary>An event whole.</summary>
/// <param name="Event">What lists show.</param>
/// <param name="Life">Steps of its status, each dated and sourced.</param>
/// <param name="PartOf">The visit, tour or summit it is part of, or null.</param>
/// <param name="Parts">Talks, signings, ceremonies … of it.</param>
/// <param name="Documents">Documents signed or agreed.</param>
/// <param name="Topics">Subjects.</param>
/// <param name="Reports">The evidence: each report with its sentence.</param>
/// <param name="Citation">A line for a footnote.</param>
public sealed record WholeEvent(AgentEvent Event, ImmutableArray<StepAnswer> Life, AgentEvent? PartOf, ImmutableArray<AgentEvent> Parts, ImmutableArray<string> Documents,
    ImmutableArray<string> Topics, ImmutableArray<AgentReport> Reports, string Citation);

/// <summary>A value with the sentences that say so.</summary>
/// <param name="Field">Field.</param>
/// <param name="Value">Value.</param>
/// <param name="Chosen">True for the one the event shows; false where sources say otherwise.</param>
/// <param name="Sources">Independent sources.</param>
/// <param name="Sentences">The sentences.</param>
public sealed record EvidencedValue(string Field, string Value, bool Chosen, int Sources, ImmutableArray<Sentence> Sentences);

/// <summary>Evidence of an event.</summary>
/// <param name="Event">Id it goes by now.</param>
/// <param name="Title">One line.</param>
/// <param name="Values">Each value that is claimed, with the sentences.</param>
public sealed record EventEvidence(string Event, string Title, ImmutableArray<EvidencedValue> Values);

/// <summary>Who held an office.</summary>
/// <param name="Tenures">By the table of tenures.</param>
/// <param name="Table">Where that table stands.</param>
/// <param name="Seen">Events of the register around the day in which they take part: the sentences say in which office.</param>
public sealed record OfficeHolders(ImmutableArray<HeldOffice> Tenures, string Table, ImmutableArray<AgentEvent> Seen);

/// <summary>Why a field has its value.</summary>
/// <param name="Field">Field.</param>
/// <param name="Value">Chosen value, or null.</param>
/// <param name="Why">Rule that chose it.</param>
/// <param name="Disputed">True where claims contradict each other.</param>
/// <param name="Values">All values with the sentences for them.</param>
public sealed record ExplainedField(string Field, string? Value, string Why, bool Disputed, ImmutableArray<EvidencedValue> Values);

/// <summary>Why the register says what it says of an event.</summary>
/// <param name="Event">Id it goes by now.</param>
/// <param name="Title">One line.</param>
/// <param name="Status">Its status now.</param>
/// <param name="Life">How it came to that.</param>
/// <param name="Fields">Each field.</param>
/// <param name="Judgements">What people said of it.</param>
public sealed record Explanation(string Event, string Title, string Status, ImmutableArray<StepAnswer> Life, ImmutableArray<ExplainedField> Fields, ImmutableArray<JudgementAnswer> Judgements);

/// <summary>JSON of answers to agents.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(FoundEvents))]
[JsonSerializable(typeof(WholeEvent))]
[JsonSerializable(typeof(EventEvidence))]
[JsonSerializable(typeof(OfficeHolders))]
[JsonSerializable(typeof(Explanation))]
internal sealed partial class AgentJson : JsonSerializerContext;
