using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Chancery.Reading.Syntax;

namespace Chancery.Reading.Training;

/// <summary>A learned matrix with its gradient and the two moments of Adam. Columns must be a multiple of 16.</summary>
internal sealed unsafe class Parameter
{
    private readonly Mat _first, _second;
    private readonly Mat _transpose = new(0, 0);
    private bool _transposed;

    public Parameter(int rows, int cols)
    {
        (W, G, _first, _second) = (new(rows, cols), new(rows, cols), new(rows, cols), new(rows, cols));
        foreach (var m in new[] { W, G, _first, _second }) m.Clear();
    }

    public Mat W { get; }

    public Mat G { get; }

    /// <summary>The transpose of the weights, made once after each step.</summary>
    public Mat Transpose
    {
        get
        {
            if (!_transposed) W.TransposeTo(_transpose);
            _transposed = true;
            return _transpose;
        }
    }

    /// <summary>Uniform with Glorot's bound.</summary>
    public Parameter Glorot(Rng rng, int? fanOut = null)
    {
        var bound = MathF.Sqrt(6f / (W.Rows + (fanOut ?? W.Cols)));
        foreach (ref var w in W.Span) w = (rng.Uniform() * 2 - 1) * bound;
        return this;
    }

    public Parameter Gaussian(Rng rng, float deviation)
    {
        foreach (ref var w in W.Span) w = rng.Normal() * deviation;
        return this;
    }

    public double SquaredNorm()
    {
        var sum = Vector512<float>.Zero;
        var n = W.Rows * W.Cols;
        for (var i = 0; i < n; i += 16) { var g = Vector512.Load(G.P + i); sum += g * g; }
        return Vector512.Sum(sum);
    }

    /// <summary>One step of Adam over all rows; the gradient is cleared.</summary>
    public void Step(in AdamStep step)
    {
        Step(step, 0, W.Rows * W.Cols);
        _transposed = false;
    }

    /// <summary>One step over one row only (lazy Adam, for embeddings of which a batch touches few).</summary>
    public void StepRow(in AdamStep step, int row) => Step(step, row * W.Cols, W.Cols);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Step(in AdamStep step, int from, int count)
    {
        float* w = W.P + from, g = G.P + from, m = _first.P + from, v = _second.P + from;
        Vector512<float> b1 = Vector512.Create(step.Beta1), b2 = Vector512.Create(step.Beta2), scale = Vector512.Create(step.Scale),
            rate = Vector512.Create(step.Rate), eps = Vector512.Create(step.Epsilon), one = Vector512<float>.One;
        for (var i = 0; i < count; i += 16)
        {
            var gradient = Vector512.Load(g + i) * scale;
            var first = b1 * Vector512.Load(m + i) + (one - b1) * gradient;
            var second = b2 * Vector512.Load(v + i) + (one - b2) * gradient * gradient;
            first.Store(m + i);
            second.Store(v + i);
            (Vector512.Load(w + i) - rate * first / (Vector512.Sqrt(second) + eps)).Store(w + i);
            Vector512<float>.Zero.Store(g + i);
        }
    }
}

/// <summary>What one step of Adam needs: the rate with its correction of the bias, the decays, and the factor that clips the gradient.</summary>
internal readonly record struct AdamStep(float Rate, float Beta1, float Beta2, float Epsilon, float Scale)
{
    /// <summary>The step number <paramref name="number"/> (from 1) at a learning rate.</summary>
    public static AdamStep At(int number, float rate, float scale)
    {
        const float Beta1 = 0.9f, Beta2 = 0.98f;
        var correction = Math.Sqrt(1 - Math.Pow(Beta2, number)) / (1 - Math.Pow(Beta1, number));
        return new((float)(rate * correction), Beta1, Beta2, 1e-8f, scale);
    }
}
