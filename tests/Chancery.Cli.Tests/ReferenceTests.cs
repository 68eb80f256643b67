using System.CommandLine;
using Chancery.Reading.Packs;

namespace Chancery.Cli.Tests;

/// <summary>The command line is documented as it is.</summary>
public sealed class ReferenceTests
{
    [Fact]
    public void The_reference_is_what_the_commands_say()
    {
        var path = Path.Combine(DataRoot.Find().Source, "..", "docs", "cli.md");
        var said = Reference.Write(ChanceryCommand.Create());
        if (Environment.GetEnvironmentVariable("CHANCERY_ACCEPT") is { Length: > 0 }) File.WriteAllText(path, said);
        Assert.True(File.ReadAllText(path) == said, "docs/cli.md is out of date; accept it with: CHANCERY_ACCEPT=1 ./test Cli");
    }

    [Fact]
    public void Every_command_says_what_it_does_with_an_example_and_every_option_what_it_is_for()
    {
        foreach (var command in All(ChanceryCommand.Create()))
        {
            Assert.True(command.Description?.Contains("Example: chancery", StringComparison.Ordinal) == true || command.Description?.Contains("Example: source <(chancery", StringComparison.Ordinal) == true, $"{command.Name} has no example");
            foreach (var option in command.Options) Assert.False(string.IsNullOrWhiteSpace(option.Description), $"{command.Name} {option.Name} has no description");
            foreach (var argument in command.Arguments) Assert.False(string.IsNullOrWhiteSpace(argument.Description), $"{command.Name} {argument.Name} has no description");
        }
    }

    private static IEnumerable<Command> All(Command command) => command.Subcommands.SelectMany(All).Prepend(command);
}
