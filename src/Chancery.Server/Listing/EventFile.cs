using System.Text;
using Chancery.Register.Exports;
using Chancery.Server.Answers;
using Chancery.Server.Feeds;
using Chancery.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Chancery.Server.Listing;

/// <summary>All events of a list as a file: CSV or a calendar; or its latest changes as a feed.</summary>
internal sealed class EventFile(RegisterStore store, EventQuery query, AnswerForm form, string name) : IResult
{
    private const int Batch = 1000;

    /// <summary>The file where one is wanted, else null.</summary>
    public static IResult? Of(HttpContext http, RegisterStore store, EventFilters filters, string name) => AnswerForms.Of(http) switch
    {
        AnswerForm.Atom => new AtomFeed(store, filters.Query, name),
        var form and (AnswerForm.Csv or AnswerForm.Calendar) => new EventFile(store, filters.Query with { Limit = Batch, After = null }, form, name),
        _ => null,
    };

    public async Task ExecuteAsync(HttpContext http)
    {
        // The exports write row by row while the register reads on; a million events are never in memory.
        http.Features.GetRequiredFeature<IHttpBodyControlFeature>().AllowSynchronousIO = true;
        var (type, ending) = form == AnswerForm.Csv ? ("text/csv", "csv") : ("text/calendar", "ics");
        http.Response.ContentType = $"{type}; charset=utf-8";
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"{name}.{ending}\"";
        // The first page is asked for before the first byte leaves, so that a fault is still told by its status.
        var events = store.All(query with { Order = query.Order == EventOrder.Relevance ? EventOrder.Oldest : query.Order });
        await using var to = new StreamWriter(http.Response.Body, new UTF8Encoding(false), 1 << 16) { NewLine = "\n" };
        if (form == AnswerForm.Csv) EventTableExport.Write(to, events);
        else CalendarExport.Write(to, events, DateTimeOffset.UtcNow);
    }
}
