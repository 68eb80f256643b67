using System.Runtime.Intrinsics;
using Chancery.Reading.Syntax;

namespace Chancery.Reading.Training;

/// <summary>A layer that sees each word with its two neighbours; where sizes allow it adds to its input. Rows between sentences stay empty.</summary>
internal sealed unsafe class ConvLayer
{
    private readonly int _input, _output;
    private readonly bool _residual;
    private readonly Mat _mask = new(0, 16);
    private Mat _x = null!;

    public ConvLayer(int input, int output, bool residual, Rng rng)
    {
        (_input, _output, _residual) = (input, output, residual);
        W = new Parameter(3 * input, output).Glorot(rng);
        B = new Parameter(1, output);
    }

    public Parameter W { get; }

    public Parameter B { get; }

    public Mat Y { get; } = new(0, 16);

    /// <summary>Runs the layer; <paramref name="empty"/> tells the rows between sentences, the first and last row among them.</summary>
    public Mat Forward(Mat x, ReadOnlySpan<bool> empty, Rng rng, float dropout)
    {
        _x = x;
        Y.Shape(x.Rows, _output).Fill(B.W.Span);
        Gemm.Multiply(x.P, _input, 1, W.W.P, _output, Y.Row(1), _output, x.Rows - 2, _output, 3 * _input, accumulate: true);
        rng.Mask(_mask.Shape(x.Rows, _output).Span, dropout);
        for (var r = 0; r < x.Rows; r++)
        {
            if (empty[r]) { Y.RowSpan(r).Clear(); _mask.RowSpan(r).Clear(); continue; }
            for (var j = 0; j < _output; j += 16)
            {
                var y = Vector512.Load(Y.Row(r) + j);
                var mask = Vector512.ConditionalSelect(Vector512.GreaterThan(y, Vector512<float>.Zero), Vector512.Load(_mask.Row(r) + j), Vector512<float>.Zero);
                mask.Store(_mask.Row(r) + j);
                y *= mask;
                (_residual ? y + Vector512.Load(x.Row(r) + j) : y).Store(Y.Row(r) + j);
            }
        }
        return Y;
    }

    /// <summary>Adds the gradient of the inputs to <paramref name="dx"/>; <paramref name="dy"/> is overwritten.</summary>
    public void Backward(Mat dy, Mat dx)
    {
        if (_residual) for (var i = 0; i < dy.Rows * dy.Cols; i += 16) (Vector512.Load(dx.P + i) + Vector512.Load(dy.P + i)).Store(dx.P + i);
        for (var i = 0; i < dy.Rows * dy.Cols; i += 16) (Vector512.Load(dy.P + i) * Vector512.Load(_mask.P + i)).Store(dy.P + i);
        var rows = dy.Rows - 2;
        Gemm.Multiply(_x.P, 1, _input, dy.Row(1), _output, W.G.P, _output, 3 * _input, _output, rows, accumulate: true);
        Linear.AddColumnSums(dy, B.G);
        for (var k = 0; k < 3; k++)
            Gemm.Multiply(dy.Row(1), _output, 1, W.Transpose.P + k * _input, 3 * _input, dx.Row(k), _input, rows, _input, _output, accumulate: true);
    }
}
