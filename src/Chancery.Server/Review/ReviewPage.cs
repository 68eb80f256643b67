using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Chancery.Server.Events;

namespace Chancery.Server.Review;

/// <summary>What waits for a person, one question at a time.</summary>
/// <param name="By">Who is asked.</param>
/// <param name="Kind">Only questions of this kind, or null for all.</param>
/// <param name="Open">How many questions of each kind are open.</param>
/// <param name="Cards">The next questions; the first one is asked now.</param>
/// <param name="Mine">What this person decided last.</param>
public sealed record ReviewPage(string By, string? Kind, ImmutableArray<OpenCount> Open, ImmutableArray<ReviewCard> Cards, ImmutableArray<Decided> Mine);

/// <summary>Open questions of a kind.</summary>
/// <param name="Kind">merge, dispute, doubtful, opinion.</param>
/// <param name="Label">For people.</param>
/// <param name="Count">How many.</param>
/// <param name="More">True where there are more than were counted.</param>
public sealed record OpenCount(string Kind, string Label, int Count, bool More);

/// <summary>A question with all that is needed to answer it.</summary>
/// <param name="Key">Kind and ids: the same question has the same key.</param>
/// <param name="Kind">merge, dispute, doubtful, opinion.</param>
/// <param name="Asks">The question in words.</param>
/// <param name="Left">The event, or the first of two.</param>
/// <param name="Right">The second, or null.</param>
/// <param name="Score">Likeness of two, confidence of one.</param>
/// <param name="Rows">Field by field.</param>
/// <param name="Choices">Values to choose from where sources differ.</param>
/// <param name="Opinions">What others said of it already.</param>
public sealed record ReviewCard(string Key, string Kind, string Asks, CardSide Left, CardSide? Right, double Score, ImmutableArray<CardRow> Rows, ImmutableArray<CardChoice> Choices, ImmutableArray<Decided> Opinions)
{
    /// <summary>True where two things are asked to be one.</summary>
    [JsonIgnore]
    public bool IsPair => Right is not null;
}

/// <summary>One side of a question: an event with the sentence in question.</summary>
/// <param name="Event">Id.</param>
/// <param name="Title">Title.</param>
/// <param name="Source">Publisher of the sentence.</param>
/// <param name="Published">Day, or null.</param>
/// <param name="Sentence">The sentence with the slice that was read, or null where the text is not kept.</param>
public sealed record CardSide(string Event, string Title, string Source, string? Published, EvidenceAnswer? Sentence);

/// <summary>A field on both sides.</summary>
/// <param name="Field">Name.</param>
/// <param name="Left">Value in words, or null.</param>
/// <param name="Right">Value of the other side, or null.</param>
/// <param name="Differs">True where both say something and not the same.</param>
public sealed record CardRow(string Field, string? Left, string? Right, bool Differs);

/// <summary>A value that some sources give for a field on which they disagree.</summary>
/// <param name="Field">Field.</param>
/// <param name="Value">As a correction writes it.</param>
/// <param name="Words">For people.</param>
/// <param name="Chosen">True for the one that the event shows.</param>
/// <param name="Sources">Independent sources.</param>
/// <param name="Claims">Who says so, in which words.</param>
public sealed record CardChoice(string Field, string Value, string Words, bool Chosen, int Sources, ImmutableArray<ClaimAnswer> Claims);

/// <summary>A decision of a person.</summary>
/// <param name="Id">Number of the judgement.</param>
/// <param name="Kind">same, different, unsure, correct, reject, accept, undo.</param>
/// <param name="Words">What was decided, in words.</param>
/// <param name="By">Who.</param>
/// <param name="At">When.</param>
/// <param name="Why">Why, or null.</param>
/// <param name="Event">Id of the event that it is about, or null where there is none any more.</param>
/// <param name="Title">Its title, or null.</param>
/// <param name="Undone">True where it was taken back.</param>
public sealed record Decided(long Id, string Kind, string Words, string By, DateTimeOffset At, string? Why, string? Event, string? Title, bool Undone);

/// <summary>Who decided what, latest first.</summary>
/// <param name="By">Only this person, or null.</param>
/// <param name="Decisions">Decisions.</param>
/// <param name="Next">Address of the page before in time, or null.</param>
public sealed record HistoryPage(string? By, ImmutableArray<Decided> Decisions, string? Next);
