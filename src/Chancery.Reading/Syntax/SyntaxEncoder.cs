namespace Chancery.Reading.Syntax;

/// <summary>The part of the network that reads: forms to a vector for each token in its sentence.</summary>
internal sealed unsafe class SyntaxEncoder
{
    private readonly FormEncoder _forms;
    private readonly QuantLstm _firstAhead, _firstBack, _secondAhead, _secondBack;

    public SyntaxEncoder(ModelFile file)
    {
        _forms = new FormEncoder(file);
        (_firstAhead, _firstBack) = (new(file, "l1.ahead"), new(file, "l1.back"));
        (_secondAhead, _secondBack) = (new(file, "l2.ahead"), new(file, "l2.back"));
    }

    /// <summary>Length of the vectors.</summary>
    public int Size => 2 * _secondAhead.Size;

    /// <summary>Encodes a batch (longest first) into <see cref="SyntaxScratch.Natural"/>, sentence by sentence.</summary>
    public void Encode(Document document, ReadOnlySpan<(int First, int Count)> batch, SyntaxScratch scratch)
    {
        Span<int> lengths = stackalloc int[batch.Length];
        for (var b = 0; b < batch.Length; b++) lengths[b] = batch[b].Count;
        var packing = scratch.Packing.Pack(lengths);
        var rowOf = scratch.RowOf.Take(packing.Rows);
        var distinct = Inputs(document, batch, scratch, rowOf);
        var width = 2 * _firstAhead.Size;
        var middle = scratch.FirstLayer.Take(packing.Rows * width);
        Layer(_firstAhead, _firstBack, scratch.Inputs.Take(0), distinct, scratch.Scales.Take(0), rowOf, middle, scratch);
        for (var r = 0; r < packing.Rows; r++) rowOf[r] = r;
        var top = scratch.SecondLayer.Take(packing.Rows * Size);
        Layer(_secondAhead, _secondBack, middle, packing.Rows, null, rowOf, top, scratch);
        var natural = scratch.Natural.Take(packing.Rows * Size);
        for (var r = 0; r < packing.Rows; r++)
            new Span<short>(top + (long)r * Size, Size).CopyTo(new Span<short>(natural + (long)packing.Natural[r] * Size, Size));
    }

    private static void Layer(QuantLstm ahead, QuantLstm back, short* inputs, int rows, float* scales, int* rowOf, short* output, SyntaxScratch scratch)
    {
        var size = ahead.Size;
        var gates = scratch.Ahead.Take(rows * 4 * size);
        ahead.Input.Multiply(inputs, ahead.Input.Inputs, rows, scales, Int16Dot.Unit, gates);
        ahead.Run(scratch.Packing, reversed: false, gates, rowOf, output, 2 * size, scratch.Lstm);
        gates = scratch.Back.Take(rows * 4 * size);
        back.Input.Multiply(inputs, back.Input.Inputs, rows, scales, Int16Dot.Unit, gates);
        back.Run(scratch.Packing, reversed: true, gates, rowOf, output + size, 2 * size, scratch.Lstm);
    }

    // Each form is encoded once a batch: its vector does not depend on where it stands.
    private int Inputs(Document document, ReadOnlySpan<(int First, int Count)> batch, SyntaxScratch scratch, int* rowOf)
    {
        var (packing, forms) = (scratch.Packing, scratch.Forms);
        forms.Clear();
        var size = _forms.Size;
        float* x = scratch.X.Take(size), scales = scratch.Scales.Take(packing.Rows);
        var inputs = scratch.Inputs.Take(packing.Rows * size);
        for (var t = 0; t < packing.Steps; t++)
            for (var b = 0; b < packing.Count[t]; b++)
            {
                var form = document.Form(batch[b].First + t);
                ref var row = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(forms, FormFeatures.Key(form), out var known);
                if (!known)
                {
                    row = forms.Count - 1;
                    _forms.Encode(form, x);
                    scales[row] = Int16Dot.Quantise(x, size, inputs + (long)row * size);
                }
                rowOf[packing.Offset[t] + b] = row;
            }
        return forms.Count;
    }
}
