using System.Security.Cryptography;
using System.Text.Json;

namespace Chancery.Cli.Checking;

/// <summary>Checks that each model is the file that the manifest beside it describes.</summary>
internal static class ModelCheck
{
    public static IEnumerable<Finding> Run(string data)
    {
        var languages = Path.Combine(data, "languages");
        if (!Directory.Exists(languages)) yield break;
        // The small model of sentence ends is trained with the tagger and described there.
        foreach (var model in Directory.GetFiles(languages, "*.bin", SearchOption.AllDirectories).Where(f => new FileInfo(f).Length > 1_000_000 && !File.Exists(Path.ChangeExtension(f, ".json"))))
            yield return new Finding(Path.GetRelativePath(data, model), "has no manifest");
        foreach (var manifest in Directory.GetFiles(languages, "*.json", SearchOption.AllDirectories).Where(f => Path.GetFileName(Path.GetDirectoryName(f)) == "models").Order(StringComparer.Ordinal))
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(manifest));
            var where = Path.GetRelativePath(data, manifest);
            if (!json.RootElement.TryGetProperty("model", out var name) || !json.RootElement.TryGetProperty("sha256", out var hash)) { yield return new Finding(where, "names no model or no hash"); continue; }
            var model = Path.Combine(Path.GetDirectoryName(manifest)!, name.GetString()!);
            if (!File.Exists(model)) { yield return new Finding(where, $"{name.GetString()} is missing"); continue; }
            using var stream = File.OpenRead(model);
            if (Convert.ToHexStringLower(SHA256.HashData(stream)) != hash.GetString()) yield return new Finding(where, $"{name.GetString()} is not the file that was trained: its hash differs");
        }
    }
}
