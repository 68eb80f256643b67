using System.Net;
using System.Text;
using System.Text.Json;
using Chancery.Storage;

namespace Chancery.Cli.Tests;

/// <summary>Feeds: only what was named is asked, what is new is taken in, what did not change is not read again.</summary>
public sealed class FeedsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("chancery-feeds-").FullName;

    private string Register => Path.Combine(_folder, "register.db");

    [Fact]
    public void A_feed_is_polled_and_what_is_new_is_taken_in_once()
    {
        using var site = new Site();
        Assert.Equal(0, Run("add", site.Feed, "--source", "example.org").Code);
        Assert.Contains("never polled", Run("list").Output, StringComparison.Ordinal);
        Assert.Equal(0, site.Asked);
        site.Articles.Add(("Putin arrives", "Vladimir Putin arrived in Bishkek on 12 October 2023 on an official visit. He held talks with Sadyr Japarov."));
        Assert.Equal(1, Documents(Poll()));
        Assert.Equal(0, Documents(Poll()));
        Assert.Equal(1, site.NotChanged);
        site.Articles.Add(("Erdogan arrives", "Recep Tayyip Erdogan arrived in Astana on 2 November 2023. He met Kassym-Jomart Tokayev there."));
        Assert.Equal(1, Documents(Poll()));
        using (var store = RegisterStore.Open(Register))
        {
            Assert.Equal(2, store.Size().Documents);
            Assert.All(store.Documents(new SourceQuery()).Items, d => Assert.Equal("example.org", d.Document.Header.Source));
            Assert.NotEmpty(store.Find(new EventQuery { Between = ["RUS", "KGZ"] }).Items);
            Assert.StartsWith("1 new", Assert.Single(store.Feeds.All()).Outcome, StringComparison.Ordinal);
        }
        Assert.Equal(0, Run("remove", site.Feed).Code);
        Assert.Equal("", Run("list").Output);
        var asked = site.Asked;
        Assert.Equal(0, Poll().Code);
        Assert.Equal(asked, site.Asked);
    }

    [Fact]
    public void A_feed_that_cannot_be_had_is_named_and_the_others_are_polled()
    {
        using var site = new Site();
        site.Articles.Add(("A visit", "Vladimir Putin arrived in Bishkek on 12 October 2023."));
        Run("add", site.Feed);
        Run("add", site.Root + "gone.rss");
        var poll = Poll();
        Assert.Equal(3, poll.Code);
        Assert.Contains(site.Root + "gone.rss", poll.Error, StringComparison.Ordinal);
        Assert.Equal(1, Documents(poll));
    }

    [Fact]
    public void Private_networks_are_not_reached_unless_named_and_strangers_are_not_polled()
    {
        using var site = new Site();
        Run("add", site.Feed);
        var poll = Run("poll");
        Assert.Equal(1, poll.Code);
        Assert.Contains("private or special network", poll.Error, StringComparison.Ordinal);
        Assert.Equal(0, site.Asked);
        Assert.NotEqual(0, Run("poll", "https://elsewhere.example/feed").Code);
        Assert.NotEqual(0, Run("add", "file:///etc/passwd").Code);
    }

    private ProgramRun Run(string verb, params string[] more) => ProgramRun.Of(["feeds", verb, .. more, "--register", Register]);

    private ProgramRun Poll() => Run("poll", "--network", "127.0.0.1/32", "--json");

    private static int Documents(ProgramRun poll)
    {
        using var answer = JsonDocument.Parse(poll.Output);
        return answer.RootElement.GetProperty("documents").GetInt32();
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, true);
    }

    /// <summary>A site on this machine with one feed.</summary>
    private sealed class Site : IDisposable
    {
        private readonly HttpListener _listener = new();

        public Site()
        {
            Root = $"http://127.0.0.1:{FreePort()}/";
            _listener.Prefixes.Add(Root);
            _listener.Start();
            _ = Serve();
        }

        public string Root { get; }

        public string Feed => Root + "news.rss";

        public List<(string Title, string Text)> Articles { get; } = [];

        public int Asked { get; private set; }

        public int NotChanged { get; private set; }

        private async Task Serve()
        {
            while (_listener.IsListening)
            {
                HttpListenerContext context;
                try { context = await _listener.GetContextAsync(); }
                catch (Exception e) when (e is HttpListenerException or ObjectDisposedException) { return; }
                Asked++;
                Answer(context);
                context.Response.Close();
            }
        }

        private void Answer(HttpListenerContext context)
        {
            var tag = $"\"{Articles.Count}\"";
            if (context.Request.Url!.AbsolutePath != "/news.rss") { context.Response.StatusCode = 404; return; }
            if (context.Request.Headers["If-None-Match"] == tag) { NotChanged++; context.Response.StatusCode = 304; return; }
            context.Response.AddHeader("ETag", tag);
            context.Response.ContentType = "application/rss+xml";
            var items = string.Concat(Articles.Select((a, i) => $"<item><title>{a.Title}</title><link>{Root}{i}</link><pubDate>Fri, {13 + i} Oct 2023 08:00:00 GMT</pubDate><description>{a.Text}</description></item>"));
            context.Response.OutputStream.Write(Encoding.UTF8.GetBytes($"<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>News</title><link>{Root}</link><description>n</description><language>en</language>{items}</channel></rss>"));
        }

        private static int FreePort()
        {
            using var socket = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
            socket.Start();
            return ((IPEndPoint)socket.LocalEndpoint).Port;
        }

        public void Dispose() => _listener.Close();
    }
}
