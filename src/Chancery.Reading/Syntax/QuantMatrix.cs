using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Chancery.Reading.Syntax;

/// <summary>A linear layer with 8-bit weights (one scale an output) applied to 16-bit inputs (one scale a row).</summary>
/// <remarks>Sums are of integers, so every machine and every order of batches gives the same bits.
/// Weights lie in panels of 32 outputs: pair of inputs by pair, output by output.</remarks>
internal sealed unsafe class QuantMatrix
{
    public const int Panel = 32;
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
        var pairs = Inputs / 2;
        fixed (float* outputScales = _scales, bias = _bias)
            for (var panel = 0; panel < Outputs; panel += Panel)
            {
                var w = _weights + (long)panel * Inputs;
                var r = 0;
                for (; r + 6 <= rows; r += 6)
                    Six(x + (long)r * stride, stride, w, pairs, scales == null ? null : scales + r, scale, outputScales + panel, bias + panel, y + (long)r * Outputs + panel, Outputs);
                for (; r < rows; r++)
                    One(x + (long)r * stride, w, pairs, scales == null ? scale : scales[r], outputScales + panel, bias + panel, y + (long)r * Outputs + panel);
            }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Six(short* x, int stride, short* w, int pairs, float* scales, float scale, float* outputScales, float* bias, float* y, int ldy)
    {
        Vector512<int> a0 = default, a1 = default, b0 = default, b1 = default, c0 = default, c1 = default, d0 = default, d1 = default, e0 = default, e1 = default, f0 = default, f1 = default;
        int* xa = (int*)x, xb = (int*)(x + stride), xc = (int*)(x + 2 * stride), xd = (int*)(x + 3 * stride), xe = (int*)(x + 4 * stride), xf = (int*)(x + 5 * stride);
        for (var p = 0; p < pairs; p++, w += 2 * Panel)
        {
            var w0 = Vector512.Load(w);
            var w1 = Vector512.Load(w + Panel);
            var v = Vector512.Create(xa[p]).AsInt16();
            a0 += Int16Dot.Pairs(w0, v); a1 += Int16Dot.Pairs(w1, v);
            v = Vector512.Create(xb[p]).AsInt16();
            b0 += Int16Dot.Pairs(w0, v); b1 += Int16Dot.Pairs(w1, v);
            v = Vector512.Create(xc[p]).AsInt16();
            c0 += Int16Dot.Pairs(w0, v); c1 += Int16Dot.Pairs(w1, v);
            v = Vector512.Create(xd[p]).AsInt16();
            d0 += Int16Dot.Pairs(w0, v); d1 += Int16Dot.Pairs(w1, v);
            v = Vector512.Create(xe[p]).AsInt16();
            e0 += Int16Dot.Pairs(w0, v); e1 += Int16Dot.Pairs(w1, v);
            v = Vector512.Create(xf[p]).AsInt16();
            f0 += Int16Dot.Pairs(w0, v); f1 += Int16Dot.Pairs(w1, v);
        }
        Store(a0, a1, scales == null ? scale : scales[0], outputScales, bias, y);
        Store(b0, b1, scales == null ? scale : scales[1], outputScales, bias, y + ldy);
        Store(c0, c1, scales == null ? scale : scales[2], outputScales, bias, y + 2 * ldy);
        Store(d0, d1, scales == null ? scale : scales[3], outputScales, bias, y + 3 * ldy);
        Store(e0, e1, scales == null ? scale : scales[4], outputScales, bias, y + 4 * ldy);
        Store(f0, f1, scales == null ? scale : scales[5], outputScales, bias, y + 5 * ldy);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void One(short* x, short* w, int pairs, float scale, float* outputScales, float* bias, float* y)
    {
        Vector512<int> a0 = default, a1 = default, b0 = default, b1 = default;
        var inputs = (int*)x;
        for (var p = 0; p < pairs; p += 2, w += 4 * Panel)
        {
            Vector512<short> v = Vector512.Create(inputs[p]).AsInt16(), u = Vector512.Create(inputs[p + 1]).AsInt16();
            a0 += Int16Dot.Pairs(Vector512.Load(w), v);
            a1 += Int16Dot.Pairs(Vector512.Load(w + Panel), v);
            b0 += Int16Dot.Pairs(Vector512.Load(w + 2 * Panel), u);
            b1 += Int16Dot.Pairs(Vector512.Load(w + 3 * Panel), u);
        }
        Store(a0 + b0, a1 + b1, scale, outputScales, bias, y);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector512<int> left, Vector512<int> right, float scale, float* outputScales, float* bias, float* y)
    {
        var s = Vector512.Create(scale);
        (Vector512.ConvertToSingle(left) * (Vector512.Load(outputScales) * s) + Vector512.Load(bias)).Store(y);
        (Vector512.ConvertToSingle(right) * (Vector512.Load(outputScales + 16) * s) + Vector512.Load(bias + 16)).Store(y + 16);
    }
}
