using Spectre.Console;

namespace Chancery.Cli.Terminal;

/// <summary>Tables and colours on stdout, as far as it is a terminal and colours are wanted.</summary>
internal static class Screen
{
    // A file or a pipe has no width; tables there are for people too.
    private const int WidthOfPipes = 160;

    /// <summary>True where colours may be used: a terminal, no --no-color, no NO_COLOR.</summary>
    public static bool HasColour(bool noColour) =>
        !noColour && !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && Environment.GetEnvironmentVariable("TERM") is not "dumb";

    /// <summary>A console on stdout.</summary>
    public static IAnsiConsole Open(bool noColour)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = Console.IsOutputRedirected ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = HasColour(noColour) ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
        });
        if (Console.IsOutputRedirected) console.Profile.Width = WidthOfPipes;
        return console;
    }
}
