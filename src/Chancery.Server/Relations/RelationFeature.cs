using Chancery.Server.Languages;
using System.Collections.Immutable;
using Chancery.Register;
using Chancery.Server.Answers;
using Chancery.Server.Failures;
using Chancery.Server.Layout;
using Chancery.Server.Listing;
using Chancery.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Chancery.Server.Relations;

/// <summary><c>/relations/RUS/KGZ</c>: the chronology of a pair.</summary>
internal static class RelationFeature
{
    private const int PageSize = 100;
    private const int Ahead = 10;

    /// <summary>Events that the timeline shows, the newest; the table of counts below it has all.</summary>
    private const int Drawn = 300;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/relations/{a}/{b}", Answer);

    /// <summary>The pair in the form that is wanted.</summary>
    public static IResult Answer(HttpContext http, RegisterStore store, string a, string b)
    {
        if (KnownNames.State(a) is not { } first) return Failure.NotFound($"'{a}' is no state; write a code such as KGZ or a name such as Kyrgyzstan.");
        if (KnownNames.State(b) is not { } second) return Failure.NotFound($"'{b}' is no state; write a code such as KGZ or a name such as Kyrgyzstan.");
        if (first == second) return Failure.NotFound("A pair needs two states.");
        var filters = EventFilters.Read(http.Request.Query, EventOrder.Newest, PageSize).Between(first, second);
        if (EventFile.Of(http, store, filters, $"{first}-{second}") is { } file) return file;
        if (AnswerForms.Of(http) == AnswerForm.Docx) return new ChronologyFile(store, filters.Query, $"{States.Name(first)} and {States.Name(second)}", $"{first}-{second}");
        return new PageAnswer<RelationView, RelationPage>(Make(http, store, filters, first, second), ServerJsonOptions.Readable.RelationPage);
    }

    private static RelationPage Make(HttpContext http, RegisterStore store, EventFilters filters, string a, string b)
    {
        var path = Addresses.Pair(a, b);
        var pair = new EventQuery { Between = [a, b] };
        var drawn = store.Find(filters.Query with { Limit = Drawn, Order = EventOrder.Newest, After = null });
        // The first page of the newest is the beginning of what the timeline draws.
        var first = filters.Query is { After: null, Order: EventOrder.Newest, Limit: < Drawn } && filters.Query.Limit >= drawn.Items.Length;
        var page = first ? drawn with { Next = null } : store.Find(filters.Query);
        // The table of years stays whole while one walks through it, so it does not follow the filters that its own cells set.
        var tallies = store.Tallies(filters.Query with { Types = [], Since = null, Until = null, After = null });
        return new RelationPage(new(a, States.Name(a)), new(b, States.Name(b)), Total(store, filters, tallies), tallies,
            Plans.Coming(store, pair, Ahead), Plans.Unconfirmed(store, pair, Ahead),
            page.Items, filters.Next(AnswerForms.Here(http, path), page.Next))
        {
            Filters = filters, Path = path, Today = store.Today, Drawn = drawn.Items,
        };
    }

    /// <summary>Without a date the table of types and years says it already; counting anew would read every event of the pair a second time.</summary>
    private static long Total(RegisterStore store, EventFilters filters, ImmutableArray<Tally> tallies) => filters.Query is { Since: null, Until: null }
        ? tallies.Where(t => filters.Query.Types.IsEmpty || filters.Query.Types.Contains(t.Type)).Sum(t => t.Events)
        : store.Count(filters.Query with { After = null, Order = EventOrder.Oldest });
}
