using System.CommandLine;

namespace Chancery.Cli.Talking;

/// <summary>Options that many verbs share, so that they are called and described alike. Each verb takes new ones.</summary>
internal static class CommonOptions
{
    public static Option<bool> Quiet() => new("--quiet", "-q") { Description = "No progress and no warnings on stderr; what could not be read is still named" };

    public static Option<bool> NoColour() => new("--no-color") { Description = "No colours (also: the variable NO_COLOR)" };

    public static Option<bool> Json() => new("--json") { Description = "JSON instead of a table" };

    public static Option<int> Jobs() => new("--jobs", "-j")
    {
        Description = "Documents read at the same time, by default one a core; the output is the same for any number",
        DefaultValueFactory = _ => Environment.ProcessorCount,
    };
}
