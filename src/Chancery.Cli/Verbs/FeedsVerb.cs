using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Chancery.Cli.Feeds;
using Chancery.Cli.Register;
using Chancery.Cli.Talking;
using Chancery.Intake.Fetching;
using Chancery.Storage;
using Chancery.Storage.Feeds;

namespace Chancery.Cli.Verbs;

/// <summary><c>feeds</c>: RSS and Atom feeds that are polled into the register; only those that somebody named, and only when asked to.</summary>
internal static class FeedsVerb
{
    public static Command Create() => new("feeds", "Feeds (RSS, Atom) that are polled into the register: only those that are named here, and only when 'feeds poll' is run, by hand or by the machine's own timer.\n\nExample: chancery feeds add https://www.example.org/news.rss --source example.org")
    {
        Add(), List(), Remove(), Poll(),
    };

    private static Command Add()
    {
        var (address, register) = (new Argument<string>("address") { Description = "Address of the feed, https://…" }, RegisterOption.Create());
        var source = new Option<string?>("--source") { Description = "Publisher of its articles where they do not say it themselves; default is the host", HelpName = "NAME" };
        var command = new Command("add", "Names a feed; nothing is fetched yet.\n\nExample: chancery feeds add https://www.example.org/news.rss --source example.org") { address, register, source };
        command.SetAction(parsed =>
        {
            var given = parsed.GetValue(address)!.Trim();
            if (!Uri.TryCreate(given, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || uri.UserInfo.Length > 0) throw new FormatException($"'{given}' is no address of the web; write https://…");
            using var store = register.Open(parsed);
            store.Feeds.Put(new PolledFeed(uri.AbsoluteUri, parsed.GetValue(source), store.Now));
            return ExitCode.Done;
        });
        return command;
    }

    private static Command List()
    {
        var (register, json) = (RegisterOption.Create(), CommonOptions.Json());
        var command = new Command("list", "Lists the feeds with what came of the last poll.\n\nExample: chancery feeds list") { register, json };
        command.SetAction(parsed =>
        {
            using var store = register.OpenExisting(parsed);
            foreach (var feed in store.Feeds.All())
                Console.WriteLine(parsed.GetValue(json) ? JsonSerializer.Serialize(feed, CliJson.Default.PolledFeed)
                    : string.Create(CultureInfo.InvariantCulture, $"{feed.Address}  {(feed.Polled is { } at ? $"polled {at:yyyy-MM-dd HH:mm}: {feed.Outcome}" : "never polled")}"));
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Remove()
    {
        var (address, register) = (new Argument<string>("address") { Description = "Its address, as 'feeds list' prints it." }, RegisterOption.Create());
        var command = new Command("remove", "Polls a feed no more; what was read from it stays.\n\nExample: chancery feeds remove https://www.example.org/news.rss") { address, register };
        command.SetAction(parsed =>
        {
            using var store = register.OpenExisting(parsed);
            return store.Feeds.Remove(parsed.GetValue(address)!) ? ExitCode.Done : throw new FormatException($"{parsed.GetValue(address)} is none of the feeds; 'chancery feeds list' prints them");
        });
        return command;
    }

    private static Command Poll()
    {
        var addresses = new Argument<string[]>("address") { Description = "Only these feeds; default is all.", Arity = ArgumentArity.ZeroOrMore };
        var (register, json, quiet, jobs) = (RegisterOption.Create(), CommonOptions.Json(), CommonOptions.Quiet(), CommonOptions.Jobs());
        var network = new Option<string[]>("--network") { Description = "A private network that is reached all the same, as 10.1.0.0/16, for feeds of one's own house", HelpName = "NETWORK", DefaultValueFactory = _ => [] };
        var command = new Command("poll", "Asks the feeds for what is new and takes it in. A feed that did not change is not read again; one that cannot be reached is named, the others are polled, and the exit code is 3.\n\nExample: chancery feeds poll") { addresses, register, network, jobs, json, quiet };
        command.SetAction(async (parsed, stop) =>
        {
            using var store = register.OpenExisting(parsed);
            var (wanted, known) = (parsed.GetValue(addresses)!, store.Feeds.All());
            if (wanted.Except(known.Select(f => f.Address)).FirstOrDefault() is { } stranger) throw new FormatException($"{stranger} is none of the feeds; 'chancery feeds add' names one");
            var talk = new Talk(Console.Error, parsed.GetValue(quiet), null);
            using var web = new OuterWeb(parsed.GetValue(network)!);
            var (poll, done, reached) = (new FeedPoll(store, web, talk, parsed.GetValue(jobs)), default(IngestOutcome), 0);
            foreach (var feed in known.Where(f => wanted.Length == 0 || wanted.Contains(f.Address)))
            {
                var before = talk.Refused;
                done += await poll.Run(feed, stop);
                if (talk.Refused == before) reached++;
            }
            if (parsed.GetValue(json)) Console.WriteLine(IngestVerb.Json(done, talk.Refused));
            else if (!parsed.GetValue(quiet)) Console.Error.WriteLine(IngestVerb.Words(done, store.Name));
            return talk.Refused > 0 && reached > 0 ? ExitCode.InPart : talk.Code;
        });
        return command;
    }
}
