using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Chancery.Reading.Packs;

/// <summary>Turns YAML of the data packs into JSON once, when packs are compiled: reading JSON at start is many times quicker.</summary>
public static class Yaml
{
    /// <summary>The file as a JSON node; plain scalars that read as numbers, booleans or null become such, quoted ones stay strings.</summary>
    /// <exception cref="FormatException">No valid YAML; the message names file and line.</exception>
    public static JsonNode? ToJson(string path)
    {
        using var reader = new StreamReader(path);
        var stream = new YamlStream();
        try { stream.Load(reader); }
        catch (YamlException e) { throw new FormatException($"{path}:{e.Start.Line}: {e.Message}", e); }
        return stream.Documents.Count == 0 ? null : Convert(stream.Documents[0].RootNode);
    }

    private static JsonNode? Convert(YamlNode node) => node switch
    {
        YamlMappingNode map => new JsonObject(map.Children.Select(p => KeyValuePair.Create(((YamlScalarNode)p.Key).Value!, Convert(p.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Children.Select(Convert)]),
        YamlScalarNode scalar => Scalar(scalar),
        _ => throw new FormatException($"YAML node of kind {node.NodeType} is not used in data packs"),
    };

    private static JsonValue? Scalar(YamlScalarNode scalar)
    {
        var value = scalar.Value ?? "";
        if (scalar.Style != ScalarStyle.Plain) return JsonValue.Create(value);
        return value switch
        {
            "" or "null" or "~" => null,
            "true" => JsonValue.Create(true),
            "false" => JsonValue.Create(false),
            _ => long.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out var number) ? JsonValue.Create(number)
                : double.TryParse(value, System.Globalization.NumberStyles.AllowDecimalPoint, System.Globalization.CultureInfo.InvariantCulture, out var real) ? JsonValue.Create(real) : JsonValue.Create(value),
        };
    }
}
