using System.Collections.Immutable;
using Chancery.Register;
using Chancery.Register.Events;
using Chancery.Register.Merging;
using Chancery.Server.Answers;
using Chancery.Server.Failures;
using Chancery.Server.Layout;
using Chancery.Server.Listing;
using Chancery.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Chancery.Server.Actors;

/// <summary><c>/states/KGZ</c> and <c>/persons/NAME</c>: what one of them took part in.</summary>
internal static class ActorFeature
{
    private const int PageSize = 100;
    private const int Companions = 12;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/states/{code}", State);
        routes.MapGet("/persons/{name}", Person);
    }

    /// <summary>A state in the form that is wanted.</summary>
    public static IResult State(HttpContext http, RegisterStore store, string code)
    {
        if (States.Find(code) is not { } state) return Failure.NotFound($"'{code}' is no state; write a code such as KGZ or a name such as Kyrgyzstan.");
        var filters = EventFilters.Read(http.Request.Query, EventOrder.Newest, PageSize).Of(state);
        if (EventFile.Of(http, store, filters, state) is { } file) return file;
        return Answer(http, store, filters, States.Name(state), state, Addresses.State(state));
    }

    /// <summary>A person in the form that is wanted.</summary>
    public static IResult Person(HttpContext http, RegisterStore store, string name)
    {
        if (name.Length > EventFilters.LongestText) return Failure.NotFound();
        // A slash inside a name is the one character that routing leaves as it was written.
        name = name.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
        var filters = EventFilters.Read(http.Request.Query, EventOrder.Newest, PageSize).Of(name, person: true);
        if (EventFile.Of(http, store, filters, "person") is { } file) return file;
        return store.Count(new EventQuery { Person = name }) == 0 ? Failure.NotFound($"Nobody called {name} takes part in an event of this register.")
            : Answer(http, store, filters, name, null, Addresses.Person(name));
    }

    private static PageAnswer<ActorView, ActorPage> Answer(HttpContext http, RegisterStore store, EventFilters filters, string name, string? code, string path)
    {
        var page = store.Find(filters.Query);
        long? total = code is not null ? null : store.Count(filters.Query with { After = null, Order = EventOrder.Oldest });
        var next = filters.Next(AnswerForms.Here(http, path), page.Next);
        return new(new ActorPage(name, code, total, code is null ? People(page.Items, name) : Partners(page.Items, code), page.Items, next) { Filters = filters, Path = path }, ServerJsonOptions.Readable.ActorPage);
    }

    private static ImmutableArray<Companion> Partners(ImmutableArray<EventSummary> events, string state) => [.. events.SelectMany(e => e.States.Where(s => s != state))
        .GroupBy(s => s).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Take(Companions)
        .Select(g => new Companion(States.Name(g.Key), Addresses.Pair(state, g.Key), g.Count()))];

    private static ImmutableArray<Companion> People(ImmutableArray<EventSummary> events, string name)
    {
        var self = NameKey.Fold(name);
        return [.. events.SelectMany(e => e.Participants.Where(p => p.Kind == "person" && !NameKey.SamePerson(NameKey.Fold(p.Name), self, false)).Select(p => p.Name).Distinct())
            .GroupBy(n => n).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Take(Companions)
            .Select(g => new Companion(g.Key, Addresses.Person(g.Key), g.Count()))];
    }
}
