using System.Collections.Concurrent;
using System.Security.Cryptography;
using Chancery.Storage;

namespace Chancery.Server.Add;

/// <summary>What was read and not yet kept. In memory, for an hour, not without bound: whoever walks away has added nothing.</summary>
internal sealed class Previews(TimeProvider clock)
{
    private const int Most = 64;
    private static readonly TimeSpan s_longest = TimeSpan.FromHours(1);
    private readonly ConcurrentDictionary<string, (DateTimeOffset At, string By, IReadOnlyList<IngestItem> Items)> _kept = new(StringComparer.Ordinal);

    /// <summary>Keeps a preview; the oldest makes room.</summary>
    public string Put(string by, IReadOnlyList<IngestItem> items)
    {
        foreach (var (old, kept) in _kept)
            if (clock.GetUtcNow() - kept.At > s_longest) _kept.TryRemove(old, out _);
        while (_kept.Count >= Most && _kept.OrderBy(k => k.Value.At).FirstOrDefault() is { Key: { } oldest }) _kept.TryRemove(oldest, out _);
        var id = RandomNumberGenerator.GetHexString(24, true);
        _kept[id] = (clock.GetUtcNow(), by, items);
        return id;
    }

    /// <summary>What a person previewed, or null where it is gone or another's.</summary>
    public IReadOnlyList<IngestItem>? Find(string id, string by) => _kept.TryGetValue(id, out var kept) && kept.By == by ? kept.Items : null;

    /// <summary>Forgets a preview that was kept or thrown away.</summary>
    public void Forget(string id) => _kept.TryRemove(id, out _);
}
