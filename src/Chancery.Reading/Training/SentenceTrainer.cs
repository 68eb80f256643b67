using System.Runtime.InteropServices;
using Chancery.Reading.Text;

namespace Chancery.Reading.Training;

/// <summary>Learns <see cref="SentenceModel"/> by logistic regression with steps that shrink for each feature (Adagrad).</summary>
public sealed class SentenceTrainer
{
    private const int Passes = 12;
    private const float Rate = 0.15f, Shrink = 2e-7f, Scale = 512;
    private readonly List<(int[] Features, bool Ends)> _places = [];

    /// <summary>Adds a text whose sentences end at the given offsets.</summary>
    public void Add(string text, IReadOnlyList<Token> tokens, IReadOnlySet<int> ends)
    {
        var span = tokens.ToArray().AsSpan();
        Span<int> features = stackalloc int[SentenceModel.Capacity];
        var first = 0;
        for (var i = 0; i + 1 < span.Length; i++)
        {
            var end = ends.Contains(span[i].End);
            if (SentenceSplitter.BreaksBefore(text, span, i + 1, wrapped: false)) end = true;
            else if (SentenceModel.MayEnd(text, span, i))
            {
                var n = SentenceModel.Write(text, span, first, i, features);
                _places.Add((features[..n].ToArray(), end));
            }
            if (end) first = i + 1;
        }
    }

    /// <summary>Trains and writes the model.</summary>
    public void Write(string path)
    {
        var weights = new float[SentenceModel.Rows];
        var squares = new float[SentenceModel.Rows];
        var rng = new Rng(1);
        var order = CollectionsMarshal.AsSpan(_places);
        for (var pass = 0; pass < Passes; pass++)
        {
            rng.Shuffle(order);
            foreach (var (features, ends) in order) Learn(features, ends, weights, squares);
        }
        var parts = new ModelParts();
        parts.Add<short>("weights", weights.Select(w => (short)Math.Clamp(MathF.Round(w * Scale), short.MinValue, short.MaxValue)).ToArray());
        parts.Write(path);
    }

    private static void Learn(int[] features, bool ends, float[] weights, float[] squares)
    {
        var sum = 0f;
        foreach (var f in features) sum += weights[f];
        var error = 1 / (1 + MathF.Exp(-sum)) - (ends ? 1 : 0);
        foreach (var f in features)
        {
            var gradient = error + Shrink * weights[f];
            squares[f] += gradient * gradient;
            weights[f] -= Rate * gradient / (MathF.Sqrt(squares[f]) + 1e-6f);
        }
    }
}
