using Chancery.Intake.Sources;

namespace Chancery.Intake.Json;

/// <summary>Cuts an array of objects, or objects that span lines, into rows without holding more than one.</summary>
/// <remarks>Only braces, brackets and strings are followed; whether a row is valid is seen when it is read, so that one broken row does not lose the others.</remarks>
internal sealed class JsonValueCutter(string path, IntakeOptions options)
{
    private readonly BoundedBytes _row = new(options.Limit);
    private bool _inArray;
    private bool _inString;
    private bool _escaped;
    private int _depth;
    private int _number;

    public IEnumerable<SourceItem> Cut(Stream stream)
    {
        var buffer = new byte[64 * 1024];
        var before = (byte)0;
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            var start = 0;
            for (var at = 0; at < read; at++)
            {
                var b = buffer[at];
                if (_depth == 0 && !_inString && !_inArray && _row.Count == 0 && b == '[' && _number == 0) { _inArray = true; start = at + 1; continue; }
                if (_depth == 0 && !_inString && IsBetween(b))
                {
                    _row.Append(buffer.AsSpan(start, at - start));
                    start = at + 1;
                    if (Take() is { } bare) yield return bare;
                    continue;
                }
                if (!Follow(b) || _depth > 0 || _inString) continue;
                _row.Append(buffer.AsSpan(start, at + 1 - start));
                start = at + 1;
                if (b is (byte)'}' or (byte)']' && Take() is { } item) yield return item;
            }
            _row.Append(buffer.AsSpan(start, read - start));
            before = buffer[read - 1];
        }
        if (_row.Count > 0) yield return Broken(_depth > 0 || _inString ? "the JSON ends within this row" : $"no JSON object, near byte 0x{before:X2}");
    }

    // True where the byte is part of a value and the state may have changed.
    private bool Follow(byte b)
    {
        if (_inString)
        {
            if (_escaped) _escaped = false;
            else if (b == '\\') _escaped = true;
            else if (b == '"') _inString = false;
            return false;
        }
        switch (b)
        {
            case (byte)'"': _inString = true; return false;
            case (byte)'{' or (byte)'[': _depth++; return false;
            case (byte)'}' or (byte)']': _depth = Math.Max(0, _depth - 1); return true;
            default: return false;
        }
    }

    private bool IsBetween(byte b) => b is (byte)',' or (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or 0xEF or 0xBB or 0xBF || b == ']' && _inArray;

    private SourceItem? Take()
    {
        if (_row.Count == 0) return null;
        var item = _row.ToItem($"{path}#{++_number}", ContentKind.JsonRow, options.Clock.GetUtcNow());
        _row.Clear();
        return item;
    }

    private SourceItem Broken(string reason) => new($"{path}#{_number + 1}", ContentKind.JsonRow, default, options.Clock.GetUtcNow(), reason);
}
