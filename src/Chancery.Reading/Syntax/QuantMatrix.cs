using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Chancery.Reading.Syntax;

/// <summary>A linear layer with 8-bit weights (one scale an output) applied to 16-bit inputs (one scale a row).</summary>
/// <remarks>Sums are of integers, so every machine and every order of batches gives the same bits.
/// Weights lie in panels of 32 outputs: pair of inputs by pair, output by output.</remarks>
internal sealed unsafe class QuantMatrix
{
    /// <summary>Outputs of a panel.</summary>
    public const int Panel = 32;

    // So many rows go through all panels before the next, so that rows stay in the nearest cache and weights in the one behind it.
    private const int Block = 48;
    private readonly short[] _store;
    private readonly short* _weights;
    private readonly float[] _scales, _bias;

    /// <summary>Takes the parts <c>name.w</c>, <c>name.s</c> and <c>name.b</c> of a model.</summary>
    public QuantMatrix(ModelFile file, string name)
    {
        var packed = file.Span<sbyte>(name + ".w");
        (_scales, _bias) = (file.Get<float>(name + ".s"), file.Get<float>(name + ".b"));
        Outputs = _scales.Length;
        Inputs = packed.Length / Outputs;
        _store = GC.AllocateUninitializedArray<short>(packed.Length + 32, pinned: true);
        var address = (nuint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(_store));
        _weights = (short*)((address + 63) & ~(nuint)63);
        Widen(packed, new Span<short>(_weights, packed.Length));
        GC.KeepAlive(file);
    }

    /// <summary>Length of an input row; a multiple of 16.</summary>
    public int Inputs { get; }

    /// <summary>Length of an output row; a multiple of 32.</summary>
    public int Outputs { get; }

    private static void Widen(ReadOnlySpan<sbyte> source, Span<short> target)
    {
        var i = 0;
        for (; i + 32 <= source.Length; i += 32)
        {
            var (low, high) = Vector256.Widen(Vector256.Create(source.Slice(i, 32)));
            low.CopyTo(target[i..]);
            high.CopyTo(target[(i + 16)..]);
        }
        for (; i < source.Length; i++) target[i] = source[i];
    }

    /// <summary>Place of the weight (input, output) in the packed order.</summary>
    public static int Place(int inputs, int input, int output) =>
        (output / Panel * (inputs / 2) + input / 2) * (2 * Panel) + output % Panel * 2 + input % 2;

    /// <summary>Multiplies rows of inputs; writes floats with the bias added.</summary>
    /// <param name="x">Quantised rows, each <see cref="Inputs"/> long and <paramref name="stride"/> apart.</param>
    /// <param name="stride">Distance between rows of <paramref name="x"/>.</param>
    /// <param name="rows">Number of rows.</param>
    /// <param name="scales">Scale of each row, or null where all have <paramref name="scale"/>.</param>
    /// <param name="scale">Scale of every row.</param>
    /// <param name="y">Rows of <see cref="Outputs"/> floats.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Multiply(short* x, int stride, int rows, float* scales, float scale, float* y)
    {
        fixed (float* outputScales = _scales, bias = _bias)
            for (var from = 0; from < rows; from += Block)
            {
                var to = Math.Min(rows, from + Block);
                for (var panel = 0; panel < Outputs; panel += Panel)
                {
                    var kernel = new PanelKernel(_weights + (long)panel * Inputs, Inputs / 2, outputScales + panel, bias + panel, Outputs);
                    var r = from;
                    for (int n; r < to; r += n)
                    {
                        n = PanelKernel.RowsAtOnce(to - r);
                        kernel.Multiply(n, x + (long)r * stride, stride, scales == null ? null : scales + r, scale, y + (long)r * Outputs + panel);
                    }
                }
            }
    }
}
