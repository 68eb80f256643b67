using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Chancery.Server.Status;

/// <summary>A fault of this server.</summary>
/// <param name="At">When.</param>
/// <param name="Path">Which address.</param>
/// <param name="What">What kind; the message may hold anything and stays in the log.</param>
public sealed record Fault(DateTimeOffset At, string Path, string What);

/// <summary>The last faults since this server was started.</summary>
internal sealed class RecentFaults
{
    private const int Most = 20;
    private readonly ConcurrentQueue<Fault> _faults = new();
    private long _total;

    /// <summary>How many there were.</summary>
    public long Total => Interlocked.Read(ref _total);

    /// <summary>Latest first.</summary>
    public ImmutableArray<Fault> Latest => [.. _faults.Reverse()];

    public void Add(string path, Exception e)
    {
        _faults.Enqueue(new Fault(DateTimeOffset.UtcNow, path, e.GetType().Name));
        Interlocked.Increment(ref _total);
        while (_faults.Count > Most) _faults.TryDequeue(out _);
    }
}
