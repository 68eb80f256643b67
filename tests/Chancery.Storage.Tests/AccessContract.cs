using Chancery.Storage.Access;

namespace Chancery.Storage.Tests;

/// <summary>People, keys, sessions and the log, on every store.</summary>
public abstract partial class RegisterContract
{
    [Fact]
    public void People_come_change_and_go()
    {
        using var store = Store();
        Assert.False(store.People.Any());
        store.People.Put(new Person("Амина", "reader", "hash", Noon));
        store.People.Put(new Person("Амина", "keeper", null, Noon));
        Assert.Equal(("keeper", null, Noon), store.People.Find("Амина") is { } p ? (p.Role, p.Password, p.Added) : default);
        Assert.Single(store.People.All());
        store.People.Add(new PersonKey("k1", "Амина", "sheet", "reader", "h", Noon, null));
        store.Sessions.Put("s1", "Амина", [1, 2, 3], Noon.AddDays(1), Noon);
        Assert.Equal([1, 2, 3], store.Sessions.Find("s1", Noon));
        Assert.Null(store.Sessions.Find("s1", Noon.AddDays(2)));
        Assert.True(store.People.Remove("Амина", Noon));
        Assert.Null(store.Sessions.Find("s1", Noon));
        Assert.Equal(Noon, store.People.Key("k1")!.Revoked);
        Assert.False(store.People.Remove("Амина", Noon));
        Assert.False(store.People.Any());
    }

    [Fact]
    public void Sessions_that_ran_out_are_swept_away()
    {
        using var store = Store();
        store.Sessions.Put("old", "a", [1], Noon.AddHours(1), Noon);
        store.Sessions.Put("new", "a", [2], Noon.AddDays(2), Noon.AddDays(1));
        Assert.Null(store.Sessions.Find("old", Noon));
        store.Sessions.RemoveAll("a");
        Assert.Null(store.Sessions.Find("new", Noon));
        store.Sessions.AddToRing("key-1", "<key/>");
        Assert.Equal(["<key/>"], store.Sessions.Ring());
    }

    [Fact]
    public void The_log_is_whole_and_pages_backwards()
    {
        using var store = Store();
        for (var i = 0; i < 5; i++) store.Audit.Add($"who\0{i}", "127.0.0.1", "POST /review", i == 0 ? null : new string('x', 1000), "done", Noon.AddSeconds(i));
        var latest = store.Audit.Latest(2);
        Assert.Equal(["who\uFFFD4", "who\uFFFD3"], latest.Select(e => e.Who));
        Assert.Equal("who\uFFFD2", store.Audit.Latest(2, latest[^1].Number)[0].Who);
        Assert.Equal(400, latest[0].About!.Length);
        Assert.Null(store.Audit.FirstBroken());
    }
}
