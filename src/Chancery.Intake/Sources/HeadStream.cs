namespace Chancery.Intake.Sources;

/// <summary>A stream whose first bytes have been looked at and are given again.</summary>
internal sealed class HeadStream : Stream
{
    private const int HeadSize = 64 * 1024;

    private readonly Stream _rest;
    private readonly byte[] _head;
    private readonly int _headLength;
    private int _position;

    public HeadStream(Stream stream)
    {
        _rest = stream;
        _head = new byte[HeadSize];
        _headLength = stream.ReadAtLeast(_head, HeadSize, throwOnEndOfStream: false);
    }

    /// <summary>The first bytes: all of them where <see cref="IsWhole"/>.</summary>
    public ReadOnlySpan<byte> Head => _head.AsSpan(0, _headLength);

    /// <summary>True where nothing follows the head.</summary>
    public bool IsWhole => _headLength < HeadSize;

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(Span<byte> buffer)
    {
        if (_position == _headLength) return IsWhole ? 0 : _rest.Read(buffer);
        var count = Math.Min(buffer.Length, _headLength - _position);
        _head.AsSpan(_position, count).CopyTo(buffer);
        _position += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));
    public override void Flush() { }
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) _rest.Dispose();
        base.Dispose(disposing);
    }
}
