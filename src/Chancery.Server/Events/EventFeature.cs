using Chancery.Server.Answers;
using Chancery.Server.Failures;
using Chancery.Server.Languages;
using Chancery.Server.Layout;
using Chancery.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Chancery.Server.Events;

/// <summary><c>/events/{id}</c>.</summary>
internal static class EventFeature
{
    private const int LongestId = 64;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/events/{id}", (HttpContext http, RegisterStore store, Wording words, string id) =>
    {
        if (id.Length > LongestId || store.Event(id) is not { } found) return Failure.NotFound("There is no such event in this register.");
        // Not for ever: a merge may be undone, and then the id is the event's own again.
        if (found.Summary.Id != id) return Results.Redirect(Addresses.Event(found.Summary.Id) + (AnswerForms.Of(http) == AnswerForm.Json ? ".json" : ""));
        return new PageAnswer<EventView, EventPage>(new EventAnswers(store, words).Of(found), ServerJsonOptions.Readable.EventPage);
    });
}
