using System.Diagnostics;
using Chancery.Reading.Syntax;

namespace Chancery.Reading.Training;

/// <summary>A sentence with names: forms, parts of speech as the tagger finds them, tags.</summary>
/// <param name="Forms">Forms.</param>
/// <param name="Pos">Parts of speech.</param>
/// <param name="Relations">Relations as the parser finds them.</param>
/// <param name="Names">Tags of names.</param>
/// <param name="Second">Whether the tags follow the other corpus, whose idea of a name differs a little.</param>
/// <param name="Beliefs">What a teacher believes of the names, or null; without tags there is nothing else to learn.</param>
public sealed record NamedSentence(string[] Forms, Upos[] Pos, Deprel[] Relations, NameTag[]? Names, bool Second, TagBeliefs? Beliefs = null);

/// <summary>Trains the name recogniser: some networks that differ in their random choices only. One thread; the same data, settings and instruction set give the same file.</summary>
public sealed class NamesTrainer
{
    private readonly NamesSettings _settings;
    private readonly Action<string> _log;
    private readonly Lexicon _lexicon;
    private readonly Mat? _vectors;
    private readonly NamePhrases _phrases;
    private readonly List<(NamesNet Net, WeightAverage Average)> _nets = [];
    private readonly List<Example> _examples = [];
    private readonly NameContext _context = new();

    /// <summary>Prepares a run.</summary>
    public NamesTrainer(NamesSettings settings, IReadOnlyList<NamedSentence> train, WordVectors? vectors, WordMarks? marks, IReadOnlyDictionary<string, uint> phrases, Action<string> log)
    {
        (_settings, _log) = (settings, log);
        var trained = Lexicon.Count(train.Where(s => s.Names is not null).SelectMany(s => s.Forms), least: 3);
        var known = trained.Select(t => t.Word).ToHashSet();
        _lexicon = new Lexicon(trained, vectors?.Words.Where(w => !known.Contains(w)) ?? [], settings.FeatureRows, marks);
        _vectors = vectors?.Table(_lexicon.Words);
        _phrases = NamePhrases.Of(phrases);
        foreach (var sentence in train) _examples.Add(ExampleOf(sentence));
        log($"{train.Count} sentences, {train.Sum(s => s.Forms.Length)} words, {trained.Count} known words, {_lexicon.Words.Count} with vectors, {marks?.Count ?? 0} with marks, {phrases.Count} names");
    }

    /// <summary>Trains one network after another, calling <paramref name="afterEpoch"/> with the number of each finished pass.</summary>
    public void Run(Action<int> afterEpoch)
    {
        for (var n = 0; n < _settings.Networks; n++)
        {
            var seed = _settings.Seed + (ulong)n * 1000;
            var net = new NamesNet(_settings with { Seed = seed }, _lexicon, _vectors);
            var average = new WeightAverage([.. net.Dense, net.Context, net.Input.Words, net.Input.Features]);
            _nets.Add((net, average));
            Run(net, average, new Rng(seed + 7), pass => afterEpoch(n * _settings.Epochs + pass));
        }
    }

    /// <summary>Writes the model: of each network the mean of the passes from the third on.</summary>
    public void Write(string path)
    {
        var parts = new ModelParts();
        parts.AddLexicon(_lexicon, _vectors);
        parts.Add<uint>("phrases.keys", _phrases.Keys);
        parts.Add<ushort>("phrases.sets", _phrases.Sets);
        parts.Add<uint>("phrases.kinds", _phrases.Kinds);
        var follow = new float[NamesNet.Classes * NamesNet.Classes];
        for (var n = 0; n < _nets.Count; n++)
        {
            var (net, average) = _nets[n];
            average.With(() => parts.AddNames($"{n}.", net, follow));
        }
        parts.Add<float>("follow", follow.Select(f => f / _nets.Count).ToArray());
        parts.Write(path);
    }

    private void Run(NamesNet net, WeightAverage average, Rng rng, Action<int> afterEpoch)
    {
        var clock = Stopwatch.StartNew();
        int step = 0, total = 0;
        for (var epoch = 1; epoch <= (_settings.Stop > 0 ? Math.Min(_settings.Stop, _settings.Epochs) : _settings.Epochs); epoch++)
        {
            var batches = Batches(rng);
            if (total == 0) total = batches.Count * _settings.Epochs;
            double loss = 0;
            foreach (var batch in batches)
            {
                loss += net.Gradients(batch);
                net.Step(RateAt(step++, total));
            }
            _log($"pass {epoch}: loss {loss / batches.Count:F4}, {clock.Elapsed.TotalSeconds:F0} s");
            if (epoch >= 3) average.Add();
            afterEpoch(epoch);
        }
    }

    private Example ExampleOf(NamedSentence sentence)
    {
        var document = Conllu.ToDocument([new ConlluSentence([.. sentence.Forms.Select(f => new ConlluWord(f, "_", "_", "_", "_", 0, "_", true, 0))], null, false, null)]);
        for (var i = 0; i < sentence.Forms.Length; i++) (document.Tokens[i].Pos, document.Tokens[i].Relation) = (sentence.Pos[i], sentence.Relations[i]);
        _context.Find(document, [0], sentence.Forms.Length + 2, _phrases);
        return new Example([.. sentence.Forms.Select(_lexicon.Entry)], [.. Enumerable.Range(1, sentence.Forms.Length).Select(r => Array.ConvertAll(_context[r].ToArray(), c => (int)c))], sentence.Names, sentence.Second, sentence.Beliefs);
    }

    private float RateAt(int step, int total)
    {
        const int Rise = 200;
        if (step < Rise) return _settings.Rate * (step + 1) / Rise;
        return (float)(_settings.Rate * (0.01 + 0.99 * 0.5 * (1 + Math.Cos(Math.PI * (step - Rise) / Math.Max(1.0, total - Rise)))));
    }

    private List<NamesBatch> Batches(Rng rng)
    {
        var order = _examples.ToArray();
        rng.Shuffle<Example>(order);
        var batches = new List<NamesBatch>();
        for (int from = 0, to = 0; from < order.Length; from = to)
        {
            var words = 0;
            while (to < order.Length && (to == from || words + order[to].Forms.Length <= _settings.BatchWords)) words += order[to++].Forms.Length;
            batches.Add(BatchOf(order.AsSpan(from, to - from), words, rng));
        }
        return batches;
    }

    private NamesBatch BatchOf(ReadOnlySpan<Example> sentences, int words, Rng rng)
    {
        var rows = words + sentences.Length + 1;
        var batch = new NamesBatch(new FormEntry?[rows], new int[rows][], new bool[rows], new int[rows], new int[rows], new TagBeliefs?[rows], words);
        foreach (var array in new[] { batch.Tags, batch.Second }) Array.Fill(array, -1);
        Array.Fill(batch.Context, []);
        Array.Fill(batch.Empty, true);
        var row = 1;
        foreach (var sentence in sentences)
        {
            // Sentences that were not tagged have to be read too.
            var blind = rng.Uniform() < 0.05f;
            for (var i = 0; i < sentence.Forms.Length; i++, row++)
            {
                (batch.Empty[row], batch.Forms[row]) = (false, sentence.Forms[i]);
                // A few doubts keep the tagger from being trusted too much.
                var doubt = blind || rng.Uniform() < _settings.Doubt;
                batch.Context[row] = doubt ? [0, NameContext.FirstRelation, .. sentence.Context[i][2..]] : sentence.Context[i];
                if (sentence.Names is { } names) (sentence.Second ? batch.Second : batch.Tags)[row] = (int)names[i];
                batch.Beliefs[row] = sentence.Beliefs;
            }
            row++;
        }
        return batch;
    }

    private sealed record Example(FormEntry[] Forms, int[][] Context, NameTag[]? Names, bool Second, TagBeliefs? Beliefs);
}
