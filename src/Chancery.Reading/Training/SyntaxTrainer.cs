using System.Diagnostics;
using Chancery.Reading.Syntax;

namespace Chancery.Reading.Training;

/// <summary>Trains tagger and parser on treebanks. One thread; the same data, settings and instruction set give the same file.</summary>
public sealed class SyntaxTrainer
{
    private const int LongestSentence = 120;
    private readonly SyntaxSettings _settings;
    private readonly Action<string> _log;
    private readonly List<Example> _examples = [];
    private readonly Dictionary<Morphology, int> _morphologies = [];
    private readonly Dictionary<string, int> _extra = [];
    private readonly Lexicon _lexicon;
    private readonly Mat? _vectors;
    private readonly SyntaxNet _net;
    private readonly MovingAverage? _average;
    private readonly byte[] _allowed;

    /// <summary>Prepares a run.</summary>
    /// <param name="settings">Sizes and rates.</param>
    /// <param name="train">Sentences to learn from.</param>
    /// <param name="vectors">Vectors learned from raw text, or null.</param>
    /// <param name="marks">What lists say of words, or null.</param>
    /// <param name="log">Receives a line now and then.</param>
    public SyntaxTrainer(SyntaxSettings settings, IReadOnlyList<ConlluSentence> train, WordVectors? vectors, WordMarks? marks, Action<string> log)
    {
        (_settings, _log) = (settings, log);
        var kept = train.Where(s => s.Words.Count <= LongestSentence).ToList();
        var trained = Lexicon.Count(kept.SelectMany(s => s.Words).Select(w => w.Form), least: 2);
        var known = trained.Select(t => t.Word).ToHashSet();
        _lexicon = new Lexicon(trained, vectors?.Words.Where(w => !known.Contains(w)) ?? [], settings.FeatureRows, marks);
        _vectors = vectors?.Table(_lexicon.Words);
        foreach (var sentence in kept) _examples.Add(ExampleOf(sentence));
        _allowed = new byte[Labels.TagCount * _morphologies.Count];
        foreach (var example in _examples)
            for (var i = 0; i < example.Tags.Length; i++) _allowed[example.Tags[i] * _morphologies.Count + example.Morphologies[i]] = 1;
        _net = new SyntaxNet(settings, _lexicon, _vectors, _morphologies.Count, _extra.Count);
        if (settings.Averaged > 0) _average = new MovingAverage([.. _net.Dense, _net.Input.Words, _net.Input.Features], settings.Averaged);
        log($"{_examples.Count} sentences, {_examples.Sum(e => e.Forms.Length)} words, {trained.Count} known words, {_lexicon.Words.Count} with vectors, {_morphologies.Count} morphologies, {_extra.Count} tags");
    }

    /// <summary>Trains, calling <paramref name="afterEpoch"/> with the number of each finished pass.</summary>
    public void Run(Action<int> afterEpoch)
    {
        var rng = new Rng(_settings.Seed + 7);
        var clock = Stopwatch.StartNew();
        var step = 0;
        var total = 0;
        for (var epoch = 1; epoch <= _settings.Epochs; epoch++)
        {
            var batches = Batches(rng);
            if (total == 0) total = batches.Count * _settings.Epochs;
            double loss = 0;
            foreach (var batch in batches)
            {
                loss += _net.Gradients(batch);
                _net.Step(RateAt(step++, total));
                _average?.Add();
            }
            _log($"pass {epoch}: loss {loss / batches.Count:F4}, {clock.Elapsed.TotalSeconds:F0} s, {Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds:F0} s of processor");
            afterEpoch(epoch);
        }
    }

    /// <summary>Writes the model: with the mean of the weights of the last steps where the settings ask for it.</summary>
    public void Write(string path)
    {
        if (_average is null) WriteNow(path); else _average.With(() => WriteNow(path));
    }

    private void WriteNow(string path) =>
        ModelParts.WriteSyntax(path, _net, _settings, _lexicon, _vectors, [.. _morphologies.OrderBy(m => m.Value).Select(m => (ushort)m.Key)], _allowed);

    private float RateAt(int step, int total)
    {
        // The average does the last of the cooling.
        var floor = _settings.Averaged > 0 ? 0.04 : 0.01;
        const int Rise = 200;
        if (step < Rise) return _settings.Rate * (step + 1) / Rise;
        var done = Math.Min(1, (step - Rise) / (double)Math.Max(1, total - Rise));
        return (float)(_settings.Rate * (floor + (1 - floor) * 0.5 * (1 + Math.Cos(Math.PI * done))));
    }

    // Sentences of like length share a batch, so that few steps run with few rows; a little noise keeps batches from being the same every time.
    private List<SyntaxBatch> Batches(Rng rng)
    {
        var order = _examples.Select(e => (Example: e, Key: e.Forms.Length * (1 + 0.15f * rng.Uniform()) + rng.Uniform())).OrderByDescending(e => e.Key).Select(e => e.Example).ToList();
        var groups = new List<List<Example>>();
        var words = 0;
        foreach (var example in order)
        {
            if (groups.Count == 0 || words + example.Forms.Length > _settings.BatchWords) { groups.Add([]); words = 0; }
            groups[^1].Add(example);
            words += example.Forms.Length;
        }
        var shuffled = groups.ToArray();
        rng.Shuffle<List<Example>>(shuffled);
        return [.. shuffled.Select(BatchOf)];
    }

    private static SyntaxBatch BatchOf(List<Example> examples)
    {
        examples.Sort((a, b) => b.Forms.Length - a.Forms.Length);
        var packing = new Packing().Pack([.. examples.Select(e => e.Forms.Length)]);
        var forms = new FormEntry[packing.Rows];
        for (var t = 0; t < packing.Steps; t++)
            for (var b = 0; b < packing.Count[t]; b++) forms[packing.Offset[t] + b] = examples[b].Forms[t];
        return new SyntaxBatch(packing, forms, [.. examples.SelectMany(e => e.Tags)], [.. examples.SelectMany(e => e.Morphologies)], [.. examples.SelectMany(e => e.Extra)],
            [.. examples.SelectMany(e => e.Heads)], [.. examples.SelectMany(e => e.Relations)]);
    }

    private Example ExampleOf(ConlluSentence sentence)
    {
        var n = sentence.Words.Count;
        var example = new Example(new FormEntry[n], new int[n], new int[n], new int[n], new int[n], new int[n]);
        for (var i = 0; i < n; i++)
        {
            var word = sentence.Words[i];
            example.Forms[i] = _lexicon.Entry(word.Form);
            example.Tags[i] = (int)Labels.Tag(word.Upos);
            example.Morphologies[i] = IdOf(_morphologies, Labels.Features(word.Feats));
            example.Extra[i] = IdOf(_extra, word.Xpos);
            example.Heads[i] = word.Head;
            example.Relations[i] = (int)(word.Head == 0 ? Deprel.Root : Labels.Relation(word.Relation));
        }
        return example;
    }

    private static int IdOf<T>(Dictionary<T, int> ids, T key) where T : notnull
    {
        if (!ids.TryGetValue(key, out var id)) ids[key] = id = ids.Count;
        return id;
    }

    private sealed record Example(FormEntry[] Forms, int[] Tags, int[] Morphologies, int[] Extra, int[] Heads, int[] Relations);
}
