using System.CommandLine;
using System.Globalization;
using Chancery.Cli.Register;
using Chancery.Cli.Render;
using Chancery.Register;
using Chancery.Register.Sources;

namespace Chancery.Cli.Verbs;

/// <summary><c>compare EVENT</c>: what each side, and each source, says of one event, side by side.</summary>
internal static class CompareVerb
{
    public static Command Create()
    {
        var id = new Argument<string>("event") { Description = "Any id the event ever had." };
        var (register, format) = (RegisterOption.Create(), FormatOption.Create(RowPrinter.Formats));
        var verb = new Command("compare", "Sets the parties' own readouts beside each other, and then the other sources: dates, place, status, topics, who is named, and the sentence.\n\nExample: chancery compare e0abc123def456") { id, register, format };
        verb.SetAction(parsed =>
        {
            using var store = register.OpenExisting(parsed);
            if (store.Event(parsed.GetValue(id)!) is not { } e) throw new FormatException($"there is no event {parsed.GetValue(id)} in {store.Name}");
            var rows = e.Reports.Select(r => (Side: Side(r, e.Summary.States), Report: r)).OrderBy(r => r.Side is null).ThenBy(r => r.Side, StringComparer.Ordinal).ToArray();
            if (format.Of(parsed) is not "table" and var form) RowPrinter.Write(Console.Out, [.. rows.Select(r => Cells(r.Side, r.Report))], e.Summary.Title, form, beside: true);
            else Terminal.Write(rows.SelectMany(r => Lines(r.Side, r.Report, Math.Clamp(Terminal.Width(), 70, 120))).Prepend(new Line().Add(e.Summary.Title, Look.Strong)), format.NoColor(parsed));
            return ExitCode.Done;
        });
        format.AddTo(verb);
        return verb;
    }

    /// <summary>The party whose own word a report is; null for other sources.</summary>
    private static string? Side(SourcedReport report, IReadOnlyCollection<string> states) => Readouts.Of(report).FirstOrDefault(states.Contains);

    private static Dictionary<string, string> Cells(string? side, SourcedReport r) => new()
    {
        ["side"] = side is null ? "other" : States.Name(side), ["source"] = r.Document.Publisher, ["published"] = r.Document.Header.Published ?? "", ["status"] = r.Report.Status, ["start"] = r.Report.Start ?? "", ["end"] = r.Report.End ?? "",
        ["place"] = string.Join(", ", new[] { r.Report.Place?.Venue, r.Report.Place?.Name, r.Report.Place?.Country }.OfType<string>()),
        ["participants"] = string.Join("; ", r.Report.Participants.Select(p => p.Name)), ["topics"] = string.Join(", ", r.Report.Topics),
        ["documents"] = string.Join("; ", r.Report.Instruments.Select(i => string.Create(CultureInfo.InvariantCulture, $"{i.Title ?? i.Kind}{(i.Count is { } n ? $" ({n})" : "")}"))), ["quote"] = r.Quote ?? "",
    };

    private static IEnumerable<Line> Lines(string? side, SourcedReport r, int width)
    {
        var cells = Cells(side, r);
        yield return new Line();
        yield return new Line().Add(side is null ? cells["source"] : $"{cells["side"]}: {cells["source"]}", Look.Heading).Add("  " + cells["published"], Look.Faint);
        foreach (var (name, value) in cells.Where(c => c.Value.Length > 0 && c.Key is not ("side" or "source" or "published")))
        {
            var first = true;
            foreach (var text in Wrap.Words(name == "quote" ? $"“{value}”" : value, width - 16, 3))
            {
                yield return new Line().Add(first ? "  " + name : "", Look.Faint).To(16).Add(text, name == "quote" ? Look.Quote : Look.Plain);
                first = false;
            }
        }
    }
}
