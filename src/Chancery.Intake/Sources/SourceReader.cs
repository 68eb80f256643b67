using System.IO.Compression;
using System.Text;
using Chancery.Intake.Decoding;
using Chancery.Intake.Feeds;
using Chancery.Intake.Json;

namespace Chancery.Intake.Sources;

/// <summary>Opens a file and cuts it into documents, one in memory at a time.</summary>
internal sealed class SourceReader(IntakeOptions options)
{
    // A gzip inside a gzip is somebody's accident; deeper is a bomb.
    private const int MaxUnpacking = 2;

    // Without this a gzip that was cut off reads as a shorter file.
    static SourceReader() => AppContext.SetSwitch("System.IO.Compression.UseStrictValidation", true);

    /// <summary>The documents of one file, or of standard input for <c>-</c>.</summary>
    public IEnumerable<SourceItem> Items(string path)
    {
        Stream? stream = null;
        string? refusal = null;
        try { stream = path == "-" ? options.StandardInput() : new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1); }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            refusal = e is UnauthorizedAccessException ? "no permission to read it" : e.Message;
        }
        if (stream is null) return [Refused(path, refusal!)];
        return Guarded(path, options.Meter is { } meter ? new CountedStream(stream, meter) : stream);
    }

    // An error of the disk, of unpacking or of the encoding ends this file and no other.
    private IEnumerable<SourceItem> Guarded(string path, Stream stream)
    {
        using var items = Cut(path, stream, MaxUnpacking).GetEnumerator();
        while (true)
        {
            SourceItem item;
            try
            {
                if (!items.MoveNext()) yield break;
                item = items.Current;
            }
            catch (Exception e) when (e is IOException or InvalidDataException or DecoderFallbackException or RefusedException)
            {
                item = Refused(path, e switch
                {
                    InvalidDataException => "broken gzip: " + e.Message,
                    DecoderFallbackException => "the byte order mark promises UTF-16 or UTF-32, the bytes behind it are none",
                    _ => e.Message,
                });
            }
            yield return item;
            if (item.Refusal is not null && item.Name == path) yield break;
        }
    }

    private IEnumerable<SourceItem> Cut(string path, Stream stream, int unpacking)
    {
        using var head = new HeadStream(stream);
        var wide = ByteOrderMark.Wide(head.Head);
        var (kind, reason) = ContentSniffer.Look(wide is null ? head.Head : ByteOrderMark.ToUtf8(wide, head.Head), head.IsWhole, path);
        using var utf8 = wide is null ? head : ByteOrderMark.ToUtf8(wide, head);
        var items = kind switch
        {
            ContentKind.Gzip when unpacking > 0 => Cut(path, new GZipStream(head, CompressionMode.Decompress), unpacking - 1),
            ContentKind.Gzip => [Refused(path, "gzip within gzip within gzip is not unpacked")],
            ContentKind.JsonLines => new JsonLineCutter(path, options).Cut(utf8),
            ContentKind.JsonValues => new JsonValueCutter(path, options).Cut(utf8),
            ContentKind.Feed => new FeedCutter(path, options).Cut(wide is null ? head : utf8),
            ContentKind.Empty or ContentKind.Binary or ContentKind.Xml => [Refused(path, reason)],
            _ => [Whole(path, kind, head)],
        };
        foreach (var item in items) yield return item;
    }

    private SourceItem Whole(string path, ContentKind kind, Stream stream)
    {
        var bytes = new BoundedBytes(options.Limit);
        var buffer = new byte[64 * 1024];
        for (int read; (read = stream.Read(buffer)) > 0;) bytes.Append(buffer.AsSpan(0, read));
        return bytes.ToItem(path, kind, options.Clock.GetUtcNow());
    }

    private SourceItem Refused(string path, string reason) => new(path, ContentKind.Binary, default, options.Clock.GetUtcNow(), reason);
}
