using System.Runtime.InteropServices;
using Chancery.Reading.Syntax;

namespace Chancery.Reading.Training;

/// <summary>Writes a trained network as the file that <see cref="SyntaxModel"/> reads: 8 bits a weight, one scale an output or row.</summary>
internal sealed class ModelParts
{
    private readonly List<(string Name, byte[] Content)> _parts = [];

    public void Add<T>(string name, ReadOnlySpan<T> values) where T : unmanaged => _parts.Add((name, MemoryMarshal.AsBytes(values).ToArray()));

    public void Write(string path) => ModelFile.Write(path, _parts);

    /// <summary>Layers side by side, read from the same input, as one matrix; each gives its first <c>Outputs</c> columns.</summary>
    public unsafe void AddMatrix(string name, params (Mat Weights, Mat? Bias, int Outputs)[] layers)
    {
        var inputs = layers[0].Weights.Rows;
        var outputs = (layers.Sum(l => l.Outputs) + QuantMatrix.Panel - 1) / QuantMatrix.Panel * QuantMatrix.Panel;
        var packed = new sbyte[inputs * outputs];
        var scales = new float[outputs];
        var bias = new float[outputs];
        var at = 0;
        foreach (var (weights, b, count) in layers)
            for (var j = 0; j < count; j++, at++)
            {
                var top = 0f;
                for (var i = 0; i < inputs; i++) top = MathF.Max(top, MathF.Abs(weights.Row(i)[j]));
                scales[at] = top / 127;
                if (b is not null) bias[at] = b.P[j];
                for (var i = 0; i < inputs && top > 0; i++) packed[QuantMatrix.Place(inputs, i, at)] = (sbyte)MathF.Round(weights.Row(i)[j] / scales[at]);
            }
        Add<sbyte>(name + ".w", packed);
        Add<float>(name + ".s", scales);
        Add<float>(name + ".b", bias);
    }

    public void AddTable(string name, Mat table)
    {
        var values = new sbyte[table.Rows * table.Cols];
        var scales = new float[table.Rows];
        for (var r = 0; r < table.Rows; r++)
        {
            var row = table.RowSpan(r);
            var top = 0f;
            foreach (var x in row) top = MathF.Max(top, MathF.Abs(x));
            scales[r] = top / 127;
            for (var j = 0; j < row.Length && top > 0; j++) values[r * row.Length + j] = (sbyte)MathF.Round(row[j] / scales[r]);
        }
        Add<sbyte>(name + ".w", values);
        Add<float>(name + ".s", scales);
    }

    /// <summary>The words with what is fixed for them.</summary>
    public void AddLexicon(Lexicon lexicon, Mat? vectors)
    {
        Add<ulong>("table.keys", lexicon.Table.Keys);
        Add<int>("table.ids", lexicon.Table.Ids);
        if (lexicon.Marks is { } marks)
        {
            Add<ulong>("marks.keys", marks.Keys);
            Add<int>("marks.ids", marks.Ids);
        }
        AddTable("vectors", vectors ?? new Mat(0, 16));
    }

    /// <summary>What was learned for words and their spelling.</summary>
    public void AddInput(string prefix, InputLayer input)
    {
        AddTable(prefix + "words", input.Words.W);
        AddTable(prefix + "features", input.Features.W);
    }

    public void AddLstm(string name, Lstm layer)
    {
        AddMatrix(name + ".x", (layer.Wx.W, layer.B.W, layer.Wx.W.Cols));
        AddMatrix(name + ".h", (layer.Wh.W, null, layer.Wh.W.Cols));
    }

    /// <summary>The whole of tagger and parser.</summary>
    public static void WriteSyntax(string path, SyntaxNet net, SyntaxSettings settings, Lexicon lexicon, Mat? vectors, ushort[] morphologies, byte[] allowed)
    {
        var parts = new ModelParts();
        parts.AddLexicon(lexicon, vectors);
        parts.AddInput("", net.Input);
        parts.AddLstm("l1.ahead", net.First.Ahead);
        parts.AddLstm("l1.back", net.First.Back);
        parts.AddLstm("l2.ahead", net.Second.Ahead);
        parts.AddLstm("l2.back", net.Second.Back);
        var (arcs, relations) = (net.Arcs, net.Relations);
        parts.AddMatrix("heads", Whole(net.TagHidden, settings.Tag), Whole(arcs.Dependent, settings.Arc), Whole(arcs.Head, settings.Arc),
            Whole(relations.Dependent, settings.Label), Whole(relations.Head, settings.Label));
        parts.AddMatrix("tags", Whole(net.Tags, Labels.TagCount), Whole(net.Morphology, morphologies.Length));
        parts.AddMatrix("query", Whole(arcs.Form, settings.Arc));
        parts.AddMatrix("labels", Whole(relations.Output, Labels.RelationCount));
        parts.Add<float>("root.head", arcs.Root.W.Span);
        parts.Add<float>("root.label", relations.Root.W.Span);
        parts.Add<float>("distance", arcs.Distance.W.Span);
        parts.Add<ushort>("morphologies", morphologies);
        parts.Add<byte>("allowed", allowed);
        parts.Write(path);
    }

    /// <summary>One network of the name recogniser, and what it adds to the scores of tags behind tags.</summary>
    public void AddNames(string prefix, NamesNet net, Span<float> follow)
    {
        AddInput(prefix, net.Input);
        AddTable(prefix + "context", net.Context.W);
        for (var i = 0; i < net.Layers.Count; i++) AddMatrix($"{prefix}conv{i}", (net.Layers[i].W.W, net.Layers[i].B.W, net.Layers[i].W.W.Cols));
        AddMatrix(prefix + "output", Whole(net.Output, NamesNet.Classes));
        for (var i = 0; i < follow.Length; i++) follow[i] += net.Chain.Transitions.W.RowSpan(i / NamesNet.Classes)[i % NamesNet.Classes];
    }

    private static (Mat, Mat?, int) Whole(Linear layer, int outputs) => (layer.W.W, layer.B.W, outputs);
}
