using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Chancery.Reading.Syntax;

/// <summary>A dense matrix of floats, row by row, in pinned memory aligned to 64 bytes, so that kernels may hold pointers.</summary>
internal sealed unsafe class Mat
{
    private float[]? _store;

    public Mat(int rows, int cols) => Shape(rows, cols);

    public float* P { get; private set; }

    public int Rows { get; private set; }

    public int Cols { get; private set; }

    public Span<float> Span => new(P, Rows * Cols);

    /// <summary>Gives the matrix another shape; its contents are undefined afterwards.</summary>
    public Mat Shape(int rows, int cols)
    {
        var needed = rows * cols + 16;
        if (_store is null || needed > _store.Length)
        {
            _store = GC.AllocateArray<float>(needed, pinned: true);
            var address = (nuint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(_store));
            P = (float*)((address + 63) & ~(nuint)63);
        }
        (Rows, Cols) = (rows, cols);
        return this;
    }

    public float* Row(int row) => P + (long)row * Cols;

    public Span<float> RowSpan(int row) => new(Row(row), Cols);

    public void Clear() => Span.Clear();

    public Mat Cleared()
    {
        Clear();
        return this;
    }

    /// <summary>Sets every row to <paramref name="bias"/>.</summary>
    public void Fill(ReadOnlySpan<float> bias)
    {
        for (var r = 0; r < Rows; r++) bias.CopyTo(RowSpan(r));
    }

    /// <summary>Writes the transpose into <paramref name="target"/>.</summary>
    public void TransposeTo(Mat target)
    {
        target.Shape(Cols, Rows);
        const int Tile = 16;
        for (var r0 = 0; r0 < Rows; r0 += Tile)
            for (var c0 = 0; c0 < Cols; c0 += Tile)
                for (var r = r0; r < Math.Min(r0 + Tile, Rows); r++)
                    for (var c = c0; c < Math.Min(c0 + Tile, Cols); c++)
                        target.P[(long)c * Rows + r] = P[(long)r * Cols + c];
    }
}
