using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Chancery.Cli.Register;
using Chancery.Cli.Render;

namespace Chancery.Cli.Verbs;

/// <summary><c>coverage</c>: which sources were read for which days.</summary>
internal static class CoverageVerb
{
    public static Command Create()
    {
        var (register, format) = (RegisterOption.Create(), FormatOption.Create("table", "json", "csv"));
        var since = new Option<string?>("--since") { Description = "First day of publication." };
        var until = new Option<string?>("--until") { Description = "Last day of publication." };
        var source = new Option<string?>("--source") { Description = "Only this publisher." };
        var verb = new Command("coverage", "Counts the documents read by source and day of publication, and those in which nothing was found: where nothing was read, silence says nothing.\n\nExample: chancery coverage --since 2023-10 --until 2023-10") { register, format, since, until, source };
        verb.SetAction(parsed =>
        {
            using var store = register.OpenExisting(parsed);
            var rows = store.CoverageOf(QueryOptions.Day(parsed.GetValue(since), true), QueryOptions.Day(parsed.GetValue(until), false), parsed.GetValue(source));
            string N(int n) => n.ToString(CultureInfo.InvariantCulture);
            switch (format.Of(parsed))
            {
                case "json":
                    Console.WriteLine(JsonSerializer.Serialize(rows.Select(r => new Dictionary<string, string> { ["day"] = r.Day ?? "", ["source"] = r.Source ?? "", ["documents"] = N(r.Documents), ["silent"] = N(r.Silent), ["reports"] = N(r.Reports) }).ToArray(), CliJson.Default.DictionaryStringStringArray));
                    break;
                case "csv":
                    Console.Write(Chancery.Register.Exports.CsvText.Row("day", "source", "documents", "silent", "reports"));
                    foreach (var r in rows) Console.Write(Chancery.Register.Exports.CsvText.Row(r.Day, r.Source, N(r.Documents), N(r.Silent), N(r.Reports)));
                    break;
                default:
                    Terminal.Write(rows.Select(r => new Line().Add(r.Day ?? "undated").To(14).Add(r.Source ?? "unknown source", Look.Strong).To(50).Add($"{r.Documents} read, {r.Reports} reports").Add(r.Silent > 0 ? $", {r.Silent} without an event" : "", Look.Faint)), format.NoColor(parsed));
                    break;
            }
            return ExitCode.Done;
        });
        format.AddTo(verb);
        return verb;
    }
}
