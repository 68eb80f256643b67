using System.Text;

namespace Chancery.Cli.Talking;

/// <summary>A line that a terminal does not show; from a script, the first line of stdin.</summary>
internal static class SecretLine
{
    public static string Ask(string question)
    {
        if (Console.IsInputRedirected) return Console.In.ReadLine() ?? throw new FormatException("a password is expected as the first line of stdin");
        Console.Error.Write(question);
        var line = new StringBuilder();
        for (var key = Console.ReadKey(intercept: true); key.Key != ConsoleKey.Enter; key = Console.ReadKey(intercept: true))
        {
            if (key.Key == ConsoleKey.Backspace) line.Length = Math.Max(0, line.Length - 1);
            else if (!char.IsControl(key.KeyChar)) line.Append(key.KeyChar);
        }
        Console.Error.WriteLine();
        return line.ToString();
    }
}
