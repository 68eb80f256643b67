using System.CommandLine;
using System.Globalization;
using Chancery.Cli.Register;
using Chancery.Cli.Render;

namespace Chancery.Cli.Verbs;

/// <summary><c>changes</c>: what the register learned since.</summary>
internal static class ChangesVerb
{
    public static Command Create()
    {
        var (register, format) = (RegisterOption.Create(), FormatOption.Create(RowPrinter.Formats));
        var since = new Option<string?>("--since") { Description = "Day or instant (UTC), ISO 8601." };
        var behind = new Option<long>("--behind") { Description = "Only changes behind this number: what a program that follows along saw last." };
        var limit = new Option<int>("--limit") { Description = "Most rows.", DefaultValueFactory = _ => 200 };
        var verb = new Command("changes", "Lists what changed in the register: events that appeared, changed status, date or place, merged.\n\nExample: chancery changes --since 2023-10-01") { register, format, since, behind, limit };
        verb.SetAction(parsed =>
        {
            using var store = register.OpenExisting(parsed);
            var changes = store.Changes(Instant(parsed.GetValue(since)), parsed.GetValue(behind), parsed.GetValue(limit));
            if (format.Of(parsed) is not "table" and var form)
                RowPrinter.Write(Console.Out, [.. changes.Select(c => new Dictionary<string, string>
                {
                    ["number"] = c.Number.ToString(CultureInfo.InvariantCulture), ["at"] = c.At.ToString("O", CultureInfo.InvariantCulture), ["event"] = c.Event, ["kind"] = c.Kind, ["before"] = c.Before ?? "", ["after"] = c.After ?? "", ["title"] = c.Title,
                })], "Changes", form);
            else
                Terminal.Write(changes.Select(c => new Line().Add(c.At.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), Look.Faint).To(18).Add(c.Kind, Look.Waiting).To(30).Add(c.Title, Look.Strong)
                    .Add(c.Before is null && c.After is null || c.Kind == "appeared" ? "" : $"  {c.Before ?? "unknown"} → {c.After ?? "unknown"}").Add("  " + c.Event, Look.Faint)), format.NoColor(parsed));
            return ExitCode.Done;
        });
        format.AddTo(verb);
        return verb;
    }

    private static DateTimeOffset? Instant(string? text) => text is null ? null
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : throw new FormatException($"'{text}' is no instant; write 2023-10-12 or 2023-10-12T08:00Z");
}
