using System.CommandLine;
using System.Globalization;
using Chancery.Register;
using Chancery.Register.Merging;

namespace Chancery.Cli.Evaluation;

/// <summary><c>evaluate merging</c>: are the reports of one event of the world put together, and only those? Input are the annotated reports, so that faults of reading do not count.</summary>
internal static class MergingEvaluation
{
    public static Command Create()
    {
        var path = new Argument<string>("path") { Description = "Folder of annotated articles." };
        var json = new Option<bool>("--json") { Description = "Print the figures as JSON." };
        var faults = new Option<bool>("--faults") { Description = "List false and missed merges." };
        var verb = new Command("merging", "B-cubed of merging over annotated articles, and how many plans are joined to the deed.\n\nExample: chancery evaluate merging corpus/dev --faults") { path, json, faults };
        verb.SetAction(parsed =>
        {
            var mentions = Mentions(parsed.GetValue(path)!);
            var score = Score(mentions);
            if (parsed.GetValue(faults)) foreach (var fault in Faults(mentions)) Console.Error.WriteLine(fault);
            Console.WriteLine(parsed.GetValue(json) ? score.Json : score.Words);
            return ExitCode.Done;
        });
        return verb;
    }

    /// <summary>A report with the event it is of and the event merging put it in.</summary>
    internal sealed record Mention(string Article, Profile Profile, string Gold, long Put);

    internal static Mention[] Mentions(string path)
    {
        var reports = GoldArticle.Folder(path).SelectMany(a =>
        {
            var document = new SourceDocument(a.Reading.Document, "gold");
            return ProfileOf.Document(document, a.Reading.Events).Select((p, i) => (a.Slug, Profile: p, Gold: a.Events[i]));
        }).ToArray();
        var put = Clusters.Of([.. reports.Select(r => r.Profile)], []).Events.SelectMany(e => e.Select(r => (Report: r, Event: e[0]))).ToDictionary(p => p.Report, p => p.Event);
        return [.. reports.Select(r => new Mention(r.Slug, r.Profile, r.Gold, put[r.Profile.Report]))];
    }

    internal static Figures Score(Mention[] all)
    {
        var byGold = all.ToLookup(m => m.Gold, StringComparer.Ordinal);
        var byPut = all.ToLookup(m => m.Put);
        var told = all.Where(m => byGold[m.Gold].Select(x => x.Article).Distinct().Skip(1).Any()).ToArray();
        var plans = all.Where(m => m.Profile.Deed == Deed.Planned).SelectMany(p => byGold[p.Gold].Where(d => d.Profile.Deed == Deed.Done && d.Article != p.Article).Select(d => p.Put == d.Put)).ToArray();
        var falsePairs = byPut.Sum(g => g.SelectMany((a, i) => g.Skip(i + 1).Select(b => a.Gold != b.Gold)).Count(x => x));
        var (precision, recall) = BCubed(told, byGold, byPut);
        var (allPrecision, allRecall) = BCubed(all, byGold, byPut);
        return new(all.Length, byGold.Count, told.Length, told.Select(m => m.Gold).Distinct().Count(), precision, recall, allPrecision, allRecall, plans.Length, plans.Count(x => x), falsePairs);
    }

    private static (double, double) BCubed(Mention[] mentions, ILookup<string, Mention> byGold, ILookup<long, Mention> byPut)
    {
        if (mentions.Length == 0) return (1, 1);
        return (mentions.Average(m => (double)byPut[m.Put].Count(x => x.Gold == m.Gold) / byPut[m.Put].Count()),
            mentions.Average(m => (double)byPut[m.Put].Count(x => x.Gold == m.Gold) / byGold[m.Gold].Count()));
    }

    private static IEnumerable<string> Faults(Mention[] all)
    {
        foreach (var group in all.GroupBy(m => m.Put).Where(g => g.Select(m => m.Gold).Distinct().Skip(1).Any()))
            yield return $"false: {string.Join(" + ", group.Select(m => $"{m.Gold} ({m.Article})"))}";
        foreach (var group in all.GroupBy(m => m.Gold, StringComparer.Ordinal).Where(g => g.Select(m => m.Put).Distinct().Skip(1).Any()))
            foreach (var a in group)
                foreach (var b in group.Where(b => b.Put > a.Put))
                {
                    var likeness = MergeMeasure.Compare(a.Profile, b.Profile);
                    yield return string.Create(CultureInfo.InvariantCulture, $"missed: {a.Gold}: {a.Article} and {b.Article}: {likeness.Score:0.00} {likeness.Veto}{Rivals(all, a, likeness.Score)}{Rivals(all, b, likeness.Score)}");
                }
    }

    /// <summary>Events that a report is as much like as the one it was missed from: what it joined, or why it joined neither.</summary>
    private static string Rivals(Mention[] all, Mention of, double score)
    {
        var rivals = all.Where(m => m.Gold != of.Gold && m.Article != of.Article).Select(m => (m.Gold, MergeMeasure.Compare(of.Profile, m.Profile).Score)).Where(r => r.Score >= Math.Max(score - 0.05, Likeness.SameFrom))
            .GroupBy(r => r.Gold).Select(g => g.MaxBy(r => r.Score)).OrderByDescending(r => r.Score).Take(3).ToArray();
        return rivals.Length == 0 ? "" : $"; {of.Article} is as near to {string.Join(", ", rivals.Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.Gold} ({r.Score:0.00})")))}";
    }

    internal sealed record Figures(int Reports, int Events, int ToldReports, int Told, double Precision, double Recall, double AllPrecision, double AllRecall, int Plans, int PlansJoined, int FalsePairs)
    {
        public double F1 => Harmonic(Precision, Recall);

        private static double Harmonic(double p, double r) => p + r == 0 ? 0 : 2 * p * r / (p + r);

        public string Words => string.Create(CultureInfo.InvariantCulture, $"""
            {Reports} reports of {Events} events; {Told} events are told by several articles ({ToldReports} reports)
            told by several   B-cubed precision {Precision:0.000}  recall {Recall:0.000}  F1 {F1:0.000}
            all               B-cubed precision {AllPrecision:0.000}  recall {AllRecall:0.000}  F1 {Harmonic(AllPrecision, AllRecall):0.000}
            plans joined to deeds {PlansJoined} of {Plans} ({(Plans == 0 ? 1 : (double)PlansJoined / Plans):0.000}); pairs merged wrongly {FalsePairs}
            """);

        public string Json => string.Create(CultureInfo.InvariantCulture,
            $$"""{"reports":{{Reports}},"events":{{Events}},"told":{{Told}},"precision":{{Precision:0.0000}},"recall":{{Recall:0.0000}},"f1":{{F1:0.0000}},"allF1":{{Harmonic(AllPrecision, AllRecall):0.0000}},"plans":{{Plans}},"plansJoined":{{PlansJoined}},"falsePairs":{{FalsePairs}}}""");
    }
}
