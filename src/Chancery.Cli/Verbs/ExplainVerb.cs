using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Chancery.Cli.Register;
using Chancery.Cli.Render;
using Chancery.Register;
using Chancery.Register.Events;

namespace Chancery.Cli.Verbs;

/// <summary><c>explain EVENT</c>: why the register says what it says.</summary>
internal static class ExplainVerb
{
    public static Command Create()
    {
        var id = new Argument<string>("event") { Description = "Any id the event ever had." };
        var (register, format) = (RegisterOption.Create(), FormatOption.Create(RowPrinter.Formats));
        var verb = new Command("explain", "Shows each field's value and the rule that chose it, the claims for and against, each claim's sentence and the line of the data pack that read it.\n\nExample: chancery explain e0abc123def456") { id, register, format };
        verb.SetAction(parsed =>
        {
            using var store = register.OpenExisting(parsed);
            var asked = parsed.GetValue(id)!;
            if (store.Event(asked) is not { } found) throw new FormatException($"there is no event {asked} in {store.Name}");
            if (format.Of(parsed) == "json") Console.WriteLine(Json(found));
            else if (format.Of(parsed) is not "table" and var form) RowPrinter.Write(Console.Out, [.. Rows(found)], found.Summary.Title, form);
            else Terminal.Write(Lines(found, asked, Math.Clamp(Terminal.Width(), 70, 120)), format.NoColor(parsed));
            return ExitCode.Done;
        });
        format.AddTo(verb);
        return verb;
    }

    private static IEnumerable<Line> Lines(Event e, string asked, int width)
    {
        yield return new Line().Add(e.Summary.Title, Look.Strong);
        yield return new Line().Add(e.Summary.Id + (asked == e.Summary.Id ? "" : $" (asked for as {asked})") + string.Create(CultureInfo.InvariantCulture, $", {e.Summary.Reports} reports of {e.Summary.Sources} independent sources"), Look.Faint);
        yield return new Line();
        yield return new Line().Add("Life", Look.Heading);
        foreach (var step in e.Life) yield return new Line().Add("  " + (step.Date ?? "")).To(14).Add(step.Status, Look.Strong).To(27).Add(step.Start is null ? "" : $"for {step.Start}").To(44).Add(step.Source ?? "no source since", Look.Faint);
        foreach (var field in e.Fields)
        {
            yield return new Line();
            yield return new Line().Add(field.Name, Look.Heading).Add("  ").Add(Shown(field.Value), Look.Strong).Add($"  {field.Rule}", Look.Faint).Add(field.Disputed ? "  disputed" : "", Look.Bad);
            foreach (var line in field.Values.SelectMany(v => Value(v, v.Value == field.Value, width))) yield return line;
        }
        if (e.Judgements.IsEmpty) yield break;
        yield return new Line();
        yield return new Line().Add("Judgements", Look.Heading);
        foreach (var j in e.Judgements) yield return new Line().Add(string.Create(CultureInfo.InvariantCulture, $"  {j.Id}  {j.At:yyyy-MM-dd}  {j.Kind.ToString().ToLowerInvariant()} {j.Field} {(j.Was is null ? "" : $"{j.Was} → ")}{j.Value}  {j.By}{(j.Why is null ? "" : ": " + j.Why)}"));
    }

    /// <summary>A row a claim.</summary>
    private static IEnumerable<Dictionary<string, string>> Rows(Event e) => e.Fields.SelectMany(f => f.Values.SelectMany(v => v.Claims.Select(c => new Dictionary<string, string>
    {
        ["field"] = f.Name, ["value"] = v.Value, ["chosen"] = v.Value == f.Value ? "yes" : "no", ["why"] = f.Rule, ["source"] = c.By ?? c.Document.Publisher, ["published"] = c.Document.Header.Published ?? "",
        ["quote"] = string.Join(" … ", c.Evidence.Select(x => x.Text)), ["rule"] = string.Join(' ', c.Evidence.Select(x => x.Rule).OfType<string>().Distinct()), ["report"] = RegisterId.Print(c.Report, 'r'),
    })));

    private static IEnumerable<Line> Value(FieldValue value, bool chosen, int width)
    {
        if (!chosen) yield return new Line().Add("  against: ", Look.Waiting).Add(Shown(value.Value));
        foreach (var claim in value.Claims)
        {
            yield return new Line().Add("    ").Add(claim.By is { } by ? $"{by} (by hand)" : claim.Document.Publisher).Add($"  {claim.Document.Header.Published}", Look.Faint);
            foreach (var slice in claim.Evidence.Take(2))
            {
                foreach (var text in Wrap.Words($"“{slice.Text}”", width - 8, 2)) yield return new Line().Add("      ").Add(text, Look.Quote);
                if (slice.Rule is { } rule) yield return new Line().Add($"      {rule}", Look.Faint);
            }
            if (claim.Why is { } why) yield return new Line().Add($"      {why}", Look.Quote);
        }
    }

    private static string Shown(string? value) => value is null ? "unknown" : string.Join(", ", value.Split(" | ").Where(p => p.Length > 0));

    private static string Json(Event e)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WritePropertyName("event");
            json.WriteRawValue(EventPrinter.Json(e.Summary));
            json.WriteStartArray("life");
            foreach (var s in e.Life) { json.WriteStartObject(); json.WriteString("status", s.Status); json.WriteString("date", s.Date); json.WriteString("source", s.Source); json.WriteString("start", s.Start); json.WriteEndObject(); }
            json.WriteEndArray();
            json.WriteStartArray("fields");
            foreach (var f in e.Fields) Field(json, f);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Field(Utf8JsonWriter json, Field f)
    {
        json.WriteStartObject();
        json.WriteString("field", f.Name);
        json.WriteString("value", f.Value);
        json.WriteString("rule", f.Rule);
        json.WriteBoolean("disputed", f.Disputed);
        json.WriteStartArray("claims");
        foreach (var (value, claim) in f.Values.SelectMany(v => v.Claims.Select(c => (v.Value, c))))
        {
            json.WriteStartObject();
            json.WriteString("value", value);
            json.WriteString("source", claim.By ?? claim.Document.Publisher);
            json.WriteString("published", claim.Document.Header.Published);
            json.WriteString("document", claim.Document.Header.Id);
            json.WriteString("report", RegisterId.Print(claim.Report, 'r'));
            json.WriteString("reader", claim.Document.ReaderVersion);
            json.WriteStartArray("evidence");
            foreach (var s in claim.Evidence) { json.WriteStartObject(); json.WriteNumber("start", s.Start); json.WriteNumber("end", s.End); json.WriteString("text", s.Text); json.WriteString("rule", s.Rule); json.WriteEndObject(); }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
