using System.Globalization;
using Chancery.Cli.Talking;
using Chancery.Cli.Verbs;
using Chancery.Intake;
using Chancery.Intake.Fetching;
using Chancery.Storage;
using Chancery.Storage.Feeds;

namespace Chancery.Cli.Feeds;

/// <summary>Asks a feed once and takes in what is new in it.</summary>
internal sealed class FeedPoll(RegisterStore store, OuterWeb web, Talk talk, int jobs)
{
    /// <summary>Polls a feed; what went wrong is said and kept as its outcome, and other feeds are polled all the same.</summary>
    public async Task<IngestOutcome> Run(PolledFeed feed, CancellationToken stop)
    {
        try
        {
            var fetched = await web.Get(feed.Address, feed.Tag, stop);
            var done = fetched is null ? default : TakeIn(feed, fetched);
            store.Feeds.Put(feed with { Polled = store.Now, Tag = fetched is null ? feed.Tag : fetched.Tag, Outcome = fetched is null ? "not changed" : Words(done) });
            return done;
        }
        catch (Exception e) when (e is IOException and not RegisterStoreException or FormatException)
        {
            talk.Refuse(feed.Address, e.Message);
            store.Feeds.Put(feed with { Polled = store.Now, Outcome = e.Message });
            return default;
        }
    }

    private IngestOutcome TakeIn(PolledFeed feed, Fetched fetched)
    {
        var folder = Directory.CreateTempSubdirectory("chancery-feed-").FullName;
        try
        {
            // Under the host's name, so that a refusal names where the article came from.
            var path = Path.Combine(folder, fetched.Address.Host);
            File.WriteAllBytes(path, fetched.Bytes);
            var passed = 0;
            var options = new IntakeOptions { Source = feed.Source };
            var done = IngestVerb.Ingest(store, IngestVerb.Read(store, [path], options, jobs, talk, () => passed++).Select(item => Sourced(item, fetched.Address)));
            return done with { AlreadyThere = done.AlreadyThere + passed };
        }
        finally { Directory.Delete(folder, true); }
    }

    /// <summary>An article that names no publisher is of the site that it came from.</summary>
    private static IngestItem Sourced(IngestItem item, Uri from) => item.Article.Document.Source is not null ? item
        : item with { Article = item.Article with { Document = item.Article.Document with { Source = from.Host } } };

    private static string Words(IngestOutcome done) => string.Create(CultureInfo.InvariantCulture, $"{done.Documents} new, {done.Replaced} read again, {done.AlreadyThere} already there");
}
