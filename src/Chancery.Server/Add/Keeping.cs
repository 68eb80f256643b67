using Chancery.Register;
using Chancery.Register.Judgements;
using Chancery.Server.Review;
using Chancery.Storage;
using Microsoft.AspNetCore.Http;

namespace Chancery.Server.Add;

/// <summary>Keeps a preview: the readings as they are, and what the person changed as judgements, so that a later reading never undoes it.</summary>
internal sealed class Keeping(RegisterStore store, string by)
{
    /// <summary>Fields that a preview lets correct.</summary>
    public static readonly string[] Fields = ["type", "status", "start", "end", "place"];

    /// <summary>Takes the documents in and judges.</summary>
    /// <returns>Ids of the events that they tell of, those left out apart.</returns>
    public List<string> Keep(IReadOnlyList<IngestItem> items, IFormCollection form)
    {
        var wanted = items.Select((item, d) => (Item: item, D: d)).Where(x => form[$"d{x.D}"].Count > 0).ToArray();
        // What was changed is checked before anything is written: all of it or nothing.
        var judgements = wanted.SelectMany(x => x.Item.Article.Events.SelectMany((report, r) => Judgements(x.Item, report, $"{x.D}-{r}", form))).ToArray();
        foreach (var j in judgements) Correction.Checked(j);
        store.Ingest([.. wanted.Select(x => x.Item)]);
        foreach (var j in judgements) store.Judge(j);
        return [.. wanted.SelectMany(x => store.Document(x.Item.Article.Document.Id)?.Reports ?? []).Select(r => r.Event).Distinct()];
    }

    private IEnumerable<Judgement> Judgements(IngestItem item, Chancery.Reading.Reports.Report report, string at, IFormCollection form)
    {
        var number = RegisterId.Report(item.Article.Document.Id, report.Id);
        if (form[$"r{at}"].Count == 0)
        {
            yield return new Judgement { Kind = JudgementKind.Reject, Left = number, Field = "report", By = by, At = default, Why = "left out when it was added" };
            yield break;
        }
        foreach (var field in Fields)
        {
            var (now, was) = (form[$"f{at}-{field}"].ToString().Trim(), form[$"o{at}-{field}"].ToString().Trim());
            if (now != was) yield return new Judgement { Kind = JudgementKind.Correct, Left = number, Field = field, Value = now.Length == 0 ? "" : Corrigenda.ValueOf(field, now), By = by, At = default, Why = "corrected when it was added" };
        }
    }
}
