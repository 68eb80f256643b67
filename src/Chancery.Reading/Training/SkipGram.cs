using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Chancery.Reading.Syntax;

namespace Chancery.Reading.Training;

/// <summary>Learns vectors of words by predicting their neighbours with negative samples. Each place near the word has its own output
/// table, so that vectors know word order, which tagging and parsing live on (structured skip-gram, Ling et al. 2015).</summary>
public sealed unsafe class SkipGram
{
    private const int Reach = 4, Places = 6, Negatives = 5, LeastCount = 3;
    private const float Rate = 0.05f, Subsampling = 3e-4f;
    private readonly Rng _rng;
    private readonly Mat _input, _output;
    private readonly int[] _noise = new int[1 << 20];
    private readonly List<(string Word, int Count)> _vocabulary;
    private readonly int _size;

    private SkipGram(List<(string Word, int Count)> vocabulary, int size, ulong seed)
    {
        (_vocabulary, _size, _rng) = (vocabulary, size, new Rng(seed));
        _input = new Mat(vocabulary.Count, size);
        _output = new Mat(vocabulary.Count * Places, size).Cleared();
        foreach (ref var x in _input.Span) x = (_rng.Uniform() - 0.5f) / size;
        var total = vocabulary.Sum(v => Math.Pow(v.Count, 0.75));
        double sum = 0;
        for (int i = 0, at = 0; i < vocabulary.Count; i++)
        {
            sum += Math.Pow(vocabulary[i].Count, 0.75) / total;
            while (at < _noise.Length && at < sum * _noise.Length) _noise[at++] = i;
        }
    }

    /// <summary>Learns from sentences.</summary>
    /// <param name="sentences">Forms of each sentence.</param>
    /// <param name="size">Length of the vectors, a multiple of 16.</param>
    /// <param name="passes">Passes over the text.</param>
    /// <param name="seed">Seed of every random choice.</param>
    /// <param name="log">Receives a line a pass.</param>
    public static WordVectors Learn(IReadOnlyList<string[]> sentences, int size, int passes, ulong seed, Action<string> log)
    {
        var vocabulary = Lexicon.Count(sentences.SelectMany(s => s), LeastCount);
        var ids = new Dictionary<string, int>();
        foreach (var (word, _) in vocabulary) ids[word] = ids.Count;
        var text = sentences.Select(s => s.Select(f => ids.GetValueOrDefault(Lexicon.Normal(f), -1)).Where(i => i >= 0).ToArray()).Where(s => s.Length > 1).ToArray();
        var words = text.Sum(s => (long)s.Length);
        log($"vectors: {words} words, {vocabulary.Count} kept");
        var model = new SkipGram(vocabulary, size, seed);
        long done = 0;
        for (var pass = 0; pass < passes; pass++)
        {
            model._rng.Shuffle<int[]>(text);
            foreach (var sentence in text)
            {
                model.Sentence(sentence, words, Rate * Math.Max(0.01f, 1 - (float)done / (words * passes)));
                done += sentence.Length;
            }
            log($"vectors: pass {pass + 1} of {passes}");
        }
        return model.Normalised();
    }

    private void Sentence(int[] sentence, long total, float rate)
    {
        for (var i = 0; i < sentence.Length; i++)
        {
            var frequency = _vocabulary[sentence[i]].Count / (float)total;
            if (frequency > Subsampling && _rng.Uniform() > MathF.Sqrt(Subsampling / frequency) + Subsampling / frequency) continue;
            for (var d = -Reach; d <= Reach; d++)
                if (d != 0 && i + d >= 0 && i + d < sentence.Length) Pair(sentence[i], sentence[i + d], Place(d), rate);
        }
    }

    // The two nearest places on each side stand apart, farther ones share one.
    private static int Place(int distance) => distance < 0 ? Math.Max(distance, -3) + 3 : Math.Min(distance, 3) + 2;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Pair(int word, int neighbour, int place, float rate)
    {
        float* x = _input.Row(word);
        var gradient = stackalloc float[_size];
        new Span<float>(gradient, _size).Clear();
        for (var k = 0; k <= Negatives; k++)
        {
            var target = k == 0 ? neighbour : _noise[_rng.Next() >> 44];
            if (k > 0 && target == neighbour) continue;
            var y = _output.Row(target * Places + place);
            var sum = Vector512<float>.Zero;
            for (var j = 0; j < _size; j += 16) sum += Vector512.Load(x + j) * Vector512.Load(y + j);
            var dot = Vector512.Sum(sum);
            var g = rate * ((k == 0 ? 1 : 0) - 1 / (1 + MathF.Exp(-dot)));
            var factor = Vector512.Create(g);
            for (var j = 0; j < _size; j += 16)
            {
                Vector512<float> a = Vector512.Load(x + j), b = Vector512.Load(y + j);
                (Vector512.Load(gradient + j) + factor * b).Store(gradient + j);
                (b + factor * a).Store(y + j);
            }
        }
        for (var j = 0; j < _size; j += 16) (Vector512.Load(x + j) + Vector512.Load(gradient + j)).Store(x + j);
    }

    // Centred, with a mean length that suits the layer above.
    private WordVectors Normalised()
    {
        var values = _input.Span.ToArray();
        var mean = new double[_size];
        for (var i = 0; i < values.Length; i++) mean[i % _size] += values[i] / _input.Rows;
        double square = 0;
        for (var i = 0; i < values.Length; i++) { values[i] -= (float)mean[i % _size]; square += values[i] * values[i]; }
        var scale = (float)(0.25 / Math.Sqrt(square / values.Length));
        for (var i = 0; i < values.Length; i++) values[i] *= scale;
        return new WordVectors([.. _vocabulary.Select(v => v.Word)], values);
    }
}
