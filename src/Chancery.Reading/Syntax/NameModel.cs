using System.Collections.Concurrent;

namespace Chancery.Reading.Syntax;

/// <summary>Recognises names of persons, organisations and places: some small networks that vote, which read words and what lists of names say of them.</summary>
/// <remarks>Safe to share among threads; the same text gives the same names on every machine. It reads the parts of speech and relations that
/// <see cref="SyntaxModel"/> found, so that should run first; without them it finds fewer names.</remarks>
public sealed unsafe class NameModel
{
    private const int BatchTokens = 512;

    private readonly ConcurrentBag<NameScratch> _scratch = [];
    private readonly NameNet[] _nets;
    private readonly NamePhrases _phrases;
    private readonly float[] _follow;

    private NameModel(ModelFile file)
    {
        _phrases = new NamePhrases(file.Get<uint>("phrases.keys"), file.Get<ushort>("phrases.sets"), file.Get<uint>("phrases.kinds"));
        var nets = new List<NameNet>();
        while (file.Has($"{nets.Count}.output.w")) nets.Add(new NameNet(file, $"{nets.Count}.", nets.Count == 0 ? null : nets[0]));
        _nets = [.. nets];
        _follow = file.Get<float>("follow");
    }

    /// <summary>Reads a model (<c>data/languages/CODE/models/names.bin</c>).</summary>
    /// <exception cref="InvalidDataException">The file is no model of this version.</exception>
    public static NameModel Load(string path) => new(ModelFile.Read(path));

    /// <summary>Sets <see cref="Token.Name"/> of the tokens of some sentences. Names that these sentences repeat are made to agree in kind, so the document's
    /// sentences are best given together.</summary>
    public void Tag(Document document, ReadOnlySpan<int> sentences)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (!_scratch.TryTake(out var scratch)) scratch = new NameScratch();
        for (int from = 0, to = 0, tokens = 0; from < sentences.Length; from = to, tokens = 0)
        {
            while (to < sentences.Length && (to == from || tokens + document.Sentences[sentences[to]].Count <= BatchTokens)) tokens += document.Sentences[sentences[to++]].Count;
            Batch(document, sentences[from..to], tokens, scratch);
        }
        scratch.Memory.Settle(document, sentences);
        _scratch.Add(scratch);
    }

    /// <summary>How likely each tag is for the tokens of some sentences: what a smaller model may learn from.</summary>
    public IReadOnlyList<Training.TagBeliefs> Beliefs(Document document, ReadOnlySpan<int> sentences)
    {
        ArgumentNullException.ThrowIfNull(document);
        var scratch = new NameScratch();
        var beliefs = new Training.TagBeliefs[sentences.Length];
        for (var s = 0; s < sentences.Length; s++)
        {
            var count = document.Sentences[sentences[s]].Count;
            var scores = Score(document, sentences.Slice(s, 1), count, scratch) + NameNet.Columns;
            beliefs[s] = Training.TagChain.Believe(new ReadOnlySpan<float>(scores, count * NameNet.Columns), NameNet.Columns, count, _follow);
        }
        return beliefs;
    }

    private void Batch(Document document, ReadOnlySpan<int> sentences, int tokens, NameScratch scratch)
    {
        var scores = Score(document, sentences, tokens, scratch);
        var row = 1;
        foreach (var index in sentences)
        {
            var sentence = document.Sentences[index];
            scratch.Path.Decode(_follow, new ReadOnlySpan<float>(scores + (long)row * NameNet.Columns, sentence.Count * NameNet.Columns), NameNet.Columns, document.Tokens.AsSpan(sentence.First, sentence.Count));
            row += sentence.Count + 1;
        }
    }

    private float* Score(Document document, ReadOnlySpan<int> sentences, int tokens, NameScratch scratch)
    {
        var rows = tokens + sentences.Length + 1;
        scratch.Context.Find(document, sentences, rows, _phrases);
        var scores = scratch.Scores.Take(rows * NameNet.Columns);
        new Span<float>(scores, rows * NameNet.Columns).Clear();
        foreach (var net in _nets) net.Score(document, sentences, rows, scratch, scores, 1f / _nets.Length);
        return scores;
    }
}

/// <summary>Buffers of one thread.</summary>
internal sealed class NameScratch
{
    public Dictionary<ulong, int> Forms { get; } = [];

    public NameContext Context { get; } = new();

    public NamePath Path { get; } = new();

    public NameMemory Memory { get; } = new();

    public Store<float> X { get; } = new();

    public Store<short> Inputs { get; } = new();

    public Store<float> Sums { get; } = new();

    public Store<float> State { get; } = new();

    public Store<short> Rounded { get; } = new();

    public Store<float> Scores { get; } = new();

    public Store<float> Output { get; } = new();
}
