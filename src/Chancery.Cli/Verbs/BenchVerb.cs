using System.CommandLine;
using Chancery.Cli.Bench;

namespace Chancery.Cli.Verbs;

/// <summary><c>bench TASK</c>: what this installation does on this machine, one subcommand a task (files of Bench/).</summary>
internal static class BenchVerb
{
    public static Command Create() => new("bench", "Measures this installation on this machine.\n\nExample: chancery bench reading")
    {
        ReadingBench.Create(),
        RegisterBench.Create(),
        PagesBench.Create(),
        KillBench.Create(),
    };
}
