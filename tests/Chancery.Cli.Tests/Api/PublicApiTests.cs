using System.Reflection;
using Chancery.Reading.Packs;

namespace Chancery.Cli.Tests.Api;

/// <summary>The public API of Reading and Register is an approved file, so that a change of it is seen in review.</summary>
public sealed class PublicApiTests
{
    [Theory]
    [InlineData("Chancery.Reading")]
    [InlineData("Chancery.Register")]
    public void The_public_api_is_the_approved_one(string assembly)
    {
        var path = Path.Combine(DataRoot.Find().Source, "..", "tests", "Chancery.Cli.Tests", "Api", assembly + ".txt");
        var shown = PublicApi.Of(Assembly.Load(assembly));
        if (Environment.GetEnvironmentVariable("CHANCERY_ACCEPT") is { Length: > 0 }) File.WriteAllText(path, shown);
        if (!File.Exists(path)) Assert.Skip($"{assembly} has no approved API yet: CHANCERY_ACCEPT=1 ./test Cli");
        var approved = File.ReadAllText(path);
        if (approved == shown) return;
        var (before, after) = (Lines(approved), Lines(shown));
        var changes = before.Except(after).Select(l => "- " + l).Concat(after.Except(before).Select(l => "+ " + l));
        Assert.Fail($"the public API of {assembly} is not the approved one:\n{string.Join('\n', changes)}\nAccept it with: CHANCERY_ACCEPT=1 ./test Cli");
    }

    // Members alone would not say whose they are.
    private static HashSet<string> Lines(string api)
    {
        var lines = new HashSet<string>(StringComparer.Ordinal);
        var type = "";
        foreach (var line in api.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line[0] != ' ') type = line;
            lines.Add(line[0] == ' ' ? $"{type.Split(" : ")[0]}: {line.Trim()}" : line);
        }
        return lines;
    }
}
