using Chancery.Cli.Render;
using Chancery.Reading.Reports;
using Spectre.Console;

namespace Chancery.Cli.Extraction;

/// <summary>Readings for people: a heading a document, a line an event, its sentence below.</summary>
internal sealed class ReadingTable
{
    private readonly IAnsiConsole _console;

    public ReadingTable(IAnsiConsole console)
    {
        console.Profile.Width = Terminal.Width();
        _console = console;
    }

    public void Write(ArticleReading reading)
    {
        var document = reading.Document;
        var heading = string.Join("  ", new[] { document.Title ?? document.Key, document.Source, document.Published ?? "no date" }.Where(p => p is not null));
        _console.Write(new Text(heading + "\n", new Style(decoration: Decoration.Bold)));
        if (reading.Events.IsEmpty) { _console.Write(new Text("  no event\n\n", new Style(decoration: Decoration.Dim))); return; }
        var table = new Table { Border = TableBorder.Simple, ShowRowSeparators = false };
        foreach (var column in new[] { "when", "what", "status", "who", "where", "said in" }) table.AddColumn(new TableColumn(column));
        foreach (var report in reading.Events) table.AddRow(Cells(report).Select(c => new Text(c)));
        _console.Write(table);
    }

    private static IEnumerable<string> Cells(Report report)
    {
        yield return report.When ?? "?";
        yield return string.Join(", ", new[] { report.Type, report.Subtype, report.Name }.Where(p => p is not null));
        yield return report.Status;
        yield return string.Join("; ", report.Participants.Select(p => p.Country is null || p.Kind == "state" ? p.Name : $"{p.Name} ({p.Country})"));
        yield return report.Place is { } place ? string.Join(", ", new[] { place.Venue, place.Name, place.Country }.Where(p => p is not null)) : "";
        yield return report.Evidence.FirstOrDefault(e => e.Field == "trigger") is { } trigger ? $"“{trigger.Text}” at {trigger.Start}" : "";
    }
}
