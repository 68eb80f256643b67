using Chancery.Storage.Sql;

namespace Chancery.Storage.Ingest;

/// <summary>A row of <c>coverage</c>: a day (<c>d</c>) or a month (<c>m</c>) of a source.</summary>
internal readonly record struct CoverageKey(string Span, string Day, string Source) : IComparable<CoverageKey>
{
    public int CompareTo(CoverageKey other) =>
        string.CompareOrdinal(Span, other.Span) is not 0 and var s ? s : string.CompareOrdinal(Day, other.Day) is not 0 and var d ? d : string.CompareOrdinal(Source, other.Source);
}

/// <summary>What is added to a row of <c>coverage</c>.</summary>
internal readonly record struct CoverageCount(long Documents, long Silent, long Reports);

/// <summary>Keeps the counts of documents and reports by source, day and month in step with the documents, so that years of them are read without counting.</summary>
internal static class CoverageTable
{
    /// <summary>Adds documents, or takes them off.</summary>
    public static void Move(SqlWriter writer, IEnumerable<(string? Source, string? Published, long Reports)> documents, int by)
    {
        var moved = new Dictionary<CoverageKey, CoverageCount>();
        foreach (var (source, published, reports) in documents)
        {
            Add("d", published ?? "");
            Add("m", published is { Length: > 7 } ? published[..7] : published ?? "");

            void Add(string span, string day)
            {
                var key = new CoverageKey(span, day, source ?? "");
                var was = moved.GetValueOrDefault(key);
                moved[key] = new(was.Documents + by, was.Silent + (reports == 0 ? by : 0), was.Reports + by * reports);
            }
        }
        if (moved.Count > 0) writer.AddCoverage([.. moved.OrderBy(m => m.Key).Select(m => (m.Key, m.Value))]);
    }
}
