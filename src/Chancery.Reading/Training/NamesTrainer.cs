using System.Diagnostics;
using Chancery.Reading.Syntax;

namespace Chancery.Reading.Training;

/// <summary>A sentence with names: forms, parts of speech as the tagger finds them, tags.</summary>
/// <param name="Forms">Forms.</param>
/// <param name="Pos">Parts of speech.</param>
/// <param name="Relations">Relations as the parser finds them.</param>
/// <param name="Names">Tags of names.</param>
/// <param name="Second">Whether the tags follow the other corpus, whose idea of a name differs a little.</param>
public sealed record NamedSentence(string[] Forms, Upos[] Pos, Deprel[] Relations, NameTag[] Names, bool Second);

/// <summary>Trains the name recogniser. One thread; the same data, settings and instruction set give the same file.</summary>
public sealed class NamesTrainer
{
    private readonly NamesSettings _settings;
    private readonly Action<string> _log;
    private readonly Lexicon _lexicon;
    private readonly Mat? _vectors;
    private readonly NamesNet _net;
    private readonly WeightAverage _average;
    private readonly IReadOnlyList<NamedSentence> _sentences;

    /// <summary>Prepares a run.</summary>
    public NamesTrainer(NamesSettings settings, IReadOnlyList<NamedSentence> train, WordVectors? vectors, WordMarks? marks, Action<string> log)
    {
        (_settings, _sentences, _log) = (settings, train, log);
        var trained = Lexicon.Count(train.SelectMany(s => s.Forms), least: 2);
        var known = trained.Select(t => t.Word).ToHashSet();
        _lexicon = new Lexicon(trained, vectors?.Words.Where(w => !known.Contains(w)) ?? [], settings.FeatureRows, marks);
        _vectors = vectors?.Table(_lexicon.Words);
        _net = new NamesNet(settings, _lexicon, _vectors);
        _average = new WeightAverage([.. _net.Dense, _net.Context, _net.Input.Words, _net.Input.Features]);
        log($"{train.Count} sentences, {train.Sum(s => s.Forms.Length)} words, {trained.Count} known words, {_lexicon.Words.Count} with vectors, {marks?.Count ?? 0} with marks");
    }

    /// <summary>Trains, calling <paramref name="afterEpoch"/> with the number of each finished pass.</summary>
    public void Run(Action<int> afterEpoch)
    {
        var rng = new Rng(_settings.Seed + 7);
        var clock = Stopwatch.StartNew();
        int step = 0, total = 0;
        for (var epoch = 1; epoch <= _settings.Epochs; epoch++)
        {
            var batches = Batches(rng);
            if (total == 0) total = batches.Count * _settings.Epochs;
            double loss = 0;
            foreach (var batch in batches)
            {
                loss += _net.Gradients(batch);
                _net.Step(RateAt(step++, total));
            }
            _log($"pass {epoch}: loss {loss / batches.Count:F4}, {clock.Elapsed.TotalSeconds:F0} s");
            if (epoch >= 3) _average.Add();
            afterEpoch(epoch);
        }
    }

    /// <summary>Writes the model: the mean of the passes from the third on.</summary>
    public void Write(string path) => _average.With(() => ModelParts.WriteNames(path, _net, _lexicon, _vectors));

    private float RateAt(int step, int total)
    {
        const int Rise = 200;
        if (step < Rise) return _settings.Rate * (step + 1) / Rise;
        return (float)(_settings.Rate * (0.01 + 0.99 * 0.5 * (1 + Math.Cos(Math.PI * (step - Rise) / Math.Max(1.0, total - Rise)))));
    }

    private List<NamesBatch> Batches(Rng rng)
    {
        var order = _sentences.ToArray();
        rng.Shuffle<NamedSentence>(order);
        var batches = new List<NamesBatch>();
        for (int from = 0, to = 0; from < order.Length; from = to)
        {
            var words = 0;
            while (to < order.Length && (to == from || words + order[to].Forms.Length <= _settings.BatchWords)) words += order[to++].Forms.Length;
            batches.Add(BatchOf(order.AsSpan(from, to - from), words, rng));
        }
        return batches;
    }

    private NamesBatch BatchOf(ReadOnlySpan<NamedSentence> sentences, int words, Rng rng)
    {
        var rows = words + sentences.Length + 1;
        var batch = new NamesBatch(new FormEntry?[rows], new int[rows], new int[rows], new bool[rows], new int[rows], new int[rows], words);
        foreach (var array in new[] { batch.Context, batch.Tags, batch.Second }) Array.Fill(array, -1);
        Array.Fill(batch.Empty, true);
        var row = 1;
        foreach (var sentence in sentences)
        {
            // Sentences that were not tagged have to be read too.
            var blind = rng.Uniform() < 0.05f;
            for (var i = 0; i < sentence.Forms.Length; i++, row++)
            {
                (batch.Empty[row], batch.Forms[row]) = (false, _lexicon.Entry(sentence.Forms[i]));
                // The tagger knows these sentences too well; a few doubts make up for that.
                var doubt = blind || rng.Uniform() < _settings.Doubt;
                batch.Context[row] = doubt ? 0 : (int)sentence.Pos[i];
                batch.Relations[row] = NameModel.FirstRelation + (doubt ? 0 : (int)sentence.Relations[i]);
                (sentence.Second ? batch.Second : batch.Tags)[row] = (int)sentence.Names[i];
            }
            row++;
        }
        return batch;
    }
}
