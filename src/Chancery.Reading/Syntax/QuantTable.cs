using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Chancery.Reading.Syntax;

/// <summary>A table of embeddings in 8 bits, one scale a row.</summary>
internal sealed unsafe class QuantTable
{
    private readonly ModelFile _file;
    private readonly sbyte* _values;
    private readonly float[] _scales;

    /// <summary>Takes the parts <c>name.w</c> and <c>name.s</c> of a model.</summary>
    public QuantTable(ModelFile file, string name)
    {
        _scales = file.Get<float>(name + ".s");
        // Read where it lies; mapped as long as this object knows the file.
        var values = file.Span<sbyte>(name + ".w");
        _file = file;
        _values = (sbyte*)Unsafe.AsPointer(ref System.Runtime.InteropServices.MemoryMarshal.GetReference(values));
        Size = _scales.Length == 0 ? 0 : values.Length / _scales.Length;
    }

    /// <summary>Length of a row; a multiple of 16.</summary>
    public int Size { get; }

    /// <summary>Number of rows.</summary>
    public int Rows => _scales.Length;

    /// <summary>Adds a row to a vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void AddTo(float* target, int row)
    {
        var scale = Vector512.Create(_scales[row]);
        var values = _values + (long)row * Size;
        for (var j = 0; j < Size; j += 16)
        {
            var (low, high) = Vector128.Widen(Vector128.Load(values + j));
            var (a, b) = Vector128.Widen(low);
            var (c, d) = Vector128.Widen(high);
            var v = Vector512.Create(Vector256.Create(a, b), Vector256.Create(c, d));
            (Vector512.Load(target + j) + Vector512.ConvertToSingle(v) * scale).Store(target + j);
        }
        GC.KeepAlive(_file);
    }
}
