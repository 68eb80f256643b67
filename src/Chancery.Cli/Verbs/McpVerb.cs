using System.CommandLine;
using Chancery.Cli.Register;
using Chancery.Server.Agents;

namespace Chancery.Cli.Verbs;

/// <summary><c>mcp</c>: the register for agents, over stdin and stdout.</summary>
internal static class McpVerb
{
    public static Command Create()
    {
        var register = RegisterOption.Create();
        var verb = new Command("mcp", "Serves the register to an agent by the Model Context Protocol over stdin and stdout: six tools that only read, every answer with its evidence. 'serve' offers the same at /mcp.\n\nExample: chancery mcp --register chancery.db") { register };
        verb.SetAction(async (parsed, stop) =>
        {
            using var store = register.OpenExisting(parsed);
            await AgentSetup.ServeStdio(store, stop);
            return ExitCode.Done;
        });
        return verb;
    }
}
