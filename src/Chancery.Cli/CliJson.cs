using System.Text.Json.Serialization;

namespace Chancery.Cli;

/// <summary>JSON of small answers.</summary>
[JsonSerializable(typeof(Dictionary<string, string>[]))]
[JsonSerializable(typeof(Dictionary<string, double>))]
[JsonSerializable(typeof(Chancery.Storage.Feeds.PolledFeed))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class CliJson : JsonSerializerContext;
