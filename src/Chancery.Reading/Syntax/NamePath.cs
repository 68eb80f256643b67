namespace Chancery.Reading.Syntax;

/// <summary>The best sequence of name tags in which a later token follows a token of its own kind.</summary>
internal sealed class NamePath
{
    /// <summary>Number of tags: those of <see cref="NameTag"/> and a pair for other names, which are told apart to be left out.</summary>
    public const int Tags = 9;

    private const int LastKept = (int)NameTag.PlaceInside;

    private byte[] _before = [];

    /// <summary>Sets the names of a sentence from the scores of its tokens and those of a tag (second) behind another (first).</summary>
    public void Decode(ReadOnlySpan<float> follow, ReadOnlySpan<float> scores, int stride, Span<Token> tokens)
    {
        if (_before.Length < tokens.Length * Tags) _before = new byte[tokens.Length * Tags * 2];
        Span<float> best = stackalloc float[Tags], next = stackalloc float[Tags];
        for (var k = 0; k < Tags; k++) best[k] = MayFollow(0, k) ? scores[k] : float.NegativeInfinity;
        for (var i = 1; i < tokens.Length; i++)
        {
            for (var k = 0; k < Tags; k++)
            {
                var (from, top) = (0, float.NegativeInfinity);
                for (var j = 0; j < Tags; j++)
                    if (MayFollow(j, k) && best[j] + follow[j * Tags + k] > top) (from, top) = (j, best[j] + follow[j * Tags + k]);
                _before[i * Tags + k] = (byte)from;
                next[k] = top + scores[i * stride + k];
            }
            next.CopyTo(best);
        }
        var tag = 0;
        for (var k = 1; k < Tags; k++) if (best[k] > best[tag]) tag = k;
        for (var i = tokens.Length - 1; i >= 0; i--)
        {
            tokens[i].Name = tag > LastKept ? NameTag.None : (NameTag)tag;
            tag = _before[i * Tags + tag];
        }
    }

    /// <summary>Whether a tag may stand behind another: inside a name only behind its first or another inner token of the same kind.</summary>
    public static bool MayFollow(int before, int tag) => !IsInside(tag) || before == tag || before == tag - 1;

    private static bool IsInside(int tag) => tag > 0 && tag % 2 == 0;
}
