using System.CommandLine;
using System.Globalization;
using Chancery.Cli.Exports;
using Chancery.Cli.Register;

namespace Chancery.Cli.Verbs;

/// <summary><c>export --as FORMAT</c>: the register in the forms that other tools load.</summary>
internal static class ExportVerb
{
    public static Command Create()
    {
        var (register, filters) = (RegisterOption.Create(), new QueryOptions());
        var format = new Option<string>("--as") { Description = $"Form: {string.Join(", ", ExportFormats.Names)}.", Required = true, HelpName = "FORMAT" };
        format.AcceptOnlyFromAmong([.. ExportFormats.Names]);
        var to = new Option<string>("--to") { Description = "File; - is standard output. With csv a datapackage.json is laid beside it.", DefaultValueFactory = _ => "-", HelpName = "FILE" };
        var verb = new Command("export", "Writes the events that match the filters in a form another tool loads. chronology is written as .md, .html or .docx by the ending of --to.\n\nExample: chancery export --as ics --between RUS KGZ --to visits.ics\nExample: chancery export --as historian --person Blinken --since 2021") { register, format, to };
        filters.AddTo(verb);
        verb.SetAction(parsed =>
        {
            using var store = register.OpenExisting(parsed);
            var query = filters.Query(parsed, 1000);
            var path = parsed.GetValue(to)!;
            var written = ExportFormats.Write(store, query, parsed.GetValue(format)!, path);
            if (written.Note is { } note) Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"chancery: {note}"));
            return ExitCode.Done;
        });
        return verb;
    }
}
