using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Chancery.Reading.Syntax;

/// <summary>One direction of a recurrent layer, as trained by <c>Training.Lstm</c>, with 8-bit weights.</summary>
internal sealed unsafe class QuantLstm
{
    private readonly QuantMatrix _recurrent;
    private readonly int _h;

    public QuantLstm(ModelFile file, string name)
    {
        Input = new QuantMatrix(file, name + ".x");
        _recurrent = new QuantMatrix(file, name + ".h");
        _h = _recurrent.Inputs;
    }

    /// <summary>What is to be applied to the inputs beforehand.</summary>
    public QuantMatrix Input { get; }

    /// <summary>Units.</summary>
    public int Size => _h;

    /// <summary>Runs over a packed batch and writes the states as 16-bit rows (scale <see cref="Int16Dot.Unit"/>).</summary>
    /// <param name="packing">The batch.</param>
    /// <param name="reversed">Reads each sentence from its end.</param>
    /// <param name="gates">Inputs times weights, one row a distinct input.</param>
    /// <param name="rowOf">For each packed row the row of <paramref name="gates"/>.</param>
    /// <param name="output">Packed rows in the sentence's own order.</param>
    /// <param name="stride">Distance of output rows.</param>
    /// <param name="scratch">Buffers of this thread.</param>
    public void Run(Packing packing, bool reversed, float* gates, int* rowOf, short* output, int stride, LstmScratch scratch)
    {
        var sentences = packing.Sentences;
        var cell = scratch.Cell.Take(sentences * _h);
        var state = scratch.State.Take(sentences * _h);
        var recurrent = scratch.Recurrent.Take(sentences * 4 * _h);
        new Span<float>(cell, sentences * _h).Clear();
        for (var t = 0; t < packing.Steps; t++)
        {
            int row = packing.Offset[t], count = packing.Count[t];
            if (t > 0) _recurrent.Multiply(state, _h, count, null, Int16Dot.Unit, recurrent);
            else new Span<float>(recurrent, count * 4 * _h).Clear();
            for (var b = 0; b < count; b++)
            {
                var at = reversed ? packing.Reverse[row + b] : row + b;
                Cell(gates + (long)rowOf[at] * 4 * _h, recurrent + b * 4 * _h, cell + b * _h, state + b * _h);
                new Span<short>(state + b * _h, _h).CopyTo(new Span<short>(output + (long)at * stride, _h));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Cell(float* x, float* r, float* cell, short* state)
    {
        Vector512<float> unit = Vector512.Create(32767f), half = Vector512.Create(0.5f);
        int forget = _h, exit = 2 * _h, candidate = 3 * _h;
        for (var j = 0; j < _h; j += 16)
        {
            var i = Activation.Logistic(Vector512.Load(x + j) + Vector512.Load(r + j));
            var f = Activation.Logistic(Vector512.Load(x + forget + j) + Vector512.Load(r + forget + j));
            var o = Activation.Logistic(Vector512.Load(x + exit + j) + Vector512.Load(r + exit + j));
            var a = Activation.Tanh(Vector512.Load(x + candidate + j) + Vector512.Load(r + candidate + j));
            var c = i * a + f * Vector512.Load(cell + j);
            c.Store(cell + j);
            var h = Vector512.ConvertToInt32(Vector512.Floor(o * Activation.Tanh(c) * unit + half));
            Vector256.Narrow(h.GetLower(), h.GetUpper()).Store(state + j);
        }
    }
}

/// <summary>Buffers of a recurrent layer.</summary>
internal sealed class LstmScratch
{
    public Store<float> Cell { get; } = new();

    public Store<short> State { get; } = new();

    public Store<float> Recurrent { get; } = new();
}
