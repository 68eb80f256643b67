using Chancery.Reading.Packs;

namespace Chancery.Reading.Knowledge.Compile;

/// <summary>A number that changes when a source of the pack does: names, lengths and times of the files, not their text.</summary>
internal static class SourceStamp
{
    public static ulong Of(DataRoot root)
    {
        var stamp = 14695981039346656037UL + PackFile.Version;
        foreach (var file in Files(root))
        {
            foreach (var c in file.Name) stamp = (stamp ^ c) * 1099511628211UL;
            stamp = (stamp ^ (ulong)file.Length) * 1099511628211UL;
            stamp = (stamp ^ (ulong)file.LastWriteTimeUtc.Ticks) * 1099511628211UL;
        }
        return stamp;
    }

    /// <summary>Tables of knowledge and word lists, in a fixed order.</summary>
    public static IEnumerable<FileInfo> Files(DataRoot root)
    {
        var languages = Path.Combine(root.Source, "languages");
        IEnumerable<string> folders = [Path.Combine(root.Source, "knowledge"), languages, .. Directory.Exists(languages) ? Directory.GetDirectories(languages) : []];
        return folders.Where(Directory.Exists)
            .SelectMany(folder => new DirectoryInfo(folder).GetFiles())
            .Where(file => file.Name.EndsWith(".tsv", StringComparison.Ordinal) || file.Name.EndsWith(".tsv.gz", StringComparison.Ordinal) || file.Name.EndsWith(".yaml", StringComparison.Ordinal))
            .OrderBy(file => file.FullName, StringComparer.Ordinal);
    }
}
