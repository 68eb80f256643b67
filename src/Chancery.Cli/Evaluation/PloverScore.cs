using Chancery.Reading.Reports;

namespace Chancery.Cli.Evaluation;

/// <summary>Counts over PLV sentences: were the right roots read, and of the right people?</summary>
internal sealed class PloverScore
{
    public int Gold { get; private set; }

    /// <summary>Rows with an event of their root that names somebody of the marked pair.</summary>
    public int Found { get; private set; }

    /// <summary>Rows with an event of their root.</summary>
    public int FoundRoot { get; private set; }

    /// <summary>Roots read, each once a sentence.</summary>
    public int Read { get; private set; }

    /// <summary>Roots read that a row of the sentence has.</summary>
    public int Right { get; private set; }

    /// <summary>Roots read of the marked pair.</summary>
    public int ReadOfPair { get; private set; }

    /// <summary>Those that are right.</summary>
    public int RightOfPair { get; private set; }

    /// <summary>Found rows that are planned or done as the modality says.</summary>
    public int Modality { get; private set; }

    public SortedDictionary<string, (int Gold, int Found, int Read, int Right)> ByRoot { get; } = [];

    /// <summary>Adds a sentence with its rows.</summary>
    public void Add(List<PloverGold> rows, IReadOnlyList<Report> events)
    {
        foreach (var row in rows)
        {
            Gold++;
            var right = events.Where(e => row.Is(e.Plover.Event)).ToList();
            var found = right.Where(e => Touches(e, row)).ToList();
            if (right.Count > 0) FoundRoot++;
            Count(row.Root, gold: 1, found: found.Count > 0 ? 1 : 0);
            if (found.Count == 0) continue;
            Found++;
            if (found.Any(e => e.Status == "planned" == row.IsPlanned)) Modality++;
        }
        foreach (var root in events.Select(e => Folded(e.Plover.Event)).Distinct())
        {
            var right = rows.Any(r => r.Is(root) || r.Root == root);
            Read++;
            if (right) Right++;
            Count(root, read: 1, right: right ? 1 : 0);
            if (!events.Any(e => Folded(e.Plover.Event) == root && rows.Any(r => Touches(e, r)))) continue;
            ReadOfPair++;
            if (right) RightOfPair++;
        }
    }

    private static string Folded(string root) => root is "CONCEDE" or "RETREAT" ? "YIELD" : root;

    private void Count(string root, int gold = 0, int found = 0, int read = 0, int right = 0)
    {
        var now = ByRoot.GetValueOrDefault(root);
        ByRoot[root] = (now.Gold + gold, now.Found + found, now.Read + read, now.Right + right);
    }

    /// <summary>An actor of the event stands in the marked source or target.</summary>
    public static bool Touches(Report report, PloverGold row) =>
        report.Evidence.Any(e => e.Field == "who" && row.Sources.Concat(row.Targets).Any(s => e.Start < s.End && s.Start < e.End));
}
