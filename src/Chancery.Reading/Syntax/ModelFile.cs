using System.IO.MemoryMappedFiles;
using System.Runtime.InteropServices;
using System.Text;

namespace Chancery.Reading.Syntax;

/// <summary>The file of a trained model: named arrays of numbers behind a header. Little endian. It is mapped, so that only what is used is read.</summary>
internal sealed unsafe class ModelFile
{
    private const uint Magic = 0x4D_4E_48_43; // "CHNM"
    private readonly MemoryMappedViewAccessor _view;
    private readonly byte* _start;
    private readonly Dictionary<string, (int Offset, int Length)> _parts = [];

    private ModelFile(MemoryMappedViewAccessor view, int length, string path)
    {
        _view = view;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref _start);
        _start += view.PointerOffset;
        var bytes = new ReadOnlySpan<byte>(_start, length);
        if (BitConverter.ToUInt32(bytes) != Magic) throw new InvalidDataException($"{path} is no model file");
        if (BitConverter.ToInt32(bytes[4..]) != FormFeatures.Version)
            throw new InvalidDataException($"{path} was trained for version {BitConverter.ToInt32(bytes[4..])} of the features, this program has {FormFeatures.Version}: train it anew");
        var at = 12;
        for (var i = BitConverter.ToInt32(bytes[8..]); i > 0; i--)
        {
            int size = bytes[at++];
            var name = Encoding.ASCII.GetString(bytes.Slice(at, size));
            at += size;
            var (offset, count) = (BitConverter.ToInt32(bytes[at..]), BitConverter.ToInt32(bytes[(at + 4)..]));
            if (offset < 0 || count < 0 || offset > length - count) throw new InvalidDataException($"{path} is cut short");
            _parts[name] = (offset, count);
            at += 8;
        }
    }

    /// <summary>Maps a file.</summary>
    /// <exception cref="InvalidDataException">It is no model file, or one for other features, or cut short.</exception>
    public static ModelFile Read(string path)
    {
        var length = new FileInfo(path).Length;
        if (length < 12) throw new InvalidDataException($"{path} is no model file");
        using var file = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
        return new(file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read), checked((int)length), path);
    }

    public bool Has(string name) => _parts.ContainsKey(name);

    /// <summary>An array of the file, copied.</summary>
    public T[] Get<T>(string name) where T : unmanaged
    {
        var copy = Span<T>(name).ToArray();
        GC.KeepAlive(this);
        return copy;
    }

    /// <summary>An array where it lies; good as long as this object is known to somebody.</summary>
    public ReadOnlySpan<T> Span<T>(string name) where T : unmanaged
    {
        if (!_parts.TryGetValue(name, out var part)) throw new InvalidDataException($"the model has no part {name}");
        return MemoryMarshal.Cast<byte, T>(new ReadOnlySpan<byte>(_start + part.Offset, part.Length));
    }

    /// <summary>Writes arrays as a file. One that was there is replaced, not overwritten: somebody may have it mapped.</summary>
    public static void Write(string path, IReadOnlyList<(string Name, byte[] Content)> parts)
    {
        var temporary = $"{path}.{Environment.ProcessId}.tmp";
        using (var writer = new BinaryWriter(File.Create(temporary))) Write(writer, parts);
        File.Move(temporary, path, overwrite: true);
    }

    private static void Write(BinaryWriter writer, IReadOnlyList<(string Name, byte[] Content)> parts)
    {
        writer.Write(Magic);
        writer.Write(FormFeatures.Version);
        writer.Write(parts.Count);
        var offset = Align(12 + parts.Sum(p => p.Name.Length + 9));
        foreach (var (name, content) in parts)
        {
            writer.Write((byte)name.Length);
            writer.Write(Encoding.ASCII.GetBytes(name));
            writer.Write(offset);
            writer.Write(content.Length);
            offset = Align(offset + content.Length);
        }
        foreach (var (_, content) in parts)
        {
            while (writer.BaseStream.Position % 64 != 0) writer.Write((byte)0);
            writer.Write(content);
        }
    }

    private static int Align(int offset) => (offset + 63) / 64 * 64;
}
