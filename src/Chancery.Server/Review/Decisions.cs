using System.Collections.Immutable;
using Chancery.Register;
using Chancery.Register.Judgements;
using Chancery.Server.Layout;
using Chancery.Storage;

namespace Chancery.Server.Review;

/// <summary>Decisions in words, with the event that they are about.</summary>
internal sealed class Decisions(RegisterStore store)
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
        return new Decided(j.Id, j.Kind.ToString().ToLowerInvariant(), Said(j), j.By, j.At, j.Why, about?.Id, about?.Title, undone);
    }

    private (string Id, string Title)? EventOf(long number)
    {
        if (!_events.TryGetValue(number, out var known)) _events[number] = known = store.Event(RegisterId.Print(number)) is { } e ? (e.Summary.Id, e.Summary.Title) : null;
        return known;
    }

    private static string Said(Judgement j) => j.Kind switch
    {
        JudgementKind.Same => "one event", JudgementKind.Different => "not one event", JudgementKind.Unsure => "cannot be told", JudgementKind.Accept => "read right",
        JudgementKind.Reject => j.Field == "report" ? "this report was misread" : "no such event", JudgementKind.Undo => $"took back decision {j.Left}",
        _ => $"{j.Field} is {Words.Value(j.Field ?? "", j.Value)}",
    };
}
