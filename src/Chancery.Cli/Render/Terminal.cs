using Spectre.Console;

namespace Chancery.Cli.Render;

/// <summary>The terminal as this command sees it: colours only on a terminal and never under NO_COLOR or --no-color.</summary>
internal static class Terminal
{
    private const int RedirectedWidth = 100;

    public static IAnsiConsole Out(bool noColor) => AnsiConsole.Create(new AnsiConsoleSettings
    {
        Ansi = Plain(noColor) ? AnsiSupport.No : AnsiSupport.Detect,
        ColorSystem = Plain(noColor) ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
        Out = new AnsiConsoleOutput(Console.Out),
    });

    /// <summary>Columns to lay out for.</summary>
    public static int Width()
    {
        if (int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), out var columns) && columns > 20) return columns;
        if (Console.IsOutputRedirected) return RedirectedWidth;
        try { return Console.WindowWidth > 20 ? Console.WindowWidth : RedirectedWidth; }
        catch (IOException) { return RedirectedWidth; }
    }

    public static void Write(IEnumerable<Line> lines, bool noColor)
    {
        if (Plain(noColor))
        {
            foreach (var line in lines) Console.Out.WriteLine(line);
            return;
        }
        var console = Out(noColor);
        console.Profile.Width = Math.Max(console.Profile.Width, 200);
        foreach (var line in lines) line.Write(console);
    }

    private static bool Plain(bool noColor) => noColor || Console.IsOutputRedirected || Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 };
}
