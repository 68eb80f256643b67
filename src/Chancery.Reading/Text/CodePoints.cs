namespace Chancery.Reading.Text;

/// <summary>Turns UTF-16 offsets of one text into code points and back.</summary>
/// <remarks>Wrong offsets outside ASCII are the commonest fault of tools in this field, so nothing else does this arithmetic.</remarks>
public sealed class CodePoints
{
    // Positions (in UTF-16 units) of the high surrogates, ascending: usually none.
    private readonly int[] _pairs;
    private readonly int _length;

    /// <summary>Prepares the offsets of <paramref name="text"/>.</summary>
    public CodePoints(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        _length = text.Length;
        var pairs = new List<int>();
        for (var i = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDBFF'); i >= 0 && i < text.Length; i++)
            if (char.IsHighSurrogate(text[i])) pairs.Add(i);
        _pairs = [.. pairs];
    }

    /// <summary>Number of code points of the text.</summary>
    public int Count => _length - _pairs.Length;

    /// <summary>Code points before a UTF-16 offset.</summary>
    public int FromUtf16(int offset)
    {
        var index = Array.BinarySearch(_pairs, offset);
        return offset - (index >= 0 ? index : ~index);
    }

    /// <summary>UTF-16 offset of a code point.</summary>
    public int ToUtf16(int codePoint)
    {
        var offset = codePoint;
        foreach (var pair in _pairs)
        {
            if (pair >= offset) break;
            offset++;
        }
        return offset;
    }
}
