using Chancery.Reading.Packs;
using Chancery.Register.Judgements;
using Chancery.Storage;

namespace Chancery.Cli.Register;

/// <summary>What people decided about the events of the demo, <c>data/demo/judgements.tsv</c>: its register has corrections and open questions too.</summary>
internal static class SampleJudgements
{
    /// <summary>Writes them down; an event that is not there any more is passed over.</summary>
    public static void Judge(RegisterStore store, string table)
    {
        var rows = Tsv.Read(table);
        var columns = new[] { "type", "start", "state", "kind", "field", "value", "by", "why" }.Select(rows.Column).ToArray();
        for (var i = 0; i < rows.Count; i++)
        {
            if (columns.Select(c => rows[i][c] is { Length: > 0 } cell ? cell : null).ToArray() is not [{ } type, { } start, { } state, { } kind, var field, var value, { } by, var why]) continue;
            var day = DateOnly.ParseExact(start, "yyyy-MM-dd");
            if (store.Find(new EventQuery { Types = [type], Between = [state], Since = day, Until = day, Limit = 1 }).Items is not [var found]) continue;
            store.Judge(new Judgement { Kind = Enum.Parse<JudgementKind>(kind, true), Left = found.Number, Field = field, Value = value, By = by, At = default, Why = why });
        }
    }
}
