using Chancery.Register;
using Chancery.Register.Judgements;
using Chancery.Storage;
using Microsoft.AspNetCore.Http;

namespace Chancery.Server.Review;

/// <summary>A decision as a form or the script of the page sends it.</summary>
/// <param name="Act">Mark of the sender: sent twice, it is written once.</param>
/// <param name="Answer">same, different, unsure, accept, reject, correct, undo; or <c>correct|FIELD|VALUE</c> of a button.</param>
/// <param name="Left">Event or report.</param>
/// <param name="Right">The other, or null.</param>
/// <param name="Field">Field of a correction.</param>
/// <param name="Value">Its value.</param>
/// <param name="Why">Why, or null.</param>
/// <param name="Was">In lists (participant, topic, instrument, attribution): the value that is taken out.</param>
/// <param name="Of">What is undone: the mark or the number of a decision.</param>
public sealed record Decision(string? Act, string? Answer, string? Left, string? Right, string? Field, string? Value, string? Why, string? Of, string? Was = null)
{
    private const int LongestText = 500;

    /// <summary>Reads a form. A page may have been made once for many readers, so the mark of its form becomes one of this person and this answer: what two people say is two decisions.</summary>
    internal static Decision FromForm(IFormCollection form, string by)
    {
        string? One(string name) => form[name].ToString() is { Length: > 0 } value ? value : null;
        var act = One("act") is { } mark ? Answers.MadeAnswer.HashOf(string.Join('\n', mark, by, One("answer"), One("field"), One("value"), One("was"))) : null;
        return new Decision(act, One("answer"), One("left"), One("right"), One("field"), One("value"), One("why"), One("of"), One("was"));
    }

    /// <summary>The judgement that it is.</summary>
    /// <exception cref="FormatException">It is none, or points at nothing; the message says why.</exception>
    internal Judgement Judgement(RegisterStore store, string by)
    {
        foreach (var text in new[] { Act, Answer, Left, Right, Field, Value, Why, Of, Was })
            if (text?.Length > LongestText) throw new FormatException($"a decision takes {LongestText} characters a field at most");
        var parts = Answer?.Split('|', 3) ?? [];
        if (parts is ["correct", var field, var value]) return (this with { Answer = "correct", Field = field, Value = value }).Judgement(store, by);
        var made = new Judgement { Kind = KindOf(Answer), Left = 0, By = by, At = default, Why = Why, Act = Act };
        return made.Kind switch
        {
            JudgementKind.Undo => made with { Left = Undone(store) },
            JudgementKind.Same or JudgementKind.Different => made with { Left = Number(store, Left), Right = Number(store, Right) },
            JudgementKind.Unsure => made with { Left = Number(store, Left), Right = Right is null ? 0 : Number(store, Right) },
            JudgementKind.Correct when Field is not null && Correction.Lists.Contains(Field) => made with { Left = Number(store, Left), Field = Field, Value = Value, Was = Was },
            JudgementKind.Correct => made with { Left = Number(store, Left), Field = Corrigenda.FieldOf(Field), Value = Corrigenda.ValueOf(Field, Value) },
            // Of a report (r…) it says that this report was misread, of an event that there was none.
            _ => made with { Left = Number(store, Left), Field = Left is ['r', ..] ? "report" : null },
        };
    }

    private static JudgementKind KindOf(string? answer) => answer switch
    {
        "same" => JudgementKind.Same, "different" => JudgementKind.Different, "unsure" => JudgementKind.Unsure, "accept" => JudgementKind.Accept,
        "reject" => JudgementKind.Reject, "correct" => JudgementKind.Correct, "undo" => JudgementKind.Undo,
        _ => throw new FormatException($"'{answer}' is no decision; write same, different, unsure, accept, reject, correct or undo"),
    };

    private long Undone(RegisterStore store) =>
        long.TryParse(Of, out var id) ? id : store.JudgementOf(Of ?? "")?.Id ?? throw new FormatException("what is to be undone was never decided");

    private static long Number(RegisterStore store, string? id) =>
        id is null ? throw new FormatException("a decision needs an event") : RegisterId.Parse(id) ?? store.Event(id)?.Summary.Number ?? throw new FormatException($"there is no event {id}");
}

/// <summary>What became of a decision.</summary>
/// <param name="Act">Mark of the sender.</param>
/// <param name="Id">Number of the judgement; 0 where it was not taken.</param>
/// <param name="Message">Why it was not taken, or null.</param>
public sealed record DecisionAnswer(string? Act, long Id, string? Message);
