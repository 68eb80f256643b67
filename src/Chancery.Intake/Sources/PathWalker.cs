namespace Chancery.Intake.Sources;

/// <summary>Turns the paths of a command into files, folders walked in the order of their names.</summary>
internal static class PathWalker
{
    /// <summary>Files below <paramref name="paths"/>; what is not there comes as a path with a reason.</summary>
    public static IEnumerable<(string Path, string? Refusal)> Files(IEnumerable<string> paths)
    {
        foreach (var path in paths)
        {
            if (path == "-" || File.Exists(path)) yield return (path, null);
            else if (!Directory.Exists(path)) yield return (path, "no such file or folder");
            else
            {
                var any = false;
                foreach (var found in Walk(path))
                {
                    any = true;
                    yield return found;
                }
                if (!any) yield return (path, "the folder holds no document");
            }
        }
    }

    // Hidden files belong to tools. A .json beside a .txt of the same name is its annotation (see corpus/README.md) and no document.
    private static IEnumerable<(string Path, string? Refusal)> Walk(string folder)
    {
        var (files, folders, refusal) = List(folder);
        if (refusal is not null) yield return (folder, refusal);
        foreach (var file in files)
            if (!(file.EndsWith(".json", StringComparison.Ordinal) && File.Exists(Path.ChangeExtension(file, ".txt"))))
                yield return (file, null);
        foreach (var inner in folders)
            foreach (var found in Walk(inner))
                yield return found;
    }

    private static (string[] Files, string[] Folders, string? Refusal) List(string folder)
    {
        try
        {
            return (Sorted(Directory.GetFiles(folder)), Sorted(Directory.GetDirectories(folder).Where(f => new DirectoryInfo(f).LinkTarget is null)), null);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            return ([], [], e is UnauthorizedAccessException ? "no permission to list the folder" : e.Message);
        }
    }

    private static string[] Sorted(IEnumerable<string> paths) =>
        [.. paths.Where(p => !Path.GetFileName(p).StartsWith('.')).Order(StringComparer.Ordinal)];
}
