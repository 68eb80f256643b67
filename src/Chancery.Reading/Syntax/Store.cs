using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Chancery.Reading.Syntax;

/// <summary>A growing scratch buffer in pinned memory, aligned to 64 bytes.</summary>
internal sealed unsafe class Store<T> where T : unmanaged
{
    private T[]? _array;
    private T* _start;

    /// <summary>Memory for <paramref name="count"/> elements; what was there before is lost when it grows.</summary>
    public T* Take(int count)
    {
        var needed = count + 64;
        if (_array is not null && needed <= _array.Length) return _start;
        _array = GC.AllocateUninitializedArray<T>(needed + needed / 4, pinned: true);
        var address = (nuint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(_array));
        return _start = (T*)((address + 63) & ~(nuint)63);
    }
}
