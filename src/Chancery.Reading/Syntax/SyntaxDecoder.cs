using System.Runtime.Intrinsics;

namespace Chancery.Reading.Syntax;

/// <summary>The part of the network that decides: tags, the tree, relations.</summary>
internal sealed unsafe class SyntaxDecoder
{
    private const int Reach = 24;
    private readonly QuantMatrix _heads, _tags, _query, _labels;
    private readonly float[] _rootHead, _rootLabel, _distance;
    private readonly ushort[] _morphologies;
    private readonly byte[] _allowed;
    private readonly int _tag, _arc, _label;

    public SyntaxDecoder(ModelFile file)
    {
        (_heads, _tags, _query, _labels) = (new(file, "heads"), new(file, "tags"), new(file, "query"), new(file, "labels"));
        (_rootHead, _rootLabel, _distance) = (file.Get<float>("root.head"), file.Get<float>("root.label"), file.Get<float>("distance"));
        (_morphologies, _allowed) = (file.Get<ushort>("morphologies"), file.Get<byte>("allowed"));
        (_tag, _arc, _label) = (_tags.Inputs, _rootHead.Length, _rootLabel.Length);
    }

    /// <summary>Analyses a batch whose vectors stand in <see cref="SyntaxScratch.Natural"/>.</summary>
    public void Decode(Document document, ReadOnlySpan<(int First, int Count)> batch, SyntaxScratch scratch)
    {
        var rows = scratch.Packing.Rows;
        var heads = scratch.Heads.Take(rows * _heads.Outputs);
        _heads.Multiply(scratch.Natural.Take(0), _heads.Inputs, rows, null, Int16Dot.Unit, heads);
        // Tagger, dependents and heads have a rectifier; the two projections of the label do not, their sum has.
        for (var r = 0; r < rows; r++) Rectify(heads + (long)r * _heads.Outputs, _tag + 2 * _arc);
        var tags = Small(_tags, heads, 0, rows, scratch, scratch.Tags);
        var query = Small(_query, heads, _tag, rows, scratch, scratch.Query);
        var row = 0;
        foreach (var (first, count) in batch)
        {
            for (var i = 0; i < count; i++) Tag(ref document.Tokens[first + i], new ReadOnlySpan<float>(tags + (long)(row + i) * _tags.Outputs, _tags.Outputs));
            Attach(document, first, count, heads + (long)row * _heads.Outputs, query + (long)row * _query.Outputs, scratch);
            Relate(document, first, count, heads + (long)row * _heads.Outputs, scratch);
            row += count;
        }
    }

    private float* Small(QuantMatrix matrix, float* heads, int column, int rows, SyntaxScratch scratch, Store<float> target)
    {
        var inputs = scratch.SmallInputs.Take(rows * matrix.Inputs);
        var scales = scratch.Scales.Take(rows);
        for (var r = 0; r < rows; r++) scales[r] = Int16Dot.Quantise(heads + (long)r * _heads.Outputs + column, matrix.Inputs, inputs + (long)r * matrix.Inputs);
        var y = target.Take(rows * matrix.Outputs);
        matrix.Multiply(inputs, matrix.Inputs, rows, scales, 0, y);
        return y;
    }

    private void Tag(ref Token token, ReadOnlySpan<float> scores)
    {
        var tag = 1;
        for (var k = 2; k < Labels.TagCount; k++) if (scores[k] > scores[tag]) tag = k;
        token.Pos = (Upos)tag;
        // Only what the treebanks showed with this part of speech.
        var features = scores[Labels.TagCount..];
        var best = -1;
        for (var k = 0; k < _morphologies.Length; k++)
            if (_allowed[tag * _morphologies.Length + k] != 0 && (best < 0 || features[k] > features[best])) best = k;
        token.Morphology = best < 0 ? Morphology.None : (Morphology)_morphologies[best];
    }

    private void Attach(Document document, int first, int n, float* heads, float* query, SyntaxScratch scratch)
    {
        var padded = (n + 1 + 15) / 16 * 16;
        var rows = scratch.HeadRows.Shape(padded, _arc);
        rows.Clear();
        _rootHead.CopyTo(rows.RowSpan(0));
        for (var i = 0; i < n; i++) new Span<float>(heads + (long)i * _heads.Outputs + _tag + _arc, _arc).CopyTo(rows.RowSpan(i + 1));
        rows.TransposeTo(scratch.HeadColumns);
        var scores = scratch.Arcs.Take(n * padded);
        Gemm.Multiply(query, _query.Outputs, 1, scratch.HeadColumns.P, padded, scores, padded, n, padded, _arc, accumulate: false);
        for (var i = 0; i < n; i++)
            for (var j = 1; j <= n; j++) scores[i * padded + j] += _distance[Math.Clamp(j - 1 - i, -Reach, Reach) + Reach];
        if (scratch.Best.Length < n) scratch.Best = new int[n + 64];
        scratch.Eisner.Decode(new ReadOnlySpan<float>(scores, n * padded), padded, n, scratch.Best);
        for (var i = 0; i < n; i++) document.Tokens[first + i].Head = scratch.Best[i] == 0 ? -1 : first + scratch.Best[i] - 1;
    }

    private void Relate(Document document, int first, int n, float* heads, SyntaxScratch scratch)
    {
        var inputs = scratch.SmallInputs.Take(n * _label);
        var scales = scratch.Scales.Take(n);
        var sum = scratch.X.Take(_label);
        var column = _tag + 2 * _arc;
        fixed (float* root = _rootLabel)
            for (var i = 0; i < n; i++)
            {
                var left = heads + (long)i * _heads.Outputs + column;
                var right = scratch.Best[i] == 0 ? root : heads + (long)(scratch.Best[i] - 1) * _heads.Outputs + column + _label;
                for (var j = 0; j < _label; j += 16)
                    Vector512.Max(Vector512.Load(left + j) + Vector512.Load(right + j), Vector512<float>.Zero).Store(sum + j);
                scales[i] = Int16Dot.Quantise(sum, _label, inputs + (long)i * _label);
            }
        var scores = scratch.Small.Take(n * _labels.Outputs);
        _labels.Multiply(inputs, _label, n, scales, 0, scores);
        for (var i = 0; i < n; i++)
        {
            ref var token = ref document.Tokens[first + i];
            token.Relation = Deprel.Root;
            if (token.Head < 0) continue;
            var row = new ReadOnlySpan<float>(scores + (long)i * _labels.Outputs, Labels.RelationCount);
            var best = (int)Deprel.Root + 1;
            for (var k = best + 1; k < row.Length; k++) if (row[k] > row[best]) best = k;
            token.Relation = (Deprel)best;
        }
    }

    private static void Rectify(float* x, int n)
    {
        for (var i = 0; i < n; i += 16) Vector512.Max(Vector512.Load(x + i), Vector512<float>.Zero).Store(x + i);
    }
}
