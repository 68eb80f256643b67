using System.CommandLine;
using System.Text.Json;
using Chancery.Storage;

namespace Chancery.Cli.Register;

/// <summary>Which register a command works on: the flag, else <c>CHANCERY_REGISTER</c>, else <c>register</c> of <c>chancery.json</c>, else <c>chancery.db</c> here.</summary>
internal sealed class RegisterOption() : Option<string?>("--register")
{
    public const string Default = "chancery.db";

    public static RegisterOption Create() => new() { Description = $"The register: a file, or postgres://user@host/database. Default: $CHANCERY_REGISTER, chancery.json, else {Default} here." };

    public string Where(ParseResult parsed) => parsed.GetValue(this) ?? Setting("CHANCERY_REGISTER", "register") ?? Default;

    public RegisterStore Open(ParseResult parsed) => RegisterStore.Open(Where(parsed));

    /// <summary>Opens a register that must be there already, so that a question never leaves an empty file behind.</summary>
    public RegisterStore OpenExisting(ParseResult parsed)
    {
        var where = Where(parsed);
        if (!where.Contains("://", StringComparison.Ordinal) && !File.Exists(where))
            throw new FileNotFoundException($"there is no register {where} yet; 'chancery ingest PATH' makes one");
        return RegisterStore.Open(where);
    }

    /// <summary>A setting: the variable, else the key of <c>chancery.json</c> here, else null.</summary>
    internal static string? Setting(string variable, string key)
    {
        if (Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value) return value;
        if (!File.Exists("chancery.json")) return null;
        using var settings = JsonDocument.Parse(File.ReadAllText("chancery.json"), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        return settings.RootElement.TryGetProperty(key, out var found) ? found.GetString() : null;
    }
}
