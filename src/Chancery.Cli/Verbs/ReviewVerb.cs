using System.CommandLine;
using System.Globalization;
using Chancery.Cli.Register;
using Chancery.Cli.Render;
using Chancery.Register;
using Chancery.Register.Judgements;
using Chancery.Storage;

namespace Chancery.Cli.Verbs;

/// <summary><c>review</c>: the open questions, and the acts that answer them.</summary>
internal static class ReviewVerb
{
    public static Command Create()
    {
        var (register, format) = (RegisterOption.Create(), FormatOption.Create(RowPrinter.Formats));
        var limit = new Option<int>("--limit") { Description = "Most questions of each kind.", DefaultValueFactory = _ => 20 };
        var verb = new Command("review", "Lists what waits for a person: uncertain merges, disagreements, low confidence; its subcommands answer. Every act is kept and can be undone.\n\nExample: chancery review\nExample: chancery review same e0abc… e0def… --why \"one visit, two spellings\"") { register, format, limit };
        verb.SetAction(parsed =>
        {
            using var store = register.OpenExisting(parsed);
            var questions = store.Questions(parsed.GetValue(limit));
            if (format.Of(parsed) is not "table" and var form) RowPrinter.Write(Console.Out, [.. questions.Select(Plain)], "Questions", form);
            else Terminal.Write(questions.SelectMany(q => Lines(store, q)), format.NoColor(parsed));
            if (questions.IsEmpty) Console.Error.WriteLine("chancery: nothing waits for review");
            return ExitCode.Done;
        });
        format.AddTo(verb);
        verb.Add(Pair("same", "Two events are one.", JudgementKind.Same));
        verb.Add(Pair("different", "Two events or reports are not one; splits them where they were merged.", JudgementKind.Different));
        verb.Add(Pair("unsure", "It cannot be told; the question is not asked again.", JudgementKind.Unsure));
        verb.Add(One("accept", "What was read is right.", JudgementKind.Accept));
        verb.Add(One("reject", "What was read is no such event; with --report only that report was misread.", JudgementKind.Reject));
        verb.Add(Correct());
        verb.Add(Undo());
        return verb;
    }

    private static IEnumerable<Line> Lines(RegisterStore store, Question q)
    {
        var what = q.Kind switch { QuestionKind.Merge => "one event?", QuestionKind.Dispute => "sources differ", _ => "doubtful reading" };
        yield return new Line().Add(what, Look.Waiting).To(18).Add(string.Create(CultureInfo.InvariantCulture, $"{q.Score:0.00}"), Look.Faint).To(24).Add(q.Left, Look.Faint).To(40).Add(q.Title, Look.Strong);
        if (q.Right is { } right) yield return new Line().To(24).Add(right, Look.Faint).To(40).Add(store.Event(right)?.Summary.Title ?? "", Look.Strong);
        if (q.Kind == QuestionKind.Dispute && store.Event(q.Left) is { } e)
            foreach (var field in e.Fields.Where(f => f.Disputed))
                yield return new Line().To(40).Add($"{field.Name}: {string.Join("  against  ", field.Values.Select(v => string.Create(CultureInfo.InvariantCulture, $"{v.Value} ({v.Sources})")))}");
    }

    private static Dictionary<string, string> Plain(Question q) => new()
    {
        ["kind"] = q.Kind.ToString().ToLowerInvariant(), ["left"] = q.Left, ["right"] = q.Right ?? "", ["leftReport"] = q.LeftReport, ["rightReport"] = q.RightReport ?? "",
        ["score"] = q.Score.ToString(CultureInfo.InvariantCulture), ["title"] = q.Title,
    };

    private static Command Pair(string name, string what, JudgementKind kind)
    {
        var (left, right) = (new Argument<string>("left") { Description = "An event (e…)." }, new Argument<string>("right") { Description = "Another event." });
        return Act(new Command(name, $"{what}\n\nExample: chancery review {name} e0abc123def456 e0def123abc456") { left, right }, (store, parsed) => new Judgement
        {
            Kind = kind, Left = Number(store, parsed.GetValue(left)!), Right = Number(store, parsed.GetValue(right)!), By = "", At = default,
        });
    }

    private static Command One(string name, string what, JudgementKind kind)
    {
        var id = new Argument<string>("event") { Description = "The event (e…)." };
        var report = new Option<bool>("--report") { Description = "The id is of a report (r…), not of its event." };
        return Act(new Command(name, $"{what}\n\nExample: chancery review {name} e0abc123def456") { id, report }, (store, parsed) => new Judgement
        {
            Kind = kind, Left = Number(store, parsed.GetValue(id)!), Field = parsed.GetValue(report) ? "report" : null, By = "", At = default,
        });
    }

    private static Command Correct()
    {
        var (id, field, value) = (new Argument<string>("event") { Description = "The event (e…)." }, new Argument<string>("field") { Description = $"{string.Join(", ", Correction.Single)}; and the lists {string.Join(", ", Correction.Lists)}." }, new Argument<string>("value") { Description = "What it is; \"\" for nothing." });
        var was = new Option<string?>("--was") { Description = "In a list: the value that is taken out. A participant is written Name | kind | office | ISO3 | role, a document kind | title | count." };
        return Act(new Command("correct", "A field has another value; a place is written City | Venue | ISO3. In a list (participants, topics, documents) the value is put in, --was is taken out, both together replace.\n\nExample: chancery review correct e0abc123def456 start 2023-10-12 --why \"the protocol says so\"\nExample: chancery review correct e0abc123def456 participant \"Sergey Lavrov | person | foreign-minister | RUS | participant\"") { id, field, value, was }, (store, parsed) => new Judgement
        {
            Kind = JudgementKind.Correct, Left = Number(store, parsed.GetValue(id)!), Field = parsed.GetValue(field), Value = parsed.GetValue(value), Was = parsed.GetValue(was), By = "", At = default,
        });
    }

    private static Command Undo()
    {
        var id = new Argument<long>("judgement") { Description = "Its number, as printed when it was made and by explain." };
        return Act(new Command("undo", "Takes a judgement back; it stays on record.\n\nExample: chancery review undo 12") { id }, (_, parsed) => new Judgement { Kind = JudgementKind.Undo, Left = parsed.GetValue(id), By = "", At = default });
    }

    private static Command Act(Command command, Func<RegisterStore, ParseResult, Judgement> make)
    {
        var register = RegisterOption.Create();
        var by = new Option<string>("--by") { Description = "Who says so; default is the user of the machine.", DefaultValueFactory = _ => Environment.UserName };
        var why = new Option<string?>("--why") { Description = "Why." };
        command.Options.Add(register);
        command.Options.Add(by);
        command.Options.Add(why);
        command.SetAction(parsed =>
        {
            using var store = register.OpenExisting(parsed);
            var written = store.Judge(make(store, parsed) with { By = parsed.GetValue(by)!, Why = parsed.GetValue(why) });
            Console.WriteLine(written.Id.ToString(CultureInfo.InvariantCulture));
            return ExitCode.Done;
        });
        return command;
    }

    private static long Number(RegisterStore store, string id) =>
        RegisterId.Parse(id) ?? (store.Event(id) is { } e ? e.Summary.Number : throw new FormatException($"there is no event {id}"));
}
