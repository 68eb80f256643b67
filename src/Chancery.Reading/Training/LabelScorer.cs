using System.Runtime.Intrinsics;
using Chancery.Reading.Syntax;

namespace Chancery.Reading.Training;

/// <summary>Names the relation of an arc: one hidden layer over the sum of a projection of the word and one of its head.</summary>
internal sealed unsafe class LabelScorer
{
    private readonly Linear _dependent, _head, _output;
    private readonly int _classes, _size;
    private readonly Mat _hidden = new(0, 16), _mask = new(0, 16), _dHidden = new(0, 16), _dHead = new(0, 16);

    public LabelScorer(int input, int size, int classes, Rng rng)
    {
        (_classes, _size) = (classes, size);
        _dependent = new Linear(input, size, rectify: false, rng);
        _head = new Linear(input, size, rectify: false, rng);
        _output = new Linear(size, classes, rectify: false, rng);
        Root = new Parameter(1, size).Gaussian(rng, 0.1f);
    }

    public Linear Dependent => _dependent;

    public Linear Head => _head;

    public Linear Output => _output;

    public Parameter Root { get; }

    public IEnumerable<Parameter> Parameters => [_dependent.W, _dependent.B, _head.W, _head.B, _output.W, _output.B, Root];

    /// <summary>Loss of the gold relations under the gold heads, and gradients.</summary>
    public double Train(Mat y, Packing packing, int[] heads, int[] relations, float weight, Rng rng, float dropout, Mat dy)
    {
        var left = _dependent.Forward(y);
        var right = _head.Forward(y);
        _hidden.Shape(y.Rows, _size);
        rng.Mask(_mask.Shape(y.Rows, _size).Span, dropout);
        for (var s = 0; s < packing.Sentences; s++)
            for (int i = packing.First[s], end = i + packing.Lengths[s]; i < end; i++)
            {
                var head = heads[i] <= 0 ? Root.W.P : right.Row(packing.First[s] + heads[i] - 1);
                for (var j = 0; j < _size; j += 16)
                {
                    var sum = Vector512.Load(left.Row(i) + j) + Vector512.Load(head + j);
                    var mask = Vector512.ConditionalSelect(Vector512.GreaterThan(sum, Vector512<float>.Zero), Vector512.Load(_mask.Row(i) + j), Vector512<float>.Zero);
                    mask.Store(_mask.Row(i) + j);
                    (sum * mask).Store(_hidden.Row(i) + j);
                }
            }
        var scores = _output.Forward(_hidden);
        var loss = CrossEntropy.Of(scores, relations, _classes, weight);
        Backward(scores, packing, heads, dy);
        return loss;
    }

    private void Backward(Mat dScores, Packing packing, int[] heads, Mat dy)
    {
        _output.Backward(dScores, _dHidden.Shape(dScores.Rows, _size).Cleared());
        _dHead.Shape(dScores.Rows, _size).Clear();
        for (var s = 0; s < packing.Sentences; s++)
            for (int i = packing.First[s], end = i + packing.Lengths[s]; i < end; i++)
            {
                var head = heads[i] <= 0 ? Root.G.P : _dHead.Row(packing.First[s] + heads[i] - 1);
                for (var j = 0; j < _size; j += 16)
                {
                    var d = Vector512.Load(_dHidden.Row(i) + j) * Vector512.Load(_mask.Row(i) + j);
                    d.Store(_dHidden.Row(i) + j);
                    (Vector512.Load(head + j) + d).Store(head + j);
                }
            }
        _dependent.Backward(_dHidden, dy);
        _head.Backward(_dHead, dy);
    }
}
