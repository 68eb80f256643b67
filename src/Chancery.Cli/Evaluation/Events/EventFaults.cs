using Chancery.Reading.Reports;
using Chancery.Reading.Text;

namespace Chancery.Cli.Evaluation.Events;

/// <summary>Lists misses, extras and wrong fields with their sentences, up to a number of each.</summary>
internal sealed class EventFaults(TextWriter output, int most)
{
    private int _misses;
    private int _extras;
    private readonly Dictionary<string, int> _wrong = new(StringComparer.Ordinal);

    public void Miss(GoldArticle article, Report gold, IReadOnlyList<Report> read, EventPairing pairing)
    {
        if (++_misses > most) return;
        output.WriteLine($"miss   {article.Slug} {Words(gold)}");
        output.WriteLine($"       {Sentence(article.Text, gold)}");
        if (Nearest(gold, read) is { } near) output.WriteLine($"       read there: {Words(near)} (differs in {pairing.Obstacle(gold, near) ?? "nothing, but was matched to another"})");
    }

    public void Extra(GoldArticle article, Report read, IReadOnlyList<Report> gold, EventPairing pairing)
    {
        if (++_extras > most) return;
        output.WriteLine($"extra  {article.Slug} {Words(read)} by {EventPairing.Triggers(read).FirstOrDefault()?.Rule}");
        output.WriteLine($"       {Sentence(article.Text, read)}");
        if (Nearest(read, gold) is { } near) output.WriteLine($"       annotated there: {Words(near)} (differs in {pairing.Obstacle(near, read) ?? "nothing, but was matched to another"})");
    }

    public void Wrong(GoldArticle article, Report gold, FieldCheck check)
    {
        // Date is start and end once more.
        if (check.Field == "date" || (_wrong[check.Field] = _wrong.GetValueOrDefault(check.Field) + 1) > most) return;
        output.WriteLine($"wrong  {article.Slug} {gold.Id} {gold.Type}: {check.Field} is {check.Gold}, read {check.Read}");
    }

    private static Report? Nearest(Report one, IReadOnlyList<Report> others) => others.FirstOrDefault(o => EventPairing.TriggersOverlap(one, o));

    private static string Words(Report report)
    {
        var who = string.Join(" + ", report.Participants.Select(p => p.Country is null ? p.Name : $"{p.Name} {p.Country}"));
        return $"{report.Id} {report.Type} {report.Status} {report.Start ?? "?"}..{report.End ?? "?"} {who}";
    }

    private static string Sentence(string text, Report report)
    {
        if (EventPairing.Triggers(report).FirstOrDefault() is not { } trigger) return "(no trigger)";
        var points = new CodePoints(text);
        var (start, end) = (points.ToUtf16(trigger.Start), points.ToUtf16(trigger.End));
        if (end > text.Length || start >= end) return "(the trigger lies outside the text)";
        var from = start == 0 ? 0 : text.LastIndexOfAny(['.', '\n', '?', '!'], start - 1) + 1;
        var to = text.IndexOfAny(['.', '\n', '?', '!'], end);
        if (to < 0) to = text.Length;
        return $"{text[from..start].TrimStart()}[{text[start..end]}]{text[end..to]}".ReplaceLineEndings(" ");
    }
}
