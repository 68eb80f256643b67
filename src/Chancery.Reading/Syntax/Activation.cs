using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Chancery.Reading.Syntax;

/// <summary>tanh and the logistic function from fused products and sums and one division, so that every machine computes the same bits.</summary>
/// <remarks>The rational approximation of degree 13 over 6 that Eigen uses; error below 1e-6 inside the clamp.</remarks>
internal static class Activation
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Tanh(Vector512<float> x)
    {
        x = Vector512.Min(Vector512.Max(x, Vector512.Create(-7.90531110763549805f)), Vector512.Create(7.90531110763549805f));
        var s = x * x;
        var p = Vector512.FusedMultiplyAdd(s, Vector512.Create(-2.76076847742355e-16f), Vector512.Create(2.00018790482477e-13f));
        p = Vector512.FusedMultiplyAdd(p, s, Vector512.Create(-8.60467152213735e-11f));
        p = Vector512.FusedMultiplyAdd(p, s, Vector512.Create(5.12229709037114e-08f));
        p = Vector512.FusedMultiplyAdd(p, s, Vector512.Create(1.48572235717979e-05f));
        p = Vector512.FusedMultiplyAdd(p, s, Vector512.Create(6.37261928875436e-04f));
        p = Vector512.FusedMultiplyAdd(p, s, Vector512.Create(4.89352455891786e-03f));
        var q = Vector512.FusedMultiplyAdd(s, Vector512.Create(1.19825839466702e-06f), Vector512.Create(1.18534705686654e-04f));
        q = Vector512.FusedMultiplyAdd(q, s, Vector512.Create(2.26843463243900e-03f));
        q = Vector512.FusedMultiplyAdd(q, s, Vector512.Create(4.89352518554385e-03f));
        return x * p / q;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Logistic(Vector512<float> x)
    {
        var half = Vector512.Create(0.5f);
        return Vector512.FusedMultiplyAdd(half, Tanh(half * x), half);
    }
}
