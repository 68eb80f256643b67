using System.Collections.Immutable;
using System.Globalization;
using Chancery.Reading.Reports;
using Chancery.Register;
using Chancery.Register.Events;
using Chancery.Server.Events;
using Chancery.Server.Languages;
using Chancery.Storage;

namespace Chancery.Server.Review;

/// <summary>Makes questions readable: the sentences, the fields beside each other, the values to choose from.</summary>
internal sealed class ReviewCards(RegisterStore store, Wording words)
{
    private readonly EventAnswers _answers = new(store, words);
    private readonly SentenceFinder _sentences = new(store);

    /// <summary>The card of a question, or null where what it asks about is gone.</summary>
    public ReviewCard? Of(Question q)
    {
        if (store.Event(q.Left) is not { } left) return null;
        var right = q.Right is { } id ? store.Event(id) : null;
        if (q.Right is not null && right is null) return null;
        var kind = q.Kind.ToString().ToLowerInvariant();
        var (a, b) = (Report(left, q.LeftReport), right is null ? null : Report(right, q.RightReport));
        var choices = q.Kind == QuestionKind.Dispute ? Choices(left) : [];
        var field = choices.IsEmpty ? null : choices[0].Field;
        return new ReviewCard($"{kind}|{q.Left}|{q.Right}{field}", kind, field is null ? Asks(q) : words["ask.field", words.Of("field", field).ToLowerInvariant()], Side(left, a), right is null ? null : Side(right, b!), q.Score, Rows(a, b), choices, []);
    }

    /// <summary>The card of a tie between two people.</summary>
    public ReviewCard? Of(ImmutableArray<Chancery.Register.Judgements.Judgement> tie, Func<Chancery.Register.Judgements.Judgement, Decided> decided)
    {
        var (one, other) = (tie[^1].Left, tie[^1].Right);
        if (store.Event(RegisterId.Print(one)) is not { } left) return null;
        var right = other == 0 ? null : store.Event(RegisterId.Print(other));
        if (other != 0 && right is null) return null;
        var (a, b) = (Report(left, RegisterId.Print(one, 'r')), right is null ? null : Report(right, RegisterId.Print(other, 'r')));
        // The ids are those of the reports: after a merge both events are one, and it is these two that are asked about.
        var (first, second) = (Side(left, a) with { Event = RegisterId.Print(one) }, right is null ? null : Side(right, b!) with { Event = RegisterId.Print(other) });
        return new ReviewCard($"opinion|{first.Event}|{second?.Event}", "opinion", words[second is null ? "ask.opinion.one" : "ask.opinion.two"],
            first, second, left.Summary.Confidence, Rows(a, b), [], [.. tie.Select(decided)]);
    }

    private string Asks(Question q) => q.Kind switch
    {
        QuestionKind.Merge => words["ask.merge"],
        QuestionKind.Dispute => words["ask.dispute"],
        _ => words["ask.doubtful"],
    };

    private static SourcedReport Report(Event e, string? printed) => e.Reports.FirstOrDefault(r => printed is not null && r.Number == RegisterId.Parse(printed)) ?? e.Reports[0];

    private CardSide Side(Event e, SourcedReport report)
    {
        var evidence = report.Report.Evidence.IsDefault ? [] : report.Report.Evidence;
        var slice = evidence.FirstOrDefault(s => s.Field == "trigger") ?? evidence.FirstOrDefault();
        return new CardSide(e.Summary.Id, words.Title(e.Summary), report.Document.Publisher, report.Document.Header.Published, slice is null ? null : _sentences.Find(report.Document, slice));
    }

    private ImmutableArray<CardRow> Rows(SourcedReport left, SourcedReport? right)
    {
        CardRow Row(string field, Func<Report, string?> of)
        {
            var (a, b) = (of(left.Report), right is null ? null : of(right.Report));
            return new CardRow(words.Of("card", field), a, b, a is not null && b is not null && a != b);
        }
        CardRow[] rows =
        [
            Row("type", r => words.Type(r.Type, r.Subtype)), Row("status", r => words.Of("status", r.Status)), Row("when", When),
            Row("where", r => r.Place is null ? null : words.Place(r.Place)), Row("who", Who), Row("about", r => r.Topics.IsDefaultOrEmpty ? null : string.Join(", ", r.Topics.Select(words.Topic))),
            Row("documents", r => r.Instruments.IsDefaultOrEmpty ? null : string.Join(", ", r.Instruments.Select(i => i.Title ?? words.Of("document", i.Kind)))),
        ];
        return [.. rows.Where(r => r.Left is not null || r.Right is not null)];
    }

    private string? When(Report r) => words.Period(r.Start, r.End) is { Length: > 0 } said ? said : null;

    private string? Who(Report r) => r.Participants.IsDefaultOrEmpty ? null : string.Join("; ", r.Participants.Select(p => string.Create(CultureInfo.InvariantCulture,
        $"{words.Name(p.Name)}{(p.Country is { } c && States.Name(c) != p.Name ? $" ({words.State(c)})" : "")}{(p.Role is "visitor" or "host" ? ", " + words.Of("role", p.Role) : "")}")));

    /// <summary>The values of the first field in dispute; the next field is the next question.</summary>
    private ImmutableArray<CardChoice> Choices(Event e) => _answers.Fields(e).FirstOrDefault(f => f.Disputed && Corrigenda.Fields.Any(c => c.Field == f.Field)) is not { } f ? []
        : [.. f.Values.Take(9).Select(v => new CardChoice(f.Field, v.Value, words.Value(f.Field, v.Value), v.Chosen, v.Sources, [.. v.Claims.Take(3)]))];
}
