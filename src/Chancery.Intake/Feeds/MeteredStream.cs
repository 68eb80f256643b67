using Chancery.Intake.Sources;

namespace Chancery.Intake.Feeds;

/// <summary>A stream that refuses to give more than a limit between two items.</summary>
internal sealed class MeteredStream(Stream stream, int limit) : Stream
{
    private long _since;

    /// <summary>What is read from.</summary>
    public Stream Stream { get; } = stream;

    /// <summary>An item has been taken; the next may be as long again.</summary>
    public void Restart() => _since = 0;

    public override int Read(Span<byte> buffer)
    {
        var read = Stream.Read(buffer);
        _since += read;
        return _since <= limit ? read : throw new RefusedException(BoundedBytes.TooLong("an item of more than ", _since, limit));
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));
    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
    public override void Flush() { }
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
