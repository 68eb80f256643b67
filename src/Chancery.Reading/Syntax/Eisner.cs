using System.Runtime.Intrinsics;

namespace Chancery.Reading.Syntax;

/// <summary>The best projective tree with one root (Eisner 1996), in time cubic in the length of the sentence.</summary>
internal sealed unsafe class Eisner
{
    private const float RootCost = 1e6f;

    // Chart cells are spans from start to end whose head is at the end (left) or at the start (right). The inner loops run along starts or along ends,
    // so each table is kept in the order in which it is read, and two of them in both: ByStart rows are starts, ByEnd rows are ends.
    private readonly Store<float> _leftByStart = new(), _leftByEnd = new(), _rightByStart = new(), _rightByEnd = new(), _openLeftByEnd = new(), _openRightByStart = new();
    private readonly Store<short> _leftSplit = new(), _rightSplit = new(), _openSplit = new();
    private Chart _chart;

    /// <summary>Finds heads from scores.</summary>
    /// <param name="scores">For each word i a row; column 0 is the root as head, column 1 + j the word j.</param>
    /// <param name="stride">Distance between rows.</param>
    /// <param name="n">Number of words.</param>
    /// <param name="heads">Receives for each word 0 (root) or 1 + the head's place.</param>
    public void Decode(ReadOnlySpan<float> scores, int stride, int n, Span<int> heads)
    {
        var m = n + 1;
        // Loads of whole vectors may read beyond the last cell of a row, and what they read there counts for nothing.
        var cells = m * m + Vector256<float>.Count;
        _chart = new Chart(m, _leftByStart.Take(cells), _leftByEnd.Take(cells), _rightByStart.Take(cells), _rightByEnd.Take(cells), _openLeftByEnd.Take(cells), _openRightByStart.Take(cells),
            _leftSplit.Take(cells), _rightSplit.Take(cells), _openSplit.Take(cells));
        for (var i = 0; i < m; i++) _chart.LeftByStart[i * m + i] = _chart.LeftByEnd[i * m + i] = _chart.RightByStart[i * m + i] = _chart.RightByEnd[i * m + i] = 0;
        for (var width = 1; width < m; width++)
            for (var s = 0; s + width < m; s++)
            {
                var t = s + width;
                _chart.Open(s, t, s == 0 ? float.NegativeInfinity : scores[(s - 1) * stride + t], scores[(t - 1) * stride + s] - (s == 0 ? RootCost : 0));
                _chart.Complete(s, t);
            }
        Trace(0, n, left: false, heads);
    }

    private void Trace(int s, int t, bool left, Span<int> heads)
    {
        if (s == t) return;
        var (m, head) = (_chart.M, left ? t : s);
        int r = left ? _chart.LeftSplit[s * m + t] : _chart.RightSplit[s * m + t];
        heads[r - 1] = head;
        TraceOpen(Math.Min(r, head), Math.Max(r, head), heads);
        if (left) Trace(s, r, left: true, heads);
        else Trace(r, t, left: false, heads);
    }

    private void TraceOpen(int s, int t, Span<int> heads)
    {
        int r = _chart.OpenSplit[s * _chart.M + t];
        Trace(s, r, left: false, heads);
        Trace(r + 1, t, left: true, heads);
    }

    private readonly struct Chart(int m, float* leftByStart, float* leftByEnd, float* rightByStart, float* rightByEnd, float* openLeftByEnd, float* openRightByStart, short* leftSplit, short* rightSplit, short* openSplit)
    {
        public readonly int M = m;
        public readonly float* LeftByStart = leftByStart, LeftByEnd = leftByEnd, RightByStart = rightByStart, RightByEnd = rightByEnd;
        public readonly short* LeftSplit = leftSplit, RightSplit = rightSplit, OpenSplit = openSplit;

        // A right span from s and a left span into t meet, and one of the two words becomes the head of the other; the root has no head.
        public void Open(int s, int t, float scoreOfLeft, float scoreOfRight)
        {
            var (best, split) = Best(RightByStart + s * M + s, LeftByEnd + t * M + s + 1, t - s);
            OpenSplit[s * M + t] = (short)(s + split);
            openLeftByEnd[t * M + s] = best + scoreOfLeft;
            openRightByStart[s * M + t] = best + scoreOfRight;
        }

        public void Complete(int s, int t)
        {
            var (best, split) = Best(LeftByStart + s * M + s, openLeftByEnd + t * M + s, t - s);
            LeftByStart[s * M + t] = LeftByEnd[t * M + s] = best;
            LeftSplit[s * M + t] = (short)(s + split);
            (best, split) = Best(openRightByStart + s * M + s + 1, RightByEnd + t * M + s + 1, t - s);
            RightByStart[s * M + t] = RightByEnd[t * M + s] = best;
            RightSplit[s * M + t] = (short)(s + 1 + split);
        }

        // The greatest sum of two neighbours and the first place that has it.
        private static (float Value, int Place) Best(float* a, float* b, int n)
        {
            if (n < 6) return BestOfFew(a, b, n);
            Vector256<float> best = Vector256.Create(float.NegativeInfinity), none = best;
            Vector256<int> places = default, here = Vector256<int>.Indices, eight = Vector256.Create(8), length = Vector256.Create(n);
            for (var k = 0; k < n; k += 8, here += eight)
            {
                var sum = Vector256.Load(a + k) + Vector256.Load(b + k);
                if (k + 8 > n) sum = Vector256.ConditionalSelect(Vector256.LessThan(here, length).AsSingle(), sum, none);
                var above = Vector256.GreaterThan(sum, best);
                best = Vector256.ConditionalSelect(above, sum, best);
                places = Vector256.ConditionalSelect(above.AsInt32(), here, places);
            }
            return Greatest(best, places);
        }

        private static (float Value, int Place) Greatest(Vector256<float> best, Vector256<int> places)
        {
            var four = Vector128.Max(best.GetLower(), best.GetUpper());
            four = Vector128.Max(four, Vector128.Shuffle(four, Vector128.Create(2, 3, 0, 1)));
            four = Vector128.Max(four, Vector128.Shuffle(four, Vector128.Create(1, 0, 3, 2)));
            var top = Vector256.Create(four, four);
            places = Vector256.ConditionalSelect(Vector256.Equals(best, top).AsInt32(), places, Vector256.Create(int.MaxValue));
            var least = Vector128.Min(places.GetLower(), places.GetUpper());
            least = Vector128.Min(least, Vector128.Shuffle(least, Vector128.Create(2, 3, 0, 1)));
            least = Vector128.Min(least, Vector128.Shuffle(least, Vector128.Create(1, 0, 3, 2)));
            return (four.ToScalar(), least.ToScalar());
        }

        private static (float Value, int Place) BestOfFew(float* a, float* b, int n)
        {
            var best = float.NegativeInfinity;
            var place = 0;
            for (var k = 0; k < n; k++)
                if (a[k] + b[k] is var sum && sum > best) (best, place) = (sum, k);
            return (best, place);
        }
    }
}
