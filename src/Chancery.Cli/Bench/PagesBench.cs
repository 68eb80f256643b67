using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using Chancery.Cli.Register;
using Chancery.Server;

namespace Chancery.Cli.Bench;

/// <summary><c>bench pages</c>: a server over a register and readers who open its pages.</summary>
internal static class PagesBench
{
    private const int WarmUp = 40;
    private const int Alone = 40;
    private const double Share = 0.95;

    public static Command Create()
    {
        var register = RegisterOption.Create();
        var readers = new Option<int>("--readers") { Description = "Readers at once.", DefaultValueFactory = _ => 50 };
        var pause = new Option<double>("--pause") { Description = "Seconds a reader looks at a page before opening the next; 0 asks as fast as answers come.", DefaultValueFactory = _ => 1 };
        var seconds = new Option<double>("--seconds") { Description = "How long they read.", DefaultValueFactory = _ => 60 };
        var fresh = new Option<bool>("--fresh") { Description = "Every page is made anew, as if the register changed between any two; else what was made is kept while nothing is written, as it is for real readers." };
        var most = new Option<double?>("--most") { Description = "Fails (exit code 4) where a page's 95th percentile is above so many milliseconds." };
        var verb = new Command("pages", "Serves a register and has readers open its pages at once: median and 95th percentile of each page, the processor time it costs alone, size of the first load. Fill a register with 'bench register' first.\n\nExample: chancery bench pages --register /tmp/bench.db --readers 50") { register, readers, pause, seconds, fresh, most };
        verb.SetAction(async (parsed, stop) =>
        {
            using var store = register.OpenExisting(parsed);
            await using var app = ChanceryServer.Build(store, [new ServerAddress(IPAddress.Loopback, 0)]);
            await app.StartAsync(stop);
            var pages = BenchedPages.Of(store);
            using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = parsed.GetValue(readers), AutomaticDecompression = DecompressionMethods.None, AllowAutoRedirect = false }) { BaseAddress = new Uri(app.Urls.First()) };
            client.DefaultRequestHeaders.AcceptEncoding.ParseAdd("br");
            await PrintFirstLoad(client, stop);
            foreach (var page in pages) for (var i = 0; i < WarmUp; i++) await Open(client, page.Addresses[i % page.Addresses.Length], stop);
            var costs = new Dictionary<string, (double Made, double Kept)>();
            foreach (var page in pages) costs[page.Name] = (await Cost(client, page, true, stop), await Cost(client, page, false, stop));
            var slow = Print(costs, await Read(client, pages, parsed.GetValue(readers), parsed.GetValue(pause), parsed.GetValue(seconds), parsed.GetValue(fresh), stop), parsed.GetValue(most));
            return slow ? ExitCode.CheckFailed : ExitCode.Done;
        });
        return verb;
    }

    private static async Task<List<(string Page, double Milliseconds)>> Read(HttpClient client, IReadOnlyList<BenchedPage> pages, int readers, double pause, double seconds, bool fresh, CancellationToken stop)
    {
        var (clock, process) = (Stopwatch.StartNew(), Process.GetCurrentProcess());
        var before = process.TotalProcessorTime;
        var all = await Task.WhenAll(Enumerable.Range(0, readers).Select(reader => Task.Run(async () =>
        {
            var (times, random) = (new List<(string, double)>(), new Random(reader));
            // Readers do not come in step.
            await Task.Delay(TimeSpan.FromSeconds(pause * random.NextDouble()), stop);
            while (clock.Elapsed.TotalSeconds < seconds)
            {
                var page = pages[random.Next(pages.Count)];
                var one = Stopwatch.StartNew();
                var address = page.Addresses[random.Next(page.Addresses.Length)];
                await Open(client, fresh ? Fresh(address) : address, stop);
                times.Add((page.Name, one.Elapsed.TotalMilliseconds));
                if (pause > 0) await Task.Delay(TimeSpan.FromSeconds(pause * (0.5 + random.NextDouble())), stop);
            }
            return times;
        }, stop)));
        process.Refresh();
        var times = all.SelectMany(t => t).ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{readers} readers, {times.Count:#,0} pages in {clock.Elapsed.TotalSeconds:0} s: {times.Count / clock.Elapsed.TotalSeconds:0} a second, {(process.TotalProcessorTime - before).TotalMilliseconds / Math.Max(1, times.Count):0.0} ms of processor a page (server and readers)"));
        return times;
    }

    /// <summary>Milliseconds of processor that a page costs when nobody else reads: what other programs on the machine do does not count in it.</summary>
    private static async Task<double> Cost(HttpClient client, BenchedPage page, bool fresh, CancellationToken stop)
    {
        // What is kept must have been made.
        for (var i = 0; i < Alone && !fresh; i++) await Open(client, page.Addresses[i % page.Addresses.Length], stop);
        var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        for (var i = 0; i < Alone; i++) await Open(client, fresh ? Fresh(page.Addresses[i % page.Addresses.Length]) : page.Addresses[i % page.Addresses.Length], stop);
        process.Refresh();
        return (process.TotalProcessorTime - before).TotalMilliseconds / Alone;
    }

    private static bool Print(Dictionary<string, (double Made, double Kept)> costs, IReadOnlyCollection<(string Page, double Milliseconds)> times, double? most)
    {
        var slow = false;
        foreach (var page in times.GroupBy(t => t.Page).OrderByDescending(p => costs[p.Key].Made))
        {
            double[] sorted = [.. page.Select(t => t.Milliseconds).Order()];
            var tail = sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * Share))];
            slow |= tail > most;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{page.Key,-28} {sorted.Length,6} times  median {sorted[sorted.Length / 2],7:0.0} ms  95th percentile {tail,7:0.0} ms  processor {costs[page.Key].Made,5:0.0} ms made, {costs[page.Key].Kept,4:0.0} kept{(tail > most ? "  TOO SLOW" : "")}"));
        }
        return slow;
    }

    /// <summary>The same page under an address that nobody asked for before: a name that no filter knows changes nothing else.</summary>
    private static string Fresh(string address) => string.Create(CultureInfo.InvariantCulture, $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}fresh={Interlocked.Increment(ref s_asked)}");

    private static long s_asked;

    private static async Task<byte[]> Open(HttpClient client, string address, CancellationToken stop)
    {
        using var answer = await client.GetAsync(address, stop);
        if (!answer.IsSuccessStatusCode) throw new InvalidDataException($"{address} answers {(int)answer.StatusCode}");
        return await answer.Content.ReadAsByteArrayAsync(stop);
    }

    /// <summary>The first page with every style and script that it names, as they travel.</summary>
    private static async Task PrintFirstLoad(HttpClient client, CancellationToken stop)
    {
        using var plain = new HttpRequestMessage(HttpMethod.Get, "/");
        plain.Headers.AcceptEncoding.ParseAdd("identity");
        using var answer = await client.SendAsync(plain, stop);
        var html = await answer.Content.ReadAsStringAsync(stop);
        long bytes = (await Open(client, "/", stop)).Length;
        foreach (var address in BenchedPages.Parts(html)) bytes += (await Open(client, address, stop)).Length;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"first load {bytes / 1024.0:0.0} KB compressed, with styles and scripts"));
    }
}
