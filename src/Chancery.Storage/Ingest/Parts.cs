namespace Chancery.Storage.Ingest;

/// <summary>Connected parts of the register: which reports merging must look at together. Named by the smallest number in them.</summary>
internal sealed class Parts
{
    private readonly Dictionary<long, long> _up = [];

    public long Find(long part)
    {
        while (_up.TryGetValue(part, out var up)) part = up;
        return part;
    }

    public void Join(long a, long b)
    {
        (a, b) = (Find(a), Find(b));
        if (a != b) _up[Math.Max(a, b)] = Math.Min(a, b);
    }

    /// <summary>Parts that were joined into another, with the one they are in now.</summary>
    public IEnumerable<(long Old, long Now)> Joined => _up.Keys.Select(k => (k, Find(k)));
}
