using System.Collections.Immutable;
using Chancery.Reading.Reports;
using Chancery.Reading.Text;
using Chancery.Server.Languages;

namespace Chancery.Server.Articles;

/// <summary>Cuts a text where evidence begins and ends, so that slices that overlap can all be shown.</summary>
internal static class MarkedText
{
    private sealed record Mark(int Start, int End, string Event, string Title, Evidence Evidence);

    public static ImmutableArray<Piece> Of(string text, IReadOnlyList<ArticleReport> reports, Wording words)
    {
        var points = new CodePoints(text);
        // A slice that points outside the text (readings made elsewhere) marks nothing.
        Mark[] marks = [.. reports.SelectMany(r => (r.Report.Evidence.IsDefault ? [] : r.Report.Evidence)
            .Where(e => e.Start >= 0 && e.Start < e.End && e.End <= points.Count).Select(e => new Mark(e.Start, e.End, r.Event, r.Title, e))).OrderBy(m => m.Start)];
        int[] cuts = [.. marks.SelectMany(m => new[] { m.Start, m.End }).Append(0).Append(points.Count).Distinct().Order()];
        var pieces = ImmutableArray.CreateBuilder<Piece>(cuts.Length);
        var (open, next) = (new List<Mark>(), 0);
        for (var i = 0; i + 1 < cuts.Length; i++)
        {
            var at = cuts[i];
            open.RemoveAll(m => m.End <= at);
            while (next < marks.Length && marks[next].Start <= at) open.Add(marks[next++]);
            pieces.Add(Make(at, text[points.ToUtf16(at)..points.ToUtf16(cuts[i + 1])], open, words));
        }
        return pieces.ToImmutable();
    }

    private static Piece Make(int start, string text, List<Mark> open, Wording words)
    {
        if (open.Count == 0) return new Piece(start, text, null, null, null);
        // The shortest slice around the piece says most about it.
        var first = open.OrderBy(m => m.End - m.Start).First();
        var note = string.Join("; ", open.Select(m => $"{words.Of("mark", m.Evidence.Field)}: {m.Title}{(m.Evidence.Rule is { } rule ? $" [{rule}]" : "")}").Distinct());
        return new Piece(start, text, first.Event, note, first.Evidence.Field);
    }
}
