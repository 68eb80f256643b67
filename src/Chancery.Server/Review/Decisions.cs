using System.Collections.Immutable;
using Chancery.Register;
using Chancery.Register.Judgements;
using Chancery.Server.Languages;
using Chancery.Storage;

namespace Chancery.Server.Review;

/// <summary>Decisions in words, with the event that they are about.</summary>
internal sealed class Decisions(RegisterStore store, Wording words)
{
    private readonly Dictionary<long, (string Id, string Title)?> _events = [];

    /// <summary>In words, for lists.</summary>
    public ImmutableArray<Decided> Of(IReadOnlyList<Judgement> judgements)
    {
        var undone = store.Undone([.. judgements.Select(j => j.Id)]);
        return [.. judgements.Select(j => One(j, undone.Contains(j.Id)))];
    }

    public Decided One(Judgement j, bool undone = false)
    {
        var about = j.Kind == JudgementKind.Undo ? null : EventOf(j.Left);
        return new Decided(j.Id, j.Kind.ToString().ToLowerInvariant(), Said(words, j.Kind.ToString().ToLowerInvariant(), j.Field, j.Value, j.Left), j.By, j.At, j.Why, about?.Id, about?.Title, undone);
    }

    private (string Id, string Title)? EventOf(long number)
    {
        if (!_events.TryGetValue(number, out var known)) _events[number] = known = store.Event(RegisterId.Print(number)) is { } e ? (e.Summary.Id, words.Title(e.Summary)) : null;
        return known;
    }

    /// <summary>A decision in words.</summary>
    public static string Said(Wording words, string kind, string? field, string? value, long of = 0) => kind switch
    {
        "reject" when field == "report" => words["decided.misread"],
        "undo" => words["decided.undo", of],
        "correct" => words["decided.correct", words.Of("field", field).ToLowerInvariant(), words.Value(field ?? "", value)],
        _ => words.Of("decided", kind),
    };
}
