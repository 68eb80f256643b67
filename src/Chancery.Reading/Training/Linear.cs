using System.Runtime.Intrinsics;
using Chancery.Reading.Syntax;

namespace Chancery.Reading.Training;

/// <summary>A linear layer, with a rectifier and dropout behind it where asked. Outputs are padded to a multiple of 16.</summary>
internal sealed unsafe class Linear
{
    private readonly bool _rectify;
    private readonly Mat _mask = new(0, 16);
    private Mat _x = null!;

    public Linear(int input, int output, bool rectify, Rng rng)
    {
        _rectify = rectify;
        W = new Parameter(input, (output + 15) / 16 * 16).Glorot(rng);
        B = new Parameter(1, W.W.Cols);
    }

    public Parameter W { get; }

    public Parameter B { get; }

    public Mat Y { get; } = new(0, 16);

    public Mat Forward(Mat x, Rng? rng = null, float dropout = 0)
    {
        _x = x;
        Y.Shape(x.Rows, W.W.Cols).Fill(B.W.Span);
        Gemm.Multiply(x, W.W, Y, accumulate: true);
        if (!_rectify) return Y;
        _mask.Shape(x.Rows, W.W.Cols);
        if (rng is null || dropout == 0) _mask.Span.Fill(1); else rng.Mask(_mask.Span, dropout);
        for (var i = 0; i < Y.Rows * Y.Cols; i += 16)
        {
            Vector512<float> y = Vector512.Load(Y.P + i), mask = Vector512.Load(_mask.P + i);
            mask = Vector512.ConditionalSelect(Vector512.GreaterThan(y, Vector512<float>.Zero), mask, Vector512<float>.Zero);
            mask.Store(_mask.P + i);
            (y * mask).Store(Y.P + i);
        }
        return Y;
    }

    /// <summary>Takes the gradient of the outputs (which it overwrites), adds that of the inputs to <paramref name="dx"/>.</summary>
    public void Backward(Mat dy, Mat? dx)
    {
        if (_rectify)
            for (var i = 0; i < dy.Rows * dy.Cols; i += 16) (Vector512.Load(dy.P + i) * Vector512.Load(_mask.P + i)).Store(dy.P + i);
        Gemm.AddTransposed(_x, dy, W.G);
        AddColumnSums(dy, B.G);
        if (dx is not null) Gemm.Multiply(dy, W.Transpose, dx, accumulate: true);
    }

    public static void AddColumnSums(Mat source, Mat target)
    {
        for (var j = 0; j < source.Cols; j += 16)
        {
            var sum = Vector512.Load(target.P + j);
            for (var r = 0; r < source.Rows; r++) sum += Vector512.Load(source.Row(r) + j);
            sum.Store(target.P + j);
        }
    }
}
