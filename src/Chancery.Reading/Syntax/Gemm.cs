using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Chancery.Reading.Syntax;

/// <summary>Products of dense matrices, one thread, in a fixed order of summation. The number of columns must be a multiple of 16.</summary>
/// <remarks>The element (i, p) of A lies at <c>a[i * ai + p * ap]</c>, so one kernel serves A and its transpose.</remarks>
internal static unsafe class Gemm
{
    /// <summary>C = A B, or C += A B.</summary>
    public static void Multiply(Mat a, Mat b, Mat c, bool accumulate = false) =>
        Multiply(a.P, a.Cols, 1, b.P, b.Cols, c.P, c.Cols, a.Rows, b.Cols, a.Cols, accumulate);

    /// <summary>C += Aᵀ B.</summary>
    public static void AddTransposed(Mat a, Mat b, Mat c) =>
        Multiply(a.P, 1, a.Cols, b.P, b.Cols, c.P, c.Cols, a.Cols, b.Cols, a.Rows, accumulate: true);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply(float* a, int ai, int ap, float* b, int ldb, float* c, int ldc, int m, int n, int k, bool accumulate)
    {
        var j = 0;
        for (; j + 32 <= n; j += 32)
        {
            var i = 0;
            for (; i + 8 <= m; i += 8) Tile8(a + (long)i * ai, ai, ap, b + j, ldb, c + (long)i * ldc + j, ldc, k, accumulate);
            for (; i + 4 <= m; i += 4) Tile4(a + (long)i * ai, ai, ap, b + j, ldb, c + (long)i * ldc + j, ldc, k, accumulate);
            for (; i < m; i++) Tile1(a + (long)i * ai, ap, b + j, ldb, c + (long)i * ldc + j, k, accumulate);
        }
        if (j == n) return;
        for (var i = 0; i < m; i++) Narrow(a + (long)i * ai, ap, b + j, ldb, c + (long)i * ldc + j, k, accumulate);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile8(float* a, int ai, int ap, float* b, int ldb, float* c, int ldc, int k, bool accumulate)
    {
        Vector512<float> c00 = default, c01 = default, c10 = default, c11 = default, c20 = default, c21 = default, c30 = default, c31 = default,
            c40 = default, c41 = default, c50 = default, c51 = default, c60 = default, c61 = default, c70 = default, c71 = default;
        float* a1 = a + ai, a2 = a1 + ai, a3 = a2 + ai, a4 = a3 + ai, a5 = a4 + ai, a6 = a5 + ai, a7 = a6 + ai;
        for (long p = 0, at = 0; p < k; p++, at += ap, b += ldb)
        {
            var b0 = Vector512.Load(b);
            var b1 = Vector512.Load(b + 16);
            var v = Vector512.Create(a[at]);
            c00 = Vector512.FusedMultiplyAdd(v, b0, c00); c01 = Vector512.FusedMultiplyAdd(v, b1, c01);
            v = Vector512.Create(a1[at]);
            c10 = Vector512.FusedMultiplyAdd(v, b0, c10); c11 = Vector512.FusedMultiplyAdd(v, b1, c11);
            v = Vector512.Create(a2[at]);
            c20 = Vector512.FusedMultiplyAdd(v, b0, c20); c21 = Vector512.FusedMultiplyAdd(v, b1, c21);
            v = Vector512.Create(a3[at]);
            c30 = Vector512.FusedMultiplyAdd(v, b0, c30); c31 = Vector512.FusedMultiplyAdd(v, b1, c31);
            v = Vector512.Create(a4[at]);
            c40 = Vector512.FusedMultiplyAdd(v, b0, c40); c41 = Vector512.FusedMultiplyAdd(v, b1, c41);
            v = Vector512.Create(a5[at]);
            c50 = Vector512.FusedMultiplyAdd(v, b0, c50); c51 = Vector512.FusedMultiplyAdd(v, b1, c51);
            v = Vector512.Create(a6[at]);
            c60 = Vector512.FusedMultiplyAdd(v, b0, c60); c61 = Vector512.FusedMultiplyAdd(v, b1, c61);
            v = Vector512.Create(a7[at]);
            c70 = Vector512.FusedMultiplyAdd(v, b0, c70); c71 = Vector512.FusedMultiplyAdd(v, b1, c71);
        }
        Store(c, c00, c01, accumulate); c += ldc;
        Store(c, c10, c11, accumulate); c += ldc;
        Store(c, c20, c21, accumulate); c += ldc;
        Store(c, c30, c31, accumulate); c += ldc;
        Store(c, c40, c41, accumulate); c += ldc;
        Store(c, c50, c51, accumulate); c += ldc;
        Store(c, c60, c61, accumulate); c += ldc;
        Store(c, c70, c71, accumulate);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile4(float* a, int ai, int ap, float* b, int ldb, float* c, int ldc, int k, bool accumulate)
    {
        Vector512<float> c00 = default, c01 = default, c10 = default, c11 = default, c20 = default, c21 = default, c30 = default, c31 = default;
        float* a1 = a + ai, a2 = a1 + ai, a3 = a2 + ai;
        for (long p = 0, at = 0; p < k; p++, at += ap, b += ldb)
        {
            var b0 = Vector512.Load(b);
            var b1 = Vector512.Load(b + 16);
            var v = Vector512.Create(a[at]);
            c00 = Vector512.FusedMultiplyAdd(v, b0, c00); c01 = Vector512.FusedMultiplyAdd(v, b1, c01);
            v = Vector512.Create(a1[at]);
            c10 = Vector512.FusedMultiplyAdd(v, b0, c10); c11 = Vector512.FusedMultiplyAdd(v, b1, c11);
            v = Vector512.Create(a2[at]);
            c20 = Vector512.FusedMultiplyAdd(v, b0, c20); c21 = Vector512.FusedMultiplyAdd(v, b1, c21);
            v = Vector512.Create(a3[at]);
            c30 = Vector512.FusedMultiplyAdd(v, b0, c30); c31 = Vector512.FusedMultiplyAdd(v, b1, c31);
        }
        Store(c, c00, c01, accumulate); c += ldc;
        Store(c, c10, c11, accumulate); c += ldc;
        Store(c, c20, c21, accumulate); c += ldc;
        Store(c, c30, c31, accumulate);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile1(float* a, int ap, float* b, int ldb, float* c, int k, bool accumulate)
    {
        Vector512<float> c0 = default, c1 = default;
        for (long p = 0, at = 0; p < k; p++, at += ap, b += ldb)
        {
            var v = Vector512.Create(a[at]);
            c0 = Vector512.FusedMultiplyAdd(v, Vector512.Load(b), c0);
            c1 = Vector512.FusedMultiplyAdd(v, Vector512.Load(b + 16), c1);
        }
        Store(c, c0, c1, accumulate);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Narrow(float* a, int ap, float* b, int ldb, float* c, int k, bool accumulate)
    {
        var sum = accumulate ? Vector512.Load(c) : default;
        for (long p = 0, at = 0; p < k; p++, at += ap, b += ldb) sum = Vector512.FusedMultiplyAdd(Vector512.Create(a[at]), Vector512.Load(b), sum);
        sum.Store(c);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(float* c, Vector512<float> left, Vector512<float> right, bool accumulate)
    {
        if (accumulate) { left += Vector512.Load(c); right += Vector512.Load(c + 16); }
        left.Store(c);
        right.Store(c + 16);
    }
}
