using Chancery.Intake.Extraction;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Chancery.Cli.Render;
using Chancery.Reading;
using Chancery.Reading.Packs;
using Chancery.Storage;

namespace Chancery.Cli.Health;

/// <summary>Looks at everything that Chancery needs, one check after the other.</summary>
internal static class Examination
{
    private static readonly string[] s_compiledFrom = ["knowledge", "languages", "frames"];

    /// <summary>All checks; <paramref name="register"/> is where the register would be.</summary>
    public static IEnumerable<Check> All(string register)
    {
        yield return Runtime();
        DataRoot? root = null;
        string? missing = null;
        try { root = DataRoot.Find(); }
        catch (DirectoryNotFoundException e) { missing = e.Message; }
        if (root is null)
        {
            yield return new Check("data", State.Wrong, missing!, "run it inside the repository, or set CHANCERY_DATA");
        }
        else
        {
            yield return new Check("data", State.Right, root.Source);
            yield return Packs(root);
            foreach (var language in Readers.Languages(root)) foreach (var check in Language(root, language)) yield return check;
        }
        yield return Register(register);
        yield return Screen();
    }

    private static Check Runtime() => new("runtime", State.Right,
        string.Create(CultureInfo.InvariantCulture, $"{RuntimeInformation.FrameworkDescription} on {RuntimeInformation.OSDescription}, {RuntimeInformation.ProcessArchitecture}, {Environment.ProcessorCount} cores, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1e9:0.0} GB"));

    private static Check Packs(DataRoot root)
    {
        var compiled = Directory.Exists(root.Compiled) ? new DirectoryInfo(root.Compiled).GetFiles() : [];
        var pack = compiled.FirstOrDefault(f => f.Name == "knowledge.bin");
        if (pack is null) return IsWritable(Path.GetDirectoryName(root.Compiled)!) ? new Check("compiled packs", State.Note, "not compiled yet", "the first command that reads does it; 'chancery data compile' does it now")
            : new Check("compiled packs", State.Wrong, $"not compiled, and {root.Compiled} cannot be written", "make the folder writable once");
        var newest = s_compiledFrom.Select(f => Path.Combine(root.Source, f)).Where(Directory.Exists)
            .SelectMany(f => Directory.EnumerateFiles(f, "*", SearchOption.AllDirectories)).Max(File.GetLastWriteTimeUtc);
        var size = string.Create(CultureInfo.InvariantCulture, $"{compiled.Sum(f => f.Length) / 1e6:0.0} MB in {root.Compiled}");
        return newest <= compiled.Max(f => f.LastWriteTimeUtc) ? new Check("compiled packs", State.Right, size) : new Check("compiled packs", State.Note, size + "; a source is newer", "they are compiled anew by the next command that reads");
    }

    private static IEnumerable<Check> Language(DataRoot root, string language)
    {
        var models = new DirectoryInfo(root.Language(language, "models"));
        var files = models.Exists ? models.GetFiles("*.bin").OrderBy(f => f.Name, StringComparer.Ordinal).ToArray() : [];
        if (files.Length == 0) yield return new Check($"models ({language})", State.Note, "none; texts are read without tagger and parser", $"'chancery train' makes them");
        foreach (var file in files)
        {
            var hash = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file.FullName)));
            yield return new Check($"model {language}/{Path.GetFileNameWithoutExtension(file.Name)}", State.Right, string.Create(CultureInfo.InvariantCulture, $"{file.Length / 1e6:0.0} MB, sha256 {hash[..16]}…"));
        }
        yield return Reads(root, language);
    }

    // The surest check of all packs together: open the reader and let it read.
    private static Check Reads(DataRoot root, string language)
    {
        try
        {
            var reader = Reader.Open(root, language);
            reader.Read(new Article("Nothing happened on Monday.") { Language = language });
            return new Check($"reader ({language})", State.Right, $"opens and reads ({reader.Version})");
        }
        catch (Exception e) when (e is IOException or FormatException or InvalidDataException or UnauthorizedAccessException)
        {
            return new Check($"reader ({language})", State.Wrong, e.Message, "mend the file, or 'git checkout data' and try again");
        }
    }

    private static Check Register(string where)
    {
        if (where.Contains("://", StringComparison.Ordinal)) return Database(where);
        var folder = Path.GetDirectoryName(Path.GetFullPath(where))!;
        if (!IsWritable(folder)) return new Check("register", State.Wrong, $"{folder} cannot be written", "give another place with --register or CHANCERY_REGISTER");
        return new Check("register", State.Right, File.Exists(where)
            ? string.Create(CultureInfo.InvariantCulture, $"{Path.GetFullPath(where)}, {new FileInfo(where).Length / 1e6:0.0} MB")
            : $"none yet; {Path.GetFullPath(where)} can be made");
    }

    private static Check Database(string where)
    {
        var shown = new Uri(where) is var uri ? $"{uri.Host}{uri.AbsolutePath}" : where;
        try
        {
            using var store = RegisterStore.Open(where);
            return new Check("register", State.Right, $"PostgreSQL {shown} answers");
        }
        catch (Exception e) { return new Check("register", State.Wrong, $"PostgreSQL {shown}: {e.Message}", "is the server up, and may this user log in?"); }
    }

    private static Check Screen() => new("terminal", State.Right, Console.IsOutputRedirected
        ? "output is a file or a pipe: no colours, no progress"
        : $"{Terminal.Width()} columns, {(Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 } ? "colours switched off by NO_COLOR" : Environment.GetEnvironmentVariable("TERM") ?? "no TERM")}");

    private static bool IsWritable(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var probe = Path.Combine(folder, $".chancery-{Environment.ProcessId}");
            File.WriteAllBytes(probe, []);
            File.Delete(probe);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException) { return false; }
    }
}
