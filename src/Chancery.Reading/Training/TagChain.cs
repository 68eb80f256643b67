using Chancery.Reading.Syntax;

namespace Chancery.Reading.Training;

/// <summary>Learns the tags of a sentence as a whole (a linear-chain conditional random field): scores of tokens, and of one tag behind another.</summary>
internal sealed class TagChain
{
    private const int Tags = NamePath.Tags;
    private readonly double[] _follow = new double[Tags * Tags], _back = new double[Tags];
    private double[] _emit = [], _ahead = [], _norm = [];

    /// <summary>Score of a tag (column) behind another (row).</summary>
    public Parameter Transitions { get; } = new(Tags, 16);

    /// <summary>Turns the scores of each sentence's rows into their gradient (times <paramref name="weight"/>) and returns the summed loss.
    /// Rows with a target below 0 part sentences and are cleared.</summary>
    public double Train(Mat scores, ReadOnlySpan<int> targets, float weight)
    {
        double loss = 0;
        Prepare();
        for (int from = 0, to; from < scores.Rows; from = to)
        {
            to = from + 1;
            if (targets[from] < 0) { scores.RowSpan(from).Clear(); continue; }
            while (to < scores.Rows && targets[to] >= 0) to++;
            loss += Sentence(scores, targets, from, to - from, weight);
        }
        return loss * weight;
    }

    /// <summary>The same for sentences whose tags are known by somebody's beliefs only; <paramref name="beliefs"/> has those of its sentence at each row.</summary>
    public double Follow(Mat scores, ReadOnlySpan<TagBeliefs?> beliefs, float weight)
    {
        double loss = 0;
        Prepare();
        for (var row = 0; row < scores.Rows;)
        {
            if (beliefs[row] is not { } belief) { scores.RowSpan(row++).Clear(); continue; }
            loss += Sentence(scores, belief, row, weight);
            row += belief.Count;
        }
        return loss * weight;
    }

    /// <summary>What scores of a sentence's tokens and of tags behind tags say of its tags.</summary>
    public static TagBeliefs Believe(ReadOnlySpan<float> scores, int stride, int count, ReadOnlySpan<float> follow)
    {
        var chain = new TagChain();
        var rows = new Mat(count, 16);
        for (var j = 0; j < Tags; j++) follow.Slice(j * Tags, Tags).CopyTo(chain.Transitions.W.RowSpan(j));
        for (var t = 0; t < count; t++) scores.Slice(t * stride, Tags).CopyTo(rows.RowSpan(t));
        chain.Prepare();
        chain.Room(count);
        chain.Ahead(rows, 0, count);
        chain.Back(rows, 0, count, 1);
        return new TagBeliefs(
            [.. Enumerable.Range(0, count * Tags).Select(i => rows.RowSpan(i / Tags)[i % Tags])],
            [.. Enumerable.Range(0, Tags * Tags).Select(i => chain.Transitions.G.RowSpan(i / Tags)[i % Tags])]);
    }

    private void Prepare()
    {
        for (var j = 0; j < Tags; j++)
            for (var k = 0; k < Tags; k++) _follow[j * Tags + k] = NamePath.MayFollow(j, k) ? Math.Exp(Transitions.W.RowSpan(j)[k]) : 0;
    }

    private void Room(int n)
    {
        if (_emit.Length < n * Tags) (_emit, _ahead, _norm) = (new double[2 * n * Tags], new double[2 * n * Tags], new double[2 * n]);
    }

    private double Sentence(Mat scores, ReadOnlySpan<int> targets, int from, int n, float weight)
    {
        Room(n);
        var loss = Ahead(scores, from, n);
        for (var t = 0; t < n; t++)
        {
            loss -= scores.RowSpan(from + t)[targets[from + t]];
            if (t > 0) loss -= Transitions.W.RowSpan(targets[from + t - 1])[targets[from + t]];
        }
        Back(scores, from, n, weight);
        for (var t = 0; t < n; t++)
        {
            scores.RowSpan(from + t)[targets[from + t]] -= weight;
            if (t > 0) Transitions.G.RowSpan(targets[from + t - 1])[targets[from + t]] -= weight;
        }
        return loss;
    }

    private double Sentence(Mat scores, TagBeliefs beliefs, int from, float weight)
    {
        var n = beliefs.Count;
        Room(n);
        var loss = Ahead(scores, from, n);
        for (var i = 0; i < n * Tags; i++) loss -= beliefs.Tokens[i] * scores.RowSpan(from + i / Tags)[i % Tags];
        for (var i = 0; i < Tags * Tags; i++) loss -= beliefs.Pairs[i] * Transitions.W.RowSpan(i / Tags)[i % Tags];
        Back(scores, from, n, weight);
        for (var i = 0; i < n * Tags; i++) scores.RowSpan(from + i / Tags)[i % Tags] -= beliefs.Tokens[i] * weight;
        for (var i = 0; i < Tags * Tags; i++) Transitions.G.RowSpan(i / Tags)[i % Tags] -= beliefs.Pairs[i] * weight;
        return loss;
    }

    // Scaled sums over all paths that end in a tag; returns the logarithm of the sum over all paths.
    private double Ahead(Mat scores, int from, int n)
    {
        double log = 0;
        for (var t = 0; t < n; t++)
        {
            var row = scores.RowSpan(from + t)[..Tags];
            var top = Top(row);
            double sum = 0;
            for (var k = 0; k < Tags; k++)
            {
                _emit[t * Tags + k] = Math.Exp(row[k] - top);
                double before = 0;
                if (t == 0) before = NamePath.MayFollow(0, k) ? 1 : 0;
                else for (var j = 0; j < Tags; j++) before += _ahead[(t - 1) * Tags + j] * _follow[j * Tags + k];
                sum += _ahead[t * Tags + k] = before * _emit[t * Tags + k];
            }
            for (var k = 0; k < Tags; k++) _ahead[t * Tags + k] /= sum;
            _norm[t] = sum;
            log += Math.Log(sum) + top;
        }
        return log;
    }

    private static float Top(ReadOnlySpan<float> row)
    {
        var top = row[0];
        foreach (var x in row) top = MathF.Max(top, x);
        return top;
    }

    // The scores become how likely each tag is, times the weight; so do the gradients of one tag behind another.
    private void Back(Mat scores, int from, int n, float weight)
    {
        Array.Fill(_back, 1);
        Span<double> next = stackalloc double[Tags];
        for (var t = n - 1; t >= 0; t--)
        {
            var row = scores.RowSpan(from + t);
            for (var k = 0; k < Tags; k++) row[k] = (float)(_ahead[t * Tags + k] * _back[k] * weight);
            row[Tags..].Clear();
            if (t == 0) break;
            next.Clear();
            for (var j = 0; j < Tags; j++)
                for (var k = 0; k < Tags; k++)
                {
                    var share = _follow[j * Tags + k] * _emit[t * Tags + k] * _back[k] / _norm[t];
                    next[j] += share;
                    Transitions.G.RowSpan(j)[k] += (float)(_ahead[(t - 1) * Tags + j] * share * weight);
                }
            next.CopyTo(_back);
        }
    }
}

/// <summary>How likely each tag is for each token of a sentence, and how often one is likely to stand behind another in it.</summary>
/// <param name="Tokens">Token by token, tag by tag.</param>
/// <param name="Pairs">The first tag, then the tag behind it.</param>
public sealed record TagBeliefs(float[] Tokens, float[] Pairs)
{
    /// <summary>Number of tokens.</summary>
    public int Count => Tokens.Length / NamePath.Tags;

    /// <summary>What several believe of one sentence, on average.</summary>
    public static TagBeliefs Mean(IReadOnlyList<TagBeliefs> beliefs) =>
        new([.. Enumerable.Range(0, beliefs[0].Tokens.Length).Select(i => beliefs.Average(b => b.Tokens[i]))], [.. Enumerable.Range(0, beliefs[0].Pairs.Length).Select(i => beliefs.Average(b => b.Pairs[i]))]);
}
