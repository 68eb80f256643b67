using System.Collections.Concurrent;
using System.Runtime.Intrinsics;

namespace Chancery.Reading.Syntax;

/// <summary>Recognises names of persons, organisations and places: a network of layers that each look one word to either side.</summary>
/// <remarks>Safe to share among threads; the same text gives the same names on every machine. It reads the parts of speech and relations that
/// <see cref="SyntaxModel"/> found, so that should run first; without them it finds fewer names.</remarks>
public sealed unsafe class NameModel
{
    // Activations are rounded to steps of 16/8191, and sums of some six hundred products with 8-bit weights stay inside 32 bits.
    private const float Most = 16, Factor = 8191 / Most, Scale = Most / 8191;
    private const int BatchTokens = 512;

    /// <summary>Row of the context table where relations begin.</summary>
    internal const int FirstRelation = 24;

    private readonly ConcurrentBag<NameScratch> _scratch = [];
    private readonly FormEncoder _forms;
    private readonly QuantTable _context;
    private readonly bool _relations;
    private readonly QuantMatrix[] _layers;
    private readonly QuantMatrix _output;
    private readonly int _width;

    private NameModel(ModelFile file)
    {
        _forms = new FormEncoder(file);
        _context = new QuantTable(file, "context");
        _relations = _context.Rows > FirstRelation + Labels.RelationCount;
        var layers = new List<QuantMatrix>();
        while (file.Has($"conv{layers.Count}.w")) layers.Add(new QuantMatrix(file, $"conv{layers.Count}"));
        _layers = [.. layers];
        _output = new QuantMatrix(file, "output");
        _width = _output.Inputs;
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

    // Sentences lie one after another with an empty row before each and behind the last, which is what a layer sees beyond the edge.
    private void Batch(Document document, ReadOnlySpan<int> sentences, int tokens, NameScratch scratch)
    {
        var rows = tokens + sentences.Length + 1;
        var x = Inputs(document, sentences, rows, scratch);
        var size = _forms.Size;
        var sums = scratch.Sums.Take(rows * _width);
        var state = scratch.State.Take(rows * _width);
        for (var layer = 0; layer < _layers.Length; layer++)
        {
            _layers[layer].Multiply(x, size, rows - 2, null, Scale, sums + _width);
            Add(document, sentences, sums, state, rows, layer > 0);
            x = scratch.Rounded.Take(rows * _width);
            Round(state, rows * _width, x);
            size = _width;
        }
        var scores = scratch.Scores.Take(rows * _output.Outputs);
        _output.Multiply(x, _width, rows, null, Scale, scores);
        var row = 1;
        foreach (var index in sentences)
        {
            var sentence = document.Sentences[index];
            scratch.Path.Decode(new ReadOnlySpan<float>(scores + (long)row * _output.Outputs, sentence.Count * _output.Outputs), _output.Outputs, document.Tokens.AsSpan(sentence.First, sentence.Count));
            row += sentence.Count + 1;
        }
    }

    private short* Inputs(Document document, ReadOnlySpan<int> sentences, int rows, NameScratch scratch)
    {
        var size = _forms.Size;
        var forms = scratch.Forms;
        var x = scratch.X.Take((rows + 1) * size);
        var rounded = scratch.Inputs.Take(rows * size);
        new Span<short>(rounded, rows * size).Clear();
        forms.Clear();
        var sum = x + (long)rows * size;
        var row = 1;
        foreach (var index in sentences)
        {
            for (int i = document.Sentences[index].First, end = document.Sentences[index].End; i < end; i++, row++)
            {
                ref var known = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(forms, FormFeatures.Key(document.Form(i)), out var exists);
                if (!exists) _forms.Encode(document.Form(i), x + (long)(known = forms.Count - 1) * size);
                new Span<float>(x + (long)known * size, size).CopyTo(new Span<float>(sum, size));
                _context.AddTo(sum + size - _context.Size, (int)document.Tokens[i].Pos);
                if (_relations) _context.AddTo(sum + size - _context.Size, FirstRelation + (int)document.Tokens[i].Relation);
                Round(sum, size, rounded + (long)row * size);
            }
            row++;
        }
        return rounded;
    }

    // What a layer adds to the state; rows between sentences stay empty.
    private void Add(Document document, ReadOnlySpan<int> sentences, float* sums, float* state, int rows, bool residual)
    {
        var row = 0;
        foreach (var index in sentences)
        {
            new Span<float>(state + (long)row++ * _width, _width).Clear();
            for (var n = document.Sentences[index].Count; n > 0; n--, row++)
                for (var j = 0; j < _width; j += 16)
                {
                    var at = (long)row * _width + j;
                    var y = Vector512.Max(Vector512.Load(sums + at), Vector512<float>.Zero);
                    (residual ? y + Vector512.Load(state + at) : y).Store(state + at);
                }
        }
        new Span<float>(state + (long)(rows - 1) * _width, _width).Clear();
    }

    private static void Round(float* x, int n, short* target)
    {
        Vector512<float> most = Vector512.Create(Most), factor = Vector512.Create(Factor), half = Vector512.Create(0.5f);
        for (var i = 0; i < n; i += 16)
        {
            var v = Vector512.Max(Vector512.Min(Vector512.Load(x + i), most), -most);
            var rounded = Vector512.ConvertToInt32(Vector512.Floor(v * factor + half));
            Vector256.Narrow(rounded.GetLower(), rounded.GetUpper()).Store(target + i);
        }
    }
}

/// <summary>Buffers of one thread.</summary>
internal sealed class NameScratch
{
    public Dictionary<ulong, int> Forms { get; } = [];

    public NamePath Path { get; } = new();

    public NameMemory Memory { get; } = new();

    public Store<float> X { get; } = new();

    public Store<short> Inputs { get; } = new();

    public Store<float> Sums { get; } = new();

    public Store<float> State { get; } = new();

    public Store<short> Rounded { get; } = new();

    public Store<float> Scores { get; } = new();
}
