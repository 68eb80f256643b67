using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Chancery.Cli.Register;
using Chancery.Register;
using Chancery.Register.Judgements;

namespace Chancery.Cli.Verbs;

/// <summary><c>enter PATH</c>: what a person knows without a text, as claims of theirs.</summary>
internal static class EnterVerb
{
    public static Command Create()
    {
        var path = new Argument<string>("path") { Description = "JSON of one entry, or - for standard input: type, subtype, status, start, end, place, participants, agenda, documents, name, honour, note, programme (entries within it)." };
        var register = RegisterOption.Create();
        var by = new Option<string>("--by") { Description = "Who enters it; default is the user of the machine.", DefaultValueFactory = _ => Environment.UserName };
        var json = new Option<bool>("--json") { Description = "Print the reports and their events as JSON." };
        var verb = new Command("enter", "Takes in what a person enters by hand, such as a planned visit with its programme, delegations, agenda and documents; their word outranks every text, and is taken back with 'review reject --report'.\n\nExample: chancery enter visit.json --by \"protocol desk\"") { path, register, by, json };
        verb.SetAction(parsed =>
        {
            var text = parsed.GetValue(path) is "-" ? Console.In.ReadToEnd() : File.ReadAllText(parsed.GetValue(path)!);
            var entry = Read(text);
            using var store = register.Open(parsed);
            var rows = store.Enter(parsed.GetValue(by)!, entry).Reports.Select(r => new Dictionary<string, string> { ["report"] = RegisterId.Print(r.Report, 'r'), ["event"] = r.Event, ["title"] = store.Event(r.Event)?.Summary.Title ?? "" }).ToArray();
            if (parsed.GetValue(json)) Console.WriteLine(JsonSerializer.Serialize(rows, CliJson.Default.DictionaryStringStringArray));
            else foreach (var row in rows) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{row["event"]}\t{row["report"]}\t{row["title"]}"));
            return ExitCode.Done;
        });
        return verb;
    }

    private static HandEntry Read(string text)
    {
        try { return JsonSerializer.Deserialize(text, HandEntryJson.Default.HandEntry) ?? throw new FormatException("the entry is empty"); }
        catch (JsonException e) { throw new FormatException($"that is no entry: {e.Message}"); }
    }
}
