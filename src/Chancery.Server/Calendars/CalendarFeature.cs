using System.Globalization;
using Chancery.Server.Answers;
using Chancery.Server.Listing;
using Chancery.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Chancery.Server.Calendars;

/// <summary><c>/calendar?month=2023-10</c>: a month of the events of a list.</summary>
internal static class CalendarFeature
{
    private const int Most = 600;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/calendar", (HttpContext http, RegisterStore store) =>
    {
        var filters = EventFilters.Read(http.Request.Query, EventOrder.Oldest, Most);
        if (EventFile.Of(http, store, filters, "calendar") is { } file) return file;
        var month = Month(filters["month"]) ?? Latest(store, filters);
        var found = store.Find(filters.Query with { Since = month, Until = month.AddMonths(1).AddDays(-1), Limit = Most, Order = EventOrder.Oldest, After = null });
        return new PageAnswer<CalendarView, CalendarPage>(CalendarPage.Of(month, found.Items, found.Next is not null) with { Filters = filters, Today = store.Today }, ServerJsonOptions.Readable.CalendarPage);
    });

    private static DateOnly? Month(string? text) => text is null ? null
        : DateOnly.TryParseExact(text + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) ? month : throw new FormatException($"'{text}' is no month; write 2023-10");

    /// <summary>This month where it holds anything, else the month of the latest event.</summary>
    private static DateOnly Latest(RegisterStore store, EventFilters filters)
    {
        var now = new DateOnly(store.Today.Year, store.Today.Month, 1);
        if (!store.Find(filters.Query with { Since = now, Limit = 1, After = null, Order = EventOrder.Oldest }).Items.IsEmpty) return now;
        var last = store.Find(filters.Query with { Until = now, Limit = 1, After = null, Order = EventOrder.Newest }).Items;
        return last is [{ Start: { } start }] && Chancery.Register.DayRange.Parse(start) is { } day && DateOnly.FromDayNumber(day.First) is var first ? new DateOnly(first.Year, first.Month, 1) : now;
    }
}
