using System.Runtime.Intrinsics;
using Chancery.Reading.Syntax;

namespace Chancery.Reading.Training;

/// <summary>Weights averaged over the last steps, each step before weighing a little less: steadier than the weights of any one step.</summary>
internal sealed unsafe class MovingAverage
{
    private const int Every = 16;
    private readonly Parameter[] _parameters;
    private readonly Mat[] _means;
    private readonly float _keep;
    private int _steps;

    /// <summary>An average that reaches back about <paramref name="reach"/> steps.</summary>
    public MovingAverage(IEnumerable<Parameter> parameters, int reach)
    {
        _parameters = [.. parameters];
        _keep = 1 - (float)Every / Math.Max(reach, 2 * Every);
        _means = [.. _parameters.Select(p => new Mat(p.W.Rows, p.W.Cols))];
        for (var p = 0; p < _means.Length; p++) _parameters[p].W.Span.CopyTo(_means[p].Span);
    }

    /// <summary>Takes the weights after a step in; only one step in some is looked at.</summary>
    public void Add()
    {
        if (++_steps % Every != 0) return;
        // The first steps start from nothing worth keeping.
        var seen = _steps / Every;
        var keep = MathF.Min(_keep, (seen - 1f) / seen);
        for (var p = 0; p < _means.Length; p++) Mix(_means[p].P, _parameters[p].W.P, _means[p].Rows * _means[p].Cols, keep);
    }

    /// <summary>Runs something with the mean in place of the weights, which return afterwards.</summary>
    public void With(Action action)
    {
        Swap();
        action();
        Swap();
    }

    private void Swap()
    {
        for (var p = 0; p < _means.Length; p++)
        {
            Span<float> weights = _parameters[p].W.Span, mean = _means[p].Span;
            for (var i = 0; i < weights.Length; i++) (weights[i], mean[i]) = (mean[i], weights[i]);
        }
    }

    private static void Mix(float* mean, float* weights, int count, float keep)
    {
        Vector512<float> old = Vector512.Create(keep), fresh = Vector512.Create(1 - keep);
        for (var i = 0; i < count; i += 16) (old * Vector512.Load(mean + i) + fresh * Vector512.Load(weights + i)).Store(mean + i);
    }
}
