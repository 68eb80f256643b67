using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Chancery.Reading;
using Chancery.Reading.Packs;

namespace Chancery.Cli.Evaluation;

/// <summary><c>evaluate attribution PATH</c>: for each gold content of PolNeAR, is its source found?</summary>
internal static class AttributionEvaluation
{
    public static Command Create()
    {
        var path = new Argument<string>("path") { Description = "PolNeAR: its folder or the .tar.gz" };
        var part = new Option<string>("--part") { Description = "dev, train or test", DefaultValueFactory = _ => "dev" };
        var errors = new Option<int>("--errors") { Description = "Print so many misses" };
        var json = new Option<bool>("--json") { Description = "Print JSON" };
        var command = new Command("attribution", "Scores sources found for gold contents: right where it shares a character with the gold source.\n\nExample: chancery evaluate attribution gold/polnear.tar.gz") { path, part, errors, json };
        command.SetAction(parsed => Run(parsed.GetValue(path)!, parsed.GetValue(part)!, parsed.GetValue(errors), parsed.GetValue(json)));
        return command;
    }

    private static int Run(string path, string part, int errors, bool json)
    {
        var reader = Reader.Open(DataRoot.Find());
        int gold = 0, named = 0, right = 0, articles = 0;
        foreach (var article in AttributionGold.Read(path, part))
        {
            articles++;
            var found = reader.SourcesOf(new Article(article.Text), [.. article.Attributions.Select(a => a.Content)]);
            for (var i = 0; i < found.Count; i++)
            {
                gold++;
                if (found[i] is not null) named++;
                var hit = found[i] is { } f && article.Attributions[i].Sources.Any(s => f.Source.Start < s.End && s.Start < f.Source.End);
                if (hit) right++;
                else if (errors-- > 0) Console.WriteLine(Miss(article, i, found[i]?.Source));
            }
        }
        if (gold == 0) throw new InvalidDataException($"{path} has no attributions in its part {part}");
        double recall = 100.0 * right / gold, precision = 100.0 * right / Math.Max(1, named);
        if (json) Console.WriteLine(new JsonObject { ["task"] = "attribution", ["part"] = part, ["articles"] = articles, ["gold"] = gold, ["named"] = named, ["found"] = Math.Round(recall, 2), ["precision"] = Math.Round(precision, 2) }.ToJsonString());
        else Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{articles} articles, {gold} contents with a source, {named} sources named\nfound      {recall,6:0.0}\nprecision  {precision,6:0.0}"));
        return ExitCode.Done;
    }

    private static string Miss(AttributionGold article, int index, TextSpan? found)
    {
        var (content, sources) = article.Attributions[index];
        var from = Math.Max(0, Math.Min(content.Start, sources[0].Start) - 120);
        var end = Math.Min(article.Text.Length, content.End + 160);
        return $"gold [{article.Text[sources[0].Start..sources[0].End]}] read [{(found is { } f ? article.Text[f.Start..f.End] : "")}] content [{Cut(article.Text[content.Start..content.End])}]\n      {Cut(article.Text[from..end], 420)}";
    }

    private static string Cut(string text, int length = 90) => (text.Length <= length ? text : text[..length] + "…").Replace('\n', '¶');
}
