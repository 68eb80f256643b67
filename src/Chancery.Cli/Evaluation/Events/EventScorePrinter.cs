using System.Globalization;
using System.Text.Json.Nodes;

namespace Chancery.Cli.Evaluation.Events;

/// <summary>Prints a score as tables or as JSON.</summary>
internal static class EventScorePrinter
{
    public static void Table(EventScore score, TextWriter output)
    {
        void Write(string line) => output.WriteLine(line);
        Write(Line($"{score.Articles} articles, {score.All.Gold} annotated events, {score.All.Read} read; {score.Eventless} articles without an event, {score.ReadInEventless} events read in them"));
        Write("");
        Write($"{"",-16} {"precision",9} {"recall",7} {"F1",6} {"annotated",10} {"read",5} {"matched",8}");
        Write(Row("all", score.All));
        foreach (var (title, rows) in new[] { ("by type", score.ByType), ("by status", score.ByStatus), ("by style", score.ByStyle) })
        {
            Write(title);
            foreach (var (name, tally) in rows) Write(Row("  " + name, tally));
        }
        Write("");
        Write($"{"matched events",-16} {"right",9} {"of",7} {"share",7}");
        foreach (var field in FieldChecks.Fields)
            if (score.Fields.TryGetValue(field, out var count)) Write(Line($"  {field,-14} {count.Right,9} {count.Looked,7} {count.Right / (double)count.Looked,7:0.000}"));
        Write(Line($"  single participants: precision {score.Participants.Precision:0.000}, recall {score.Participants.Recall:0.000}, F1 {score.Participants.F1:0.000}"));
    }

    /// <summary>Measures by name, as they stand in JSON and in the file of floors.</summary>
    public static JsonObject Json(EventScore score)
    {
        var fields = new JsonObject();
        foreach (var field in FieldChecks.Fields)
            if (score.Fields.TryGetValue(field, out var count)) fields[field] = new JsonObject { ["right"] = count.Right, ["of"] = count.Looked, ["share"] = Rounded(count.Right / (double)count.Looked) };
        return new JsonObject
        {
            ["articles"] = score.Articles,
            ["eventless"] = score.Eventless,
            ["readInEventless"] = score.ReadInEventless,
            ["all"] = Json(score.All),
            ["byType"] = Json(score.ByType),
            ["byStatus"] = Json(score.ByStatus),
            ["byStyle"] = Json(score.ByStyle),
            ["fields"] = fields,
            ["singleParticipants"] = Json(score.Participants),
        };
    }

    private static JsonObject Json(SortedDictionary<string, Tally> rows) => new(rows.Select(r => KeyValuePair.Create(r.Key, (JsonNode?)Json(r.Value))));

    private static JsonObject Json(Tally tally) => new()
    {
        ["precision"] = tally.Read == 0 ? null : Rounded(tally.Precision),
        ["recall"] = tally.Gold == 0 ? null : Rounded(tally.Recall),
        ["f1"] = tally.Gold + tally.Read == 0 ? null : Rounded(tally.F1),
        ["annotated"] = tally.Gold,
        ["read"] = tally.Read,
        ["matched"] = tally.MatchedGold,
    };

    private static double Rounded(double value) => Math.Round(value, 4);

    private static string Row(string name, Tally t) => Line($"{name,-16} {Share(t.Precision, t.Read),9} {Share(t.Recall, t.Gold),7} {Share(t.F1, t.Gold + t.Read),6} {t.Gold,10} {t.Read,5} {t.MatchedGold,8}");

    // A share of nothing is no figure.
    private static string Share(double share, int of) => of == 0 ? "–" : share.ToString("0.000", CultureInfo.InvariantCulture);

    private static string Line(FormattableString line) => line.ToString(CultureInfo.InvariantCulture);
}
