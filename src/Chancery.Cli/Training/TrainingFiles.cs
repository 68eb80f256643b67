namespace Chancery.Cli.Training;

/// <summary>Finds what a training run reads.</summary>
internal static class TrainingFiles
{
    /// <summary>All files named or inside the folders named, in a fixed order.</summary>
    public static List<string> Find(IEnumerable<string> paths) =>
        [.. paths.SelectMany(p => Directory.Exists(p) ? Directory.EnumerateFiles(p, "*", SearchOption.AllDirectories) : [p]).Order(StringComparer.Ordinal)];

    /// <summary>Whether a file is a treebank of a language and portion, by the naming of Universal Dependencies: <c>en_ewt-train.conllu.gz</c>.
    /// Treebanks that may not be learned from by what ships (LinES, ParTUT) must be named singly.</summary>
    public static bool IsTreebank(string path, string language, string portion)
    {
        var name = Path.GetFileName(path);
        return name.StartsWith(language + "_", StringComparison.Ordinal) && name.Contains("-" + portion + ".conllu", StringComparison.Ordinal);
    }

    /// <summary>Whether a file is a treebank made by this project (<c>en-diplomatic.conllu</c>, <c>en-diplomatic-dev.conllu</c>): small, of the field, learned from several times over.</summary>
    public static bool IsOwn(string path, string language, string portion)
    {
        var name = Path.GetFileName(path);
        return name.StartsWith(language + "-", StringComparison.Ordinal) && name.Contains(".conllu", StringComparison.Ordinal) && name.Contains("-dev.", StringComparison.Ordinal) == (portion == "dev");
    }
}
