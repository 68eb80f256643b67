using System.Net;
using Chancery.Storage.Access;

namespace Chancery.Server.Tests.Access;

/// <summary>Single sign-on, against a provider of the tests' own.</summary>
public sealed class SignOnTests
{
    [Theory]
    [InlineData("chancery-reviewer", "/review", HttpStatusCode.OK)]
    [InlineData("chancery-reader", "/review", HttpStatusCode.Forbidden)]
    [InlineData("chancery-reader", "/events", HttpStatusCode.OK)]
    public async Task The_provider_gives_the_role(string role, string path, HttpStatusCode status)
    {
        await using var provider = await Provider.Start();
        provider.Claims["roles"] = new[] { "other", role };
        await using var server = await Start(provider);
        using var guest = new Guest(server);
        Assert.Equal(HttpStatusCode.Redirect, (await SignIn(guest)).StatusCode);
        Assert.Equal(status, (await guest.Get(path)).StatusCode);
    }

    [Fact]
    public async Task The_register_names_people_who_sign_in_elsewhere()
    {
        await using var provider = await Provider.Start();
        await using var server = await Start(provider);
        server.Store.People.Put(new Person("amina", "keeper", null, server.Store.Now));
        using var guest = new Guest(server);
        using var opened = await SignIn(guest, "/log");
        Assert.Equal("/log", opened.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await guest.Get("/log")).StatusCode);
        server.Store.People.Remove("amina", server.Store.Now);
        Assert.Equal(HttpStatusCode.Redirect, (await guest.Get("/log")).StatusCode);
    }

    [Fact]
    public async Task Somebody_unknown_and_the_bearer_of_a_name_with_a_password_are_refused()
    {
        await using var provider = await Provider.Start();
        await using var server = await Start(provider);
        using var guest = new Guest(server);
        Assert.Equal(HttpStatusCode.Forbidden, (await SignIn(guest)).StatusCode);
        Guest.Invite(server.Store);
        provider.Claims["preferred_username"] = "keeper";
        provider.Claims["roles"] = "chancery-keeper";
        Assert.Equal(HttpStatusCode.Forbidden, (await SignIn(guest)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await guest.Get("/events")).StatusCode);
    }

    [Fact]
    public async Task An_answer_that_was_not_asked_for_opens_nothing()
    {
        await using var provider = await Provider.Start();
        provider.Claims["roles"] = "chancery-reader";
        await using var server = await Start(provider);
        using var guest = new Guest(server);
        Assert.Equal(HttpStatusCode.Unauthorized, (await guest.Get("/sign-in/back?code=c1&state=forged")).StatusCode);
        provider.WrongNonce = "another";
        Assert.Equal(HttpStatusCode.Unauthorized, (await SignIn(guest)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await guest.Get("/events")).StatusCode);
    }

    private static Task<RunningServer> Start(Provider provider) => RunningServer.Start(Seeds.Visit(), new ServeSettings { SignOn = new SignOnSettings(provider.Address, "chancery", "s3cret") }, null);

    /// <summary>Follows the browser's way to the provider and back; answers what this server says in the end.</summary>
    private static async Task<HttpResponseMessage> SignIn(Guest guest, string to = "/")
    {
        using var start = await guest.Get("/sign-in/elsewhere?to=" + Uri.EscapeDataString(to));
        Assert.Equal(HttpStatusCode.Redirect, start.StatusCode);
        using var there = await guest.Client.GetAsync(start.Headers.Location, TestContext.Current.CancellationToken);
        return await guest.Client.GetAsync(there.Headers.Location, TestContext.Current.CancellationToken);
    }
}
