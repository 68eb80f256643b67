using Chancery.Reading.Frames;

namespace Chancery.Reading.Training;

/// <summary>Logistic regression over hashed features, each with a rate of its own (AdaGrad).</summary>
internal sealed class GateFit(HashSet<uint> known, float threshold)
{
    // What is lost costs more than a sentence parsed in vain.
    private const float Rate = 0.03f, Decay = 1e-5f, WeightOfTold = 3;

    private readonly float[] _weights = new float[TriggerGate.Rows], _squares = new float[TriggerGate.Rows];

    /// <summary>One step.</summary>
    public void Learn(SeenTrigger trigger)
    {
        var p = 1 / (1 + MathF.Exp(-Sum(trigger.Features)));
        var error = trigger.Told ? (1 - p) * WeightOfTold : -p;
        foreach (var feature in trigger.Features)
        {
            ref var w = ref _weights[feature & (TriggerGate.Rows - 1)];
            ref var s = ref _squares[feature & (TriggerGate.Rows - 1)];
            var gradient = error - Decay * w;
            s += gradient * gradient;
            w += Rate * gradient / MathF.Sqrt(s + 1e-3f);
        }
    }

    /// <summary>The sum that decides over a sentence: of its best trigger; above all where something in it is new.</summary>
    public float Best(SeenSentence sentence) => sentence.Triggers.Max(t => t.Keys.Any(k => !known.Contains(k)) ? float.PositiveInfinity : Sum(t.Features));

    /// <summary>The gate with its weights in 8 bits.</summary>
    public TriggerGate Gate()
    {
        var scale = MathF.Max(_weights.Max(MathF.Abs), 1e-6f) / 127;
        return new(Array.ConvertAll(_weights, w => (sbyte)MathF.Round(w / scale)), scale, threshold, known);
    }

    private float Sum(uint[] features)
    {
        var sum = 0f;
        foreach (var feature in features) sum += _weights[feature & (TriggerGate.Rows - 1)];
        return sum;
    }
}
