using System.Text.Json.Nodes;

namespace Chancery.Reading.Packs;

/// <summary>YAML files of a data pack, turned into one JSON file that starts quickly; made anew when a source is newer.</summary>
public static class CompiledYaml
{
    /// <summary>The JSON array of all <paramref name="sources"/>, one element a file, in their order.</summary>
    /// <param name="root">Where compiled packs lie.</param>
    /// <param name="name">Name of the compiled file, without ending.</param>
    /// <param name="sources">YAML files.</param>
    public static byte[] Read(DataRoot root, string name, IReadOnlyList<string> sources)
    {
        var compiled = Path.Combine(root.Compiled, name + ".json");
        var stamp = string.Join('\n', sources.Select(s => $"{Path.GetFileName(s)} {File.GetLastWriteTimeUtc(s).Ticks}"));
        var stampFile = compiled + ".stamp";
        if (File.Exists(compiled) && File.Exists(stampFile) && File.ReadAllText(stampFile) == stamp) return File.ReadAllBytes(compiled);
        var all = new JsonArray([.. sources.Select(Yaml.ToJson)]);
        var bytes = System.Text.Encoding.UTF8.GetBytes(all.ToJsonString());
        try
        {
            Directory.CreateDirectory(root.Compiled);
            var temporary = $"{compiled}.{Environment.ProcessId}.tmp";
            File.WriteAllBytes(temporary, bytes);
            File.Move(temporary, compiled, overwrite: true);
            File.WriteAllText(stampFile, stamp);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A read-only installation reads the YAML each time: slower, never wrong.
        }
        return bytes;
    }
}
