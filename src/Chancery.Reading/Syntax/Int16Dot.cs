using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace Chancery.Reading.Syntax;

/// <summary>Products of 16-bit integers, neighbours added to 32 bits: exact, so all instruction sets agree.</summary>
internal static unsafe class Int16Dot
{
    /// <summary>Scale of a quantised value that lies in (-1, 1).</summary>
    public const float Unit = 1f / 32767;

    /// <summary>Lane i of the result is a[2i] b[2i] + a[2i+1] b[2i+1].</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> Pairs(Vector512<short> a, Vector512<short> b)
    {
        if (Avx512BW.IsSupported) return Avx512BW.MultiplyAddAdjacent(a, b);
        return Vector512.Create(Pairs(a.GetLower(), b.GetLower()), Pairs(a.GetUpper(), b.GetUpper()));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Pairs(Vector256<short> a, Vector256<short> b)
    {
        if (Avx2.IsSupported) return Avx2.MultiplyAddAdjacent(a, b);
        return Vector256.Create(Pairs(a.GetLower(), b.GetLower()), Pairs(a.GetUpper(), b.GetUpper()));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<int> Pairs(Vector128<short> a, Vector128<short> b)
    {
        if (Sse2.IsSupported) return Sse2.MultiplyAddAdjacent(a, b);
        if (AdvSimd.Arm64.IsSupported)
            return AdvSimd.Arm64.AddPairwise(AdvSimd.MultiplyWideningLower(a.GetLower(), b.GetLower()), AdvSimd.MultiplyWideningUpper(a, b));
        Span<int> sums = stackalloc int[4];
        for (var i = 0; i < 4; i++) sums[i] = a[2 * i] * b[2 * i] + a[2 * i + 1] * b[2 * i + 1];
        return Vector128.Create<int>(sums);
    }

    /// <summary>Rounds a row to 16 bits; returns its scale.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static float Quantise(float* x, int n, short* target)
    {
        var top = Vector512<float>.Zero;
        for (var i = 0; i < n; i += 16) top = Vector512.Max(top, Vector512.Abs(Vector512.Load(x + i)));
        var most = 0f;
        for (var i = 0; i < 16; i++) most = MathF.Max(most, top[i]);
        if (most == 0) { new Span<short>(target, n).Clear(); return 0; }
        Quantise(x, n, target, 32767 / most);
        return most / 32767;
    }

    /// <summary>Rounds a row to 16 bits after multiplying by <paramref name="factor"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Quantise(float* x, int n, short* target, float factor)
    {
        Vector512<float> f = Vector512.Create(factor), half = Vector512.Create(0.5f);
        for (var i = 0; i < n; i += 16)
        {
            var v = Vector512.ConvertToInt32(Vector512.Floor(Vector512.Load(x + i) * f + half));
            Vector256.Narrow(v.GetLower(), v.GetUpper()).Store(target + i);
        }
    }
}
