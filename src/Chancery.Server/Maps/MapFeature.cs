using Chancery.Server.Answers;
using Chancery.Server.Listing;
using Chancery.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Chancery.Server.Maps;

/// <summary><c>/map</c>: where the events of a list happened.</summary>
internal static class MapFeature
{
    private const int Most = 1500;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/map", (HttpContext http, RegisterStore store) =>
    {
        var filters = EventFilters.Read(http.Request.Query, EventOrder.Newest, Most);
        var (places, more) = store.Places(filters.Query with { Limit = Most, Order = EventOrder.Newest, After = null });
        var points = MapPoint.Of(places, name => "/events" + filters.With(("place", name)));
        return new PageAnswer<MapView, MapPage>(new MapPage(points, places.Length, places.Length - points.Sum(p => p.Events), more) { Filters = filters }, ServerJsonOptions.Readable.MapPage);
    });
}
