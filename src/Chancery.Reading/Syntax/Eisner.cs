namespace Chancery.Reading.Syntax;

/// <summary>The best projective tree with one root (Eisner 1996), in time cubic in the length of the sentence.</summary>
internal sealed class Eisner
{
    private const float RootCost = 1e6f;
    private float[] _complete = [], _open = [];
    private short[] _completeSplit = [], _openSplit = [];

    /// <summary>Finds heads from scores.</summary>
    /// <param name="scores">For each word i a row; column 0 is the root as head, column 1 + j the word j.</param>
    /// <param name="stride">Distance between rows.</param>
    /// <param name="n">Number of words.</param>
    /// <param name="heads">Receives for each word 0 (root) or 1 + the head's place.</param>
    public void Decode(ReadOnlySpan<float> scores, int stride, int n, Span<int> heads)
    {
        var m = n + 1;
        if (_complete.Length < 2 * m * m)
        {
            _complete = new float[2 * m * m];
            _open = new float[2 * m * m];
            _completeSplit = new short[2 * m * m];
            _openSplit = new short[2 * m * m];
        }
        // Chart cells are [direction, start, end]; direction 0: the head is at the end (left arc), 1: at the start. Starts run along rows
        // for one factor and ends for the other, so both are kept in the order in which the inner loop reads them.
        var half = m * m;
        for (var i = 0; i < m; i++) _complete[i * m + i] = _complete[half + i * m + i] = 0;
        for (var width = 1; width < m; width++)
            for (var s = 0; s + width < m; s++)
            {
                var t = s + width;
                Open(scores, stride, m, s, t);
                Complete(m, s, t);
            }
        Trace(m, 0, m - 1, 1, heads);
    }

    private void Open(ReadOnlySpan<float> scores, int stride, int m, int s, int t)
    {
        // right-complete from s, left-complete into t: _complete[1, s, r] + _complete[0, r + 1, t] (stored transposed as [t, r + 1]).
        var half = m * m;
        ReadOnlySpan<float> left = _complete.AsSpan(half + s * m + s, t - s), right = _complete.AsSpan(t * m + s + 1, t - s);
        var best = float.NegativeInfinity;
        var split = 0;
        for (var k = 0; k < left.Length; k++)
        {
            var value = left[k] + right[k];
            if (value > best) (best, split) = (value, k);
        }
        _openSplit[s * m + t] = (short)(s + split);
        // The word t as head of s; the root has no head.
        _open[s * m + t] = s == 0 ? float.NegativeInfinity : best + scores[(s - 1) * stride + t];
        _open[half + s * m + t] = best + scores[(t - 1) * stride + s] - (s == 0 ? RootCost : 0);
    }

    private void Complete(int m, int s, int t)
    {
        var half = m * m;
        // Head at the end: _complete[0, s, r] + _open[0, r, t].
        var best = float.NegativeInfinity;
        var split = s;
        for (var r = s; r < t; r++)
        {
            var value = _complete[r * m + s] + _open[r * m + t];
            if (value > best) (best, split) = (value, r);
        }
        _complete[t * m + s] = best;
        _completeSplit[t * m + s] = (short)split;
        // Head at the start: _open[1, s, r] + _complete[1, r, t].
        best = float.NegativeInfinity;
        split = t;
        for (var r = s + 1; r <= t; r++)
        {
            var value = _open[half + s * m + r] + _complete[half + r * m + t];
            if (value > best) (best, split) = (value, r);
        }
        _complete[half + s * m + t] = best;
        _completeSplit[half + s * m + t] = (short)split;
    }

    private void Trace(int m, int s, int t, int direction, Span<int> heads)
    {
        if (s == t) return;
        if (direction == 1)
        {
            int r = _completeSplit[m * m + s * m + t];
            heads[r - 1] = s;
            TraceOpen(m, s, r, heads);
            Trace(m, r, t, 1, heads);
        }
        else
        {
            int r = _completeSplit[t * m + s];
            heads[r - 1] = t;
            TraceOpen(m, r, t, heads);
            Trace(m, s, r, 0, heads);
        }
    }

    private void TraceOpen(int m, int s, int t, Span<int> heads)
    {
        int r = _openSplit[s * m + t];
        Trace(m, s, r, 1, heads);
        Trace(m, r + 1, t, 0, heads);
    }
}
