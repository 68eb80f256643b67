using System.CommandLine;
using System.Text.Json.Nodes;
using Chancery.Reading;
using Chancery.Reading.Knowledge;
using Chancery.Reading.Lexicons;
using Chancery.Reading.Packs;
using Chancery.Reading.Places;
using Chancery.Reading.Text;

namespace Chancery.Cli.Evaluation;

/// <summary><c>evaluate places PATH</c>: gold toponyms resolved, and toponyms found.</summary>
internal static class PlacesEvaluation
{
    public static Command Create()
    {
        var path = new Argument<string>("path") { Description = "An XML file of LGL or of GeoVirus, packed or not" };
        var errors = new Option<int>("--errors") { Description = "Print so many toponyms that lie elsewhere" };
        var json = new Option<bool>("--json") { Description = "Print JSON" };
        var command = new Command("places", "Scores gold toponyms: the right entry, country, within 161 km; and whether toponyms are found.\n\nExample: chancery evaluate places gold/lgl.xml.gz") { path, errors, json };
        command.SetAction(parsed => Run(parsed.GetValue(path)!, parsed.GetValue(errors), parsed.GetValue(json)));
        return command;
    }

    private static int Run(string path, int errors, bool json)
    {
        var root = DataRoot.Find();
        using var pack = KnowledgePack.Open(root);
        var shortForms = PlaceAbbreviations.Open(root, "en");
        var finder = new PlaceFinder(pack, CommonWords.Open(root, "en"), shortForms);
        var resolver = new PlaceResolver(pack, shortForms);
        var abbreviations = Abbreviations.Open(root, "en");
        var score = new PlacesScore(pack);
        int found = 0, right = 0, gold = 0;
        foreach (var article in GoldPlacesDocument.Read(path))
        {
            var document = abbreviations.Cut(new Article(article.Text) { Source = article.Source });
            pack.AssignWords(document);
            var ours = finder.Find(document, adjectives: true);
            found += ours.Count;
            gold += article.Toponyms.Count;
            right += ours.Count(m => article.Toponyms.Exists(t => document.Span(m.First, m.End).Overlaps(new TextSpan(t.Start, t.End))));
            foreach (var (toponym, mention) in Resolved(document, article, ours, pack, resolver, shortForms))
            {
                if (score.Add(toponym, mention) || errors-- <= 0) continue;
                Console.WriteLine($"{article.Id}\t{toponym.Phrase}\tgold {toponym.Name} {toponym.Class} {toponym.Latitude:0.0} {toponym.Longitude:0.0}\tours {Describe(pack, mention)}");
            }
        }
        Print(score, found, right, gold, json);
        return ExitCode.Done;
    }

    // The gold toponyms among the others that were found, all resolved together.
    private static List<(GoldToponym, PlaceMention)> Resolved(Document document, GoldPlacesDocument article, List<PlaceMention> ours, KnowledgePack pack, PlaceResolver resolver, PlaceAbbreviations abbreviations)
    {
        var pairs = new List<(GoldToponym, PlaceMention)>();
        foreach (var toponym in article.Toponyms)
            if (!double.IsNaN(toponym.Latitude) && Mention(document, toponym, pack, abbreviations) is { } mention) pairs.Add((toponym, mention));
        var others = ours.Where(m => !pairs.Exists(p => p.Item2.First < m.End && m.First < p.Item2.End));
        resolver.Resolve(document, [.. pairs.Select(p => p.Item2).Concat(others).OrderBy(m => m.First)]);
        return pairs;
    }

    private static PlaceMention? Mention(Document document, GoldToponym toponym, KnowledgePack pack, PlaceAbbreviations abbreviations)
    {
        var first = Array.FindIndex(document.Tokens, t => t.End > toponym.Start);
        if (first < 0) return null;
        var end = first;
        while (end < document.Tokens.Length && document.Tokens[end].Start < toponym.End) end++;
        return new PlaceMention(first, end) { Options = PlaceOptions.Named(pack, document, first, end, abbreviations) };
    }

    private static string Describe(KnowledgePack pack, PlaceMention mention) => mention.Meaning is not { } meaning ? "unknown"
        : meaning.IsState ? pack.State(meaning.Index).Iso3 : $"{pack.Place(meaning.Index).Name} {pack.Place(meaning.Index).Feature} {pack.Place(meaning.Index).Admin1} {meaning.Latitude:0.0} {meaning.Longitude:0.0}";

    private static void Print(PlacesScore score, int found, int right, int gold, bool json)
    {
        double Share(int part, int whole) => whole == 0 ? 0 : (double)part / whole;
        var median = score.Distances.Count == 0 ? 0 : score.Distances.Order().ElementAt(score.Distances.Count / 2);
        var figures = new (string Name, double Value)[]
        {
            ("exact", Share(score.Exact, score.WithEntry)), ("country", Share(score.Country, score.WithCountry)), ("within161km", Share(score.Near, score.Count)),
            ("within161kmOrArea", Share(score.NearOrInside, score.Count)), ("countryOfResolved", Share(score.Country, score.WithCountry - score.UnknownWithCountry)),
            ("possible", Share(score.Possible, score.WithEntry)), ("unknown", Share(score.Unknown, score.Count)),
            ("foundPrecision", Share(right, found)), ("foundRecall", Share(right, gold)),
        };
        if (json)
        {
            var node = new JsonObject { ["toponyms"] = score.Count, ["medianKilometres"] = median };
            foreach (var (name, value) in figures) node[name] = Math.Round(value, 4);
            Console.WriteLine(node.ToJsonString());
            return;
        }
        Console.WriteLine($"{score.Count} toponyms ({score.WithEntry} with an entry), median distance {median:0} km");
        foreach (var (name, value) in figures) Console.WriteLine($"{name,-18}{100 * value,6:0.0}");
    }
}
