using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Chancery.Server.Maps;

/// <summary>Outlines of countries (Natural Earth, 1:110m) as paths of SVG.</summary>
internal static class Outlines
{
    /// <summary>Half a turn in tenths of degrees.</summary>
    private const int HalfTurn = 1800;

    private static readonly Lazy<ImmutableArray<(string State, string Path)>> s_all = new(Load);

    /// <summary>Each country's path in the units of <see cref="EqualEarth"/>; without a code where ISO has none.</summary>
    public static ImmutableArray<(string State, string Path)> All => s_all.Value;

    private static ImmutableArray<(string, string)> Load()
    {
        using var stream = typeof(Outlines).Assembly.GetManifestResourceStream("outlines.tsv") ?? throw new InvalidOperationException("outlines.tsv is not built in");
        using var lines = new StreamReader(stream);
        lines.ReadLine();
        var all = ImmutableArray.CreateBuilder<(string, string)>();
        while (lines.ReadLine() is { } line)
            if (line.Split('\t') is [var state, _, var rings, ..]) all.Add((state, Path(rings)));
        return all.ToImmutable();
    }

    /// <summary>Rings hold tenths of degrees: the first point, then steps.</summary>
    private static string Path(string rings)
    {
        var path = new StringBuilder();
        foreach (var ring in rings.Split(';'))
        {
            var (x, y, turn, before, verb) = (0, 0, 0, "", 'M');
            foreach (var point in ring.Split(','))
            {
                var cut = point.IndexOf(' ', StringComparison.Ordinal);
                var step = int.Parse(point.AsSpan(0, cut), CultureInfo.InvariantCulture);
                x += step;
                // A ring that leaves the world on one side goes on beyond the edge instead of coming back across the whole picture.
                if (verb == 'L' && Math.Abs(step) > HalfTurn) turn -= Math.Sign(step) * 2 * HalfTurn;
                y += int.Parse(point.AsSpan(cut + 1), CultureInfo.InvariantCulture);
                var (px, py) = EqualEarth.Of((x + turn) / 10.0, y / 10.0);
                var at = string.Create(CultureInfo.InvariantCulture, $"{px:0} {py:0}");
                if (at == before) continue;
                path.Append(verb).Append(at);
                (before, verb) = (at, 'L');
            }
            path.Append('Z');
        }
        return path.ToString();
    }
}
