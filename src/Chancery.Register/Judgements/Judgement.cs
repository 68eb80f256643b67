namespace Chancery.Register.Judgements;

/// <summary>What a person said.</summary>
public enum JudgementKind : byte
{
    /// <summary>Two reports (or the events that hold them) are one event.</summary>
    Same,

    /// <summary>They are not.</summary>
    Different,

    /// <summary>It cannot be told; the question is not asked again.</summary>
    Unsure,

    /// <summary>A field of an event has another value.</summary>
    Correct,

    /// <summary>What was read is no such event, or one report of it was misread.</summary>
    Reject,

    /// <summary>What was read is right.</summary>
    Accept,

    /// <summary>An earlier judgement no longer holds.</summary>
    Undo,
}

/// <summary>One act of a person; never changed and never deleted. An undo is an act of its own.</summary>
public sealed record Judgement
{
    /// <summary>Number in the register, in order of writing; 0 until written.</summary>
    public long Id { get; init; }

    /// <summary>What was said.</summary>
    public required JudgementKind Kind { get; init; }

    /// <summary>The event or report it is about, as a number of a report; for an undo the id of the judgement.</summary>
    public required long Left { get; init; }

    /// <summary>The other event or report of same, different and unsure; else 0.</summary>
    public long Right { get; init; }

    /// <summary>Field of a correction; <c>report</c> where a rejection is of one report and not of the event.</summary>
    public string? Field { get; init; }

    /// <summary>New value of a correction: as <see cref="Events.Field.Value"/> writes it (see <see cref="Correction"/>).</summary>
    public string? Value { get; init; }

    /// <summary>In lists (participants, topics, documents, attributions): the value that is taken out; alone, or for the new one.</summary>
    public string? Was { get; init; }

    /// <summary>Who.</summary>
    public required string By { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Why, in their words, or null.</summary>
    public string? Why { get; init; }

    /// <summary>A mark that its sender gave it, or null: what is sent twice because an answer was lost is written once.</summary>
    public string? Act { get; init; }
}

/// <summary>Which judgements hold.</summary>
public static class ActiveJudgements
{
    /// <summary>Those that no undo (itself not undone) took back, in order of writing; undos left out.</summary>
    public static IReadOnlyList<Judgement> Of(IEnumerable<Judgement> all)
    {
        var ordered = all.OrderBy(j => j.Id).ToArray();
        var undone = new HashSet<long>();
        foreach (var judgement in ordered.Reverse())
            if (judgement.Kind == JudgementKind.Undo && !undone.Contains(judgement.Id)) undone.Add(judgement.Left);
        return [.. ordered.Where(j => j.Kind != JudgementKind.Undo && !undone.Contains(j.Id))];
    }
}
