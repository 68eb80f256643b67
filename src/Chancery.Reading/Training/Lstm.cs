using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Chancery.Reading.Syntax;

namespace Chancery.Reading.Training;

/// <summary>One direction of a layer of long short-term memory over a packed batch, with its backward pass.</summary>
/// <remarks>The gates stand as four blocks of columns: input, forget, output, candidate.</remarks>
internal sealed unsafe class Lstm
{
    private readonly int _h;
    private readonly Mat _gates = new(0, 16), _cell = new(0, 16), _tanh = new(0, 16), _previous = new(0, 16);
    private readonly Mat _dGates = new(0, 16), _dNext = new(0, 16), _dCell = new(0, 16);
    private Packing _packing = null!;
    private Mat _x = null!;
    private Mat? _mask;

    public Lstm(int input, int hidden, Rng rng)
    {
        _h = hidden;
        Wx = new Parameter(input, 4 * hidden).Glorot(rng, hidden);
        Wh = new Parameter(hidden, 4 * hidden).Glorot(rng, hidden);
        B = new Parameter(1, 4 * hidden);
        B.W.Span.Slice(hidden, hidden).Fill(1); // an open forget gate at first
    }

    public Parameter Wx { get; }

    public Parameter Wh { get; }

    public Parameter B { get; }

    public Mat Hidden { get; } = new(0, 16);

    /// <summary>Runs the layer; <paramref name="mask"/> (sentences x hidden) drops the same units of the state at every step.</summary>
    public void Forward(Mat x, Packing packing, Mat? mask)
    {
        (_x, _packing, _mask) = (x, packing, mask);
        var n = packing.Rows;
        _gates.Shape(n, 4 * _h).Fill(B.W.Span);
        _cell.Shape(n, _h); _tanh.Shape(n, _h); _previous.Shape(n, _h); Hidden.Shape(n, _h);
        Gemm.Multiply(x, Wx.W, _gates, accumulate: true);
        new Span<float>(_previous.P, packing.Count[0] * _h).Clear();
        for (var t = 0; t < packing.Steps; t++)
        {
            int row = packing.Offset[t], count = packing.Count[t];
            if (t > 0)
            {
                Carry(packing.Offset[t - 1], row, count);
                Gemm.Multiply(_previous.Row(row), _h, 1, Wh.W.P, 4 * _h, _gates.Row(row), 4 * _h, count, 4 * _h, _h, accumulate: true);
            }
            for (var b = 0; b < count; b++) Cell(row + b, t == 0 ? -1 : packing.Offset[t - 1] + b);
        }
    }

    private void Carry(int from, int to, int count)
    {
        var n = count * _h;
        float* source = Hidden.Row(from), target = _previous.Row(to);
        if (_mask is null) { new Span<float>(source, n).CopyTo(new Span<float>(target, n)); return; }
        for (var i = 0; i < n; i += 16) (Vector512.Load(source + i) * Vector512.Load(_mask.P + i)).Store(target + i);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Cell(int row, int before)
    {
        float* g = _gates.Row(row), c = _cell.Row(row), tc = _tanh.Row(row), h = Hidden.Row(row);
        var cp = before < 0 ? null : _cell.Row(before);
        for (var j = 0; j < _h; j += 16)
        {
            var i = Activation.Logistic(Vector512.Load(g + j));
            var f = Activation.Logistic(Vector512.Load(g + _h + j));
            var o = Activation.Logistic(Vector512.Load(g + 2 * _h + j));
            var a = Activation.Tanh(Vector512.Load(g + 3 * _h + j));
            var cell = i * a + (cp == null ? Vector512<float>.Zero : f * Vector512.Load(cp + j));
            var t = Activation.Tanh(cell);
            i.Store(g + j); f.Store(g + _h + j); o.Store(g + 2 * _h + j); a.Store(g + 3 * _h + j);
            cell.Store(c + j); t.Store(tc + j);
            (o * t).Store(h + j);
        }
    }

    /// <summary>Gradients of the weights from that of the outputs; adds that of the inputs to <paramref name="dx"/> where it is given.</summary>
    public void Backward(Mat dHidden, Mat? dx)
    {
        var packing = _packing;
        var sentences = packing.Count[0];
        _dGates.Shape(packing.Rows, 4 * _h);
        _dNext.Shape(sentences, _h).Clear();
        _dCell.Shape(sentences, _h).Clear();
        var wht = Wh.Transpose;
        for (var t = packing.Steps - 1; t >= 0; t--)
        {
            int row = packing.Offset[t], count = packing.Count[t];
            for (var b = 0; b < count; b++) CellBackward(dHidden, row + b, b, t == 0 ? -1 : packing.Offset[t - 1] + b);
            if (t == 0) break;
            Gemm.Multiply(_dGates.Row(row), 4 * _h, 1, wht.P, _h, _dNext.P, _h, count, _h, 4 * _h, accumulate: false);
            if (_mask is null) continue;
            for (var i = 0; i < count * _h; i += 16) (Vector512.Load(_dNext.P + i) * Vector512.Load(_mask.P + i)).Store(_dNext.P + i);
        }
        Gemm.AddTransposed(_x, _dGates, Wx.G);
        Gemm.AddTransposed(_previous, _dGates, Wh.G);
        Linear.AddColumnSums(_dGates, B.G);
        if (dx is not null) Gemm.Multiply(_dGates, Wx.Transpose, dx, accumulate: true);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void CellBackward(Mat dHidden, int row, int sentence, int before)
    {
        float* g = _gates.Row(row), tc = _tanh.Row(row), dh = dHidden.Row(row), dg = _dGates.Row(row), next = _dNext.Row(sentence), dc = _dCell.Row(sentence);
        var cp = before < 0 ? null : _cell.Row(before);
        var one = Vector512<float>.One;
        for (var j = 0; j < _h; j += 16)
        {
            Vector512<float> i = Vector512.Load(g + j), f = Vector512.Load(g + _h + j), o = Vector512.Load(g + 2 * _h + j), a = Vector512.Load(g + 3 * _h + j);
            var t = Vector512.Load(tc + j);
            var d = Vector512.Load(dh + j) + Vector512.Load(next + j);
            var cell = Vector512.Load(dc + j) + d * o * (one - t * t);
            (cell * a * i * (one - i)).Store(dg + j);
            (cp == null ? Vector512<float>.Zero : cell * Vector512.Load(cp + j) * f * (one - f)).Store(dg + _h + j);
            (d * t * o * (one - o)).Store(dg + 2 * _h + j);
            (cell * i * (one - a * a)).Store(dg + 3 * _h + j);
            (cell * f).Store(dc + j);
        }
    }
}
