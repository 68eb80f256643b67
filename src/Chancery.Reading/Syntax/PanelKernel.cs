using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Chancery.Reading.Syntax;

/// <summary>A few rows of inputs times one panel of a <see cref="QuantMatrix"/>: the innermost loops of the networks.</summary>
/// <remarks>A weight that was loaded serves as many rows as there are registers for; fewer rows have loops of their own, because short texts have few sentences to a step.</remarks>
internal readonly unsafe struct PanelKernel(short* weights, int pairs, float* outputScales, float* bias, int ldy)
{
    private const int Panel = QuantMatrix.Panel;

    /// <summary>How many of the rows that are left to take next.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int RowsAtOnce(int left) => left >= 6 ? 6 : left >= 4 ? 4 : left;

    /// <summary>Multiplies 6, 4, 3, 2 or 1 rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Multiply(int rows, short* x, int stride, float* scales, float scale, float* y)
    {
        switch (rows)
        {
            case 6: Six(x, stride, scales, scale, y); break;
            case 4: Four(x, stride, scales, scale, y); break;
            case 3: Three(x, stride, scales, scale, y); break;
            case 2: Two(x, stride, scales, scale, y); break;
            default: One(x, scales, scale, y); break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Six(short* x, int stride, float* scales, float scale, float* y)
    {
        Vector512<int> a0 = default, a1 = default, b0 = default, b1 = default, c0 = default, c1 = default, d0 = default, d1 = default, e0 = default, e1 = default, f0 = default, f1 = default;
        int* xa = (int*)x, xb = (int*)(x + stride), xc = (int*)(x + 2 * stride), xd = (int*)(x + 3 * stride), xe = (int*)(x + 4 * stride), xf = (int*)(x + 5 * stride);
        var w = weights;
        for (long p = 0, end = pairs; p < end; p++, w += 2 * Panel)
        {
            Vector512<short> w0 = Vector512.Load(w), w1 = Vector512.Load(w + Panel);
            Add(w0, w1, xa[p], ref a0, ref a1);
            Add(w0, w1, xb[p], ref b0, ref b1);
            Add(w0, w1, xc[p], ref c0, ref c1);
            Add(w0, w1, xd[p], ref d0, ref d1);
            Add(w0, w1, xe[p], ref e0, ref e1);
            Add(w0, w1, xf[p], ref f0, ref f1);
        }
        Store(a0, a1, scales, scale, 0, y);
        Store(b0, b1, scales, scale, 1, y);
        Store(c0, c1, scales, scale, 2, y);
        Store(d0, d1, scales, scale, 3, y);
        Store(e0, e1, scales, scale, 4, y);
        Store(f0, f1, scales, scale, 5, y);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Four(short* x, int stride, float* scales, float scale, float* y)
    {
        Vector512<int> a0 = default, a1 = default, b0 = default, b1 = default, c0 = default, c1 = default, d0 = default, d1 = default;
        int* xa = (int*)x, xb = (int*)(x + stride), xc = (int*)(x + 2 * stride), xd = (int*)(x + 3 * stride);
        var w = weights;
        for (long p = 0, end = pairs; p < end; p++, w += 2 * Panel)
        {
            Vector512<short> w0 = Vector512.Load(w), w1 = Vector512.Load(w + Panel);
            Add(w0, w1, xa[p], ref a0, ref a1);
            Add(w0, w1, xb[p], ref b0, ref b1);
            Add(w0, w1, xc[p], ref c0, ref c1);
            Add(w0, w1, xd[p], ref d0, ref d1);
        }
        Store(a0, a1, scales, scale, 0, y);
        Store(b0, b1, scales, scale, 1, y);
        Store(c0, c1, scales, scale, 2, y);
        Store(d0, d1, scales, scale, 3, y);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Three(short* x, int stride, float* scales, float scale, float* y)
    {
        Vector512<int> a0 = default, a1 = default, b0 = default, b1 = default, c0 = default, c1 = default;
        int* xa = (int*)x, xb = (int*)(x + stride), xc = (int*)(x + 2 * stride);
        var w = weights;
        for (long p = 0, end = pairs; p < end; p++, w += 2 * Panel)
        {
            Vector512<short> w0 = Vector512.Load(w), w1 = Vector512.Load(w + Panel);
            Add(w0, w1, xa[p], ref a0, ref a1);
            Add(w0, w1, xb[p], ref b0, ref b1);
            Add(w0, w1, xc[p], ref c0, ref c1);
        }
        Store(a0, a1, scales, scale, 0, y);
        Store(b0, b1, scales, scale, 1, y);
        Store(c0, c1, scales, scale, 2, y);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Two(short* x, int stride, float* scales, float scale, float* y)
    {
        Vector512<int> a0 = default, a1 = default, b0 = default, b1 = default;
        int* xa = (int*)x, xb = (int*)(x + stride);
        var w = weights;
        for (long p = 0, end = pairs; p < end; p++, w += 2 * Panel)
        {
            Vector512<short> w0 = Vector512.Load(w), w1 = Vector512.Load(w + Panel);
            Add(w0, w1, xa[p], ref a0, ref a1);
            Add(w0, w1, xb[p], ref b0, ref b1);
        }
        Store(a0, a1, scales, scale, 0, y);
        Store(b0, b1, scales, scale, 1, y);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void One(short* x, float* scales, float scale, float* y)
    {
        Vector512<int> a0 = default, a1 = default, b0 = default, b1 = default;
        var xa = (int*)x;
        var w = weights;
        for (long p = 0, end = pairs; p < end; p += 2, w += 4 * Panel)
        {
            Add(Vector512.Load(w), Vector512.Load(w + Panel), xa[p], ref a0, ref a1);
            Add(Vector512.Load(w + 2 * Panel), Vector512.Load(w + 3 * Panel), xa[p + 1], ref b0, ref b1);
        }
        Store(a0 + b0, a1 + b1, scales, scale, 0, y);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(Vector512<short> w0, Vector512<short> w1, int pair, ref Vector512<int> left, ref Vector512<int> right)
    {
        var v = Vector512.Create(pair).AsInt16();
        left += Int16Dot.Pairs(w0, v);
        right += Int16Dot.Pairs(w1, v);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Store(Vector512<int> left, Vector512<int> right, float* scales, float scale, int row, float* y)
    {
        var s = Vector512.Create(scales == null ? scale : scales[row]);
        y += (long)row * ldy;
        (Vector512.ConvertToSingle(left) * (Vector512.Load(outputScales) * s) + Vector512.Load(bias)).Store(y);
        (Vector512.ConvertToSingle(right) * (Vector512.Load(outputScales + 16) * s) + Vector512.Load(bias + 16)).Store(y + 16);
    }
}
