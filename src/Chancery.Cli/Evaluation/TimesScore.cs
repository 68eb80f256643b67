using Chancery.Reading.Times;

namespace Chancery.Cli.Evaluation;

/// <summary>Counts of TempEval-3, task A: spans that are equal, spans that overlap, and of the latter those with the right type and value.</summary>
internal sealed class TimesScore
{
    /// <summary>Times of the gold and of the reader.</summary>
    public int Gold { get; private set; }

    /// <summary>Times the reader found.</summary>
    public int Found { get; private set; }

    /// <summary>Same span.</summary>
    public int Strict { get; private set; }

    /// <summary>Overlapping spans, each used once.</summary>
    public int Relaxed { get; private set; }

    /// <summary>Overlapping with the same type.</summary>
    public int Type { get; private set; }

    /// <summary>Overlapping with the same value.</summary>
    public int Value { get; private set; }

    /// <summary>F1 of a count.</summary>
    public double F1(int hits) => Gold + Found == 0 ? 0 : 200.0 * hits / (Gold + Found);

    /// <summary>Adds a document and tells what went wrong in it.</summary>
    public void Add(GoldTimesDocument document, IReadOnlyList<TimeMention> found, List<string> errors)
    {
        Gold += document.Times.Count;
        Found += found.Count;
        var used = new HashSet<TimeMention>();
        foreach (var gold in document.Times)
        {
            var match = found.FirstOrDefault(m => m.Span == gold.Span) ?? found.FirstOrDefault(m => !used.Contains(m) && m.Span.Overlaps(gold.Span));
            if (match is null) { errors.Add($"missed\t{document.Name}\t{Quote(document, gold.Span)}\t{gold.Type}\t{gold.Value}\t\t\t{Around(document, gold.Span)}"); continue; }
            used.Add(match);
            Relaxed++;
            var strict = match.Span == gold.Span;
            if (strict) Strict++;
            if (TypeOf(match) == gold.Type) Type++;
            var right = match.Value!.Value == gold.Value;
            if (right) Value++;
            if (!strict || !right) errors.Add($"{(right ? "span" : strict ? "value" : "both")}\t{document.Name}\t{Quote(document, gold.Span)}\t{gold.Type}\t{gold.Value}\t{Quote(document, match.Span)}\t{match.Value.Value} {match.Rule} {match.Value.Reason}\t{document.Created} {Around(document, gold.Span)}");
        }
        errors.AddRange(found.Where(m => !used.Contains(m)).Select(m => $"extra\t{document.Name}\t{Quote(document, m.Span)}\t\t\t\t{m.Value!.Value} {m.Rule}\t{Around(document, m.Span)}"));
    }

    private static string TypeOf(TimeMention mention) => mention.Value!.Type.ToString().ToUpperInvariant();

    private static string Quote(GoldTimesDocument document, Reading.TextSpan span) => span.Slice(document.Text).ToString().ReplaceLineEndings(" ");

    private static string Around(GoldTimesDocument document, Reading.TextSpan span)
    {
        var (start, end) = (Math.Max(0, span.Start - 70), Math.Min(document.Text.Length, span.End + 40));
        return document.Text[start..end].ReplaceLineEndings(" ");
    }
}
