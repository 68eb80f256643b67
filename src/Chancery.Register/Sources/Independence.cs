namespace Chancery.Register.Sources;

/// <summary>Which documents are one source: those of one publisher, and copies of one text.</summary>
public sealed class Independence
{
    private readonly Dictionary<long, int> _group = [];

    /// <summary>Groups the documents of one event's reports.</summary>
    public Independence(IEnumerable<SourceDocument> documents)
    {
        var all = documents.DistinctBy(d => d.Number).OrderBy(d => d.Number).ToArray();
        var root = Enumerable.Range(0, all.Length).ToArray();
        int Find(int x) { while (root[x] != x) x = root[x]; return x; }
        for (var i = 0; i < all.Length; i++)
            for (var j = 0; j < i; j++)
                if (Find(i) != Find(j) && OneSource(all[i], all[j])) root[Find(i)] = Find(j);
        for (var i = 0; i < all.Length; i++) _group[all[i].Number] = Find(i);
    }

    /// <summary>How many independent sources the documents are.</summary>
    public int Count => _group.Values.Distinct().Count();

    /// <summary>How many independent sources stand behind some of them.</summary>
    public int CountOf(IEnumerable<long> documents) => documents.Select(d => _group[d]).Distinct().Count();

    private static bool OneSource(SourceDocument a, SourceDocument b) =>
        string.Equals(a.Publisher, b.Publisher, StringComparison.OrdinalIgnoreCase) || TextSketch.Likeness(a.Sketch, b.Sketch) >= TextSketch.CopyFrom;
}
