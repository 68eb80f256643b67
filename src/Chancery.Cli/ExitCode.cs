using System.CommandLine;

namespace Chancery.Cli;

/// <summary>Exit codes of the contract.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int WrongUsage = 2;
    public const int InPart = 3;
    public const int CheckFailed = 4;

    /// <summary>Parses and runs; errors become one line on stderr.</summary>
    public static int Of(RootCommand root, string[] args)
    {
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors) Console.Error.WriteLine($"chancery: {error.Message}");
            Console.Error.WriteLine($"chancery: see 'chancery {parsed.CommandResult.Command.Name} --help'".Replace("chancery chancery", "chancery", StringComparison.Ordinal));
            return WrongUsage;
        }
        try
        {
            return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (Exception e) when (e is IOException or FormatException or InvalidDataException or UnauthorizedAccessException or OperationCanceledException)
        {
            Console.Error.WriteLine($"chancery: {e.Message}");
            return Failed;
        }
    }
}
