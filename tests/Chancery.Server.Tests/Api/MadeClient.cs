using System.Globalization;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NJsonSchema.CodeGeneration.CSharp;
using NSwag;
using NSwag.CodeGeneration.CSharp;

namespace Chancery.Server.Tests.Api;

/// <summary>A client as a stranger would make it: generated from the OpenAPI document, compiled, and asked.</summary>
internal sealed class MadeClient
{
    private readonly object _client;

    private MadeClient(object client) => _client = client;

    public static async Task<MadeClient> Of(string document, HttpClient http)
    {
        var settings = new CSharpClientGeneratorSettings { ClassName = "RegisterClient", UseBaseUrl = false, CSharpGeneratorSettings = { Namespace = "Made", JsonLibrary = CSharpJsonLibrary.SystemTextJson, GenerateNullableReferenceTypes = true } };
        var source = new CSharpClientGenerator(await OpenApiDocument.FromJsonAsync(document), settings).GenerateFile();
        return new MadeClient(Activator.CreateInstance(Compile(source).GetType("Made.RegisterClient")!, http)!);
    }

    /// <summary>Names of the operations that the client has.</summary>
    public IEnumerable<string> Operations => Methods.Select(m => m.Name[..^"Async".Length]).Distinct();

    /// <summary>Asks an operation by the parameters of an address, or with a body.</summary>
    public async Task<object> Ask(string operation, IReadOnlyDictionary<string, string> values, string? body)
    {
        var method = Methods.Where(m => m.Name.Equals(operation + "Async", StringComparison.OrdinalIgnoreCase)).MinBy(m => m.GetParameters().Length)!;
        var task = (Task)method.Invoke(_client, [.. method.GetParameters().Select(p => Value(p, values, body))])!;
        await task;
        return task.GetType().GetProperty("Result")!.GetValue(task)!;
    }

    private IEnumerable<MethodInfo> Methods => _client.GetType().GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(m => m.Name.EndsWith("Async", StringComparison.Ordinal));

    private static object? Value(ParameterInfo parameter, IReadOnlyDictionary<string, string> values, string? body)
    {
        if (values.TryGetValue(parameter.Name!, out var value))
            return Nullable.GetUnderlyingType(parameter.ParameterType) == typeof(int) ? int.Parse(value, CultureInfo.InvariantCulture) : value;
        if (body is null || parameter.Name is not ("body" or "queries")) return null;
        if (parameter.ParameterType == typeof(string)) return body;
        return System.Text.Json.JsonSerializer.Deserialize(body, parameter.ParameterType);
    }

    private static Assembly Compile(string source)
    {
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(p => MetadataReference.CreateFromFile(p));
        var compilation = CSharpCompilation.Create("Made", [CSharpSyntaxTree.ParseText(source)], references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var image = new MemoryStream();
        var outcome = compilation.Emit(image);
        Assert.True(outcome.Success, string.Join('\n', outcome.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)));
        image.Position = 0;
        return AssemblyLoadContext.Default.LoadFromStream(image);
    }
}
