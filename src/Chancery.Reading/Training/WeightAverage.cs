
namespace Chancery.Reading.Training;

/// <summary>The mean of the weights at the ends of passes: steadier than any one of them where data are few.</summary>
internal sealed class WeightAverage(IReadOnlyList<Parameter> parameters)
{
    private readonly double[][] _sums = [.. parameters.Select(p => new double[p.W.Rows * p.W.Cols])];
    private int _count;

    public void Add()
    {
        _count++;
        for (var p = 0; p < _sums.Length; p++)
        {
            var weights = parameters[p].W.Span;
            for (var i = 0; i < weights.Length; i++) _sums[p][i] += weights[i];
        }
    }

    /// <summary>Runs something with the mean in place of the weights, which return afterwards.</summary>
    public void With(Action action)
    {
        if (_count == 0) { action(); return; }
        var kept = parameters.Select(p => p.W.Span.ToArray()).ToList();
        for (var p = 0; p < _sums.Length; p++)
        {
            var weights = parameters[p].W.Span;
            for (var i = 0; i < weights.Length; i++) weights[i] = (float)(_sums[p][i] / _count);
        }
        action();
        for (var p = 0; p < _sums.Length; p++) kept[p].CopyTo(parameters[p].W.Span);
    }
}
