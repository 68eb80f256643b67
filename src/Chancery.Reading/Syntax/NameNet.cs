using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Chancery.Reading.Syntax;

/// <summary>One network of the name recogniser: layers that each look one word to either side.</summary>
internal sealed unsafe class NameNet
{
    /// <summary>Scores a token: one for each tag, and padding.</summary>
    public const int Columns = 16;

    // Activations are rounded to steps of 16/8191, and sums of some six hundred products with 8-bit weights stay inside 32 bits.
    private const float Most = 16, Factor = 8191 / Most, Scale = Most / 8191;
    private readonly FormEncoder _forms;
    private readonly QuantTable _context;
    private readonly QuantMatrix[] _layers;
    private readonly QuantMatrix _output;
    private readonly int _width;

    /// <summary>Takes the parts of a model whose names begin with <paramref name="prefix"/>; fixed tables are shared with <paramref name="first"/>.</summary>
    public NameNet(ModelFile file, string prefix, NameNet? first)
    {
        _forms = new FormEncoder(file, prefix, first?._forms);
        _context = new QuantTable(file, prefix + "context");
        var layers = new List<QuantMatrix>();
        while (file.Has($"{prefix}conv{layers.Count}.w")) layers.Add(new QuantMatrix(file, $"{prefix}conv{layers.Count}"));
        _layers = [.. layers];
        _output = new QuantMatrix(file, prefix + "output");
        _width = _output.Inputs;
    }

    /// <summary>Adds the scores of the tokens of some sentences, times <paramref name="share"/>.</summary>
    /// <remarks>Sentences lie one after another with an empty row before each and behind the last, which is what a layer sees beyond the edge.</remarks>
    public void Score(Document document, ReadOnlySpan<int> sentences, int rows, NameScratch scratch, float* scores, float share)
    {
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
        var output = scratch.Output.Take(rows * _output.Outputs);
        _output.Multiply(x, _width, rows, null, Scale, output);
        for (var r = 0; r < rows; r++) (Vector512.Load(scores + (long)r * Columns) + Vector512.Load(output + (long)r * _output.Outputs) * share).Store(scores + (long)r * Columns);
    }

    private short* Inputs(Document document, ReadOnlySpan<int> sentences, int rows, NameScratch scratch)
    {
        var size = _forms.Size;
        var x = scratch.X.Take((rows + 1) * size);
        var rounded = scratch.Inputs.Take(rows * size);
        new Span<short>(rounded, rows * size).Clear();
        scratch.Forms.Clear();
        var sum = x + (long)rows * size;
        var row = 1;
        foreach (var index in sentences)
        {
            for (int i = document.Sentences[index].First, end = document.Sentences[index].End; i < end; i++, row++)
            {
                ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(scratch.Forms, FormFeatures.Key(document.Form(i)), out var exists);
                if (!exists) _forms.Encode(document.Form(i), x + (long)(known = scratch.Forms.Count - 1) * size);
                new Span<float>(x + (long)known * size, size).CopyTo(new Span<float>(sum, size));
                foreach (var context in scratch.Context[row]) _context.AddTo(sum + size - _context.Size, context);
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
