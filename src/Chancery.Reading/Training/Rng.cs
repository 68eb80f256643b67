namespace Chancery.Reading.Training;

/// <summary>SplitMix64: the same numbers for the same seed on every machine and version of the runtime.</summary>
internal sealed class Rng(ulong seed)
{
    private ulong _state = seed;

    public ulong Next()
    {
        var z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>Uniform in [0, 1).</summary>
    public float Uniform() => (Next() >> 40) * (1f / (1 << 24));

    /// <summary>Uniform in [0, <paramref name="bound"/>).</summary>
    public int Below(int bound) => (int)((Next() >> 33) % (uint)bound);

    /// <summary>Standard normal (Box and Muller).</summary>
    public float Normal()
    {
        var radius = Math.Sqrt(-2 * Math.Log(1 - Uniform()));
        return (float)(radius * Math.Cos(2 * Math.PI * Uniform()));
    }

    public void Shuffle<T>(Span<T> items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var j = Below(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    /// <summary>A mask of an inverted dropout: 0, or 1 / (1 - rate).</summary>
    public void Mask(Span<float> mask, float rate)
    {
        var keep = 1 / (1 - rate);
        for (var i = 0; i < mask.Length; i++) mask[i] = Uniform() < rate ? 0 : keep;
    }
}
