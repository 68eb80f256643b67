using System.IO.MemoryMappedFiles;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Chancery.Reading.Knowledge;

/// <summary>Sections of a compiled pack, in the order of the file's directory.</summary>
internal enum PackSection
{
    TextOffsets, TextChars, WordOffsets, WordChars, WordSlots,
    Root, NodeWord, NodeFirst, NodeCandidates, Candidates,
    Places, PlacesById, Tenures, TenuresByHolder, TenuresOfPerson, Languages,
    // One section a small table: rows of string numbers, in the order of PackTable.
    Tables,
}

/// <summary>Tables whose cells are all strings.</summary>
internal enum PackTable
{
    States, People, Venues, Organisations, Memberships, Bodies, Offices, Honours, Exercises, Summits, Outlets, Documents, Generic,
}

/// <summary>A mapped file of sections. Layout: magic, version, stamp of the sources, then offset and length of each section, then the sections, each on a boundary of 16.</summary>
internal sealed unsafe class PackFile : IDisposable
{
    public const uint Magic = 0x4B_4E_43_31;
    public const int Version = 9;
    public const int SectionCount = (int)PackSection.Tables + 16;
    public const int HeaderLength = 16 + 16 * SectionCount;

    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;
    private readonly byte* _base;

    private PackFile(MemoryMappedFile file, MemoryMappedViewAccessor view, byte* start)
    {
        (_file, _view) = (file, view);
        _base = start;
    }

    /// <summary>Maps a pack.</summary>
    /// <exception cref="InvalidDataException">No pack, cut short, or of another version.</exception>
    public static PackFile Map(string path)
    {
        var length = new FileInfo(path).Length;
        if (length < HeaderLength || StampOf(path) is null) throw new InvalidDataException($"{path}: no knowledge pack of this version; delete it and it is made anew");
        var file = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
        var view = file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
        byte* pointer = null;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref pointer);
        pointer += view.PointerOffset;
        var pack = new PackFile(file, view, pointer);
        for (var i = 0; i < SectionCount; i++)
        {
            var (offset, size) = pack.Place(i);
            if (offset < 0 || size < 0 || offset + size > length) { pack.Dispose(); throw new InvalidDataException($"{path}: the knowledge pack is cut short; delete it and it is made anew"); }
        }
        return pack;
    }

    /// <summary>Stamp of the sources that a pack was made from, or null where the file is no pack of this version.</summary>
    public static ulong? StampOf(string path)
    {
        if (!File.Exists(path)) return null;
        using var handle = File.OpenHandle(path);
        Span<byte> head = stackalloc byte[16];
        if (RandomAccess.Read(handle, head, 0) < 16) return null;
        return MemoryMarshal.Read<uint>(head) == Magic && MemoryMarshal.Read<int>(head[4..]) == Version ? MemoryMarshal.Read<ulong>(head[8..]) : null;
    }

    /// <summary>A section as values of one type.</summary>
    public ReadOnlySpan<T> Section<T>(int section) where T : unmanaged
    {
        var (offset, size) = Place(section);
        return new ReadOnlySpan<T>(_base + offset, (int)(size / sizeof(T)));
    }

    /// <summary>Address and number of values of a section, for the hot paths.</summary>
    public T* Pointer<T>(PackSection section, out int count) where T : unmanaged
    {
        var (offset, size) = Place((int)section);
        count = (int)(size / sizeof(T));
        return (T*)(_base + offset);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private (long Offset, long Size) Place(int section)
    {
        var entry = (long*)(_base + 16 + 16 * section);
        return (entry[0], entry[1]);
    }

    public void Dispose()
    {
        _view.SafeMemoryMappedViewHandle.ReleasePointer();
        _view.Dispose();
        _file.Dispose();
    }
}
