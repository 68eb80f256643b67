using System.Collections.Immutable;
using Chancery.Register.Events;
using Chancery.Storage;

namespace Chancery.Server.Listing;

/// <summary>What is planned, and what was planned and never heard of again.</summary>
internal static class Plans
{
    /// <summary>A plan may be for a year ("in 2026"), so one that is still open began, as a date, at most so many days ago.</summary>
    private const int LongestDate = 366;

    /// <summary>The next plans first.</summary>
    public static ImmutableArray<EventSummary> Coming(RegisterStore store, EventQuery query, int limit) =>
        store.Find(query with { Statuses = ["planned"], Since = store.Today, From = store.Today.AddDays(-LongestDate), Limit = limit }).Items;

    /// <summary>The latest silence first.</summary>
    public static ImmutableArray<EventSummary> Unconfirmed(RegisterStore store, EventQuery query, int limit) =>
        store.Find(query with { Statuses = ["unconfirmed"], Order = EventOrder.Newest, Limit = limit }).Items;
}
