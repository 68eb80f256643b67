using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Chancery.Cli.Training;

/// <summary>The file beside a model that says what it was made of: data and their hashes, settings, scores, licence.</summary>
internal static class ModelManifest
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    // What is known of the licences of the data sets, by a part of the file's name.
    private static readonly (string Part, string Name, string Licence)[] Sources =
    [
        (".iob2", "Universal NER English EWT", "CC BY-SA 4.0"),
        ("en_ewt-", "Universal Dependencies English EWT", "CC BY-SA 4.0"),
        ("en_gum-", "Georgetown University Multilayer Corpus", "annotations CC BY 4.0"),
        ("diplomatic", "sentences of this project, corpus/syntax", "Apache-2.0"),
        ("state-department", "press releases of the US Department of State", "public domain"),
        ("GeoVirus", "GeoVirus", "CC BY"),
        ("wikiwars", "WikiWars", "CC BY-SA"),
        ("person-name-parts", "names of Faker 10.6.0", "MIT"),
        ("name-lists", "name-suggestion-index, simple-icons, first names of stdlib, instances of WordNet", "BSD-3-Clause, CC0, WordNet licence"),
        ("places-small", "GeoNames, by the knowledge pack", "CC BY 4.0"),
        ("divisions.tsv", "GeoNames, by the knowledge pack", "CC BY 4.0"),
        ("places.tsv", "GeoNames, by the knowledge pack", "CC BY 4.0"),
        ("factbook", "The World Factbook", "public domain"),
    ];

    /// <summary>Writes <c>NAME.json</c> beside <c>NAME.bin</c>.</summary>
    public static void Write(string model, string command, IEnumerable<string> files, object settings, JsonNode scores, TimeSpan processor)
    {
        var data = files.Select(f => (Path: f, Source: Sources.FirstOrDefault(s => f.Contains(s.Part, StringComparison.Ordinal))));
        var manifest = new JsonObject
        {
            ["model"] = Path.GetFileName(model),
            ["sha256"] = Hash(model),
            ["bytes"] = new FileInfo(model).Length,
            ["command"] = command,
            ["licence"] = "CC BY-SA 4.0",
            ["data"] = new JsonArray([.. data.Select(d => new JsonObject
            {
                ["file"] = Path.GetFileName(d.Path), ["sha256"] = Hash(d.Path), ["name"] = d.Source.Name, ["licence"] = d.Source.Licence,
            })]),
            ["settings"] = JsonSerializer.SerializeToNode(settings, settings.GetType(), Options),
            ["scores"] = scores,
            ["processorSeconds"] = Math.Round(processor.TotalSeconds),
        };
        File.WriteAllText(Path.ChangeExtension(model, ".json"), manifest.ToJsonString(Options) + "\n");
    }

    private static string Hash(string path) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)));
}
