using System.Collections.Immutable;
using System.Globalization;
using Chancery.Storage;

namespace Chancery.Server.Relations;

/// <summary>Counts by type and year as a table, the commonest type first.</summary>
internal sealed record LaneTable(ImmutableArray<string> Years, ImmutableArray<Lane> Lanes)
{
    private const int MostYears = 40;
    private long _most = 1;

    /// <summary>Orders tallies; every year between the first and the last has a column, so that silence shows too.</summary>
    public static LaneTable Of(ImmutableArray<Tally> tallies)
    {
        var dated = tallies.Where(t => t.Year is not null).ToArray();
        var last = dated.Length == 0 ? 0 : dated.Max(t => t.Year!.Value);
        var first = dated.Length == 0 ? 1 : Math.Max(dated.Min(t => t.Year!.Value), last - MostYears + 1);
        var lanes = tallies.GroupBy(t => t.Type).Select(g => new Lane(g.Key, g.Sum(t => t.Events), g.Where(t => t.Year is not null).ToImmutableDictionary(t => Print(t.Year!.Value), t => t.Events)));
        return new LaneTable([.. Enumerable.Range(first, last - first + 1).Select(Print)], [.. lanes.OrderByDescending(l => l.Total).ThenBy(l => l.Type, StringComparer.Ordinal)])
        {
            _most = Math.Max(1, dated.Select(t => t.Events).DefaultIfEmpty(1).Max()),
        };
    }

    /// <summary>Class of a cell, <c>h1</c> to <c>h4</c>, by its share of the largest on a scale of roots: a year of one visit must still be seen beside one of a hundred.</summary>
    public string Heat(long count) => string.Create(CultureInfo.InvariantCulture, $"h{Math.Clamp((int)Math.Ceiling(4 * Math.Sqrt((double)count / _most)), 1, 4)}");

    private static string Print(int year) => year.ToString("0000", CultureInfo.InvariantCulture);
}

/// <summary>One type's counts by year.</summary>
internal sealed record Lane(string Type, long Total, ImmutableDictionary<string, long> Counts);
