using Chancery.Reading.Reports;
using Chancery.Register.Events;

namespace Chancery.Register.Judgements;

/// <summary>What people put into and took out of the lists of an event: participants, topics, documents, attributions. The later act on a value holds.</summary>
internal sealed class ListCorrections
{
    private readonly Dictionary<(string Field, string Value), Judgement> _in = [];
    private readonly Dictionary<(string Field, string Value), Judgement> _out = [];

    public ListCorrections(IEnumerable<Judgement> said)
    {
        foreach (var j in said.Where(j => j.Kind == JudgementKind.Correct && j.Field is not null && Correction.Lists.Contains(j.Field)).OrderBy(j => j.Id))
        {
            if (j.Was is { } was) Move(_out, _in, (j.Field!, was), j);
            if (j.Value is { } value) Move(_in, _out, (j.Field!, value), j);
        }
        People = [.. In("participant").Select(j => Correction.Participant(j.Value!))];
        Gone = [.. Out("participant").Select(j => Correction.Participant(j.Was!))];
        Documents = [.. In("instrument").Select(j => Correction.Instrument(j.Value!))];
        Destroyed = [.. Out("instrument").Select(j => Correction.Instrument(j.Was!))];
    }

    /// <summary>Participants put in.</summary>
    public IReadOnlyList<Participant> People { get; }

    /// <summary>Participants taken out.</summary>
    public IReadOnlyList<Participant> Gone { get; }

    /// <summary>Documents put in.</summary>
    public IReadOnlyList<Instrument> Documents { get; }

    /// <summary>Documents taken out.</summary>
    public IReadOnlyList<Instrument> Destroyed { get; }

    /// <summary>Who took a value out; null where nobody did.</summary>
    public string? TakenOutBy(string field, string value)
    {
        if (_out.TryGetValue((field, value), out var j)) return j.By;
        if (field == "participant" && Out(field).FirstOrDefault(o => Roster.IsSame(Correction.Participant(o.Was!), Correction.Participant(value))) is { } person && !_in.ContainsKey((field, value))) return person.By;
        return field == "instrument" && Out(field).FirstOrDefault(o => Same(Correction.Instrument(o.Was!), Correction.Instrument(value))) is { } paper && !_in.ContainsKey((field, value)) ? paper.By : null;
    }

    /// <summary>One document, however often it is counted.</summary>
    public static bool Same(Instrument a, Instrument b) => a.Kind == b.Kind && (a.Title is null ? null : Merging.NameKey.Fold(a.Title)) == (b.Title is null ? null : Merging.NameKey.Fold(b.Title));

    private IEnumerable<Judgement> In(string field) => _in.Where(x => x.Key.Field == field).Select(x => x.Value).OrderBy(j => j.Id);

    private IEnumerable<Judgement> Out(string field) => _out.Where(x => x.Key.Field == field).Select(x => x.Value).OrderBy(j => j.Id);

    private static void Move(Dictionary<(string, string), Judgement> to, Dictionary<(string, string), Judgement> from, (string, string) key, Judgement by)
    {
        from.Remove(key);
        to[key] = by;
    }
}
