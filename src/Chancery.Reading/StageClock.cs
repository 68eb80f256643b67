using System.Diagnostics;

namespace Chancery.Reading;

/// <summary>Measures the stages of reading on one thread: time, and bytes allocated. For <c>bench</c>; reading without one pays nothing.</summary>
public sealed class StageClock
{
    private readonly List<Stage> _stages = [];
    private long _time;
    private long _bytes;

    /// <summary>What was measured, in the order in which stages first ended.</summary>
    public IReadOnlyList<Stage> Stages => _stages;

    /// <summary>Tokens of all documents read.</summary>
    public long Tokens { get; private set; }

    /// <summary>One stage over all documents read.</summary>
    public sealed class Stage(string name)
    {
        /// <summary>Its name.</summary>
        public string Name { get; } = name;

        /// <summary>Time spent in it.</summary>
        public TimeSpan Time { get; internal set; }

        /// <summary>Bytes allocated in it.</summary>
        public long Allocated { get; internal set; }
    }

    /// <summary>A document begins.</summary>
    internal void Start() => (_time, _bytes) = (Stopwatch.GetTimestamp(), GC.GetAllocatedBytesForCurrentThread());

    /// <summary>A stage has ended; what passed since the last end is its.</summary>
    internal void Lap(string name)
    {
        var (time, bytes) = (Stopwatch.GetTimestamp(), GC.GetAllocatedBytesForCurrentThread());
        var stage = _stages.Find(s => s.Name == name);
        if (stage is null) _stages.Add(stage = new Stage(name));
        stage.Time += Stopwatch.GetElapsedTime(_time, time);
        stage.Allocated += bytes - _bytes;
        Start();
    }

    /// <summary>A document had so many tokens.</summary>
    internal void Count(int tokens) => Tokens += tokens;
}
