using System.Runtime.InteropServices;
using System.Text;

namespace Chancery.Reading.Syntax;

/// <summary>The file of a trained model: named arrays of numbers behind a header. Little endian.</summary>
internal sealed class ModelFile
{
    private const uint Magic = 0x4D_4E_48_43; // "CHNM"
    private readonly byte[] _bytes;
    private readonly Dictionary<string, (int Offset, int Length)> _parts = [];

    private ModelFile(byte[] bytes, string path)
    {
        _bytes = bytes;
        if (bytes.Length < 12 || BitConverter.ToUInt32(bytes) != Magic) throw new InvalidDataException($"{path} is no model file");
        if (BitConverter.ToInt32(bytes, 4) != FormFeatures.Version)
            throw new InvalidDataException($"{path} was trained for version {BitConverter.ToInt32(bytes, 4)} of the features, this program has {FormFeatures.Version}: train it anew");
        var at = 12;
        for (var i = BitConverter.ToInt32(bytes, 8); i > 0; i--)
        {
            var length = bytes[at++];
            var name = Encoding.ASCII.GetString(bytes, at, length);
            at += length;
            _parts[name] = (BitConverter.ToInt32(bytes, at), BitConverter.ToInt32(bytes, at + 4));
            at += 8;
        }
    }

    /// <summary>Reads a file whole.</summary>
    /// <exception cref="InvalidDataException">It is no model file, or one for other features.</exception>
    public static ModelFile Read(string path)
    {
        using var file = File.OpenHandle(path);
        // Pinned, so that tables can be read where they lie.
        var bytes = GC.AllocateUninitializedArray<byte>((int)RandomAccess.GetLength(file), pinned: true);
        var read = 0;
        while (read < bytes.Length && RandomAccess.Read(file, bytes.AsSpan(read), read) is > 0 and var n) read += n;
        return new(bytes, path);
    }

    public bool Has(string name) => _parts.ContainsKey(name);

    /// <summary>An array of the file, copied.</summary>
    public T[] Get<T>(string name) where T : unmanaged => Span<T>(name).ToArray();

    public ReadOnlySpan<T> Span<T>(string name) where T : unmanaged
    {
        if (!_parts.TryGetValue(name, out var part)) throw new InvalidDataException($"the model has no part {name}");
        return MemoryMarshal.Cast<byte, T>(_bytes.AsSpan(part.Offset, part.Length));
    }

    /// <summary>Writes arrays as a file.</summary>
    public static void Write(string path, IReadOnlyList<(string Name, byte[] Content)> parts)
    {
        using var writer = new BinaryWriter(File.Create(path));
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
