using System.Runtime.InteropServices;

namespace Chancery.Reading.Knowledge.Compile;

/// <summary>Gathers sections and writes them as one file: to a temporary name first, so that no reader ever maps half a pack.</summary>
internal sealed class PackWriter
{
    private readonly byte[]?[] _sections = new byte[PackFile.SectionCount][];

    /// <summary>Sets a section.</summary>
    public void Set<T>(int section, ReadOnlySpan<T> values) where T : unmanaged => _sections[section] = MemoryMarshal.AsBytes(values).ToArray();

    /// <summary>Sets a section.</summary>
    public void Set<T>(PackSection section, ReadOnlySpan<T> values) where T : unmanaged => Set((int)section, values);

    /// <summary>Writes the file.</summary>
    public void Write(string path, ulong stamp)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var temporary = $"{path}.{Environment.ProcessId}.tmp";
        using (var stream = File.Create(temporary, 1 << 16))
        {
            stream.Write(Header(stamp));
            foreach (var section in _sections)
            {
                stream.Write(section ?? []);
                stream.Write(new byte[Padding(section?.Length ?? 0)]);
            }
        }
        File.Move(temporary, path, overwrite: true);
    }

    private byte[] Header(ulong stamp)
    {
        var header = new byte[PackFile.HeaderLength];
        MemoryMarshal.Write(header, PackFile.Magic);
        MemoryMarshal.Write(header.AsSpan(4), PackFile.Version);
        MemoryMarshal.Write(header.AsSpan(8), stamp);
        long offset = PackFile.HeaderLength;
        for (var i = 0; i < _sections.Length; i++)
        {
            long length = _sections[i]?.Length ?? 0;
            MemoryMarshal.Write(header.AsSpan(16 + 16 * i), offset);
            MemoryMarshal.Write(header.AsSpan(24 + 16 * i), length);
            offset += length + Padding(length);
        }
        return header;
    }

    private static int Padding(long length) => (int)((16 - length % 16) % 16);
}
