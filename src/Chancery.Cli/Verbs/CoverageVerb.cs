using System.CommandLine;
using System.Globalization;
using Chancery.Cli.Register;
using Chancery.Cli.Render;

namespace Chancery.Cli.Verbs;

/// <summary><c>coverage</c>: which sources were read for which days.</summary>
internal static class CoverageVerb
{
    public static Command Create()
    {
        var (register, format) = (RegisterOption.Create(), FormatOption.Create(RowPrinter.Formats));
        var since = new Option<string?>("--since") { Description = "First day of publication." };
        var until = new Option<string?>("--until") { Description = "Last day of publication." };
        var source = new Option<string?>("--source") { Description = "Only this publisher." };
        var verb = new Command("coverage", "Counts the documents read by source and day of publication, and those in which nothing was found: where nothing was read, silence says nothing.\n\nExample: chancery coverage --since 2023-10 --until 2023-10") { register, format, since, until, source };
        verb.SetAction(parsed =>
        {
            using var store = register.OpenExisting(parsed);
            var rows = store.CoverageOf(QueryOptions.Day(parsed.GetValue(since), true), QueryOptions.Day(parsed.GetValue(until), false), parsed.GetValue(source));
            string N(int n) => n.ToString(CultureInfo.InvariantCulture);
            if (format.Of(parsed) is not "table" and var form)
                RowPrinter.Write(Console.Out, [.. rows.Select(r => new Dictionary<string, string> { ["day"] = r.Day ?? "", ["source"] = r.Source ?? "", ["documents"] = N(r.Documents), ["silent"] = N(r.Silent), ["reports"] = N(r.Reports) })], "Sources read", form);
            else
                Terminal.Write(rows.Select(r => new Line().Add(r.Day ?? "undated").To(14).Add(r.Source ?? "unknown source", Look.Strong).To(50).Add($"{r.Documents} read, {r.Reports} reports").Add(r.Silent > 0 ? $", {r.Silent} without an event" : "", Look.Faint)), format.NoColor(parsed));
            return ExitCode.Done;
        });
        format.AddTo(verb);
        return verb;
    }
}
