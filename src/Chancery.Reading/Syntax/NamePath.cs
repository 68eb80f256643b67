namespace Chancery.Reading.Syntax;

/// <summary>The best sequence of name tags in which a later token follows a token of its own kind.</summary>
internal sealed class NamePath
{
    /// <summary>Number of tags.</summary>
    public const int Tags = 7;

    private byte[] _before = [];

    /// <summary>Sets the names of a sentence from the scores of its tokens.</summary>
    public void Decode(ReadOnlySpan<float> scores, int stride, Span<Token> tokens)
    {
        if (_before.Length < tokens.Length * Tags) _before = new byte[tokens.Length * Tags * 2];
        Span<float> best = stackalloc float[Tags], next = stackalloc float[Tags];
        for (var k = 0; k < Tags; k++) best[k] = IsInside(k) ? float.NegativeInfinity : scores[k];
        for (var i = 1; i < tokens.Length; i++)
        {
            var top = 0;
            for (var k = 1; k < Tags; k++) if (best[k] > best[top]) top = k;
            for (var k = 0; k < Tags; k++)
            {
                // Inside a name only behind its first or another inner token of the same kind.
                var from = !IsInside(k) ? top : best[k - 1] >= best[k] ? k - 1 : k;
                _before[i * Tags + k] = (byte)from;
                next[k] = best[from] + scores[i * stride + k];
            }
            next.CopyTo(best);
        }
        var tag = 0;
        for (var k = 1; k < Tags; k++) if (best[k] > best[tag]) tag = k;
        for (var i = tokens.Length - 1; i >= 0; i--)
        {
            tokens[i].Name = (NameTag)tag;
            tag = _before[i * Tags + tag];
        }
    }

    private static bool IsInside(int tag) => tag > 0 && tag % 2 == 0;
}
