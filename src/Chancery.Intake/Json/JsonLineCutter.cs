using Chancery.Intake.Decoding;
using Chancery.Intake.Sources;

namespace Chancery.Intake.Json;

/// <summary>Cuts JSON Lines into rows; empty lines are counted and passed over.</summary>
internal sealed class JsonLineCutter(string path, IntakeOptions options)
{
    public IEnumerable<SourceItem> Cut(Stream stream)
    {
        var row = new BoundedBytes(options.Limit);
        var buffer = new byte[64 * 1024];
        var number = 0;
        for (int read; (read = stream.Read(buffer)) > 0;)
            for (var at = 0; at < read;)
            {
                var end = buffer.AsSpan(at, read - at).IndexOf((byte)'\n');
                row.Append(buffer.AsSpan(at, end < 0 ? read - at : end));
                if (end < 0) break;
                at += end + 1;
                if (Take(row, ++number) is { } item) yield return item;
            }
        if (Take(row, number + 1) is { } last) yield return last;
    }

    private SourceItem? Take(BoundedBytes row, int number)
    {
        var name = $"{path}:{number}";
        var now = options.Clock.GetUtcNow();
        var line = row.Span;
        if (number == 1 && line.StartsWith(ByteOrderMark.Utf8)) line = line[3..];
        line = line.Trim(" \t\r"u8);
        SourceItem? item = row.IsOver ? row.ToItem(name, ContentKind.JsonRow, now)
            : line.IsEmpty ? null
            : new SourceItem(name, ContentKind.JsonRow, line.ToArray(), now);
        row.Clear();
        return item;
    }
}
