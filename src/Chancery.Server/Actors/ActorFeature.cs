using System.Collections.Immutable;
using Chancery.Register;
using Chancery.Register.Events;
using Chancery.Register.Merging;
using Chancery.Server.Answers;
using Chancery.Server.Failures;
using Chancery.Server.Languages;
using Chancery.Server.Layout;
using Chancery.Server.Listing;
using Chancery.Server.Maps;
using Chancery.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Chancery.Server.Actors;

/// <summary><c>/states/KGZ</c>, <c>/persons/NAME</c> and <c>/organisations/NAME</c>: what one of them took part in.</summary>
internal static class ActorFeature
{
    private const int PageSize = 100;
    private const int Companions = 12;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/states/{code}", State);
        routes.MapGet("/persons/{name}", Person);
        routes.MapGet("/organisations/{name}", (HttpContext http, RegisterStore store, Wording words, string name) => Named(http, store, words, name, Addresses.Organisation, "organisation"));
    }

    /// <summary>A state in the form that is wanted.</summary>
    public static IResult State(HttpContext http, RegisterStore store, Wording words, string code)
    {
        if (KnownNames.State(code) is not { } state) return Failure.NotFound($"'{code}' is no state; write a code such as KGZ or a name such as Kyrgyzstan.");
        var filters = EventFilters.Read(http.Request.Query, EventOrder.Newest, PageSize).Of(state);
        if (EventFile.Of(http, store, filters, state) is { } file) return file;
        return Answer(http, store, words, filters, store.Find(filters.Query), States.Name(state), state, Addresses.State(state));
    }

    /// <summary>A person in the form that is wanted.</summary>
    public static IResult Person(HttpContext http, RegisterStore store, Wording words, string name) => Named(http, store, words, name, Addresses.Person, "person");

    private static IResult Named(HttpContext http, RegisterStore store, Wording words, string name, Func<string, string> address, string file)
    {
        if (name.Length > EventFilters.LongestText) return Failure.NotFound();
        // A slash inside a name is the one character that routing leaves as it was written.
        name = KnownNames.Original(name.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase))!;
        var filters = EventFilters.Read(http.Request.Query, EventOrder.Newest, PageSize).Of(name, person: true);
        if (EventFile.Of(http, store, filters, file) is { } export) return export;
        var page = store.Find(filters.Query);
        return page.Items.IsEmpty && store.Count(new EventQuery { Person = name }) == 0 ? Failure.NotFound($"Nobody called {name} takes part in an event of this register.")
            : Answer(http, store, words, filters, page, name, null, address(name));
    }

    private static PageAnswer<ActorView, ActorPage> Answer(HttpContext http, RegisterStore store, Wording words, EventFilters filters, Page<EventSummary> page, string name, string? code, string path)
    {
        // Where all of them stand on the page, they are counted.
        long? total = code is not null ? null : page.Next is null && filters.Query.After is null ? page.Items.Length : store.Count(filters.Query with { After = null, Order = EventOrder.Oldest });
        var next = filters.Next(AnswerForms.Here(http, path), page.Next);
        var self = code is null ? page.Items.SelectMany(e => e.Participants).Where(p => p.Kind == "person" && Is(p, name, null)).ToArray() : [];
        return new(new ActorPage(name, code, total, code is null ? People(page.Items, name) : Partners(page.Items, code), page.Items, next)
        {
            Filters = filters, Path = path, Places = Places(page.Items, code, filters), Honours = Honours(words, page.Items, name, code),
            Tenures = code is null ? Tenures.Of(Wikidata(page.Items, name)) : [], Travels = code is null ? Travels(page.Items, name) : [],
            Office = self.FirstOrDefault(p => p.Office is not null)?.Office, Country = self.FirstOrDefault(p => p.Country is not null)?.Country,
        }, ServerJsonOptions.Readable.ActorPage);
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

    /// <summary>Of a person the way from place to place, the latest last; of a state where it was busy.</summary>
    private static ImmutableArray<MapPoint> Places(ImmutableArray<EventSummary> events, string? code, EventFilters filters) =>
        MapPoint.Of(code is null ? events.Where(e => e.Type is "visit" or "talks" or "summit" or "ceremony" or "signing").Select(e => e.Place) : events.Select(e => e.Place), place => "/events" + filters.With(("place", place)));

    /// <summary>Where a person went as a visitor, the latest first.</summary>
    private static ImmutableArray<EventSummary> Travels(ImmutableArray<EventSummary> events, string name) =>
        [.. events.Where(e => e.Type == "visit" && e.Participants.Any(p => p.Role == "visitor" && Is(p, name, null))).OrderByDescending(e => e.Start, StringComparer.Ordinal)];

    private static ImmutableArray<HonourAnswer> Honours(Wording words, ImmutableArray<EventSummary> events, string name, string? code) => [.. events.Where(e => e.Honour is not null).Select(e => (Event: e, With: e.Participants.Where(p => !Is(p, name, code))))
        .Select(h => new HonourAnswer(h.Event.Honour!.Name + (h.Event.Honour.Class is { } c ? ", " + c : ""), string.Join(", ", h.With.Select(p => p.Role == "recipient" ? words["honour.to", words.Name(p.Name)] : p.Role == "awarder" ? words["honour.by", words.Name(p.Name)] : words.Name(p.Name))), h.Event.Start, h.Event.Id))];

    private static bool Is(Chancery.Reading.Reports.Participant p, string name, string? code) => code is null ? NameKey.SamePerson(NameKey.Fold(p.Name), NameKey.Fold(name), false) : p.Country == code && p.Kind == "state";

    private static string? Wikidata(ImmutableArray<EventSummary> events, string name) => events.SelectMany(e => e.Participants).Where(p => p.Wikidata is not null && Is(p, name, null))
        .GroupBy(p => p.Wikidata).MaxBy(g => g.Count())?.Key;
}
