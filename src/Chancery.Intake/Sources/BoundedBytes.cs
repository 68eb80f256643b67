namespace Chancery.Intake.Sources;

/// <summary>Bytes that grow up to a limit and are only counted beyond it, so that no document takes more memory than the limit.</summary>
internal sealed class BoundedBytes(int limit)
{
    private byte[] _buffer = new byte[4096];
    private int _kept;

    /// <summary>Bytes seen, kept or not.</summary>
    public long Count { get; private set; }

    /// <summary>True where more came than may be kept.</summary>
    public bool IsOver => Count > limit;

    /// <summary>What is kept.</summary>
    public ReadOnlySpan<byte> Span => _buffer.AsSpan(0, _kept);

    public void Append(ReadOnlySpan<byte> bytes)
    {
        Count += bytes.Length;
        if (IsOver) return;
        if (_kept + bytes.Length > _buffer.Length) Array.Resize(ref _buffer, (int)Math.Min(Math.Max(_buffer.Length * 2L, _kept + bytes.Length), limit));
        bytes.CopyTo(_buffer.AsSpan(_kept));
        _kept += bytes.Length;
    }

    public void Clear()
    {
        // A huge row is rare; its buffer is not kept for the small ones behind it.
        if (_buffer.Length > 1 << 20) _buffer = new byte[4096];
        _kept = 0;
        Count = 0;
    }

    /// <summary>A copy as a document of its own, or the refusal that names the limit.</summary>
    public SourceItem ToItem(string name, ContentKind kind, DateTimeOffset fetchedAt) => IsOver
        ? new SourceItem(name, kind, default, fetchedAt, TooLong("", Count, limit))
        : new SourceItem(name, kind, Span.ToArray(), fetchedAt);

    /// <summary>The refusal of what is longer than the limit.</summary>
    public static string TooLong(string what, long count, int limit) =>
        $"{what}{Mega(count)} MB is over the limit of {Mega(limit)} MB a document; nothing of it was read";

    private static string Mega(long bytes) => (bytes / (1024.0 * 1024.0)).ToString("0.#", System.Globalization.CultureInfo.InvariantCulture);
}
