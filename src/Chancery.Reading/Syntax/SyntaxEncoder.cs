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
        var middle = scratch.FirstLayer.Take(packing.Rows * 2 * _firstAhead.Size);
        First(document, batch, middle, scratch);
        var top = scratch.SecondLayer.Take(packing.Rows * Size);
        Second(middle, top, scratch);
        var natural = scratch.Natural.Take(packing.Rows * Size);
        for (var r = 0; r < packing.Rows; r++)
            new Span<short>(top + (long)r * Size, Size).CopyTo(new Span<short>(natural + (long)packing.Natural[r] * Size, Size));
    }

    private void First(Document document, ReadOnlySpan<(int First, int Count)> batch, short* output, SyntaxScratch scratch)
    {
        var (packing, forms) = (scratch.Packing, scratch.Forms);
        var rowOf = scratch.RowOf.Take(packing.Rows);
        forms.Begin(packing.Rows, 4 * _firstAhead.Size);
        Inputs(document, batch, scratch, rowOf);
        var inputs = scratch.Inputs.Take(0);
        var scales = scratch.Scales.Take(0);
        _firstAhead.Input.Multiply(inputs, _forms.Size, forms.Fresh, scales, 0, forms.FreshAhead);
        _firstBack.Input.Multiply(inputs, _forms.Size, forms.Fresh, scales, 0, forms.FreshBack);
        var stride = 2 * _firstAhead.Size;
        _firstAhead.Run(packing, reversed: false, forms.Ahead, rowOf, output, stride, scratch.Lstm);
        _firstBack.Run(packing, reversed: true, forms.Back, rowOf, output + _firstAhead.Size, stride, scratch.Lstm);
        forms.End();
    }

    private void Second(short* inputs, short* output, SyntaxScratch scratch)
    {
        var packing = scratch.Packing;
        var rowOf = scratch.RowOf.Take(packing.Rows);
        for (var r = 0; r < packing.Rows; r++) rowOf[r] = r;
        var gates = scratch.Gates.Take(packing.Rows * 4 * _secondAhead.Size);
        _secondAhead.Input.Multiply(inputs, _secondAhead.Input.Inputs, packing.Rows, null, Int16Dot.Unit, gates);
        _secondAhead.Run(packing, reversed: false, gates, rowOf, output, Size, scratch.Lstm);
        _secondBack.Input.Multiply(inputs, _secondBack.Input.Inputs, packing.Rows, null, Int16Dot.Unit, gates);
        _secondBack.Run(packing, reversed: true, gates, rowOf, output + _secondAhead.Size, Size, scratch.Lstm);
    }

    // Each new form is encoded once: its vector does not depend on where it stands.
    private void Inputs(Document document, ReadOnlySpan<(int First, int Count)> batch, SyntaxScratch scratch, int* rowOf)
    {
        var packing = scratch.Packing;
        var size = _forms.Size;
        float* x = scratch.X.Take(size), scales = scratch.Scales.Take(packing.Rows);
        var inputs = scratch.Inputs.Take(packing.Rows * size);
        for (var t = 0; t < packing.Steps; t++)
            for (var b = 0; b < packing.Count[t]; b++)
            {
                var form = document.Form(batch[b].First + t);
                var fresh = scratch.Forms.Fresh;
                rowOf[packing.Offset[t] + b] = scratch.Forms.RowOf(FormFeatures.Key(form));
                if (scratch.Forms.Fresh == fresh) continue;
                _forms.Encode(form, x);
                scales[fresh] = Int16Dot.Quantise(x, size, inputs + (long)fresh * size);
            }
    }
}
