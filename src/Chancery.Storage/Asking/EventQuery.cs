using System.Collections.Immutable;

namespace Chancery.Storage;

/// <summary>What is asked of the register; filters narrow each other, and an empty one is everything, oldest first.</summary>
public sealed record EventQuery
{
    /// <summary>States (ISO 3166-1 alpha-3) that all take part or host.</summary>
    public ImmutableArray<string> Between { get; init; } = [];

    /// <summary>Words of a participant's name.</summary>
    public string? Person { get; init; }

    /// <summary>Where not 0, only so many events of <see cref="Person"/> are looked at, those that came in last: for who wants some of them and not the first of an order.</summary>
    public int Among { get; init; }

    /// <summary>Types, any of them.</summary>
    public ImmutableArray<string> Types { get; init; } = [];

    /// <summary>Statuses, any of them; <c>unconfirmed</c> counts as of today.</summary>
    public ImmutableArray<string> Statuses { get; init; } = [];

    /// <summary>Events that end on this day or later.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>Events that begin on this day or later.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Events that begin on this day or earlier.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Country code, or words of a place.</summary>
    public string? Place { get; init; }

    /// <summary>Full text: words that all occur, "in quotes" together, with * at the end any ending.</summary>
    public string? Text { get; init; }

    /// <summary>Only events that this publisher reports.</summary>
    public string? Source { get; init; }

    /// <summary>Only parts of this event.</summary>
    public string? PartOf { get; init; }

    /// <summary>Only disputed ones.</summary>
    public bool Disputed { get; init; }

    /// <summary>Least number of independent sources.</summary>
    public int MinSources { get; init; }

    /// <summary>Also those that a person rejected.</summary>
    public bool Rejected { get; init; }

    /// <summary>Order of the answer.</summary>
    public EventOrder Order { get; init; } = EventOrder.Oldest;

    /// <summary>Most rows of a page.</summary>
    public int Limit { get; init; } = 100;

    /// <summary><see cref="Page{T}.Next"/> of the page before, or null for the first.</summary>
    public string? After { get; init; }
}

/// <summary>Order of events.</summary>
public enum EventOrder
{
    /// <summary>By first day.</summary>
    Oldest,

    /// <summary>By first day, latest first.</summary>
    Newest,

    /// <summary>By last change, latest first.</summary>
    Changed,

    /// <summary>Best match of the text first; the first page only.</summary>
    Relevance,
}

/// <summary>A page of an answer.</summary>
/// <param name="Items">Rows.</param>
/// <param name="Next">Where the next page begins, or null on the last.</param>
public sealed record Page<T>(ImmutableArray<T> Items, string? Next);

/// <summary>How many events of one type begin in one year.</summary>
/// <param name="Type">Type of the contract.</param>
/// <param name="Year">Year, or null for undated ones.</param>
/// <param name="Events">How many.</param>
public sealed record Tally(string Type, int? Year, long Events);
