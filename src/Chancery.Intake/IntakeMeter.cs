namespace Chancery.Intake;

/// <summary>How many bytes have been taken of how many; for progress bars.</summary>
public sealed class IntakeMeter
{
    private long _taken;

    /// <summary>Bytes taken from files so far, packed where they are packed.</summary>
    public long Taken => Interlocked.Read(ref _taken);

    /// <summary>Bytes of all files, or 0 where that is not known (standard input).</summary>
    public long Total { get; internal set; }

    internal void Add(int bytes) => Interlocked.Add(ref _taken, bytes);
}
