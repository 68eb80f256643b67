using Chancery.Server.Answers;
using Chancery.Server.Listing;
using Chancery.Server.Status;
using Chancery.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Chancery.Server.Home;

/// <summary><c>/</c>: what happened last, what is coming, how much is there.</summary>
internal static class HomeFeature
{
    private const int Newest = 12;
    private const int Coming = 8;
    private const int Changes = 10;

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/", (RegisterStore store) => new PageAnswer<HomeView, HomePage>(Make(store), ServerJsonOptions.Readable.HomePage));

    private static HomePage Make(RegisterStore store)
    {
        var newest = new EventQuery { Statuses = ["occurred", "ongoing"], Until = store.Today, Order = EventOrder.Newest, Limit = Newest };
        return new HomePage(store.Size(), store.Find(newest).Items, Plans.Coming(store, new EventQuery(), Coming), Plans.Unconfirmed(store, new EventQuery(), Coming)) { Changed = store.LatestChanges(Changes), Waiting = StatusPage.WaitingOf(store) };
    }
}
