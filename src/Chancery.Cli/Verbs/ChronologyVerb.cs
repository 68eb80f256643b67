using System.CommandLine;
using Chancery.Cli.Register;
using Chancery.Cli.Render;
using Chancery.Register;
using Chancery.Register.Chronologies;
using Chancery.Register.Events;
using Chancery.Storage;

namespace Chancery.Cli.Verbs;

/// <summary><c>chronology</c>: what happened between states, in order, for people.</summary>
internal static class ChronologyVerb
{
    public static Command Create()
    {
        var (register, filters, format) = (RegisterOption.Create(), new QueryOptions(), FormatOption.Create("table", "md", "html", "json", "csv"));
        var verb = new Command("chronology", "Prints what happened, month by month, with the parts of each visit under it and a sentence of a source.\n\nExample: chancery chronology --between RUS KGZ --since 2023") { register, format };
        filters.AddTo(verb);
        verb.SetAction(parsed =>
        {
            using var store = register.OpenExisting(parsed);
            var query = filters.Query(parsed, 1000);
            var events = store.All(query).ToArray();
            if (events.Length == 0) Console.Error.WriteLine("chancery: no such events in the register");
            Print(events, Title(query), format.Of(parsed), format.NoColor(parsed));
            return ExitCode.Done;
        });
        format.AddTo(verb);
        return verb;
    }

    /// <summary>Prints events as a chronology; <c>demo</c> uses it too.</summary>
    public static void Print(IReadOnlyList<EventSummary> events, string title, string format, bool noColor)
    {
        if (format == "table") Terminal.Write(ChronologyLayout.Of(title, Outline.Of(events), Terminal.Width()), noColor);
        else EventPrinter.Write(Console.Out, events, title, format);
    }

    /// <summary>"Russia and Kyrgyzstan", "Chronology".</summary>
    public static string Title(EventQuery query) => query.Between.Length switch
    {
        0 => query.Person is { } person ? $"Chronology: {person}" : "Chronology",
        1 => States.Name(query.Between[0]),
        _ => string.Join(", ", query.Between[..^1].Select(States.Name)) + " and " + States.Name(query.Between[^1]),
    };
}
