using System.Reflection;

namespace Chancery.Cli.Tests;

/// <summary>The arrows of the house: each project uses only what stands to its left.</summary>
public sealed class HouseTests
{
    [Theory]
    [InlineData("Chancery.Reading", "")]
    [InlineData("Chancery.Register", "Chancery.Reading")]
    [InlineData("Chancery.Intake", "Chancery.Reading")]
    [InlineData("Chancery.Storage", "Chancery.Reading Chancery.Register")]
    [InlineData("Chancery.Server", "Chancery.Reading Chancery.Register Chancery.Storage Chancery.Intake")]
    public void A_project_uses_only_what_stands_to_its_left(string project, string allowed)
    {
        var used = References(project).Where(n => n.StartsWith("Chancery.", StringComparison.Ordinal));
        Assert.Empty(used.Except(allowed.Split(' ')));
    }

    [Theory]
    [InlineData("Chancery.Reading")]
    [InlineData("Chancery.Register")]
    public void Reading_and_register_are_pure(string project)
    {
        string[] outside = ["System.Net", "System.Data", "Microsoft.Data", "Npgsql", "Microsoft.AspNetCore", "System.Console", "System.CommandLine", "Spectre"];
        Assert.Empty(References(project).Where(n => outside.Any(o => n.StartsWith(o, StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData("Chancery.Intake")]
    [InlineData("Chancery.Storage")]
    public void Only_the_command_talks_to_a_terminal(string project) => Assert.DoesNotContain("System.Console", References(project));

    private static IEnumerable<string> References(string project) => Assembly.Load(project).GetReferencedAssemblies().Select(a => a.Name!);
}
