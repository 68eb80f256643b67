using System.Collections.Immutable;
using Chancery.Storage;

namespace Chancery.Server.Coverages;

/// <summary>Which sources were read for which months: where nothing was read, silence says nothing.</summary>
/// <param name="Months">Months, the earliest first.</param>
/// <param name="Sources">Sources, most documents first.</param>
/// <param name="Documents">All documents of the months.</param>
/// <param name="Hidden">Sources that are not shown.</param>
public sealed record CoveragePage(ImmutableArray<string> Months, ImmutableArray<CoverageSource> Sources, int Documents, int Hidden)
{
    /// <summary>Asked from here on, as written.</summary>
    public string? Since { get; init; }

    /// <summary>Asked until here, as written.</summary>
    public string? Until { get; init; }

    internal const int MostMonths = 24;
    private const int MostSources = 60;

    internal static CoveragePage Of(IEnumerable<Coverage> rows)
    {
        var all = rows.Where(r => r.Day is { Length: >= 7 }).Select(r => (Source: r.Source ?? "unknown", Month: r.Day![..7], Row: r)).ToArray();
        string[] months = [.. all.Select(r => r.Month).Distinct().OrderDescending(StringComparer.Ordinal).Take(MostMonths).Order(StringComparer.Ordinal)];
        var shown = all.Where(r => months.Contains(r.Month)).ToArray();
        var sources = shown.GroupBy(r => r.Source, StringComparer.Ordinal).Select(g => new CoverageSource(g.Key, g.Sum(r => r.Row.Documents), g.Sum(r => r.Row.Silent), g.Sum(r => r.Row.Reports),
            g.GroupBy(r => r.Month).ToImmutableDictionary(m => m.Key, m => m.Sum(r => r.Row.Documents)))).OrderByDescending(s => s.Documents).ThenBy(s => s.Source, StringComparer.Ordinal).ToArray();
        return new CoveragePage([.. months], [.. sources.Take(MostSources)], shown.Sum(r => r.Row.Documents), Math.Max(0, sources.Length - MostSources));
    }
}

/// <summary>A source with its documents.</summary>
/// <param name="Source">Publisher.</param>
/// <param name="Documents">Documents read.</param>
/// <param name="Silent">Of these, documents in which no event was found.</param>
/// <param name="Reports">Reports found.</param>
/// <param name="ByMonth">Documents of each month.</param>
public sealed record CoverageSource(string Source, int Documents, int Silent, int Reports, ImmutableDictionary<string, int> ByMonth);
