namespace Chancery.Reading.Packs;

/// <summary>Where the data packs (<c>data/</c>) and what is compiled from them lie.</summary>
/// <param name="Source">The folder <c>data/</c> with TSV and YAML.</param>
/// <param name="Compiled">The folder for compiled packs; made anew when a source is newer.</param>
public sealed record DataRoot(string Source, string Compiled)
{
    /// <summary>Finds <c>data/</c>: the variable <c>CHANCERY_DATA</c>, else beside or above the program, else above the working folder.</summary>
    /// <exception cref="DirectoryNotFoundException">No folder <c>data/knowledge</c> was found on the way up.</exception>
    public static DataRoot Find()
    {
        if (Environment.GetEnvironmentVariable("CHANCERY_DATA") is { Length: > 0 } named) return At(Path.GetFullPath(named));
        foreach (var start in new[] { AppContext.BaseDirectory, Directory.GetCurrentDirectory() })
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
                if (Directory.Exists(Path.Combine(folder.FullName, "data", "languages"))) return At(Path.Combine(folder.FullName, "data"));
        throw new DirectoryNotFoundException("no folder data/languages beside or above the program; set CHANCERY_DATA to the folder data of the repository");
    }

    private static DataRoot At(string data) => new(data, Path.Combine(Path.GetDirectoryName(data)!, "artifacts", "packs"));

    /// <summary>Path of a file of a language, such as <c>times.yaml</c>.</summary>
    public string Language(string code, string file) => Path.Combine(Source, "languages", code, file);
}
