using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Chancery.Reading;
using Chancery.Reading.Packs;
using Chancery.Reading.Reports;

namespace Chancery.Cli.Evaluation;

/// <summary><c>evaluate plover PATH</c>: roots read in the sentences of PLV by the wide scope, nobody told which pair is asked for.</summary>
internal static class PloverEvaluation
{
    public static Command Create()
    {
        var path = new Argument<string>("path") { Description = "A .tsv with sentence_id, marked_sentence, gold_root and modality_L2" };
        var errors = new Option<int>("--errors") { Description = "Print so many sentences of development that were read wrong" };
        var root = new Option<string?>("--root") { Description = "Only errors of this root", HelpName = "ROOT" };
        var json = new Option<bool>("--json") { Description = "Print JSON" };
        var command = new Command("plover", "Scores PLOVER roots read in marked sentences: recall, precision, planned against done.\n\nExample: chancery evaluate plover gold/PLV_train.tsv") { path, errors, root, json };
        command.SetAction(parsed => Run(parsed.GetValue(path)!, parsed.GetValue(errors), parsed.GetValue(root), parsed.GetValue(json)));
        return command;
    }

    private static int Run(string path, int errors, string? root, bool json)
    {
        var reader = Reader.Open(DataRoot.Find(), "en", ReaderScope.Plover);
        PloverScore all = new(), development = new(), heldOut = new();
        foreach (var rows in PloverGold.Read(path).GroupBy(r => r.Text).Select(g => g.ToList()))
        {
            var events = reader.Read(new Article(rows[0].Text)).Events;
            all.Add(rows, events);
            (rows[0].IsHeldOut ? heldOut : development).Add(rows, events);
            if (errors > 0 && !rows[0].IsHeldOut && Wrong(rows, events, root) is { } line) { Console.WriteLine(line); errors--; }
        }
        if (json) Console.WriteLine(new JsonObject { ["task"] = "plover", ["all"] = Json(all), ["development"] = Json(development), ["heldOut"] = Json(heldOut) }.ToJsonString());
        else Print(all, development, heldOut);
        return ExitCode.Done;
    }

    private static string? Wrong(List<PloverGold> rows, IReadOnlyList<Report> events, string? root)
    {
        var missed = rows.Where(r => !events.Any(e => r.Is(e.Plover.Event) && PloverScore.Touches(e, r)) && (root is null || r.Root == root)).ToList();
        var extra = events.Where(e => !rows.Any(r => r.Is(e.Plover.Event)) && (root is null || e.Plover.Event == root)).ToList();
        if (missed.Count + extra.Count == 0) return null;
        var read = string.Join("; ", events.Select(e => $"{e.Plover.Event} {e.Status} {e.Evidence.First(v => v.Field == "trigger").Text} <{e.Evidence.First(v => v.Field == "trigger").Rule}> [{string.Join(", ", e.Participants.Select(p => p.Role + " " + p.Name))}]"));
        return $"{(missed.Count > 0 ? "MISS " : "EXTRA")} {string.Join(",", rows.Select(r => r.Root))} {rows[0].Text}\n      read: {read}";
    }

    private static (string Name, double Value)[] Figures(PloverScore s) =>
    [
        ("recall", Share(s.Found, s.Gold)), ("recall, root alone", Share(s.FoundRoot, s.Gold)), ("precision", Share(s.Right, s.Read)),
        ("precision, marked pair", Share(s.RightOfPair, s.ReadOfPair)), ("planned or done", Share(s.Modality, s.Found)),
    ];

    private static double Share(int part, int whole) => 100.0 * part / Math.Max(1, whole);

    private static JsonObject Json(PloverScore score)
    {
        var node = new JsonObject { ["gold"] = score.Gold, ["read"] = score.Read };
        foreach (var (name, value) in Figures(score)) node[name] = Math.Round(value, 2);
        return node;
    }

    private static void Print(PloverScore all, PloverScore development, PloverScore heldOut)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"",-24}{"all",8}{"even",8}{"odd",8}"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"rows",-24}{all.Gold,8}{development.Gold,8}{heldOut.Gold,8}"));
        foreach (var ((name, a), (_, d), (_, h)) in Figures(all).Zip(Figures(development), Figures(heldOut)))
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-24}{a,8:0.0}{d,8:0.0}{h,8:0.0}"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\n{"root",-12}{"gold",6}{"found",6}{"read",6}{"right",6}"));
        foreach (var (root, c) in all.ByRoot) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{root,-12}{c.Gold,6}{c.Found,6}{c.Read,6}{c.Right,6}"));
    }
}
